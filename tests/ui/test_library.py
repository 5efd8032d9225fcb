"""The standards library: read, searched and compared with keys and clicks, in either language, with a client and without."""

from collections.abc import Callable, Iterator
from pathlib import Path

import builders
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from shown import Shown, controls, spoken_name
from walks.hands import CONTROL, Hands, wait_until

from isodesk import paths
from isodesk.catalog import pack
from isodesk.catalog.editions import Change
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Standard
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.library import Library
from isodesk.services.library_views import HitKind
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.jobs import JobRunner
from isodesk.ui.library.frame import Part
from isodesk.ui.library.view import LibraryView
from isodesk.ui.library.window import LibraryWindow
from isodesk.ui.messages import Messages
from isodesk.ui.pages.library import LibraryPage
from isodesk.ui.preferences import Preferences
from isodesk.ui.widgets.search_box import SearchBox

NEW, OLD = "iso-9001-2026", "iso-9001-2015"


@pytest.fixture(scope="module")
def shipped() -> Library:
    """What ships, read once; no test changes it."""
    library = Library(Shelf(own=Path("nowhere")))
    library.read()
    return library


class Room:
    """A library on the screen, without a client."""

    def __init__(self, library: Library, size: tuple[int, int] = (1100, 680)) -> None:
        self.library = library
        self.host = QWidget()
        self.host.resize(*size)
        self.jobs = JobRunner(self.host)
        self.messages = Messages(self.host)
        self.preferences = Preferences(paths.settings_file(), self.host)
        self.view = LibraryView(library, self.jobs, self.messages, self.preferences, self.host)
        self.view.resize(self.host.size())
        self.hands = Hands()
        self.host.show()
        self.host.activateWindow()
        assert QTest.qWaitForWindowActive(self.host)
        self.view.enter()
        wait_until(lambda: library.is_read and not self.jobs.running, "the standards")

    def search(self, typed: str) -> None:
        """Ctrl+F is the window's; here the field is asked for, and typed into by real keys."""
        self.view.find_requested()
        self.hands.type_text(typed)
        self.hands.press(Qt.Key.Key_Return)

    def close(self) -> None:
        assert self.jobs.shut_down()
        self.host.close()
        self.host.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def room(shipped: Library) -> Iterator[Room]:
    made = Room(shipped)
    yield made
    made.close()


def own_library(folder: Path, *standards: Standard) -> Library:
    """What ships, and own standards beside it."""
    library = Library(Shelf(own=folder))
    for standard in standards:
        (folder / f"{standard.key}.toml").write_text(pack.write(standard, library.shelf.bank), "utf-8")
    return library


def texts(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root) and label.text()]


# ---- reading


def test_the_tree_has_the_keyboard_and_leads_to_questions_and_a_card(room: Room, shipped: Library) -> None:
    browser, hands = room.view.browser, room.hands
    assert browser.tree.hasFocus()
    assert browser.model.rowCount() == len(shipped.questions(NEW, "", "en"))
    hands.press(Qt.Key.Key_Down)
    assert browser.clause() == "4"
    assert [line.key for line in browser.model.rows()] == [line.key for line in shipped.questions(NEW, "4", "en")]
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Down)
    assert browser.clause() == "4.1"
    hands.press(Qt.Key.Key_Return)
    assert browser.table.hasFocus()
    reading = shipped.question(browser.question(), "en", NEW)
    said = texts(browser.card)
    for words in (reading.question, reading.why, reading.example, reading.action):
        assert words in said
    assert all(any(line in text for text in said) for line in reading.look_for)
    assert any("Closing the gap" in text for text in said)


def test_the_card_says_where_else_it_counts_and_leads_there(room: Room, shipped: Library) -> None:
    browser, hands = room.view.browser, room.hands
    room.view.go_to(NEW, "4.1", "context.issues")
    uses = shipped.question("context.issues", "en", NEW).uses
    focus = [use.focus for use in uses if use.focus]
    assert focus and all(text in texts(browser.card) for text in focus)
    hands.press(Qt.Key.Key_Return)
    first = browser.card.links()[0]
    assert first.hasFocus()
    assert first.text() == f"{uses[1].spot.designation}, {uses[1].spot.clause}"
    hands.press(Qt.Key.Key_Return)
    assert room.view.place() == f"{uses[1].spot.standard}/{uses[1].spot.clause}/context.issues"
    assert room.view.tools.standard.value() == uses[1].spot.standard
    assert browser.table.hasFocus()


def test_a_click_on_a_kindred_clause_leads_to_it(room: Room) -> None:
    room.view.go_to(NEW, "8.7")
    room.view.go_to(NEW, "7.2")
    link = next(link for link in room.view.browser.card.links() if "27001" in link.text())
    room.hands.click(link)
    assert room.view.place().startswith("iso-iec-27001-2022/7.2/")


def test_space_reads_on_and_then_takes_the_next_question(room: Room) -> None:
    browser, hands = room.view.browser, room.hands
    room.view.go_to(NEW, "4.1", "context.issues")
    area = browser.card.parentWidget().parentWidget()
    bar = area.verticalScrollBar()  # type: ignore[attr-defined]
    wait_until(lambda: 0 < bar.maximum() < browser.card.height(), "the card")
    assert bar.maximum() + area.height() < 1500
    presses = 0
    while browser.question() == "context.issues":
        assert presses < 20
        before = bar.value()
        hands.press(Qt.Key.Key_Space)
        presses += 1
        assert bar.value() > before or browser.question() != "context.issues"
    assert presses > 1
    assert bar.value() == 0


def test_a_clause_that_asks_nothing_says_so(tmp_path: Path) -> None:
    asked = builders.question("own.gate")
    clauses = (builders.clause("1", en="Silence"), builders.clause("2", "own.gate"))
    room = Room(own_library(tmp_path, builders.standard(*clauses, questions=[asked], key="own-firm")))
    room.view.go_to("own-firm", "1")
    browser = room.view.browser
    assert browser.table.isHidden()
    assert {"Silence", "Nothing is asked here."} <= set(texts(browser.card))
    assert browser.tree.hasFocus()
    room.hands.press(Qt.Key.Key_Down)
    assert browser.table.isVisible()
    room.close()


def test_the_other_language_is_one_click_away_and_the_window_keeps_its_own(room: Room, shipped: Library) -> None:
    view = room.view
    view.go_to(NEW, "4.1", "context.issues")
    room.hands.click(view.tools.language.button_of("ru"))
    reading = shipped.question("context.issues", "ru", NEW)
    assert reading.question in texts(view.browser.card)
    assert "Why it matters" in texts(view.browser.card)
    assert view.browser.question() == "context.issues"
    assert view.browser.clause() == "4.1"
    room.hands.click(view.tools.language.button_of("en"))
    assert reading.question not in texts(view.browser.card)


def test_reading_follows_the_language_of_the_window(room: Room, shipped: Library, dressed: QApplication) -> None:
    room.view.go_to(NEW, "4.1", "context.issues")
    speech.set_language(dressed, "ru")
    assert shipped.question("context.issues", "ru", NEW).question in texts(room.view.browser.card)
    assert room.view.tools.language.value() == "ru"


def test_another_standard_is_chosen_in_the_list(room: Room) -> None:
    combo = room.view.tools.standard
    combo.setFocus()
    room.hands.choose(combo, "ISO/IEC 27001:2022")
    assert room.view.browser.clause() == ""
    assert room.view.browser.model.rowCount() == len(room.library.questions("iso-iec-27001-2022", "", "en"))
    assert room.view.tools.standard.value() == "iso-iec-27001-2022"


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_part_shows_every_standard(room: Room, part: Part, language: str) -> None:
    view = room.view
    room.hands.click(view.tools.language.button_of(language))
    room.hands.click(view.part.button_of(part))
    for entry in room.library.standards():
        view.go_to(entry.heading.key)
        shown = view._stack.currentWidget()
        assert shown is view._parts[part]
        assert shown.isVisible()
        assert [type(widget).__name__ for widget in controls(view) if not spoken_name(widget).strip()] == []


def test_arrows_move_among_the_parts(room: Room) -> None:
    part, hands = room.view.part, room.hands
    hands.click(part.button_of(Part.QUESTIONS))
    hands.press(Qt.Key.Key_Right)
    assert part.value() == Part.DOCUMENTS
    assert room.view.documents.isVisible()
    hands.press(Qt.Key.Key_Tab)
    assert room.view.documents.isAncestorOf(QApplication.focusWidget())


def test_documents_say_need_and_lead_to_their_clause(room: Room, shipped: Library) -> None:
    view, hands = room.view, room.hands
    hands.click(view.part.button_of(Part.DOCUMENTS))
    documents = view.documents
    assert documents.model.rowCount() == len(shipped.documents(NEW, "en"))
    documents.take_keyboard()
    hands.press(Qt.Key.Key_Down, times=2)
    chosen = documents.model.at(documents.table.currentIndex())
    assert chosen is not None
    assert {chosen.name, chosen.why} <= set(texts(documents.card))
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert view.part.value() == Part.QUESTIONS
    assert view.place().startswith(f"{NEW}/{chosen.spot.clause}/")


def test_the_review_is_grouped_and_leads_to_its_clause(room: Room) -> None:
    view, hands = room.view, room.hands
    hands.click(view.part.button_of(Part.REVIEW))
    table = view.review.table
    view.review.take_keyboard()
    assert table.currentIndex().row() == 1
    hands.press(Qt.Key.Key_Home)
    assert table.currentIndex().row() == 1
    hands.press(Qt.Key.Key_Return)
    assert view.browser.clause() == "9.3.2"


def test_terms_are_in_both_languages_and_are_looked_for(room: Room, shipped: Library) -> None:
    view, hands = room.view, room.hands
    hands.click(view.part.button_of(Part.TERMS))
    terms = view.terms
    terms.take_keyboard()
    names = [term.name for term in terms.model.rows()]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(shipped.terms("ru"))
    hands.click(terms.search)
    hands.type_text("корректирующее\n")
    wait_until(lambda: terms.model.rowCount() == 1, "the term")
    chosen = terms.model.at(terms.table.currentIndex())
    assert chosen is not None
    assert (chosen.name, chosen.abroad) == ("corrective action", "корректирующее действие")
    hands.click(view.tools.language.button_of("ru"))
    chosen = terms.model.at(terms.table.currentIndex())
    assert chosen is not None
    assert (chosen.name, chosen.abroad) == ("корректирующее действие", "corrective action")
    terms.take_keyboard()
    hands.press(Qt.Key.Key_Return)
    assert view.tools.search.text() == "корректирующее действие"
    assert view._stack.currentWidget() is view.found
    assert view.found.model.rowCount() > 0
    view.tools.focus_search()
    hands.press(Qt.Key.Key_Escape)
    assert terms.isVisible()
    hands.click(terms.search)
    hands.type_text(" and a dragon\n")
    wait_until(terms.nothing.isVisible, "the words for nothing found")
    terms.nothing.action_requested.emit()
    assert terms.table.isVisible()
    assert terms.model.rowCount() == len(names)


def test_about_names_dates_with_their_source(room: Room, shipped: Library) -> None:
    room.hands.click(room.view.part.button_of(Part.ABOUT))
    said = "\n".join(texts(room.view.about))
    about = shipped.about(NEW, "en")
    assert about.title in said
    for day in about.transition:
        assert day.about in said and day.source in said and speech.speech().date(day.on) in said
    assert "fairly sure" in said
    assert "ISO 9001:2026, follows ISO 9001:2015" in said


# ---- comparing


def test_two_editions_are_compared_and_a_question_is_gone_to(room: Room, shipped: Library) -> None:
    view, hands = room.view, room.hands
    hands.click(view.part.button_of(Part.COMPARE))
    compare = view.compare
    assert (compare.old.value(), compare.new.value()) == (OLD, NEW)
    seen = shipped.compare(OLD, NEW, "en")
    for change in Change:
        assert any(f": {seen.count(change)}" in text for text in texts(compare.tally))
    shown = {row.change for row in compare.model.rows()}
    assert shown == {Change.MOVED, Change.NEW, Change.GONE}
    hands.choose(compare.show_, "Moved")
    assert {row.change for row in compare.model.rows()} == {Change.MOVED}
    compare.take_keyboard()
    hands.press(Qt.Key.Key_Down)
    chosen = compare.model.at(compare.table.currentIndex())
    assert chosen is not None and chosen.old != chosen.new
    hands.press(Qt.Key.Key_Return)
    assert view.place() == f"{NEW}/{chosen.new}/{chosen.key}"


def test_a_question_that_is_gone_is_read_in_the_old_edition(room: Room) -> None:
    view = room.view
    room.hands.click(view.part.button_of(Part.COMPARE))
    room.hands.choose(view.compare.show_, "Gone")
    gone = view.compare.model.at(0)
    assert gone is not None
    view.compare.take_keyboard()
    room.hands.press(Qt.Key.Key_Return)
    assert view.place() == f"{OLD}/{gone.old}/{gone.key}"


def test_the_two_can_be_swapped_and_chosen(room: Room, shipped: Library) -> None:
    view, hands = room.view, room.hands
    hands.click(view.part.button_of(Part.COMPARE))
    compare = view.compare
    hands.click(compare.swap)
    assert (compare.old.value(), compare.new.value()) == (NEW, OLD)
    hands.choose(compare.new, "ISO 14001:2026")
    seen = shipped.compare(NEW, "iso-14001-2026", "en")
    assert compare.model.rowCount() == len(seen.changes) - seen.count(Change.UNCHANGED)
    hands.choose(compare.old, "ISO 14001:2026")
    assert compare.model.rowCount() == 0
    assert compare.nothing.isVisible()
    compare.nothing.action_requested.emit()
    assert compare.model.rowCount() == len(shipped.questions("iso-14001-2026", "", "en"))


# ---- searching


def test_what_is_found_is_read_beside_it_and_gone_to(room: Room, shipped: Library) -> None:
    view, hands = room.view, room.hands
    room.search("поставщиками")
    found = view.found
    assert found.isVisible()
    assert found.table.hasFocus()
    hits = shipped.search("поставщиками", "en", NEW)
    assert [hit.key for hit in found.model.rows()] == [hit.key for hit in hits.shown]
    assert str(hits.total) in found.count.text()
    while (hit := found.model.at(found.table.currentIndex())) and hit.kind is not HitKind.QUESTION:
        hands.press(Qt.Key.Key_Down)
    assert hit is not None and hit.title in texts(found.card)
    hands.press(Qt.Key.Key_Return)
    assert view.place() == f"{hit.spots[0].standard}/{hit.spots[0].clause}/{hit.key}"
    assert view.browser.isVisible()
    assert view.browser.table.hasFocus()
    hands.click(view.back_button)
    assert found.isVisible()
    assert found.table.current_key() is not None


def test_typing_finds_without_enter_and_keeps_the_cursor(room: Room) -> None:
    room.view.find_requested()
    room.hands.type_text("supp")
    wait_until(room.view.found.isVisible, "hits")
    assert room.view.tools.search.hasFocus()
    room.hands.type_text("lier")
    wait_until(lambda: "supplier" in room.view.found._typed, "hits of the longer word")
    assert room.view.tools.search.hasFocus()
    room.hands.press(Qt.Key.Key_Down)
    assert room.view.found.table.hasFocus()


def test_esc_leaves_what_was_found(room: Room) -> None:
    view = room.view
    view.go_to(NEW, "4.1", "context.issues")
    room.search("supplier")
    room.hands.press(Qt.Key.Key_Escape)
    assert view.tools.search.text() == ""
    assert view.tools.search.hasFocus()
    assert view.browser.isVisible()
    assert view.browser.question() == "context.issues"


def test_a_document_and_a_topic_are_gone_to_where_they_are_listed(room: Room, shipped: Library) -> None:
    view = room.view
    document = shipped.documents(NEW, "en")[3]
    room.search(document.name)
    hit = view.found.model.at(0)
    assert hit is not None and hit.kind is HitKind.DOCUMENT
    room.hands.press(Qt.Key.Key_Return)
    assert view.documents.isVisible()
    assert view.documents.table.current_key() == document.key
    topic = shipped.review(NEW, "en")[2]
    view.find_requested()
    room.search(topic.name)
    rows = view.found.model.rows()
    place = next(place for place, hit in enumerate(rows) if hit.kind is HitKind.TOPIC)
    room.hands.press(Qt.Key.Key_Down, times=place)
    room.hands.press(Qt.Key.Key_Return)
    assert view.review.isVisible()
    shown = view.review.model.at(view.review.table.currentIndex())
    assert getattr(shown, "name", "") == rows[place].title


def test_nothing_found_is_said_and_taken_back_in_one_step(room: Room) -> None:
    room.search("квазиразмерность")
    assert room.view.found.nothing.isVisible()
    room.view.found.nothing.action_requested.emit()
    assert room.view.browser.isVisible()
    assert room.view.tools.search.text() == ""


def test_the_models_hold_what_qt_expects(room: Room, qtmodeltester: ModelTester) -> None:
    room.search("supplier")
    for part in Part:
        room.view.part.button_of(part).click()
    for model in (
        room.view.browser.model,
        room.view.browser.tree.model(),
        room.view.documents.model,
        room.view.review.model,
        room.view.compare.model,
        room.view.found.model,
    ):
        qtmodeltester.check(model, force_py=True)


# ---- what is not there


def test_a_damaged_own_standard_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("key = [\n", "utf-8")
    room = Room(Library(Shelf(own=tmp_path)))
    assert room.view.banner.isVisible()
    assert "broken.toml" in room.view.banner.text()
    assert room.view.browser.model.rowCount() > 100
    room.close()


def test_standards_that_cannot_be_read_are_said_in_the_page(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "iso-x").mkdir()
    (tmp_path / "iso-x" / "standard.toml").write_text("key = [\n", "utf-8")
    library = Library(Shelf(tmp_path, tmp_path / "own"))
    host = QWidget()
    jobs = JobRunner(host)
    view = LibraryView(library, jobs, Messages(host), Preferences(paths.settings_file(), host), host)
    host.show()
    view.enter()
    wait_until(lambda: not jobs.running, "the standards")
    assert any("standard.toml" in text for text in texts(view))
    assert QApplication.activeModalWidget() is None
    assert jobs.shut_down()
    host.close()
    host.deleteLater()


# ---- in the window


@pytest.fixture
def shown(services: Services, client: ClientId) -> Iterator[Shown]:
    window = Shown(services, client)
    yield window
    window.close()


def page_of(shown: Shown) -> LibraryPage:
    page = shown.page
    assert isinstance(page, LibraryPage)
    wait_until(lambda: shown.services.library.is_read and not shown.desk.jobs.running, "the standards")
    return page


def in_sidebar(shown: Shown, click: Callable[[Hands], None] | None = None) -> LibraryPage:
    """The line below the phases, clicked."""
    assert shown.desk.view is not None
    sidebar, hands = shown.desk.view.sidebar, Hands()
    hands.click_cell(sidebar, sidebar._pages[Page.LIBRARY].index())
    return page_of(shown)


def test_the_sidebar_leads_to_the_library_and_back(shown: Shown) -> None:
    page = in_sidebar(shown)
    assert page.foot.isHidden()
    assert page.view.browser.tree.hasFocus()
    assert shown.desk.view is not None
    assert shown.desk.view.panel.isHidden()
    QTest.keyClick(shown.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.page.key is Page.OVERVIEW
    assert shown.desk.view.panel.isVisible()
    QTest.keyClick(shown.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown.page.key is Page.LIBRARY


def test_ctrl_f_looks_in_all_standards(shown: Shown) -> None:
    page = in_sidebar(shown)
    QTest.keyClick(shown.window, Qt.Key.Key_F, CONTROL)
    assert page.view.tools.search.hasFocus()


def test_the_place_is_kept_for_the_way_back(shown: Shown) -> None:
    page = in_sidebar(shown)
    page.view.go_to("iso-14001-2026", "4.1", "context.issues")
    assert shown.desk.view is not None
    place = shown.desk.view.place
    assert place.row == "iso-14001-2026/4.1/context.issues"
    page.view.go_to(NEW, "8.4")
    shown.desk.view.go(place)
    assert page.view.place() == place.row


def test_the_library_is_no_work_to_go_on_with(shown: Shown) -> None:
    in_sidebar(shown)
    assert shown.desk.view is not None
    shown.desk._moved(shown.desk.view.place)
    assert shown.desk._last.of(shown.client) is None


def library_window(shown: Shown) -> LibraryWindow:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LibraryWindow)]
    (window,) = [widget for widget in found if widget.isVisible()]
    wait_until(lambda: shown.services.library.is_read and not shown.desk.jobs.running, "the standards")
    return window


def test_ctrl_l_opens_a_window_of_its_own_beside_the_work(shown: Shown) -> None:
    shown.window.activateWindow()
    QTest.keyClick(shown.window, Qt.Key.Key_L, CONTROL)
    window = library_window(shown)
    assert not window.isModal()
    assert window.windowTitle() == "Standards library"
    assert [type(widget).__name__ for widget in controls(window) if not spoken_name(widget).strip()] == []
    shown.desk.run("library")
    assert library_window(shown) is window
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert isinstance(window.focusWidget(), SearchBox)
    window.view.tools.search.setText("supplier")
    window.view._search("supplier")
    window.view.found.take_keyboard()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_start_screen_leads_to_the_library_without_a_client(shown: Shown, dressed: QApplication) -> None:
    shown.desk.show_clients()
    Hands().click(shown.window.start.library_button)
    window = library_window(shown)
    speech.set_language(dressed, "ru")
    assert window.windowTitle() == speech._("Standards library")
    shown.desk.close()
    assert not window.isVisible()


def test_what_one_view_brings_is_seen_by_the_other(shown: Shown) -> None:
    page = in_sidebar(shown)
    asked = builders.question("own.gate", text={"question": "Is the drawbridge up at night?"})
    standard = builders.standard(builders.clause("1", "own.gate"), questions=[asked], key="own-firm")
    library = shown.services.library
    folder = library.shelf.own_folder
    folder.mkdir(parents=True)
    (folder / "own-firm.toml").write_text(pack.write(standard, library.shelf.bank), "utf-8")
    library.forget("own-firm")
    QGuiApplication.sendEvent(page.view, QEvent(QEvent.Type.ActivationChange))
    wait_until(lambda: library.is_read and not shown.desk.jobs.running, "the standards")
    assert any("ISO TEST" in page.view.tools.standard.itemText(row) for row in range(8))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("size", [(1100, 680), (1366, 820), (2560, 1440)])
def test_no_part_scrolls_sideways_or_cuts_a_word(
    shipped: Library, dressed: QApplication, language: str, size: tuple[int, int]
) -> None:
    speech.set_language(dressed, language)
    room = Room(shipped, (size[0] - 324, size[1] - 180))
    wide, cut = [], []
    for part in Part:
        room.view.part.button_of(part).click()
        QTest.qWait(60)
        if room.view.minimumSizeHint().width() > room.view.width():
            wide.append(f"{part}: {room.view.minimumSizeHint().width()}")
        cut += [f"{part}: {label.text()!r}" for label in room.view.findChildren(QLabel) if is_cut(label)]
    room.search("поставщик")
    cut += [f"found: {label.text()!r}" for label in room.view.findChildren(QLabel) if is_cut(label)]
    room.close()
    assert (wide, cut) == ([], [])


def is_cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text():
        return False
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width())
    return label.width() + 1 < label.minimumSizeHint().width()
