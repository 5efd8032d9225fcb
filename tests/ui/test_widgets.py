"""The parts of pages: what they say, what they tell, and that hostile text stays text."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.charts import SectionBar, SectionBars
from isodesk.ui import signs, speech, theme
from isodesk.ui.widgets.answer_bar import AnswerBar
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.drop_zone import DropZone
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.help_panel import HelpPanel, NextItem
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.meter import Meter
from isodesk.ui.widgets.page_foot import PageFoot
from isodesk.ui.widgets.page_head import PageHead
from isodesk.ui.widgets.ring import Ring
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.section_bars import SectionBarsView
from isodesk.ui.widgets.state_sign import StateSign
from isodesk.ui.widgets.toast import Toast

HOSTILE = '<b>&" 🙂 </b>' + "x" * 300
LEFT = Qt.MouseButton.LeftButton


def buttons(widget: QWidget) -> list[QPushButton]:
    return [made for made in widget.findChildren(QPushButton) if not made.isHidden()]


def test_an_answer_is_picked_and_taken_back(qtbot: QtBot) -> None:
    bar = AnswerBar()
    qtbot.addWidget(bar)
    told: list[int] = []
    bar.answer_picked.connect(told.append)
    qtbot.mouseClick(buttons(bar)[1], LEFT)
    assert (told, bar.answer()) == ([2], 0), "nobody kept it"
    assert not any(made.isChecked() for made in buttons(bar))
    bar.answer_picked.connect(bar.set_answer)
    qtbot.mouseClick(buttons(bar)[1], LEFT)
    assert (told, bar.answer()) == ([2, 2], 2)
    qtbot.mouseClick(buttons(bar)[1], LEFT)
    assert (told, bar.answer()) == ([2, 2, 0], 0)
    bar.set_answer(3)
    assert told == [2, 2, 0]
    assert [made.isChecked() for made in buttons(bar)] == [False, False, True, False]


def test_answers_speak_digit_and_word_in_both_languages(qtbot: QtBot, qapp: QApplication) -> None:
    bar = AnswerBar()
    qtbot.addWidget(bar)
    assert [made.text() for made in buttons(bar)] == ["1  Conforms", "2  Partly", "3  No", "4  Not applicable"]
    assert buttons(bar)[0].accessibleName() == "1, Conforms"
    said: list[str] = []
    bar.retranslate = lambda: said.append(speech.speech().language)  # type: ignore[method-assign]
    speech.set_language(qapp, "ru")
    assert "ru" in said


def test_every_sign_has_its_own_shape_and_tint(qtbot: QtBot) -> None:
    """U59."""
    for table in (signs.ANSWERS, signs.STATES):
        assert len({sign.icon for sign in table.values()}) == len(table)
    for sign in (*signs.ANSWERS.values(), *signs.STATES.values()):
        assert theme.colour(sign.soft).alpha() < 255
    shown = StateSign()
    qtbot.addWidget(shown)
    for state in signs.STATES:
        shown.set_state(state, "word")
        assert shown.accessibleName() == "word"


def test_meters_and_rings_say_the_count(qtbot: QtBot) -> None:
    meter, ring = Meter(), Ring()
    qtbot.addWidget(meter)
    qtbot.addWidget(ring)
    meter.set_counts(46, 82)
    ring.set_counts(3, 6)
    assert (meter.accessibleName(), ring.accessibleName()) == ("46 of 82", "3 of 6")
    half = ring.grab().toImage()
    ring.set_counts(6, 6)
    assert ring.grab().toImage() != half
    meter.set_counts(0, 0)
    assert meter.accessibleName() == "–"


def test_section_bars_have_words_for_those_who_cannot_see(qtbot: QtBot) -> None:
    view = SectionBarsView()
    qtbot.addWidget(view)
    view.set_chart(SectionBars((SectionBar(f"4 {HOSTILE}", 5, 2, 1, 3), SectionBar("5 Nothing", 0, 0, 0, 0))))
    assert "5 conform, 2 partly, 1 no, 3 not answered, of 11" in view.accessibleDescription()
    view.resize(500, 150)
    image = view.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme.colour(token).name() for token in ("good", "partly", "bad")} <= seen


def test_an_empty_state_has_one_button(qtbot: QtBot) -> None:
    shown = Empty("clipboard")
    qtbot.addWidget(shown)
    assert buttons(shown) == []
    shown.set_words("No audits", "Plan one.", "Plan an audit")
    with qtbot.waitSignal(shown.action_requested):
        qtbot.mouseClick(buttons(shown)[0], LEFT)


def test_a_banner_says_it_and_goes(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    shown = Banner(host)
    assert shown.isHidden()
    done: list[int] = []
    shown.say("error", HOSTILE)
    shown.add_action("Retry", lambda: done.append(1))
    assert shown.text() == HOSTILE
    qtbot.mouseClick(buttons(shown)[0], LEFT)
    qtbot.mouseClick(buttons(shown)[1], LEFT)
    assert done in ([1], [])
    for made in buttons(shown):
        made.click()
    assert done[-1] == 1
    shown.say("info", "other")
    with qtbot.waitSignal(shown.closed):
        shown.dismiss()
    assert shown.isHidden()


def test_a_toast_undoes_without_taking_the_keyboard(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    field = QLineEdit()
    column.addWidget(field)
    host.resize(600, 400)
    host.show()
    qtbot.waitUntil(host.isActiveWindow)
    field.setFocus()
    toast = Toast(host)
    done: list[int] = []
    toast.say(HOSTILE, "Undo", lambda: done.append(1))
    assert field.hasFocus()
    assert host.rect().contains(toast.geometry())
    qtbot.mouseClick(buttons(toast)[0], LEFT)
    assert (done, toast.isHidden()) == ([1], True)
    toast.say("again", seconds=0)
    qtbot.waitUntil(toast.isHidden)


def test_the_clock_of_a_toast_stops_under_the_mouse(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    toast = Toast(host)
    toast.say("text")
    assert toast._clock.isActive()
    QTest.mouseMove(host, QPoint(1, 1))
    QTest.mouseMove(toast, toast.rect().center())
    qtbot.waitUntil(lambda: not toast._clock.isActive())


def test_the_check_list_finds_checks_and_tells(qtbot: QtBot) -> None:
    shown = CheckList()
    qtbot.addWidget(shown)
    told: list[object] = []
    shown.changed.connect(told.append)
    shown.set_entries([(1, "Закупки"), (2, "Приёмка"), (3, HOSTILE)], checked=[3])
    assert (shown.checked(), told) == (frozenset({3}), [])
    shown.search.setText("ПРИЕМ")
    shown.search.returnPressed.emit()
    assert [shown.list.item(row).isHidden() for row in range(3)] == [True, False, True]
    buttons(shown)[0].click()
    assert told == [frozenset({2, 3})]
    shown.list.setCurrentRow(1)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    assert told[-1] == frozenset({3})
    shown.set_checked([1])
    assert (shown.checked(), len(told)) == (frozenset({1}), 2)


def test_the_search_box_waits_and_clears(qtbot: QtBot) -> None:
    box = SearchBox()
    qtbot.addWidget(box)
    told: list[str] = []
    box.searched.connect(told.append)
    QTest.keyClicks(box, "abc")
    assert told == []
    qtbot.waitUntil(lambda: told == ["abc"])
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (told, box.text()) == (["abc", ""], "")
    with qtbot.waitSignal(box.list_requested):
        QTest.keyClick(box, Qt.Key.Key_Down)


@pytest.fixture
def zone(qtbot: QtBot) -> DropZone:
    made = DropZone()
    qtbot.addWidget(made)
    return made


def test_files_come_by_drop_and_by_clipboard(zone: DropZone, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("evidence") / "Акт №1.pdf"
    file.write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/x"), QUrl.fromLocalFile(str(file.parent))])
    told: list[object] = []
    zone.files_dropped.connect(told.append)
    buttons_held, keys_held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons_held, keys_held))
    assert told == [[file]]
    clip = QMimeData()
    clip.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(clip)
    QTest.sendKeyEvent(QTest.KeyAction.Click, zone, Qt.Key(0x41C), "", Qt.KeyboardModifier.ControlModifier)
    assert told == [[file], [file]]


def test_a_screenshot_is_pasted_as_png(zone: DropZone, qtbot: QtBot) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(zone.image_pasted) as told:
        assert zone.paste()
    back = QImage.fromData(told.args[0], "PNG")
    assert (back.width(), back.height(), back.pixelColor(1, 1).name()) == (4, 3, "#ff0000")
    QGuiApplication.clipboard().setText("words")
    assert not zone.paste()


def test_the_head_leads_to_what_is_missing(qtbot: QtBot) -> None:
    head = PageHead()
    qtbot.addWidget(head)
    head.set_words(HOSTILE, "Answer")
    head.set_missing([("tax", "Tax number & <b>"), ("name", "Name")])
    links = [made for made in buttons(head) if made.property("look") == "link"]
    with qtbot.waitSignal(head.missing_picked) as told:
        links[0].click()
    assert told.args == ["tax"]
    assert links[0].text() == "Tax number && <b>"
    head.set_ready(False)
    with qtbot.waitSignal(head.ready_toggled) as ready:
        head.ready.click()
    assert ready.args == [True]
    head.set_ready(None)
    assert head.ready.isHidden()
    head.set_missing([])
    assert not any(made.property("look") == "link" for made in buttons(head))


def test_the_foot_goes_both_ways(qtbot: QtBot) -> None:
    foot = PageFoot()
    qtbot.addWidget(foot)
    foot.set_neighbours("", "Plan")
    assert foot.back.isHidden()
    assert "Plan" in foot.next.toolTip()
    with qtbot.waitSignal(foot.next_requested):
        foot.next.click()
    told: list[bool] = []
    foot.ready_toggled.connect(told.append)
    foot.set_ready(True)
    assert told == []
    foot.ready.click()
    assert told == [False]


def test_the_panel_shows_three_steps_and_explains(qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.set_next([NextItem(number, f"step {number}", "5 min", f"rule {number}") for number in range(5)])
    go = [made for made in buttons(panel) if made.text() == "Go there"]
    assert [made.accessibleName() for made in go] == ["Go to: step 0", "Go to: step 1", "Go to: step 2"]
    with qtbot.waitSignal(panel.next_picked) as told:
        go[2].click()
    assert told.args == [2]
    reason = next(found for found in panel.findChildren(QLabel) if found.text() == "rule 1")
    assert reason.isHidden()
    [made for made in buttons(panel) if made.text() == "Why?"][1].click()
    assert not reason.isHidden()
    panel.set_row(HOSTILE, "list", "register", "8.4.1")
    words = [found.text() for found in panel.findChildren(QLabel) if not found.isHidden()]
    assert {HOSTILE, "list", "register", "Help on clause 8.4.1"} <= set(words)
    panel.set_row("", "", "")
    assert HOSTILE not in [found.text() for found in panel.findChildren(QLabel) if not found.isHidden()]


def test_words_of_people_are_never_markup(qtbot: QtBot) -> None:
    hints = KeyHints(None, [("<i>", "clear & <b>")])
    qtbot.addWidget(hints)
    assert "&lt;i&gt;" in hints.text()
    panel = HelpPanel()
    qtbot.addWidget(panel)
    for found in panel.findChildren(QLabel):
        assert found.textFormat() == Qt.TextFormat.PlainText


def test_everything_that_can_be_pressed_has_a_name_and_24_pixels(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    head, foot, panel = PageHead(), PageFoot(), HelpPanel()
    head.set_missing([(1, "Name")])
    head.set_ready(False)
    foot.set_ready(True)
    panel.set_next([NextItem(1, "step", why="rule")])
    banner = Banner(host)
    for widget in (head, foot, panel, banner, AnswerBar(), CheckList(), DropZone(), SearchBox()):
        column.addWidget(widget)
    banner.say("info", "text")
    host.resize(900, 1000)
    host.show()
    seen = 0
    for made in host.findChildren(QAbstractButton):
        if made.isVisible() and made.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert made.accessibleName() or made.text(), made
            assert min(made.width(), made.height()) >= 24, (made.text(), made.size())
            seen += 1
    assert seen >= 14
