"""An open workspace in the window: which client is open, what its commands do, where the user was."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from isodesk.domain.events import ClientChanged, Event
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.samples import Sample
from isodesk.errors import UserError
from isodesk.services.overview import OverviewView
from isodesk.services.workspace import Services
from isodesk.ui import memory
from isodesk.ui.bridge import Bridge
from isodesk.ui.case import Case, Place
from isodesk.ui.case_view import CaseView
from isodesk.ui.chores import Chores
from isodesk.ui.errands import Errands
from isodesk.ui.jobs import JobRunner
from isodesk.ui.last_place import LastPlace
from isodesk.ui.page import PageView
from isodesk.ui.speech import _, speech
from isodesk.ui.start_cards import cards_of
from isodesk.ui.window import Window

_WALK: Final = 700
"""Milliseconds between two looks at where the user is."""


class Desk(QObject):
    """Ties the window to the services of one workspace."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self.window_ = window
        self.services = services
        self.bridge = Bridge(services.bus, self)
        self.jobs = JobRunner(self)
        window.job_bar.watch(self.jobs)
        self._title = ""
        self.view: CaseView | None = None
        self._chores = Chores(services, self.jobs, self)
        self._errands = Errands(window, services, lambda: self.view)
        self._last = LastPlace(window.preferences, str(services.folder.absolute()))
        self._walk = QTimer(self)
        self._walk.timeout.connect(self._note_place)
        self._walk.start(_WALK)
        self._commands: dict[str, Callable[[str], object]] = {
            "open-client": self.open_client,
            "remove-client": lambda client: self._errands.remove_client(client, self.show_clients),
            "new-client": lambda _a: self._new_client(),
            "open-sample": lambda which: self._errands.make_sample(self.jobs, Sample(which), self.open_client),
            "clients": lambda _a: self.show_clients(),
            "print": lambda _a: self._print_page(),
            "trash": lambda _a: self._show_trash(),
            "preferences": lambda _a: self._errands.preferences(),
            "undo": lambda _a: self._travel(self.services.history.undo, _("Undone: {step}")),
            "redo": lambda _a: self._travel(self.services.history.redo, _("Redone: {step}")),
            "find": lambda _a: self._on_view(CaseView.find_on_page),
            "switch": lambda _a: self._switch(),
            "back": lambda _a: self._on_view(CaseView.go_back),
            "forward": lambda _a: self._on_view(CaseView.go_forward),
            "library": lambda _a: self._errands.library(self.jobs),
            "help-panel": lambda _a: self._on_view(CaseView.toggle_help),
            "keys": lambda _a: self._errands.keys(),
            "about": lambda _a: self._errands.about(),
        }

    def run(self, command: str, argument: str = "") -> None:
        """Carries out a command; trouble is shown, the window goes on."""
        try:
            self._commands[command](argument)
        except UserError as error:
            self.window_.messages.failure(error)

    def begin(self) -> None:
        """Back to where a crash interrupted; else the only client; else the start screen."""
        self._chores.clear_away()
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
        self.window_.show_overdue(0)
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
        view.print_requested.connect(self._errands.preview)
        view.overview_read.connect(self._overview_read)
        view.place_changed.connect(self._moved)
        self.view = view
        window.stack.addWidget(view)
        window.stack.setCurrentWidget(view)
        before = self._last.of(client)
        self._title = ""
        view.go(place or Place(Page.OVERVIEW))
        view.read_overview()
        _offer_to_continue(view.page, before)
        window.show_state()
        self._chores.settle_soon(identifier)

    def steps(self) -> tuple[str, str]:
        """What undo and redo would move."""
        undo, redo, words = self.services.history.undoable, self.services.history.redoable, speech()
        return (undo.text(words) if undo else "", redo.text(words) if redo else "")

    def title(self) -> str:
        """Name and standard of the open client."""
        if self.view is None:
            return ""
        if not self._title:
            client = self.services.clients.get(self.view.case.client)
            standards = ", ".join(standard.designation for standard in self.services.standards.of(client.id))
            self._title = " · ".join(part for part in (client.label, standards) if part)
        return self._title

    def read_only(self) -> UserError | None:
        """Why nothing can be written."""
        return self.services.read_only

    def retranslate(self) -> None:
        """Pages hear the change themselves; the sidebar and the cards are told."""
        if self.view is not None:
            self.view.retranslate()
        else:
            self.show_clients()

    def close(self) -> None:
        """Commits what is being typed, stops jobs, notes an orderly end, closes the workspace."""
        self._close_case()
        self._errands.close_library()
        self._walk.stop()
        self._chores.stop()
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
        self._last.end()
        self.view = None
        self.window_.stack.removeWidget(view)
        view.deleteLater()

    def _print_page(self) -> None:
        page = self.view.page if self.view else None
        if page is not None:
            page.leave()
            self._errands.preview(page.documents[0] if page.documents else "gap-report", page.audit_number())

    def _new_client(self) -> None:
        client = self._errands.new_client()
        if client is not None:
            self.open_client(client)
            self._on_view(lambda view: view.go(Place(Page.ORGANISATION)))

    def _switch(self) -> None:
        target = self._errands.switch()
        if target is None:
            return
        if self.view is None or target.client != self.view.case.client:
            self.open_client(target.client)
        if target.document:
            self._errands.preview(target.document, "")
        elif target.page is not None and self.view is not None:
            self.view.go(Place(target.page, target.row))

    def _show_trash(self) -> None:
        self._errands.trash()
        if self.view is None:
            self.show_clients()

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

    def _saved(self, event: Event) -> None:
        if isinstance(event, ClientChanged):
            self._title = ""
        self.window_.show_saved()
        self.window_.show_state()

    def _overview_read(self, overview: OverviewView) -> None:
        self.window_.show_overdue(overview.overdue)
        self.window_.show_state()

    def _moved(self, place: Place) -> None:
        if self.view is not None:
            self._last.note(self.view.case.client, place)

    def _note_place(self) -> None:
        """Rows are walked with the arrow keys and no page tells of it; after a crash the same row is shown (ux.md U23)."""
        if self.view is not None:
            self._last.note(self.view.case.client, self.view.place)


def _offer_to_continue(page: PageView | None, before: Place | None) -> None:
    """The overview leads back to where the client was left."""
    show = getattr(page, "set_continue", None)
    if show is not None and before is not None:
        show(before)
