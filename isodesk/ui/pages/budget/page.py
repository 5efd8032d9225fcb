"""Page 2.7 at work: the weeks of the people above, the money below."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt

from isodesk.domain.events import BudgetChanged, PlanChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.ui.case import Place
from isodesk.ui.page import PageView
from isodesk.ui.pages.budget.load import LoadPanel
from isodesk.ui.pages.budget.money import MoneyPanel
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.scroll_column import ScrollColumn

DOCUMENT: Final = "budget"


class BudgetPage(PageView):
    """Rows are lines of the budget by their ids."""

    key = Page.BUDGET
    hears = (BudgetChanged, PlanChanged, TeamChanged)
    documents: ClassVar[tuple[str, ...]] = (DOCUMENT,)

    def _build(self) -> None:
        self.print = button("", icon="print", parent=self)
        self.head.extra.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        self._area = ScrollColumn(self, 24)
        self.load = LoadPanel(self)
        self.no_load = Empty("people", self)
        self.money = MoneyPanel(self.case, self)
        for part in (self.load, self.no_load, self.money):
            self._area.add(part)
        self.body.addWidget(self._area)

    def _connect(self) -> None:
        self.print.clicked.connect(lambda _checked=False: self.print_requested.emit(DOCUMENT, ""))
        self.no_load.action_requested.connect(lambda: self.place_requested.emit(Place(Page.PLAN)))
        self.load.place_requested.connect(self.place_requested)

    def refresh(self) -> None:
        """Reads weeks and money again."""
        services, client = self.case.services, self.case.client
        load = services.workload.view(client, speech().language)
        self.load.setVisible(bool(load.weeks))
        self.no_load.setVisible(not load.weeks)
        self.load.show_view(load)
        self.money.show_view(services.budget.view(client))

    def show_row(self, row: str) -> None:
        """A line of the budget."""
        if self.money.show_line(row):
            self._area.reveal(self.money.table)

    def current_row(self) -> str:
        """The line at hand while the keyboard is there."""
        key = self.money.table.current_key() if self.money.table.hasFocus() else None
        return str(key) if key else ""

    def leave(self) -> None:
        """Keeps what is being typed."""
        super().leave()
        self.money.commit()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the weeks and of the lines."""
        return (
            ("←↑→↓", _("another person or week")),
            ("Enter", _("Change the row")),
            ("Del", _("Remove the row")),
        )

    def retranslate(self) -> None:
        """Words of the page itself."""
        super().retranslate()
        self.print.setText(_("Print…"))
        self.no_load.set_words(
            _("No open work yet"),
            _("The plan has no open tasks with dates, so there is nothing to spread over people."),
            _("Open the plan"),
        )
