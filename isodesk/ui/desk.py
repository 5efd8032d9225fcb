"""An open workspace in the window: which client is open, what its commands do, where the user was."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.errors import UserError
from isodesk.services.overview import OverviewView
from isodesk.services.workspace import Services
from isodesk.ui import memory
from isodesk.ui.bridge import Bridge
from isodesk.ui.case import Case, Place
from isodesk.ui.case_view import CaseView
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.last_place import LastPlace
from isodesk.ui.speech import _, speech
from isodesk.ui.start_cards import cards_of
from isodesk.ui.window import Window


class Desk(QObject):
    """Ties the window to the services of one workspace."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self.window_ = window
        self.services = services
        self.bridge = Bridge(services.bus, self)
        self.jobs = JobRunner(self)
        self.view: CaseView | None = None
        self._last = LastPlace(window.preferences, str(services.folder.absolute()))
        self._commands: dict[str, Callable[[str], object]] = {
            "open-client": self.open_client,
            "remove-client": self._remove_client,
            "new-client": lambda _a: self._new_client(),
            "open-sample": lambda _a: self._open_sample(),
            "clients": lambda _a: self.show_clients(),
            "print": lambda _a: self._print_page(),
            "trash": lambda _a: self._show_trash(),
            "preferences": lambda _a: self._show_preferences(),
            "undo": lambda _a: self._travel(self.services.history.undo, _("Undone: {step}")),
            "redo": lambda _a: self._travel(self.services.history.redo, _("Redone: {step}")),
            "find": lambda _a: self._on_view(CaseView.find),
            "switch": lambda _a: self._switch(),
            "back": lambda _a: self._on_view(CaseView.go_back),
            "forward": lambda _a: self._on_view(CaseView.go_forward),
            "help-panel": lambda _a: self._on_view(CaseView.toggle_help),
            "keys": lambda _a: self._show_keys(),
            "about": lambda _a: self._show_about(),
        }

    def run(self, command: str, argument: str = "") -> None:
        """Carries out a command; trouble is shown, the window goes on."""
        try:
            self._commands[command](argument)
        except UserError as error:
            self.window_.messages.failure(error)

    def begin(self) -> None:
        """Back to where a crash interrupted; else the only client; else the start screen."""
        known = {client.id for client in self.services.clients.listed()}
        place = self._last.interrupted()
        if place is not None and place[0] in known:
            self.open_client(place[0], place[1])
        elif len(known) == 1:
            self.open_client(next(iter(known)))
        else:
            self.show_clients()

    def show_clients(self) -> None:
        """The start screen with all clients."""
        self._close_case()
        cards = cards_of(self.services, speech().language)
        self.window_.start.set_clients(cards)
        memory.keep(self.services.folder, cards)
        self.window_.stack.setCurrentWidget(self.window_.start)
        self.window_.show_state()

    def open_client(self, client: str, place: Place | None = None) -> None:
        """Opens a client at its overview, or at a place."""
        identifier = ClientId(client)
        self.services.clients.get(identifier)
        self._close_case()
        self.services.history.clear()
        self.services.clients.opened(identifier)
        window = self.window_
        case = Case(self.services, identifier, self.bridge, self.jobs, window.messages, window.preferences)
        view = CaseView(case)
        view.saved.connect(self._saved)
        view.print_requested.connect(self.preview)
        view.overview_read.connect(self._overview_read)
        view.place_changed.connect(self._moved)
        self.view = view
        window.stack.addWidget(view)
        window.stack.setCurrentWidget(view)
        before = self._last.of(client)
        view.go(place or Place(Page.OVERVIEW))
        view.read_overview()
        self._show_continue(before)
        window.show_state()
        memory.keep(self.services.folder, cards_of(self.services, speech().language))

    def steps(self) -> tuple[str, str]:
        """What undo and redo would move."""
        history = self.services.history
        words = speech()
        return (
            history.undoable.text(words) if history.undoable else "",
            history.redoable.text(words) if history.redoable else "",
        )

    def title(self) -> str:
        """Name and standard of the open client."""
        if self.view is None:
            return ""
        client = self.services.clients.get(self.view.case.client)
        standards = ", ".join(standard.designation for standard in self.services.standards.of(client.id))
        return " · ".join(part for part in (client.label, standards) if part)

    def read_only(self) -> UserError | None:
        """Why nothing can be written."""
        return self.services.read_only

    def retranslate(self) -> None:
        """Pages hear the change themselves; the sidebar and the cards are told."""
        if self.view is not None:
            self.view.retranslate()
        else:
            self.show_clients()

    def preview(self, document: str, audit_number: str) -> None:
        """Shows a document of the open client on paper."""
        if self.view is None:
            return
        from isodesk.ui.dialogs.preview import PreviewDialog

        page = self.view.page
        number = audit_number or (page.audit_number() if page else "")
        PreviewDialog(self.view.case, document, number, self.window_).exec()

    def close(self) -> None:
        """Commits what is being typed, stops jobs, notes an orderly end, closes the workspace."""
        self._close_case()
        self.jobs.shut_down()
        self._last.end()
        self.bridge.close()
        self.services.close()

    def _close_case(self) -> None:
        view = self.view
        if view is None:
            return
        if view.page is not None:
            view.page.leave()
        self._last.note(view.case.client, view.place)
        self.view = None
        self.window_.stack.removeWidget(view)
        view.deleteLater()

    def _remove_client(self, client: str) -> None:
        identifier = ClientId(client)
        name = self.services.clients.get(identifier).label
        self.services.clients.archive(identifier)
        self.show_clients()

        def bring_back() -> None:
            self.services.clients.restore(identifier)
            self.show_clients()

        self.window_.messages.toast(_("“{name}” is in the trash.").format(name=name), _("Undo"), bring_back)

    def _new_client(self) -> None:
        from isodesk.ui.dialogs.new_client import NewClientWizard

        wizard = NewClientWizard(self.services, speech().language, self.window_)
        if wizard.exec() and wizard.client is not None:
            self.open_client(wizard.client)
            self._on_view(lambda view: view.go(Place(Page.ORGANISATION)))

    def _open_sample(self) -> None:
        from isodesk.services import sample

        language = speech().language
        job = Job(_("Making the sample client"), lambda _report: sample.create(self.services, language))
        self.window_.start.set_busy(True)
        job.succeeded.connect(self.open_client)
        job.failed.connect(self.window_.messages.failure)
        job.crashed.connect(_reraise)
        job.finished.connect(lambda: self.window_.start.set_busy(False))
        self.jobs.start(job, writes=True)

    def _print_page(self) -> None:
        page = self.view.page if self.view else None
        if page is None:
            return
        page.leave()
        self.preview(page.documents[0] if page.documents else "gap-report", page.audit_number())

    def _switch(self) -> None:
        from isodesk.ui.dialogs.switcher import SwitcherDialog

        client = self.view.case.client if self.view else None
        dialog = SwitcherDialog(self.services, client, speech().language, self.window_)
        dialog.picked.connect(self._go_to_entry)
        dialog.exec()

    def _go_to_entry(self, target: object) -> None:
        from isodesk.services.search import Target

        if not isinstance(target, Target):
            return
        if self.view is None or target.client != self.view.case.client:
            self.open_client(target.client)
        if target.document:
            self.preview(target.document, "")
        elif target.page is not None and self.view is not None:
            self.view.go(Place(target.page, target.row))

    def _show_trash(self) -> None:
        from isodesk.ui.dialogs.trash import TrashDialog

        client = self.view.case.client if self.view else None
        TrashDialog(self.services, client, self.window_.messages, self.window_).exec()
        if self.view is None:
            self.show_clients()

    def _show_preferences(self) -> None:
        from isodesk.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self.window_.preferences, self.window_)
        dialog.language_picked.connect(self.window_.speak)
        dialog.theme_picked.connect(self.window_.dress)
        dialog.exec()

    def _show_keys(self) -> None:
        from isodesk.ui.dialogs.keys import KeysDialog

        page = self.view.page if self.view else None
        KeysDialog(page.key_help() if page else (), self.window_).exec()

    def _show_about(self) -> None:
        from isodesk.ui.dialogs.about import AboutDialog

        AboutDialog(self.services.folder, self.window_).exec()

    def _travel(self, move: Callable[[], object], words: str) -> None:
        history = self.services.history
        step = history.undoable if move == history.undo else history.redoable
        if step is not None:
            move()
            self.window_.messages.toast(words.format(step=step.text(speech())))
            self.window_.show_state()

    def _on_view(self, action: Callable[[CaseView], object]) -> None:
        if self.view is not None:
            action(self.view)

    def _saved(self) -> None:
        self.window_.show_saved()
        self.window_.show_state()

    def _overview_read(self, overview: OverviewView) -> None:
        self.window_.show_state(overview.overdue)

    def _moved(self, place: Place) -> None:
        if self.view is not None:
            self._last.note(self.view.case.client, place)

    def _show_continue(self, before: Place | None) -> None:
        page = self.view.page if self.view else None
        show = getattr(page, "set_continue", None)
        if show is not None and before is not None and before.page is not Page.OVERVIEW:
            show(before)


def _reraise(error: Exception) -> None:
    raise error
