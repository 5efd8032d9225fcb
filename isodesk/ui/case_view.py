"""One open client: sidebar at the left, the page in the middle, what next and help at the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.events import Event
from isodesk.domain.journey import BESIDE, COMING, PAGES, Facts, Page, PageState, is_shown
from isodesk.services.overview import OverviewView
from isodesk.ui import page_registry
from isodesk.ui.case import Case, Place, RowHelp
from isodesk.ui.page import PageView
from isodesk.ui.sidebar import PageMark, Sidebar
from isodesk.ui.speech import _, speech
from isodesk.ui.trail import Trail
from isodesk.ui.widgets.help_panel import HelpPanel, NextItem
from isodesk.ui.widgets.labels import label

ORDER: tuple[Page, ...] = (Page.OVERVIEW, *(page for pages in PAGES.values() for page in pages))
"""The order of Back and Next at the foot of a page; pages that a client does not have are passed over."""
_NARROW = 1280
"""Below this width of the window the help panel folds by itself (look.md)."""
_SETTLE = 120
"""Milliseconds without a change before the sidebar counts again."""


class CaseView(QWidget):
    """Leads from page to page; pages are made on the first visit and kept."""

    saved = Signal(object)
    """A committed fact about this client."""
    place_changed = Signal(object)
    print_requested = Signal(str, str)
    overview_read = Signal(object)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self._pages: dict[Page, PageView] = {}
        self._trail = Trail()
        self._overview: OverviewView | None = None
        self._help_wanted = case.preferences.current.help_panel
        self._had_panel = False
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self.read_overview)
        case.bridge.listen(self, (Event,), self._heard)

    def _build(self) -> None:
        self.sidebar = Sidebar(self)
        self.sidebar.page_picked.connect(lambda page: self.go(Place(page)))
        self._stack = QStackedWidget(self)
        self.panel = HelpPanel(self)
        self.panel.next_picked.connect(self.go)
        self.panel.fold_requested.connect(self.toggle_help)
        self._sample = label(role="sample", wrap=True)
        self._sample.setVisible(self.case.services.clients.get(self.case.client).is_sample)
        left = QWidget(self)
        left.setProperty("role", "sunken")
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.sidebar, 1)
        below.addWidget(self._sample)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        for widget in (left, self._stack, self.panel):
            self._splitter.addWidget(widget)
        self.sidebar.setMinimumWidth(200)
        self._splitter.setSizes([276, 800, 280])
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._sample.setText(_(wording.SAMPLE_MARK))

    @property
    def page(self) -> PageView | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, PageView) else None

    @property
    def place(self) -> Place:
        """Where the user is, to come back to."""
        page = self.page
        return Place(page.key, page.current_row()) if page else Place(Page.OVERVIEW)

    def go(self, place: Place, *, remember: bool = True) -> None:
        """Shows a page, at a row or field of it where one is named."""
        before = self.page
        if before is not None:
            if remember:
                self._trail.leave(self.place)
            before.leave()
        view = self._page(place.page)
        self._stack.setCurrentWidget(view)
        self._make_room(before.key if before is not None else None, place.page)
        self.panel.set_row("", "", "")
        view.enter(place.row)
        self.sidebar.select(place.page)
        self._show_foot(view)
        self.place_changed.emit(place)

    def _make_room(self, before: Page | None, page: Page) -> None:
        """What comes next for the client says nothing beside the client: its room is there to read in."""
        if page in BESIDE and before not in BESIDE:
            self._had_panel = not self.panel.isHidden()
            self.panel.hide()
        elif before in BESIDE and page not in BESIDE:
            self.panel.setVisible(self._had_panel)

    def go_back(self) -> None:
        """To the page visited before (Alt+Left)."""
        self.go_to_visited(self._trail.back(self.place))

    def go_forward(self) -> None:
        """The way back from `go_back` (Alt+Right)."""
        self.go_to_visited(self._trail.forward(self.place))

    def go_to_visited(self, place: Place | None) -> None:
        """Shows a place of the trail without lengthening it; nothing at its end."""
        if place is not None:
            self.go(place, remember=False)

    def read_overview(self) -> None:
        """Counts again and shows states, rings and what comes next."""
        view = self.case.services.overview.view(self.case.client, speech().language)
        self._overview = view
        self.sidebar.show_pages(frozenset(page for page in Page if is_shown(page, view.facts)))
        self.sidebar.show_marks({page: _mark(page, view) for page in Page}, view.counts)
        items = []
        for step in view.steps:
            note = _("about {minutes} min").format(minutes=step.minutes) if step.minutes else ""
            words = _(wording.RULE[step.rule]).format(count=step.count)
            items.append(NextItem(Place(step.page), words, note, _(wording.WHY[step.rule])))
        self.panel.set_next(items)
        if self.page is not None:
            self._show_foot(self.page)
        self.overview_read.emit(view)

    def find_on_page(self) -> None:
        """Puts the cursor into the search of the page, where it has one (Ctrl+F)."""
        if self.page is not None:
            self.page.find_requested()

    def toggle_help(self) -> None:
        """Folds or shows the panel at the right (F4); the wish is kept."""
        self._help_wanted = self._had_panel = self.panel.isHidden()
        self.case.preferences.update(help_panel=self._help_wanted)
        self.panel.setVisible(self._help_wanted)

    def retranslate(self) -> None:
        """The sidebar and the proposals in the interface language; pages hear the change themselves."""
        self.sidebar.retranslate()
        self._sample.setText(_(wording.SAMPLE_MARK))
        self.read_overview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the panel where the page would get too narrow."""
        super().resizeEvent(event)
        crossed = (event.oldSize().width() < _NARROW) != (event.size().width() < _NARROW)
        if crossed or event.oldSize().width() < 0:
            self._had_panel = self._help_wanted and event.size().width() >= _NARROW
            self.panel.setVisible(self._had_panel and (self.page is None or self.page.key not in BESIDE))

    def _page(self, page: Page) -> PageView:
        if page not in self._pages:
            view = page_registry.make(page, self.case)
            view.place_requested.connect(self.go)
            view.print_requested.connect(self.print_requested)
            view.help_changed.connect(self._show_help)
            view.back_requested.connect(lambda: self._step(-1))
            view.next_requested.connect(lambda: self._step(1))
            self._pages[page] = view
            self._stack.addWidget(view)
        return self._pages[page]

    def _step(self, by: int) -> None:
        page = self.page
        if page is not None and page.key in ORDER:
            order = self._order(page.key)
            index = order.index(page.key) + by
            if 0 <= index < len(order):
                self.go(Place(order[index]))

    def _order(self, here: Page) -> tuple[Page, ...]:
        """The pages of this client; the one that is shown is always among them."""
        facts = self._overview.facts if self._overview is not None else Facts()
        return tuple(page for page in ORDER if page is here or is_shown(page, facts))

    def _show_foot(self, view: PageView) -> None:
        view.foot.setVisible(view.key not in BESIDE)
        if view.key in BESIDE:
            return
        order = self._order(view.key)
        index = order.index(view.key)
        before = _(wording.PAGE[order[index - 1]]) if index else ""
        after = _(wording.PAGE[order[index + 1]]) if index + 1 < len(order) else ""
        view.foot.set_neighbours(before, after)
        if self._overview is not None:
            markable = view.key is not Page.OVERVIEW and view.key not in COMING
            view.foot.set_ready(view.key in self._overview.facts.marked if markable else None)

    def _show_help(self, help_: RowHelp | None) -> None:
        if help_ is None:
            self.panel.set_row("", "", "")
        else:
            self.panel.set_row(help_.question, help_.auditor, help_.example, help_.clause, help_.uses)

    def _heard(self, event: Event) -> None:
        if event.client == self.case.client:
            self.saved.emit(event)
            self._settle.start()


def _mark(page: Page, view: OverviewView) -> PageMark:
    facts = view.facts
    counts = {
        Page.GAP: (facts.answered, facts.questions),
        Page.PLAN: (facts.tasks_done, facts.tasks),
        Page.APPLICABILITY: (facts.controls_decided, facts.controls),
        Page.CHECKLIST: (facts.audit_rows_answered, facts.audit_rows),
        Page.NONCONFORMITIES: (facts.nonconformities_closed, facts.nonconformities),
    }
    state = PageState.NOT_STARTED if page in COMING and page not in facts.marked else view.states[page]
    done, total = counts.get(page, (0, 0))
    return PageMark(state, f"{done}/{total}" if total else "")
