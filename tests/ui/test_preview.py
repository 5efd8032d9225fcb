"""The preview shows what will be on paper, finds words in it, saves it and prints it; late jobs are not heard."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import builders
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui import paper_printing
from isodesk.ui.bridge import Bridge
from isodesk.ui.case import Case
from isodesk.ui.dialogs import preview
from isodesk.ui.dialogs.preview import PreviewDialog
from isodesk.ui.jobs import Cancelled, JobRunner
from isodesk.ui.messages import Messages
from isodesk.ui.pdf_pages import PdfPages
from isodesk.ui.preferences import Preferences
from isodesk.ui.widgets.print_options import PrintOptions

Show = Callable[..., PreviewDialog]


@pytest.fixture
def case(qtbot: QtBot, services: Services, client: ClientId, tmp_path: Path) -> Iterator[Case]:
    host = QWidget()
    host.resize(1366, 768)
    qtbot.addWidget(host)
    jobs = JobRunner(host)
    yield Case(services, client, Bridge(services.bus), jobs, Messages(host), Preferences(tmp_path / "preferences.json"))
    assert jobs.shut_down()


@pytest.fixture
def show(qtbot: QtBot, case: Case) -> Show:
    """A preview that has laid out its document, or said why it cannot."""

    def made(document: str, audit: str = "") -> PreviewDialog:
        dialog = PreviewDialog(case, document, audit)
        qtbot.addWidget(dialog)
        dialog.resize(1000, 700)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.paper.pages is not None or dialog.paper.banner.isVisible(), timeout=10_000)
        return dialog

    return made


def pages(dialog: PreviewDialog) -> PdfPages:
    assert dialog.paper.pages is not None
    return dialog.paper.pages


def pick(box: QComboBox, value: object) -> None:
    """As a person does."""
    box.set_value(None)  # type: ignore[attr-defined]
    position = box._values.index(value)  # type: ignore[attr-defined]
    box.setCurrentIndex(position)
    box.activated.emit(position)


def search(qtbot: QtBot, dialog: PreviewDialog, text: str) -> str:
    dialog.paper.bar.search.setText(text)
    with qtbot.waitSignal(dialog.paper.bar.searched):
        pass
    qtbot.waitUntil(lambda: not dialog._case.jobs.running)
    return dialog.paper.bar._found.text()


def test_the_first_page_is_drawn_sharp_and_the_keyboard_turns_pages(qtbot: QtBot, show: Show) -> None:
    """U53."""
    dialog = show("gap-report:blank")
    view = dialog.paper.view
    qtbot.waitUntil(lambda: view.missing() is None)
    assert pages(dialog).text(0).count("Вектор") >= 1
    assert view.pages() == len(pages(dialog)) > 5

    for key, page in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, view.pages() - 1), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(view, key)
        assert view.page() == page
    assert view.accessibleDescription() == f"Page 1 of {view.pages()}"
    assert dialog.paper.bar.number.text() == "1"


def test_a_page_can_be_asked_for_by_its_number(show: Show) -> None:
    dialog = show("gap-report:blank")
    number = dialog.paper.bar.number
    for typed, page in (("3", 2), ("9999", dialog.paper.view.pages() - 1), ("x", dialog.paper.view.pages() - 1)):
        number.setText(typed)
        QTest.keyClick(number, Qt.Key.Key_Return)
        assert dialog.paper.view.page() == page
        assert number.text() == str(page + 1)
    assert dialog.isVisible()


def test_zooming_keeps_the_page_and_asks_for_sharper_pictures(qtbot: QtBot, show: Show) -> None:
    dialog = show("gap-report:blank")
    view = dialog.paper.view
    qtbot.waitUntil(lambda: view.missing() is None)
    view.go_to(3)
    view.zoom_to(1.5)
    assert view.page() == 3
    need = view.missing()
    assert need is not None and need[1] == pytest.approx(1.5 * view.logicalDpiX() / 72 * view.devicePixelRatioF())
    qtbot.waitUntil(lambda: view.missing() is None)
    QTest.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fits()
    for _step in range(20):
        view.zoom_by(-1)
    assert view.factor() == pytest.approx(0.25)


def test_the_language_of_the_paper_is_not_that_of_the_window(qtbot: QtBot, show: Show) -> None:
    """U66."""
    dialog = show("gap-report")
    assert "СИСТЕМА МЕНЕДЖМЕНТА" in pages(dialog).text(0)
    first = pages(dialog)

    pick(dialog.options.language, "en")
    qtbot.waitUntil(lambda: dialog.paper.pages not in {None, first})

    assert "СИСТЕМА" not in pages(dialog).text(0)
    assert "Gap assessment" in pages(dialog).text(0)


def choose(options: PrintOptions, key: str) -> None:
    """Picks a document in the list."""
    options.documents.setCurrentRow([kind.key for kind in options._kinds].index(key))


def test_only_what_the_document_knows_is_asked_for(show: Show, services: Services, client: ClientId) -> None:
    audit = builders.audit(services, client)
    for _finding in range(2):
        builders.finding(services, client, audit)
    options = show("audit-checklist:blank").options

    def shown() -> set[str]:
        return {name for name, field in options._fields.items() if field.isVisible()}

    assert shown() == {"blank", "audit", "row_mm", "language"}
    pick(options.blank, False)
    assert shown() == {"blank", "audit", "language"}
    choose(options, "nonconformity")
    assert shown() == {"blank", "audit", "record", "language"}
    choose(options, "plan")
    assert shown() == {"language"}


def test_the_audit_that_was_asked_for_is_shown(show: Show, services: Services, client: ClientId) -> None:
    first = builders.audit(services, client)
    builders.audit(services, client, *[view.id for view in services.team.processes(client)])
    number = services.audits.get(first).number

    dialog = show("audit-checklist", number)

    assert number in pages(dialog).text(0)
    assert dialog.options.choice().audit == first


def test_one_record_can_be_asked_for(show: Show, services: Services, client: ClientId) -> None:
    audit = builders.audit(services, client)
    numbers = [services.findings.get(client, builders.finding(services, client, audit), "en").number for _i in "12"]

    dialog = show(f"nonconformity:{numbers[1]}", services.audits.get(audit).number)

    words = "".join(pages(dialog).text(page) for page in range(len(pages(dialog))))
    assert numbers[1] in words and numbers[0] not in words


def test_trouble_is_said_in_place_and_nothing_can_be_printed(show: Show) -> None:
    dialog = show("audit-report")

    assert "no internal audit yet" in dialog.paper.banner.text()
    assert not dialog.print_button.isEnabled() and not dialog.save_button.isEnabled()
    dialog.options.documents.setCurrentRow(0)


def test_a_stamp_is_printed_when_it_is_wanted(qtbot: QtBot, show: Show) -> None:
    dialog = show("gap-report")
    first = pages(dialog)
    assert "23.11.2026, Иванова А. А." not in first.text(0)

    dialog.options.stamp.click()
    qtbot.waitUntil(lambda: dialog.paper.pages not in {None, first})

    assert "23.11.2026, Иванова А. А." in pages(dialog).text(0)


def test_an_earlier_document_never_shows_up_late(qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is held up after its last chance to stop, until the next one is shown."""
    dialog = show("gap-report")
    gate, held = threading.Event(), threading.Event()

    def slow(content: bytes) -> PdfPages:
        if not held.is_set():
            held.set()
            gate.wait(5)
        return PdfPages(content)

    monkeypatch.setattr(preview, "PdfPages", slow)
    choose(dialog.options, "plan")
    qtbot.waitUntil(held.is_set)
    choose(dialog.options, "gap-report")
    qtbot.waitUntil(lambda: dialog.paper.pages is not None)
    shown = pages(dialog)
    gate.set()
    qtbot.waitUntil(lambda: not dialog._case.jobs.running)

    assert pages(dialog) is shown


def test_words_are_found_whatever_their_case_and_over_line_ends(qtbot: QtBot, show: Show) -> None:
    dialog = show("gap-report:blank")
    bar = dialog.paper.bar

    assert search(qtbot, dialog, "zzzz").startswith("Not found")
    found = search(qtbot, dialog, "ВЕКТОР")
    assert found.startswith("1 of ")
    count = int(found.split()[-1])
    assert count >= len(pages(dialog))
    QTest.keyClick(bar.search, Qt.Key.Key_Return)
    assert bar._found.text() == f"2 of {count}"
    QTest.keyClick(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar._found.text() == f"{count} of {count}"
    assert dialog.paper.view.page() == dialog.paper.view.pages() - 1
    assert dialog.isVisible(), "Enter in the search is not the verb of the dialog"
    assert search(qtbot, dialog, "") == ""


@pytest.mark.parametrize("text", ['"', "(", "[а-", "\\", "*", "a OR b", "😀", "<b>&"])
def test_any_text_can_be_looked_for(qtbot: QtBot, show: Show, text: str) -> None:
    dialog = show("plan")
    assert "of" in search(qtbot, dialog, text) or dialog.paper.bar._found.text() == "Not found"


def test_yo_is_found_as_ye_and_a_hit_lies_on_its_word(show: Show, services: Services, client: ClientId) -> None:
    services.clients.change(client, name="ООО «Ёлка и Ко»")
    found = pages(show("gap-report")).find("елка  И ко")

    left, top, right, bottom = found[0].boxes[0]
    assert found[0].page == 0
    assert 20 < right - left < 200 and 4 < bottom - top < 30 and 50 < top < 400


def test_a_search_can_be_stopped(show: Show) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pages(show("plan")).find("а", stop)


def test_what_is_saved_is_what_is_shown_and_the_folder_is_remembered(
    qtbot: QtBot, show: Show, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show("gap-report")
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "отчет"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog.save_button.click()
    qtbot.waitUntil(dialog.paper.banner.isVisible)

    assert (tmp_path / "отчет.pdf").read_bytes() == pages(dialog).content
    assert case.preferences.current.print_folder == str(tmp_path)
    assert Path(proposed[0]).name.endswith("Вектор.pdf") or "Вектор" in proposed[0]
    assert "отчет.pdf" in dialog.paper.banner.text()
    assert [made.text() for made in dialog.paper.banner._buttons] == ["Open folder", "Open the PDF"]


def test_a_file_that_cannot_be_written_is_said_in_place(
    qtbot: QtBot, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show("plan")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "gone" / "a.pdf"), ""))
    dialog.save()
    qtbot.waitUntil(dialog.paper.banner.isVisible)

    assert "does not exist" in dialog.paper.banner.text()
    assert dialog.print_button.isEnabled()


def test_without_a_printer_the_pdf_is_offered(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = show("plan")
    monkeypatch.setattr(paper_printing, "printers", list)
    dialog.print_button.click()

    assert "No printer" in dialog.paper.banner.text()
    assert [made.text() for made in dialog.paper.banner._buttons] == ["Save as PDF…"]


def to_file(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(150)
    printer.setFullPage(True)
    return printer


def darkness(picture: QImage) -> float:
    small = picture.scaled(60, 60, mode=Qt.TransformationMode.SmoothTransformation).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
    return sum(255 - small.pixelColor(x, y).lightness() for x in range(60) for y in range(60)) / 3600


def test_paper_carries_every_page_at_its_own_size_and_way_round(
    qtbot: QtBot, show: Show, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show("gap-report")
    printer = to_file(tmp_path / "printed.pdf")
    monkeypatch.setattr(paper_printing, "printers", lambda: ["Office"])
    monkeypatch.setattr(paper_printing, "prepared", lambda _preferences: printer)
    monkeypatch.setattr(paper_printing, "ask", lambda *_a: True)
    dialog.print()
    qtbot.waitUntil(dialog.paper.banner.isVisible, timeout=30_000)

    assert f"{len(pages(dialog))} pages are with the printer" in dialog.paper.banner.text()
    printed, shown = PdfPages((tmp_path / "printed.pdf").read_bytes()), pages(dialog)
    assert len(printed) == len(shown)
    assert {width > height for width, height in shown.sizes} == {True, False}
    for page, (width, height) in enumerate(shown.sizes):
        assert printed.sizes[page] == pytest.approx((width, height), abs=3)
    for page in (0, len(shown) - 1):
        assert darkness(printed.picture(page, 1.0)) == pytest.approx(darkness(shown.picture(page, 1.0)), rel=0.25)
    assert case.preferences.current.paper == "A4"


def test_a_range_and_copies_are_printed(show: Show, tmp_path: Path) -> None:
    """U53."""
    shown = pages(show("gap-report:blank"))
    printer = to_file(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    told: list[tuple[int, int]] = []

    sides = paper_printing.send(printer, shown, lambda done, total: told.append((done, total)))

    assert sides == len(PdfPages((tmp_path / "some.pdf").read_bytes())) == 2
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_printing_can_be_stopped_and_leaves_the_printer_free(show: Show, tmp_path: Path) -> None:
    shown = pages(show("gap-report:blank"))

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        paper_printing.send(to_file(tmp_path / "broken.pdf"), shown, stop)
    assert paper_printing.send(to_file(tmp_path / "whole.pdf"), shown, lambda *_a: None) == len(shown)


def test_paper_and_sides_are_remembered_copies_and_pages_are_not(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """U54."""
    asked: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinter, "duplex", lambda _printer: QPrinter.DuplexMode.DuplexLongSide)
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, mode: asked.append(mode))
    printer = to_file(tmp_path / "x.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setCopyCount(7)
    printer.setFromTo(2, 3)
    paper_printing.remember(printer, case.preferences)
    case.preferences.save()

    assert case.preferences.current.duplex == "DuplexLongSide"
    again = paper_printing.prepared(Preferences(tmp_path / "preferences.json"))
    assert (again.copyCount(), again.fromPage(), again.toPage()) == (1, 0, 0)
    assert again.pageLayout().pageSize().key() == "Letter"
    assert asked == [QPrinter.DuplexMode.DuplexLongSide]


def test_a_strip_is_the_same_as_that_part_of_the_whole(show: Show) -> None:
    shown = pages(show("plan"))
    whole = shown.strip(0, 600, 850, 0, 850)
    part = shown.strip(0, 600, 850, 200, 400)

    assert part.size() == QSize(600, 200)
    assert part == whole.copy(0, 200, 600, 200)


def test_closing_stops_the_layout(show: Show, qtbot: QtBot) -> None:
    dialog = show("gap-report")
    dialog.options.documents.setCurrentRow(1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog._case.jobs.running)
    assert dialog.paper.pages is None


def test_everything_has_a_name_and_can_be_hit(show: Show) -> None:
    dialog = show("audit-checklist")
    parts = [
        part
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for part in dialog.findChildren(kind)
        if part.isVisible() and not part.objectName().startswith("qt_") and part.parent() is not dialog.paper.bar.search
    ]
    assert len(parts) > 10
    assert [part for part in parts if not (part.accessibleName() or getattr(part, "text", str)())] == []
    assert [part for part in parts if part.width() < 24 or part.height() < 24] == []
