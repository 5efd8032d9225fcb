"""Standards as files: taken in, given to a colleague, removed again."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from isodesk.errors import UserError
from isodesk.services.library import Library
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.messages import Messages
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import _


class Exchange(QObject):
    """`imported` and `removed` carry the key of the standard, after its file has been written or taken away."""

    imported = Signal(str)
    removed = Signal(str)

    def __init__(
        self, library: Library, jobs: JobRunner, messages: Messages, preferences: Preferences, host: QWidget
    ) -> None:
        super().__init__(host)
        self._library = library
        self._jobs = jobs
        self._messages = messages
        self._preferences = preferences
        self._host = host
        self._working = working = JobGroup(jobs, messages.failure)
        self.destroyed.connect(working.forget)

    def import_(self) -> None:
        """Asks for a file, shows what is in it, takes it in."""
        from isodesk.ui.library.import_wizard import ImportWizard

        wizard = ImportWizard(self._library, self._jobs, self._folder(), self._host)
        accepted = wizard.exec() == QDialog.DialogCode.Accepted
        if wizard.folder is not None:
            self._preferences.update(print_folder=str(wizard.folder))
        taken = wizard.taken
        wizard.deleteLater()
        if accepted and taken is not None:
            self._messages.toast(_("“{name}” was imported.").format(name=taken.name))
            self.imported.emit(taken.key if taken.is_standard else "")

    def export(self, standard: str) -> None:
        """Asks for a name and writes the standard into a file."""
        proposed = self._folder() / f"{standard}.toml"
        chosen, _filter = QFileDialog.getSaveFileName(
            self._host, _("Export this standard"), str(proposed), _("Standards of isodesk (*.toml)")
        )
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".toml") else Path(f"{chosen}.toml")
        job = Job(_("Exporting a standard"), lambda _report: self._library.export(standard, path))
        self._working.start(job, lambda _nothing: self._exported(path))

    def _exported(self, path: Path) -> None:
        self._preferences.update(print_folder=str(path.parent))
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        self._messages.toast(_("Saved as “{name}”.").format(name=path.name), _("Open folder"), show)

    def remove(self, standard: str) -> None:
        """Takes an own standard off the shelf; asks before, for nothing brings the file back."""
        heading = self._library.heading(standard)
        sure = self._messages.confirm(
            _("Remove “{standard}” from the library?").format(standard=heading.designation),
            _("Its file is deleted. Clients that were assessed against it keep it as it was."),
            _("Remove the standard"),
        )
        if not sure:
            return
        try:
            self._library.remove(standard)
        except UserError as error:
            self._messages.failure(error)
        else:
            self._messages.toast(_("“{name}” was removed.").format(name=heading.designation))
            self.removed.emit(standard)

    def open_folder(self) -> None:
        """Shows the folder of own standards in the system's file browser."""
        folder = self._library.shelf.own_folder
        with suppress(OSError):  # where it cannot be made, the browser says so in its own words
            folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _folder(self) -> Path:
        """Where files were saved last."""
        return Path(self._preferences.current.print_folder or str(Path.home()))
