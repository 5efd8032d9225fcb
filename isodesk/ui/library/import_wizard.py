"""Takes a standard in from a file, in three steps: which file, what is in it, what it shall be called."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from isodesk.catalog.found import Found
from isodesk.catalog.sheet import Columns
from isodesk.catalog.standard import Standard
from isodesk.errors import UserError
from isodesk.services.library import Library
from isodesk.services.library_intake import Intake, Opened
from isodesk.ui.dialogs.steps import StepsDialog
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.library.import_file import ImportFile
from isodesk.ui.library.import_names import ImportNames
from isodesk.ui.library.import_preview import ImportPreview
from isodesk.ui.speech import _, speech

FILE, CONTENT, NAMES = range(3)
_SIZE: Final = (880, 660)
_ENDINGS: Final = "(*.toml *.yaml *.yml *.xlsx *.xlsm *.csv *.tsv *.txt)"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was imported."""

    key: str
    name: str
    is_standard: bool


class ImportWizard(StepsDialog):
    """After `exec()` gives Accepted, `taken` says what was imported; `folder` is where the file lay."""

    def __init__(self, library: Library, jobs: JobRunner, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Import a standard"), _("Import"), parent)
        self.taken: Taken | None = None
        self.folder: Path | None = None
        self._intake = Intake(library)
        self._reading = JobGroup(jobs, self._failed)
        self._begin = folder
        self._opened: Opened | None = None
        self._found: Found | None = None
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.file = ImportFile(self)
        self.preview = ImportPreview(self)
        self.names = ImportNames(self)
        self.add_step(
            self.file, self.file.path, _("Choose the file"), _("Drop it here, choose it, or type where it is.")
        )
        self.add_step(self.preview, self.preview, _("Look at what is in it"))
        self.add_step(self.names, self.names, _("Say what it is called"))
        self.file.choose_requested.connect(self.choose)
        self.preview.columns_picked.connect(lambda _columns: self._look())
        self.preview.sheet_picked.connect(self._open)
        self.go(FILE)

    def go(self, step: int) -> None:
        """The keyboard comes to the first thing that is asked, which differs with the kind of file."""
        super().go(step)
        if step != FILE:
            first = self.preview.first() if step == CONTENT else self.names.first()
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """The system's file dialog."""
        kinds = f"{_('Standards and lists')} {_ENDINGS};;{_('All files')} (*)"
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a file"), str(self._begin), kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, file: Path) -> None:
        """Reads a file and goes on to what is in it."""
        self.file.path.setText(str(file))
        self._open()

    @property
    def _is_list(self) -> bool:
        return self._opened is not None and self._opened.sheet is not None

    def _open(self, sheet: str = "") -> None:
        file, intake = Path(self.file.path.text().strip()).expanduser(), self._intake
        self.file.forget_faults()
        self._begin_reading()
        self._reading.start(Job(_("Reading a file"), lambda _report: intake.open(file, sheet)), self._was_opened)

    def _begin_reading(self) -> None:
        self._busy(True)
        self._reading.forget()

    def _was_opened(self, opened: Opened) -> None:
        self._busy(False)
        if opened.faults and self.step() == FILE:
            self.file.say_faults(opened.faults)
        elif opened.faults:
            self.preview.show_trouble(opened.faults[0])
        else:
            self._opened, self.folder = opened, opened.file.parent
            self.preview.show_sheet(opened.sheet, opened.columns)
            self._look()

    def _columns(self) -> Columns | None:
        return self.preview.chosen() if self._is_list else None

    def _look(self) -> None:
        """What would be taken with the columns that are chosen now."""
        opened, intake, columns = self._opened, self._intake, self._columns()
        if opened is not None:
            self._found = None
            self._begin_reading()
            self._reading.start(Job(_("Reading a file"), lambda _report: intake.look(opened, columns)), self._was_seen)

    def _was_seen(self, found: Found) -> None:
        self._busy(False)
        self._found = found
        self.preview.show_found(found)
        key, is_taken = self._intake.free_key(found), self._intake.is_taken(found)
        self.names.propose(found, key, is_list=self._is_list, is_taken=is_taken)
        if self.step() == FILE:
            self.go(CONTENT)

    def _failed(self, error: UserError) -> None:
        """A list may only want other columns; any other file must be another one."""
        self._busy(False)
        if self.step() == NAMES:
            self.names.refuse(error)
        elif self.step() == CONTENT or self._is_list:
            self.preview.show_trouble(error)
            if self.step() == FILE:
                self.go(CONTENT)
        else:
            self.file.say_faults((error,))

    def _busy(self, busy: bool) -> None:
        self.next.setEnabled(not busy)
        self.file.setEnabled(not busy)

    def is_complete(self, step: int) -> bool:
        """The file is read before it is left; what cannot be taken is not left behind."""
        if step == FILE:
            if self.file.is_complete():
                self._open()
            return False
        return self._found is not None and (step == CONTENT or self.names.is_complete())

    def finish(self) -> None:
        """Reads once more under the names that were chosen, and keeps it."""
        opened, intake, columns = self._opened, self._intake, self._columns()
        if opened is None:
            return
        replace, wishes = self.names.may_replace(), self.names.wishes()

        def take() -> Found:
            found = intake.look(opened, columns, wishes)
            intake.take(found, replace=replace)
            return found

        self.names.form.clear_errors()
        self._busy(True)
        self._reading.start(Job(_("Importing a standard"), lambda _report: take()), self._was_taken)

    def _was_taken(self, found: Found) -> None:
        content = found.content
        name = content.designation if isinstance(content, Standard) else content.name(speech().language)
        self.taken = Taken(found.key, name, isinstance(content, Standard))
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file is welcome as long as none has been chosen."""
        if self.step() == FILE and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Reads it."""
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.open_file(file)

    def done(self, result: int) -> None:
        """Nothing that is still being read is waited for."""
        self._reading.forget()
        super().done(result)


def _dropped(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None
