"""A page of phase 4 on real services, with short ways to what it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from builders import STANDARD, audit, person, process
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from isodesk import paths
from isodesk.domain.keys import AuditId, ClientId
from isodesk.domain.people import Role
from isodesk.services.workspace import Services
from isodesk.ui.bridge import Bridge
from isodesk.ui.case import Case, Place
from isodesk.ui.jobs import JobRunner
from isodesk.ui.messages import Messages
from isodesk.ui.page import PageView
from isodesk.ui.preferences import Preferences


def firm(services: Services, client: ClientId) -> AuditId:
    """Three people, two processes and an audit of both, led by somebody who owns neither."""
    owner, lead = person(services, client, "Owner O."), person(services, client, "Lead L.", Role.AUDITOR)
    person(services, client, "Third T.")
    bought = process(services, client, "Purchasing", ("8.4",), owner)
    made = process(services, client, "Production", ("8.5",), owner)
    return audit(services, client, bought, made, lead=lead)


class Desk:
    """One page, shown in a host of the size it has beside a folded help panel."""

    def __init__(self, kind: type[PageView], services: Services, client: ClientId) -> None:
        self.host = QWidget()
        self.host.resize(860, 620)
        self.services, self.client = services, client
        self.jobs = JobRunner(self.host)
        self.bridge = Bridge(services.bus, self.host)
        self.messages = Messages(self.host)
        preferences = Preferences(paths.settings_file(), self.host)
        self.case = Case(services, client, self.bridge, self.jobs, self.messages, preferences)
        self.page: Any = kind(self.case, self.host)
        self.page.resize(self.host.size())
        self.places: list[Place] = []
        self.prints: list[tuple[str, str]] = []
        self.page.place_requested.connect(self.places.append)
        self.page.print_requested.connect(lambda document, number: self.prints.append((document, number)))
        self.host.show()
        self.page.enter()

    def close(self) -> None:
        assert self.jobs.shut_down()
        self.bridge.close()
        self.host.close()
        self.host.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def desk(kind: type[PageView], services: Services, client: ClientId) -> Iterator[Desk]:
    shown = Desk(kind, services, client)
    try:
        yield shown
    finally:
        shown.close()


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """One key with the text that a layout sends for it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def clauses_of(services: Services, audit_: AuditId) -> set[str]:
    return {row.clause for row in services.checklists.rows(audit_, "en")}


SECOND_CLAUSE = (STANDARD, "9.2")
