"""Walks drive the real window, dressed in the light theme, speaking English at first; nothing may be left behind."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from isodesk.ui import speech, theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Every walk starts from the same theme and language and ends with no window open."""
    if theme.current().name != "light" or not qapp.styleSheet():
        theme.apply(qapp, "light")
    if speech.speech().language != "en":
        speech.set_language(qapp, "en")
    yield qapp
    QTest.qWait(1)
    left = [window for window in qapp.topLevelWidgets() if isinstance(window, QMainWindow) and window.isVisible()]
    count = len(left)
    for window in left:
        window.close()
        window.deleteLater()
    QTest.qWait(1)
    assert count == 0, "a window was left open"
