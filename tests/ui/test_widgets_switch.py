"""One of a few words, and a choice that gives way: keys, names, what fits."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.switch import Switch


@pytest.fixture
def switch(qtbot: QtBot) -> Iterator[Switch]:
    host = QWidget()
    qtbot.addWidget(host)
    row = QHBoxLayout(host)
    made = Switch(("a", "b", "c"), host)
    made.set_words("Which", [("a", "Alpha & co", ""), ("b", "Beta", "the second"), ("c", "Gamma", "")])
    row.addWidget(made)
    row.addWidget(QLineEdit(host))
    host.show()
    host.activateWindow()
    assert QTest.qWaitForWindowActive(host)
    yield made
    host.close()


def test_exactly_one_is_on_and_arrows_move(switch: Switch, qtbot: QtBot) -> None:
    assert switch.value() == "a"
    switch.button_of("a").setFocus()
    with qtbot.waitSignal(switch.picked) as picked:
        QTest.keyClick(switch.button_of("a"), Qt.Key.Key_Right)
    assert picked.args == ["b"]
    assert switch.value() == "b"
    assert not switch.button_of("a").isChecked()


def test_it_is_one_stop_by_tab(switch: Switch) -> None:
    switch.set_value("b")
    stops = [made for made in map(switch.button_of, "abc") if made.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [switch.button_of("b")]
    switch.button_of("b").setFocus()
    QTest.keyClick(switch.button_of("b"), Qt.Key.Key_Tab)
    assert isinstance(switch.window().focusWidget(), QLineEdit)
    QTest.keyClick(switch.window().focusWidget(), Qt.Key.Key_Backtab)
    assert switch.button_of("b").hasFocus()


def test_a_value_that_is_set_tells_nobody_and_a_click_on_what_is_on_changes_nothing(
    switch: Switch, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(switch.picked, wait=5):
        switch.set_value("c")
    switch.button_of("c").click()
    assert switch.value() == "c"


def test_each_word_is_named_and_an_ampersand_is_a_letter(switch: Switch) -> None:
    assert switch.button_of("a").accessibleName() == "Which: Alpha & co"
    assert switch.button_of("a").text() == "Alpha && co"
    assert "the second" in switch.button_of("b").toolTip()


def test_long_words_are_cut_with_dots_and_stand_in_the_tooltip(qtbot: QtBot) -> None:
    choice = ElidedChoice()
    qtbot.addWidget(choice)
    choice.set_choices([(1, "ISO 9001:2026  Quality management systems. Requirements"), (2, "ISO 1")])
    choice.set_value(1)
    choice.resize(160, 32)
    choice.show()
    assert choice.shown_words().endswith("…")
    assert "Requirements" in choice.toolTip()
    choice.resize(600, 32)
    assert choice.shown_words() == choice.currentText()
    assert choice.toolTip() == ""
    choice.resize(160, 32)
    choice.set_value(2)
    assert choice.toolTip() == ""
    choice.grab()
