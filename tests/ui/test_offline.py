"""The program never reaches for the network (decisions 1, T53): all pages, dialogs and prints with sockets forbidden."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shown import Shown, rest

from isodesk.domain.journey import Page
from isodesk.reports.press import Press
from isodesk.services import sample
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui.case import Place
from isodesk.ui.dialogs.preview import PreviewDialog

_DOORS = ("connect", "connect_ex", "sendto", "bind")


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every try to reach somebody; each is refused."""
    tried: list[str] = []

    def refuse(name: str) -> object:
        def door(*arguments: object, **_named: object) -> None:
            tried.append(f"{name}{arguments[1:]}")
            raise OSError("there is no network")

        return door

    for name in _DOORS:
        monkeypatch.setattr(socket.socket, name, refuse(name))
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse(name))
    return tried


@pytest.fixture
def services(folder: Path) -> Iterator[Services]:
    """A workspace with everything in it."""
    opened = open_workspace(folder, actor="Тест")
    sample.create(opened, "ru")
    yield opened
    opened.close()


def close_soon() -> None:
    """The next modal dialog is looked at and closed."""

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        else:
            QTimer.singleShot(50, close)

    QTimer.singleShot(50, close)


def test_the_guard_sees_an_attempt(attempts: list[str]) -> None:
    with pytest.raises(OSError, match="no network"):
        socket.create_connection(("example.com", 80))
    with socket.socket() as plug, pytest.raises(OSError, match="no network"):
        plug.connect(("127.0.0.1", 80))
    assert len(attempts) == 2


def test_all_pages_and_dialogs_need_no_network(attempts: list[str], services: Services) -> None:
    client = services.clients.listed()[0].id
    shown = Shown(services, client)
    assert shown.desk.view is not None
    for language in ("ru", "en"):
        shown.window.speak(language)
        for page in Page:
            shown.desk.view.go(Place(page))
            QTest.qWait(30)
            assert shown.page.key is page
        for command in ("preferences", "keys", "about", "trash", "switch"):
            close_soon()
            shown.desk.run(command)
        shown.desk.run("library")
        rest(shown)
    preview = PreviewDialog(shown.desk.view.case, "audit-checklist", "", shown.window)
    preview.show()
    QTest.qWait(300)
    preview.close()
    shown.desk.show_clients()
    shown.close()
    assert attempts == []
    assert [name for name in sys.modules if name.startswith(("PySide6.QtNetwork", "PySide6.QtWebEngine"))] == []


def test_all_documents_need_no_network(attempts: list[str], services: Services, tmp_path: Path) -> None:
    client = services.clients.listed()[0].id
    press = Press(services)
    printed = 0
    for kind in press.offered(client):
        for language in ("ru", "en"):
            for blank in (False, True) if kind.can_be_blank else (False,):
                path = tmp_path / f"{kind.key}-{language}-{blank}.pdf"
                assert press.print(kind.key, client, language, path, blank=blank) >= 1
                assert path.read_bytes().startswith(b"%PDF")
                printed += 1
    assert printed >= 12
    assert attempts == []
