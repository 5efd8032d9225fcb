"""Manners that every page keeps (ux.md 2): names, targets, keyboard, both languages, small windows, large letters."""

import itertools
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QWidget,
    QWizard,
)
from shown import SETTLE, Shown, area, controls, rest, spoken_name, words_of

from isodesk import wording
from isodesk.domain.journey import BESIDE, Page, PageState, Phase
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech, theme
from isodesk.ui.case import Place

PAGES = tuple(Page)


@pytest.fixture
def sample_services(sample_folder: Path, tmp_path: Path) -> Iterator[Services]:
    """A copy to work in."""
    folder = tmp_path / "sample"
    shutil.copytree(sample_folder, folder)
    yield open_workspace(folder, actor="Тест")


@pytest.fixture
def shown(sample_services: Services, dressed: QApplication) -> Iterator[Shown]:
    """The window on the sample client, in Russian."""
    speech.set_language(dressed, "ru")
    window = Shown(sample_services, sample_services.clients.listed()[0].id)
    yield window
    window.close()


def visit(shown: Shown, page: Page) -> None:
    """Goes to a page and lets it settle."""
    assert shown.desk.view is not None
    shown.desk.view.go(Place(page))
    QTest.qWait(30)
    rest(shown)
    assert shown.page.key is page


def test_every_control_has_a_name(shown: Shown) -> None:
    """U57: nothing that can be acted on is silent."""
    silent = []
    for page in PAGES:
        visit(shown, page)
        silent += [
            f"{page}: {type(widget).__name__}" for widget in controls(shown.window) if not spoken_name(widget).strip()
        ]
    assert silent == []


def test_targets_are_large_enough(shown: Shown) -> None:
    """U60: buttons, boxes and combos are at least 24 by 24."""
    small = []
    for page in PAGES:
        visit(shown, page)
        for widget in controls(shown.page):
            if isinstance(widget, QAbstractButton | QComboBox) and min(widget.width(), widget.height()) < 24:
                small.append(f"{page}: {spoken_name(widget)} {widget.width()}x{widget.height()}")
    assert small == []


def test_the_keyboard_reaches_every_control(shown: Shown) -> None:
    """U25: a walk with Tab visits all enabled controls of a page and comes back."""
    missed = []
    for page in PAGES:
        visit(shown, page)
        wanted = {w for w in controls(shown.page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
        wanted = {w for w in wanted if not isinstance(w, QScrollArea)}
        reached = _tab_walk(shown.window, len(wanted))
        missed += [f"{page}: {type(w).__name__} {spoken_name(w)}" for w in wanted - reached if w.isVisible()]
    assert missed == []


def _tab_walk(window: QMainWindow, size: int) -> set[QWidget]:
    window.activateWindow()
    reached: set[QWidget] = set()
    chain = window
    widget: QWidget = chain.nextInFocusChain()
    while widget is not chain and len(reached) < 5000:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    assert size <= len(reached)
    return reached


def test_focus_follows_the_order_of_reading(shown: Shown) -> None:
    """U26: in the forms, the next control lies further down, or to the right on the same row."""
    back = []
    for page in (Page.ORGANISATION, Page.SCOPE):
        visit(shown, page)
        fields = [w for w in controls(shown.page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
        ordered = _in_focus_order(shown.page, set(fields))
        for first, second in itertools.pairwise(ordered):
            above, below = area(first, shown.page), area(second, shown.page)
            scrolled = first.visibleRegion().isEmpty() or second.visibleRegion().isEmpty()
            if not scrolled and below.bottom() < above.top() and below.right() < above.right():
                back.append(f"{page}: {spoken_name(first)} -> {spoken_name(second)}")
    assert back == []


def _in_focus_order(root: QWidget, wanted: set[QWidget]) -> list[QWidget]:
    ordered: list[QWidget] = []
    widget = root.nextInFocusChain()
    for _step in range(5000):
        if widget in wanted and widget not in ordered:
            ordered.append(widget)
        widget = widget.nextInFocusChain()
    return ordered


def test_no_page_scrolls_sideways_in_the_smallest_window(shown: Shown) -> None:
    """U63: 1100 by 680 is enough for every page."""
    shown.window.resize(1100, 680)
    wide = []
    for page in PAGES:
        visit(shown, page)
        if shown.window.width() > 1100 or shown.page.minimumSizeHint().width() > shown.page.width():
            wide.append(f"{page}: needs {shown.page.minimumSizeHint().width()}, has {shown.page.width()}")
        for scroll in shown.page.findChildren(QScrollArea):
            bar = scroll.horizontalScrollBar()
            if scroll.isVisible() and bar.maximum() > 0 and bar.isVisible():
                wide.append(f"{page}: scrolls by {bar.maximum()}")
    assert wide == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut(shown: Shown, dressed: QApplication, language: str, percent: int) -> None:
    """U62: labels and buttons keep all their words at 1366 by 768, with letters half as large again too."""
    speech.set_language(dressed, language)
    font = QFont(dressed.font())
    usual = QFont(font)
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    try:
        dressed.setFont(font)
        cut = []
        for page in PAGES:
            visit(shown, page)
            cut += [f"{page}: {text!r}" for widget, text in words_of(shown.page) if _is_cut(widget)]
        assert cut == []
    finally:
        dressed.setFont(usual)


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.height() + 1 < widget.heightForWidth(widget.width()) and widget.toolTip() == ""
        return widget.width() + 1 < widget.minimumSizeHint().width() and widget.toolTip() == ""
    if isinstance(widget, QAbstractButton):
        text = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
        return widget.width() < text and widget.toolTip() == ""
    return False


@pytest.mark.parametrize("language", ["ru", "en"])
def test_pages_speak_one_language(shown: Shown, dressed: QApplication, language: str) -> None:
    """U65: after a change of language no page keeps a word of the other one."""
    speech.set_language(dressed, "en" if language == "ru" else "ru")
    for page in PAGES:
        visit(shown, page)
    speech.set_language(dressed, language)
    QTest.qWait(SETTLE)
    words = speech.speech()
    foreign = []
    sources = set(wording.PAGE.values()) | set(wording.INSTRUCTION.values()) | {"Back", "Next", "Still missing:"}
    for page in PAGES:
        visit(shown, page)
        seen = {text for _widget, text in words_of(shown.page)}
        if language == "ru":
            foreign += [f"{page}: {text}" for text in seen & sources if words(text) != text]
        expected = words(wording.INSTRUCTION[page])
        assert any(expected == text for text in seen), page
    assert foreign == []


def test_access_keys_are_unique_on_a_page(shown: Shown, dressed: QApplication) -> None:
    """U32: in both languages an Alt key means one thing on a page."""
    for language in ("ru", "en"):
        speech.set_language(dressed, language)
        for page in PAGES:
            visit(shown, page)
            keys = Counter(
                text.replace("&&", "")[text.replace("&&", "").index("&") + 1].casefold()
                for widget, text in words_of(shown.page)
                if "&" in text.replace("&&", "") and (not isinstance(widget, QLabel) or widget.buddy() is not None)
            )
            assert [key for key, count in keys.items() if count > 1] == [], f"{language} {page}"


def test_no_page_hides_fields_behind_tabs_and_the_case_is_no_wizard(shown: Shown) -> None:
    """U01, U13."""
    for page in PAGES:
        visit(shown, page)
        assert shown.page.findChildren(QTabWidget) == []
        assert shown.page.findChildren(QWizard) == []


def test_every_page_is_one_action_away(shown: Shown) -> None:
    """U01, U03: the sidebar leads from any page to any other, and only the checklist and the report say what they need."""
    assert shown.desk.view is not None
    for page in PAGES:
        shown.desk.view.sidebar.page_picked.emit(page)
        assert shown.page.key is page


def test_back_and_next_stay_in_the_same_place(shown: Shown) -> None:
    """U08, U09: the foot never moves and Next is never disabled; beside the way there is neither."""
    places: set[tuple[int, int]] = set()
    for page in [page for page in PAGES if page not in BESIDE][:-1]:
        visit(shown, page)
        button = shown.page.foot.next
        assert button.isVisible(), page
        assert button.isEnabled(), page
        corner = button.mapTo(shown.window, QPoint(button.width(), button.height()))
        places.add((corner.x(), corner.y()))
    assert len(places) == 1
    for page in BESIDE:
        visit(shown, page)
        assert shown.page.foot.isHidden()


def test_instructions_are_short() -> None:
    """U12: at most twelve words, in both languages."""
    for language in ("ru", "en"):
        words = speech.i18n.speech(language)
        long = [words(text) for text in wording.INSTRUCTION.values() if len(words(text).split()) > 12]
        assert long == []


def test_there_are_four_states_with_the_same_words_everywhere(shown: Shown) -> None:
    """U02, U05: each page of the sidebar says its state in words."""
    assert len(PageState) == 4
    assert len(set(wording.STATE.values())) == 4
    assert shown.desk.view is not None
    model = shown.desk.view.sidebar.model()
    states = {speech.speech()(word) for word in wording.STATE.values()}
    phases = range(1, len(Phase) + 1)
    leaves = [model.index(row, 0) for row in phases if not model.rowCount(model.index(row, 0))]
    for row in phases:
        phase = model.index(row, 0)
        leaves += [model.index(below, 0, phase) for below in range(model.rowCount(phase))]
    for leaf in leaves:
        said = leaf.data(Qt.ItemDataRole.AccessibleTextRole)
        assert any(state in said for state in states), said
    assert len(leaves) == len(PAGES) - 1 - len(BESIDE)
    assert model.rowCount() == len(Phase) + 1 + len(BESIDE)
    for row in range(len(Phase) + 1, model.rowCount()):
        said = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said and not any(state in said for state in states)


def test_the_dark_theme_dresses_every_page(shown: Shown, dressed: QApplication) -> None:
    """U58: no page paints a light ground of its own in the dark."""
    theme.apply(dressed, "dark")
    try:
        for page in PAGES:
            visit(shown, page)
            picture = shown.page.grab().toImage()
            corners = [
                picture.pixelColor(x, y).lightness()
                for x in (4, picture.width() - 5)
                for y in (4, picture.height() // 2)
            ]
            assert max(corners) < 90, page
    finally:
        theme.apply(dressed, "light")
