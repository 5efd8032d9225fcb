"""Facts about the toolkit that this program stands on (decisions 2)."""

import sys

import pytest
from PySide6 import __version_info__
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_lose_no_reference(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python before 3.12 lost a reference to None at every such call and aborted after thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for turn in range(20_000):
        label.setText(str(turn))
    assert sys.getrefcount(None) > before - 1_000


@pytest.mark.slow
def test_three_hundred_thousand_calls_survive(qtbot: QtBot) -> None:
    """The whole loop of decisions 2; a faulty toolkit aborts the process here."""
    label = QLabel()
    qtbot.addWidget(label)
    for turn in range(300_000):
        label.setText(str(turn))
    assert label.text() == "299999"


def test_the_toolkit_is_of_the_line_that_was_measured() -> None:
    """Moving on needs the loop above on every supported Python first."""
    assert (6, 11, 3) <= __version_info__[:3] < (6, 12)
