"""What was typed outlives a commit that failed: the field will show what is stored, so the words go to the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from isodesk.errors import StorageTrouble
from isodesk.ui.messages import Messages
from isodesk.ui.widgets.commit import offered_text
from isodesk.ui.widgets.text_field import TextArea


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes said instead of waiting for a click."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(f"{box.text()} {box.informativeText()}"))
    return said


def test_a_failed_commit_puts_the_words_on_the_clipboard(qtbot: QtBot, boxes: list[str]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    messages = Messages(host)
    area = TextArea(host)
    area.committed.connect(lambda _text: messages.failure(StorageTrouble("The disk is full.", "Free some space.")))
    QGuiApplication.clipboard().setText("before")

    area.setPlainText("An hour of typing <b>&")
    area.commit()

    assert QGuiApplication.clipboard().text() == "An hour of typing <b>&"
    assert boxes == ["The disk is full. Free some space.\n\nWhat you typed is on the clipboard."]
    assert offered_text() == ""


def test_other_failures_leave_the_clipboard_alone(qtbot: QtBot, boxes: list[str]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    QGuiApplication.clipboard().setText("before")

    Messages(host).failure(StorageTrouble("The disk is full.", "Free some space."))

    assert QGuiApplication.clipboard().text() == "before"
    assert boxes == ["The disk is full. Free some space."]
