"""Bad input in the real window: hostile and endless names, unreadable files, a full disk, a database that is damaged or newer,
a broken standard. Every time a sentence says what to do, and nothing is lost."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shown import Shown
from sqlalchemy import event

from isodesk import paths, resources
from isodesk.app.start import Starter
from isodesk.catalog.shelf import Shelf
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.errors import ContentError, UserError
from isodesk.services import sample
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech
from isodesk.ui.case import Place
from isodesk.ui.dialogs.new_client import NewClientWizard
from isodesk.ui.evidence_box import EvidenceBox
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.organisation import OrganisationPage
from isodesk.ui.pages.scope import ScopePage
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window

NAMES = {
    "markup": '<b>жирный</b> & "кавычки" <img src="file:///etc/passwd">',
    "long": ("Очень длинное название, которое никуда не помещается " * 6)[:300],
    "one word": "Щ" * 300,
    "signs": "😀 \u202eкозел\u202c {count} %s \\n \u0301",
}


@pytest.fixture
def shown(services: Services, client: ClientId, dressed: QApplication) -> Iterator[Shown]:
    speech.set_language(dressed, "ru")
    window = Shown(services, client, (1100, 680))
    yield window
    window.close()


@pytest.fixture
def told(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    """What a message would have said."""
    said: list[UserError] = []
    monkeypatch.setattr(shown.window.messages, "failure", said.append)
    return said


def visit(shown: Shown, page: Page) -> QWidget:
    assert shown.desk.view is not None
    shown.desk.view.go(Place(page))
    QTest.qWait(30)
    assert shown.page.key is page
    return shown.page


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace with everything in it."""
    folder = tmp_path_factory.mktemp("sampled") / "workspace"
    services = open_workspace(folder, actor="Тест")
    sample.create(services, "ru")
    services.close()
    return folder


def rename_everything(services: Services, client: ClientId, name: str) -> None:
    """The same name for firm, people, processes, sites, tasks and findings."""
    services.clients.change(
        client, name=name, short_name=name[:200], head_name=name, scope=name, activity=name, address=name
    )
    for person in services.team.people(client):
        services.team.change_person(client, person.id, name=name, post=name)
    for process in services.team.processes(client):
        services.team.change_process(client, process.id, name=name)
    services.plan.change(client, [task.id for task in services.plan.tasks(client, "ru")[:10]], title=name)
    for finding in services.findings.listed(client, "ru"):
        services.findings.change(client, finding.id, statement=name, evidence=name)


@pytest.mark.parametrize("name", list(NAMES.values()), ids=list(NAMES))
def test_names_of_all_kinds_are_shown_as_they_are_and_move_nothing(
    sampled: Path, tmp_path: Path, dressed: QApplication, name: str
) -> None:
    """No page is widened, none scrolls sideways, no name is read as markup."""
    shutil.copytree(sampled, tmp_path / "copy")
    services = open_workspace(tmp_path / "copy", actor="Тест")
    client = services.clients.listed()[0].id
    rename_everything(services, client, name)
    window = Shown(services, client, (1100, 680))
    trouble = []
    for page in Page:
        visit(window, page)
        if window.window.width() > 1100 or window.page.minimumSizeHint().width() > window.page.width():
            trouble.append(f"{page} needs {window.page.minimumSizeHint().width()}")
        for scroll in window.page.findChildren(QScrollArea):
            if (
                scroll.isVisible()
                and scroll.horizontalScrollBar().maximum()
                and scroll.horizontalScrollBar().isVisible()
            ):
                trouble.append(f"{page} scrolls sideways")
        for widget in window.window.findChildren(QWidget):
            if "<b>жирный" in widget.toolTip():
                trouble.append(f"{page} has a tip with markup: {widget.toolTip()}")
        for words in window.window.findChildren(QLabel):
            if "<b>жирный" in words.text() and words.textFormat() is not Qt.TextFormat.PlainText:
                trouble.append(f"{page} reads markup: {words.text()}")
    window.close()
    assert trouble == []


def test_a_name_that_was_emptied_is_refused_at_the_field_and_the_old_one_stays(
    shown: Shown, services: Services, client: ClientId
) -> None:
    page = visit(shown, Page.ORGANISATION)
    assert isinstance(page, OrganisationPage)
    before = services.clients.get(client).name
    field = page.form.fields["name"]
    page.form.focus("name")
    field.control.setText("   ")  # type: ignore[attr-defined]
    page.form.commit()
    assert field.error() == speech._("This field cannot be empty.") + " " + speech._("Type a name.")
    assert services.clients.get(client).name == before
    visit(shown, Page.TEAM)
    assert services.clients.get(client).name == before


def test_what_does_not_fit_into_a_line_is_said_not_cut_in_silence(shown: Shown) -> None:
    """T47."""
    page = visit(shown, Page.ORGANISATION)
    assert isinstance(page, OrganisationPage)
    control = page.form.fields["short_name"].control
    page.form.focus("short_name")
    QApplication.clipboard().setText("x" * 1_000_000)
    control.paste()  # type: ignore[attr-defined]
    most = control.maxLength()  # type: ignore[attr-defined]
    assert len(control.text()) == most  # type: ignore[attr-defined]
    QTest.qWait(20)
    assert QToolTip.isVisible()
    assert str(most) in QToolTip.text()
    QToolTip.hideText()


def test_a_megabyte_in_a_text_is_refused_at_the_field_and_stays_to_be_shortened(
    shown: Shown, services: Services, client: ClientId, told: list[UserError]
) -> None:
    """T47."""
    page = visit(shown, Page.SCOPE)
    assert isinstance(page, ScopePage)
    field = page.form.fields["scope"]
    page.form.focus("scope")
    field.control.setPlainText("слово " * 170_000)  # type: ignore[attr-defined]
    page.form.commit()
    assert field.error()
    assert told == []
    assert services.clients.get(client).scope == ""
    assert len(field.control.toPlainText()) == 1_020_000  # type: ignore[attr-defined]
    field.control.setPlainText("Мебель")  # type: ignore[attr-defined]
    page.form.commit()
    assert field.error() == ""
    assert services.clients.get(client).scope == "Мебель"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that exists and cannot be read")
def test_evidence_that_cannot_be_read_is_named_and_the_rest_comes_in(
    shown: Shown, services: Services, client: ClientId, told: list[UserError], tmp_path: Path, qtbot: QtBot
) -> None:
    page = visit(shown, Page.GAP)
    assert isinstance(page, GapPage)
    key = services.assessment.questions(client, "ru")[0].key
    large, sound = tmp_path / "large.pdf", tmp_path / "sound.pdf"
    sound.write_bytes(b"%PDF-1.4")
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    box = page.findChild(EvidenceBox)
    assert isinstance(box, EvidenceBox)
    box.show_for(key, writable=True)
    box.attach([large, Path("/proc/self/mem"), sound])
    qtbot.waitUntil(
        lambda: len(told) == 2 and bool(services.evidence.listed(client, Subject.ANSWER, key)), timeout=9000
    )
    texts = sorted(error.text(speech.speech()) for error in told)
    assert any("large.pdf" in text for text in texts)
    assert any("mem" in text for text in texts)
    assert [file.name for file in services.evidence.listed(client, Subject.ANSWER, key)] == ["sound.pdf"]
    stored = [path for path in (services.folder / "attachments").rglob("*") if path.is_file()]
    assert [path.stat().st_size for path in stored] == [8]


def test_a_full_disk_is_said_and_the_answer_goes_back(
    shown: Shown, services: Services, client: ClientId, told: list[UserError]
) -> None:
    """T07: what was stored is there, and work goes on when there is room again."""
    page = visit(shown, Page.GAP)
    assert isinstance(page, GapPage)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_1)
    engine = services.workshop.engine
    limit = {"pages": 1}

    def restrict(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={limit['pages']}")

    engine.dispose()
    event.listen(engine, "connect", restrict)
    for _number in range(60):
        QTest.keyClick(page.table, Qt.Key.Key_2)
        if told:
            break
    assert told
    assert told[0].text(speech.speech()).startswith("Диск заполнен")
    kept = [view.conformity for view in services.assessment.questions(client, "ru")]
    model = page.table.model()
    column = next(c for c in range(model.columnCount()) if model.index(0, c).data() == speech._("Conforms"))
    seen = [model.index(row, column).data() for row in range(model.rowCount())]
    assert seen.count(speech._("Partly")) == kept.count(Conformity.PARTLY)
    assert kept[0] is Conformity.CONFORMS
    limit["pages"] = 1_000_000
    engine.dispose()
    said = len(told)
    QTest.keyClick(page.table, Qt.Key.Key_3)
    assert len(told) == said
    assert Conformity.ABSENT in [view.conformity for view in services.assessment.questions(client, "ru")]


def begun(folder: Path) -> Starter:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Starter(app, Preferences(paths.settings_file()), folder, until="")


def closed(window: Window) -> None:
    window.close()
    window.deleteLater()
    QTest.qWait(1)


def foreign(file: Path) -> None:
    """A database of another program."""
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE letters (id INTEGER PRIMARY KEY, words TEXT)")
    connection.close()


DAMAGE = {
    "text": lambda file: file.write_text("Уважаемый клиент! " * 500, "utf-8"),
    "zeroed head": lambda file: file.write_bytes(bytes(4096) + file.read_bytes()[4096:]),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:10_000]),
    "of another program": foreign,
}


@pytest.mark.parametrize("damage", list(DAMAGE.values()), ids=list(DAMAGE))
def test_a_damaged_database_is_told_of_and_left_as_it_is(
    template: Path, folder: Path, qtbot: QtBot, damage: object
) -> None:
    """T12: a sentence with a remedy, no dialog, and the only thing to do is to choose another folder."""
    shutil.copytree(template, folder)
    file = folder / "isodesk.db"
    damage(file)  # type: ignore[operator]
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    starter = begun(folder)
    window = starter.window
    window.show()
    qtbot.waitUntil(window.banner.isVisible)
    assert len(window.banner.text().split(". ")) >= 2, "a problem and what to do about it"
    assert window.start.workspace_button.isEnabled()
    assert not window.start.new_button.isEnabled()
    closed(window)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_a_newer_database_is_read_and_never_touched(template: Path, folder: Path, qtbot: QtBot) -> None:
    """T27: every page can be read; not a byte changes."""
    shutil.copytree(template, folder)
    file = folder / "isodesk.db"
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_of_the_future'")
        connection.execute("CREATE TABLE hologram (id TEXT)")
    connection.close()
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    starter = begun(folder)
    window = starter.window
    window.show()
    qtbot.waitUntil(window.banner.isVisible)
    assert "newer" in window.banner.text()
    view = window.desk.view  # type: ignore[union-attr]
    for page in Page:
        view.go(Place(page))
        QTest.qWait(20)
        assert view.page is not None
        assert view.page.key is page
    closed(window)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


@pytest.fixture
def broken_shelf(tmp_path: Path) -> Shelf:
    """The standards that ship with isodesk, with a slip of the pen in one file of questions."""
    folder = tmp_path / "standards"
    shutil.copytree(resources.path("standards"), folder)
    file = folder / "questions" / "design.toml"
    file.write_text(file.read_text("utf-8") + "\nbroken = [\n", "utf-8")
    return Shelf(folder)


def test_a_broken_standard_is_said_in_the_wizard(folder: Path, broken_shelf: Shelf, qtbot: QtBot) -> None:
    """Standards are listed by their heads; when one is read whole, the wizard says which file is broken, and makes nothing."""
    services = open_workspace(folder, actor="Тест", shelf=broken_shelf)
    wizard = NewClientWizard(services, "ru")
    qtbot.addWidget(wizard)
    wizard.show()
    height = wizard.height()
    wizard.name.setText("ООО «Ромашка»")
    wizard.next_button.click()
    wizard.next_button.click()
    QTest.qWait(20)
    assert wizard.error.isVisible()
    assert "design.toml" in wizard.error.text()
    assert wizard.height() == height
    assert wizard.standard.isVisible()
    assert services.clients.listed() == ()
    services.close()


def test_a_client_of_before_works_on_with_a_broken_standard(
    template: Path, folder: Path, broken_shelf: Shelf, dressed: QApplication
) -> None:
    """The client keeps a snapshot of what it was assessed against (decisions 18)."""
    shutil.copytree(template, folder)
    services = open_workspace(folder, actor="Тест", shelf=broken_shelf)
    with pytest.raises(ContentError):
        services.standards.shelf.all()
    window = Shown(services, services.clients.listed()[0].id)
    for page in Page:
        visit(window, page)
    gap = visit(window, Page.GAP)
    assert isinstance(gap, GapPage)
    assert gap.table.model().rowCount() > 100
    window.close()
