"""Widgets are tested without a screen, dressed in the light theme, speaking English."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from isodesk.ui import speech, theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Every test starts from the same theme and language."""
    if theme.current().name != "light" or not qapp.styleSheet():
        theme.apply(qapp, "light")
    if speech.speech().language != "en":
        speech.set_language(qapp, "en")
    yield qapp
