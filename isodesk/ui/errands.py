"""What a command does beside the page: a dialog for a while, a client into the trash, the sample; imported when asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from isodesk.domain.keys import ClientId
from isodesk.domain.samples import Sample
from isodesk.services.search import Target
from isodesk.services.workspace import Services
from isodesk.ui.case_view import CaseView
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.speech import _, speech
from isodesk.ui.window import Window


class Errands:
    """Runs them for one open workspace; `view` gives the client that is open now."""

    def __init__(self, window: Window, services: Services, view: Callable[[], CaseView | None]) -> None:
        self._window = window
        self._services = services
        self._view = view
        self._library: QDialog | None = None

    def library(self, jobs: JobRunner) -> None:
        """The standards in a window of their own, which stays beside the work; asked for again, it comes to the front."""
        from isodesk.ui.library.window import LibraryWindow

        if self._library is None:
            self._library = LibraryWindow(self._services.library, jobs, self._window.preferences, self._window)
            self._library.finished.connect(lambda _result: self.close_library())
            self._library.show()
        self._library.raise_()
        self._library.activateWindow()

    def close_library(self) -> None:
        """The window of the standards goes with the workspace."""
        shown, self._library = self._library, None
        if shown is not None:
            shown.close()
            shown.deleteLater()

    def new_client(self) -> ClientId | None:
        """The client that was made."""
        from isodesk.ui.dialogs.new_client import NewClientWizard

        wizard = NewClientWizard(self._services, speech().language, self._window)
        return wizard.client if _show(wizard) else None

    def remove_client(self, client: str, shown: Callable[[], object]) -> None:
        """Into the trash, with a way back; `shown` shows the clients that are left."""
        identifier = ClientId(client)
        name = self._services.clients.get(identifier).label
        self._services.clients.archive(identifier)
        shown()

        def bring_back() -> None:
            self._services.clients.restore(identifier)
            shown()

        self._window.messages.toast(_("“{name}” is in the trash.").format(name=name), _("Undo"), bring_back)

    def make_sample(self, jobs: JobRunner, which: Sample, made: Callable[[str], object]) -> None:
        """A sample client, beside the window; `made` hears of it."""
        from isodesk.services import sample

        language = speech().language
        job = Job(_("Making the sample client"), lambda _report: sample.create(self._services, language, which))
        self._window.start.set_busy(True)
        job.succeeded.connect(made)
        job.failed.connect(self._window.messages.failure)
        job.finished.connect(lambda: self._window.start.set_busy(False))
        jobs.start(job, writes=True)

    def preview(self, document: str, audit_number: str) -> None:
        """A document of the open client on paper."""
        from isodesk.ui.dialogs.preview import PreviewDialog

        view = self._view()
        if view is None:
            return
        number = audit_number or (view.page.audit_number() if view.page else "")
        _show(PreviewDialog(view.case, document, number, self._window))

    def switch(self) -> Target | None:
        """Where the user wants to go."""
        from isodesk.ui.dialogs.switcher import SwitcherDialog

        picked: list[Target] = []
        dialog = SwitcherDialog(self._services, self._client(), speech().language, self._window)
        dialog.picked.connect(picked.append)
        _show(dialog)
        return picked[0] if picked else None

    def trash(self) -> None:
        """What was removed in the last thirty days."""
        from isodesk.ui.dialogs.trash import TrashDialog

        _show(TrashDialog(self._services, self._client(), self._window.messages, self._window))

    def preferences(self) -> None:
        """Language, theme and the other few choices."""
        from isodesk.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window.preferences, self._window)
        dialog.language_picked.connect(self._window.speak)
        dialog.theme_picked.connect(self._window.dress)
        _show(dialog)

    def keys(self) -> None:
        """The keys of the page that is shown."""
        from isodesk.ui.dialogs.keys import KeysDialog

        view = self._view()
        _show(KeysDialog(view.page.key_help() if view and view.page else (), self._window))

    def about(self) -> None:
        """Versions and licences."""
        from isodesk.ui.dialogs.about import AboutDialog

        _show(AboutDialog(self._services.folder, self._window))

    def _client(self) -> ClientId | None:
        view = self._view()
        return view.case.client if view else None


def _show(dialog: QDialog) -> int:
    """Until it is closed; a dialog that has a parent would live as long as the window otherwise."""
    answer = dialog.exec()
    dialog.deleteLater()
    return answer
