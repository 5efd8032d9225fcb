"""A document as it will be on paper, to look through, search, print and save (ux.md U51-U54)."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from isodesk.domain.keys import AuditId
from isodesk.errors import NotFound, UserError
from isodesk.i18n import speech as speech_of
from isodesk.reports.order import Options
from isodesk.reports.press import Press
from isodesk.reports.registry import Kind
from isodesk.ui import paper_printing
from isodesk.ui.case import Case
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job, Report
from isodesk.ui.paper_pane import PaperPane
from isodesk.ui.pdf_pages import PdfPages
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.job_bar import JobBar
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.print_options import Choice, PrintOptions

_SIDE = 264
_LEAST = (900, 560)
_SIZE = (1180, 860)


class PreviewDialog(QDialog):
    """`document` is a key of the press; ":blank" behind it asks for the form to fill in, ":" and a number for one record."""

    def __init__(self, case: Case, document: str, audit_number: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._press = Press(case.services)
        self._building = JobGroup(case.jobs, self._failed)
        self._working = JobGroup(case.jobs, self._failed)
        """Saving and printing: closing the preview does not stop them."""
        self._is_open = True
        self.setWindowTitle(_("Print preview"))
        self.setMinimumSize(*_LEAST)
        self._build(_first_choice(case, document, audit_number))
        self._connect()
        self._fit_screen()
        self._make(self.options.choice())
        self.paper.view.setFocus()

    def _records(self, audit: AuditId | None) -> list[tuple[str, str]]:
        if audit is None:
            return []
        found = self._case.services.findings.listed(self._case.client, speech().language, audit)
        return [
            (view.number, f"{view.number}, {view.clause}" if view.clause else view.number)
            for view in found
            if view.grade.is_nonconformity
        ]

    def _kinds(self, asked: str) -> tuple[Kind, ...]:
        """What this client can print, and what was asked for: if there is nothing of it, the pane says why."""
        offered = self._press.offered(self._case.client)
        return tuple(kind for kind in self._press.kinds() if kind in offered or kind.key == asked)

    def _build(self, choice: Choice) -> None:
        audits = [(audit.id, audit.number) for audit in self._case.services.audits.listed(self._case.client)]
        self.options = PrintOptions(self._kinds(choice.key), audits, self._records, choice)
        side = QScrollArea(self)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setFixedWidth(_SIDE)
        side.setFocusPolicy(side.focusPolicy().NoFocus)
        side.setWidget(self.options)
        self.paper = PaperPane(self._case.jobs, self)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(side)
        middle.addWidget(self.paper, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.facts = label(role="muted")
        self.work = JobBar(self)
        self.close_button = button(_("&Close preview"))
        self.save_button = button(_("&Save as PDF…"), "", "pdf")
        self.print_button = button(_("&Print…"), "primary", "print")
        self.print_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.facts)
        row.addStretch(1)
        for part in (self.work, self.close_button, self.save_button, self.print_button):
            row.addWidget(part)
        return row

    def _connect(self) -> None:
        self.options.changed.connect(self._make)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.print_button.clicked.connect(lambda _checked=False: self.print())
        for keys, action in (
            ("Ctrl+F", self.paper.focus_search),
            ("Ctrl+P", self.print),
            ("Ctrl+S", self.save),
        ):
            QShortcut(QKeySequence(keys), self, action)

    def _fit_screen(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def _make(self, choice: Choice) -> None:
        """Builds the document anew; the one before stops."""
        self._forget()
        press, case = self._press, self._case
        order = (choice.key, case.client, choice.language)
        options: Options = {"audit": choice.audit, "blank": choice.blank, "row_mm": choice.row_mm}
        if choice.record:
            options["finding"] = choice.record
        if choice.stamped:
            options["stamp"] = _stamp(case, choice.language)

        def build(report: Report) -> PdfPages:
            from isodesk.reports import pdf

            return PdfPages(pdf.render_bytes(press.build(*order, **options), report))

        job = Job("", build)
        self.work.follow(job, _("Laying out the pages"))
        self._building.start(job, self._built)

    def _forget(self) -> None:
        self._building.forget()
        self.paper.forget()
        self.paper.banner.hide()
        self._enable()

    def _built(self, pages: PdfPages) -> None:
        self.paper.show_pages(pages)
        self.facts.setText(plural("{count} page, A4", "{count} pages, A4", len(pages)))
        self._enable()

    def _failed(self, error: UserError) -> None:
        if not self._is_open:
            self._case.messages.failure(error)
            return
        if self.paper.pages is None:
            self.paper.show_nothing()
            self.facts.setText("")
        self.paper.say_trouble(error)

    def _enable(self) -> None:
        for part in (self.save_button, self.print_button):
            part.setEnabled(self.paper.pages is not None)

    def save(self) -> None:
        """Asks for a name, proposes a good one, and writes exactly what is shown."""
        if self.paper.pages is None:
            return
        preferences, content = self._case.preferences, self.paper.pages.content
        folder = Path(preferences.current.print_folder or str(Path.home()))
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), str(folder / self._file_name()), _("PDF files (*.pdf)")
        )
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")

        def write(_report: Report) -> Path:
            from isodesk.reports.pdf.target import save

            save(content, path)
            return path

        self._working.start(Job(_("Saving the PDF"), write), self._saved)

    def _file_name(self) -> str:
        choice = self.options.choice()
        options: Options = {"audit": choice.audit, "blank": choice.blank, "finding": choice.record}
        return self._press.file_name(choice.key, self._case.client, choice.language, **options)

    def _saved(self, path: Path) -> None:
        self._case.preferences.update(print_folder=str(path.parent))
        if not self._is_open:
            return
        self.paper.banner.say("good", _("Saved as “{name}”.").format(name=path.name))
        self.paper.banner.add_action(_("Open folder"), partial(_open, path.parent))
        self.paper.banner.add_action(_("Open the PDF"), partial(_open, path))

    def print(self) -> None:
        """Asks the system how, and prints beside the window; without a printer the PDF is offered."""
        if self.paper.pages is None:
            return
        if not paper_printing.printers():
            self.paper.banner.say(
                "warning", _("No printer is set up on this computer. Save the document as PDF instead.")
            )
            self.paper.banner.add_action(_("Save as PDF…"), self.save)
            return
        printer = paper_printing.prepared(self._case.preferences)
        if paper_printing.ask(printer, len(self.paper.pages), self):
            paper_printing.remember(printer, self._case.preferences)
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Prints on this printer; going on with the work, or closing, does not stop it."""
        if self.paper.pages is None:
            return
        pages = self.paper.pages
        job = Job(_("Printing"), lambda report: paper_printing.send(printer, pages, report))
        self.work.follow(job)
        self._working.start(job, self._printed)

    def _printed(self, sides: int) -> None:
        words = plural("{count} page is with the printer.", "{count} pages are with the printer.", sides)
        self._case.messages.toast(words)
        if self._is_open:
            self.paper.banner.say("good", words)

    def done(self, result: int) -> None:
        """Whatever is still being laid out stops."""
        self._forget()
        self.work.rest()
        self._is_open = False
        super().done(result)


def _open(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def _first_choice(case: Case, document: str, audit_number: str) -> Choice:
    key, _colon, variant = document.partition(":")
    blank = variant == "blank"
    audit: AuditId | None = None
    if audit_number:
        with suppress(NotFound):
            audit = case.services.audits.find(case.client, audit_number).id
    language = case.services.clients.get(case.client).language
    return Choice(key, language, blank, audit, variant if variant and not blank else None)


def _stamp(case: Case, language: str) -> str:
    """When and by whom, in the language of the paper."""
    words, workshop = speech_of(language), case.services.workshop
    stamp = words("Printed {date}, {name}") if workshop.actor else words("Printed {date}")
    return stamp.format(date=words.date(workshop.today), name=workshop.actor)
