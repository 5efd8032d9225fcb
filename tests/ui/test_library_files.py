"""Standards as files in the window: a list is imported with its columns, a colleague's pack, a mapping; exported, removed."""

from collections.abc import Iterator
from pathlib import Path

import builders
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox, QPushButton
from shown import Shown
from walks.hands import CONTROL, Hands, wait_until

from isodesk import paths
from isodesk.catalog import mapping, pack
from isodesk.catalog.editions import Change
from isodesk.catalog.mapping import Mapping, Pair, Relation, Side
from isodesk.catalog.shelf import Shelf
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.library import Library
from isodesk.services.workspace import Services
from isodesk.ui.jobs import JobRunner
from isodesk.ui.library.frame import Part
from isodesk.ui.library.import_wizard import CONTENT, FILE, NAMES, ImportWizard
from isodesk.ui.library.view import LibraryView
from isodesk.ui.pages.library import LibraryPage

NEW, OLD = "iso-9001-2026", "iso-9001-2015"
LIST = """№;Название;Вопрос;Комментарий
1;Общие;;
1.1;Приказ;Назначен ли ответственный за подъёмный мост?;Кто отвечает
1.2;Инструктаж;Проведён ли инструктаж у подъёмного моста?;
2;Склад;Свободны ли проходы к подъёмному мосту?;
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(Shelf(own=tmp_path / "own"))
    made.read()
    return made


@pytest.fixture
def wizard(library: Library, tmp_path: Path, dressed: QApplication) -> Iterator[ImportWizard]:
    jobs = JobRunner()
    made = ImportWizard(library, jobs, tmp_path)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    assert jobs.shut_down()
    made.deleteLater()


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def opened(wizard: ImportWizard, file: Path, step: int = CONTENT) -> None:
    """The path is typed, Enter goes on."""
    wizard.file.path.setFocus()
    wizard.file.path.selectAll()
    hands = Hands()
    hands.type_text(str(file))
    hands.press(Qt.Key.Key_Return)
    wait_until(lambda: wizard.step() == step and wizard.next.isEnabled(), "the file")


def taken(wizard: ImportWizard) -> None:
    Hands().click(wizard.next)
    wait_until(lambda: not wizard.isVisible() or bool(wizard.names.form.fields["key"].error()), "the import")


def own_files(library: Library) -> list[str]:
    return sorted(file.name for file in library.shelf.own_folder.rglob("*") if file.is_file())


def test_a_list_is_shown_before_it_is_taken(wizard: ImportWizard, library: Library, tmp_path: Path) -> None:
    opened(wizard, written(tmp_path, "bridge.csv", LIST))
    preview = wizard.preview
    assert preview.columns["number"].hasFocus()
    assert {name: choice.value() for name, choice in preview.columns.items()} == {
        "number": 0,
        "title": 1,
        "question": 2,
        "description": 3,
        "parent": None,
    }
    assert preview.counts.text() == "4 requirements, 3 of them are asked about  ·  Русский"
    assert [line.number for _place, line in preview.model.rows()] == ["1", "1.1", "1.2", "2"]
    assert own_files(library) == []
    Hands().click(wizard.next)
    assert wizard.step() == NAMES
    assert (wizard.names.key.text(), wizard.names.designation.text()) == ("bridge", "bridge")
    assert wizard.names.language.value() == "ru"
    assert wizard.names.designation.hasFocus()
    Hands().press(Qt.Key.Key_A, CONTROL)
    Hands().type_text("Мост 1")
    taken(wizard)
    assert wizard.taken is not None and (wizard.taken.key, wizard.taken.name) == ("bridge", "Мост 1")
    assert own_files(library) == ["bridge.toml"]
    standard = library.shelf.standard("bridge")
    assert [clause.number for clause in standard.clauses] == ["1", "1.1", "1.2", "2"]
    assert standard.title("ru") == "bridge"
    assert not library.is_read


def test_other_columns_are_seen_at_once(wizard: ImportWizard, tmp_path: Path) -> None:
    opened(wizard, written(tmp_path, "bridge.csv", LIST))
    preview, hands = wizard.preview, Hands()
    hands.choose(preview.columns["question"], "D")
    wait_until(lambda: preview.model.rows()[1][1].question == "Кто отвечает", "the other column")
    for name in ("title", "question", "description"):
        hands.choose(preview.columns[name], "not in this list")
        wait_until(wizard.next.isEnabled, "the preview")
    assert preview.banner.isVisible()
    assert "Say which one does" in preview.banner.text()
    hands.click(wizard.next)
    assert wizard.step() == CONTENT
    hands.choose(preview.columns["title"], "B")
    wait_until(lambda: preview.model.rowCount() == 4, "the preview")
    assert not preview.banner.isVisible()


def test_another_sheet_of_a_workbook_is_shown(wizard: ImportWizard, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("Second")
    first.title = "First"
    first.append(["No", "Title", "Question"])
    first.append(["1", "Gate", "Is the drawbridge up?"])
    second.append(["No", "Title", "Question"])
    second.append(["7", "Moat", "Is the moat deep?"])
    book.save(tmp_path / "two.xlsx")
    opened(wizard, tmp_path / "two.xlsx")
    preview = wizard.preview
    assert preview.sheet.isVisible()
    assert preview.model.rows()[0][1].question == "Is the drawbridge up?"
    Hands().choose(preview.sheet, "Second")
    wait_until(lambda: preview.model.rows()[0][1].question == "Is the moat deep?", "the other sheet")
    assert preview.sheet.value() == "Second"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nowhere.csv", None, "nowhere.csv cannot be read"),
        ("broken.toml", "key = [\n", "line 2"),
        ("empty.csv", "", "empty.csv"),
        ("picture.bin", "\x00\x01", "no kind that can be imported"),
        ("lib.yaml", "objects:\n  framework: &a\n    urn: *a\n", "line 2"),
    ],
)
def test_what_cannot_be_taken_is_said_at_the_field(
    wizard: ImportWizard, library: Library, tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    file = tmp_path / name if text is None else written(tmp_path, name, text)
    opened(wizard, file, step=FILE)
    assert said in wizard.file.field.error()
    assert wizard.file.path.hasFocus()
    assert own_files(library) == []
    opened(wizard, written(tmp_path, "good.csv", LIST))
    assert wizard.file.field.error() == ""


def test_all_faults_of_a_pack_are_listed(wizard: ImportWizard, tmp_path: Path) -> None:
    text = 'key = "x-x"\ndesignation = "X"\n[[clause]]\nnumber = "1"\n[[clause]]\nnumber = "2"\ntitle = 3\n'
    opened(wizard, written(tmp_path, "bad.toml", text), step=FILE)
    assert "line 4" in wizard.file.field.error()
    assert "line 6" in wizard.file.faults.toPlainText()
    assert wizard.file.faults.isVisible()


def test_without_a_file_nothing_begins(wizard: ImportWizard) -> None:
    Hands().click(wizard.next)
    assert wizard.step() == FILE
    assert wizard.file.field.error()


def test_a_key_that_cannot_be_is_refused_at_its_field(wizard: ImportWizard, library: Library, tmp_path: Path) -> None:
    opened(wizard, written(tmp_path, "bridge.csv", LIST))
    hands = Hands()
    hands.click(wizard.next)
    hands.fill(wizard.names.key, "Плохой ключ")
    taken(wizard)
    assert "cannot be the key" in wizard.names.form.fields["key"].error()
    assert wizard.names.key.hasFocus()
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.press(Qt.Key.Key_Backspace)
    hands.click(wizard.next)
    assert wizard.names.form.fields["key"].error()
    assert own_files(library) == []
    hands.fill(wizard.names.key, "good-key")
    taken(wizard)
    assert own_files(library) == ["good-key.toml"]


def test_an_own_standard_is_replaced_only_when_that_is_said(
    wizard: ImportWizard, library: Library, tmp_path: Path
) -> None:
    held = builders.standard(
        builders.clause("1", "own.gate"), questions=[builders.question("own.gate")], key="bridge", designation="HELD"
    )
    library.shelf.install(held)
    opened(wizard, written(tmp_path, "bridge.csv", LIST))
    hands = Hands()
    hands.click(wizard.next)
    assert wizard.names.replace.isVisible()
    taken(wizard)
    assert "already" in wizard.names.form.fields["key"].error()
    assert library.shelf.standard("bridge").designation == "HELD"
    hands.click(wizard.names.replace)
    taken(wizard)
    assert library.shelf.standard("bridge").designation == "bridge"


def test_a_copy_of_what_ships_gets_a_key_of_its_own(wizard: ImportWizard, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "copy.toml"
    library.export(NEW, file)
    opened(wizard, file)
    assert not wizard.preview.form.isVisible()
    assert wizard.preview.table.hasFocus()
    Hands().click(wizard.next)
    assert wizard.names.key.text() == f"own-{NEW}"
    assert not wizard.names.title.isVisible()
    taken(wizard)
    copy = library.shelf.standard(f"own-{NEW}")
    assert copy.question_keys == library.shelf.standard(NEW).question_keys


def test_an_imported_mapping_says_where_a_clause_is_found(
    wizard: ImportWizard, library: Library, tmp_path: Path
) -> None:
    made = Mapping(
        key="mine",
        names={"en": "My mapping"},
        source=Side("", "iso-45001-2018"),
        target=Side("", NEW),
        pairs=(Pair("8.2", "8.5.1", Relation.EQUAL), Pair("8.2", "8.7", Relation.NOT_RELATED)),
    )
    opened(wizard, written(tmp_path, "mine.toml", mapping.write(made)))
    assert wizard.preview.counts.text() == "2 pairs of requirements of two standards"
    heads = [wizard.preview.model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["In the one", "In the other", "How much they share"]
    Hands().click(wizard.next)
    assert not wizard.names.designation.isVisible()
    taken(wizard)
    assert wizard.taken is not None and not wizard.taken.is_standard
    for standard, clause, other, place in (
        ("iso-45001-2018", "8.2", NEW, "8.5.1"),
        (NEW, "8.5.1", "iso-45001-2018", "8.2"),
    ):
        kinship = next(one for one in library.kin(standard, clause, "ru") if one.theme == "My mapping")
        assert [(spot.standard, spot.clause) for spot in kinship.spots] == [(other, place)]


# ---- the walk


@pytest.fixture
def shown(services: Services, client: ClientId) -> Iterator[Shown]:
    window = Shown(services, client)
    window.window.activateWindow()
    assert QTest.qWaitForWindowActive(window.window)
    yield window
    window.close()


def command(view: LibraryView, words: str) -> QAction:
    (found,) = [action for action in view.tools.menu.menu().actions() if words in action.text()]
    return found


def test_a_walk_through_the_library(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: ClientId
) -> None:
    """Open, search in the other language, see where it counts, compare, import, find, export, remove."""
    services, hands = shown.services, Hands()
    assert shown.desk.view is not None

    def read() -> None:
        wait_until(lambda: services.library.is_read and not shown.desk.jobs.running, "the standards")

    hands.click_cell(shown.desk.view.sidebar, shown.desk.view.sidebar._pages[Page.LIBRARY].index())
    read()
    page = shown.page
    assert isinstance(page, LibraryPage)
    view = page.view

    hands.press(Qt.Key.Key_F, CONTROL)
    hands.type_text("внутренних аудитов")
    hands.press(Qt.Key.Key_Return)
    assert view.found.table.hasFocus() and view.found.model.rowCount() > 3
    while (hit := view.found.model.at(view.found.table.currentIndex())) and (
        hit.kind != "question" or len(hit.spots) < 3
    ):
        hands.press(Qt.Key.Key_Down)
    assert hit is not None
    hands.press(Qt.Key.Key_Return)
    assert view.browser.question() == hit.key
    hands.press(Qt.Key.Key_Return)
    link = QApplication.focusWidget()
    assert isinstance(link, QPushButton) and "ISO" in link.text()
    hands.press(Qt.Key.Key_Return)
    assert view.browser.question() == hit.key
    assert view.tools.standard.value() != hit.spots[0].standard

    hands.choose(view.tools.standard, "ISO 9001:2026")
    hands.click(view.part.button_of(Part.COMPARE))
    assert (view.compare.old.value(), view.compare.new.value()) == (OLD, NEW)
    hands.choose(view.compare.show_, "New")
    assert {row.change for row in view.compare.model.rows()} == {Change.NEW}

    def fill(wizard: ImportWizard) -> None:
        hands.type_text(str(written(tmp_path, "bridge.csv", LIST)))
        hands.press(Qt.Key.Key_Return)
        wait_until(lambda: wizard.step() == CONTENT, "what is in it")
        hands.click(wizard.next)
        hands.click(wizard.next)
        wait_until(lambda: not wizard.isVisible(), "the import")

    hands.in_dialog(ImportWizard, command(view, "Import").trigger, fill)
    read()
    assert view.tools.standard.value() == "bridge"
    assert view.browser.model.rowCount() == 3
    assert view.tools.standard.currentText().endswith("(own)")
    assert "imported" in shown.window.messages.last
    services.adoptions.add(client, "bridge")
    asked = {question.key for question in services.assessment.questions(client, "ru")}

    hands.press(Qt.Key.Key_F, CONTROL)
    hands.type_text("подъемному мосту")
    hands.press(Qt.Key.Key_Return)
    hit = view.found.model.at(0)
    assert hit is not None and hit.spots[0].standard == "bridge"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_n: (str(tmp_path / "given"), ""))
    command(view, "Export").trigger()
    wait_until((tmp_path / "given.toml").is_file, "the file")
    wait_until(lambda: "given.toml" in shown.window.messages.last, "the notice")
    assert pack.read(tmp_path / "given.toml", services.standards.shelf.bank) == services.standards.shelf.standard(
        "bridge"
    )

    def refuse(box: QMessageBox) -> None:
        hands.press(Qt.Key.Key_Escape)

    def agree(box: QMessageBox) -> None:
        (verb,) = [button for button in box.buttons() if button.text() == "Remove the standard"]
        hands.click(verb)

    hands.in_dialog(QMessageBox, command(view, "Remove").trigger, refuse)
    assert (paths.standards_folder() / "bridge.toml").is_file()
    hands.in_dialog(QMessageBox, command(view, "Remove").trigger, agree)
    read()
    assert not (paths.standards_folder() / "bridge.toml").exists()
    assert view.tools.standard.value() == NEW
    assert not command(view, "Remove").isEnabled()
    assert isinstance(view.tools.standard, QComboBox)
    assert not any("bridge" in view.tools.standard.itemText(row) for row in range(view.tools.standard.count()))
    assert {question.key for question in services.assessment.questions(client, "ru")} == asked
