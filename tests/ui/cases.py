"""A case around real services, for tests of one page without the window."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from isodesk import paths
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.bridge import Bridge
from isodesk.ui.case import Case
from isodesk.ui.jobs import JobRunner
from isodesk.ui.messages import Messages
from isodesk.ui.page import PageView
from isodesk.ui.preferences import Preferences


@contextmanager
def shown_page(kind: type[PageView], services: Services, client: ClientId) -> Iterator[PageView]:
    """A page, shown and read, in a window of 1100 by 680."""
    host = QWidget()
    host.resize(820, 620)
    bridge = Bridge(services.bus, host)
    jobs = JobRunner(host)
    case = Case(services, client, bridge, jobs, Messages(host), Preferences(paths.settings_file(), host))
    page = kind(case, host)
    page.resize(host.size())
    host.show()
    page.enter()
    yield page
    jobs.shut_down()
    bridge.close()
    host.close()
    host.deleteLater()
