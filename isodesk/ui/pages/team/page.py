"""Page 1.3: people with their roles, processes with their owners, and who may audit what."""

from isodesk.domain.events import ClientChanged, PlanChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.ui.page import PageView
from isodesk.ui.pages.team.clauses import ClausesPanel
from isodesk.ui.pages.team.independence import IndependencePanel
from isodesk.ui.pages.team.order import DOCUMENT, OrderPanel
from isodesk.ui.pages.team.people import PeoplePanel
from isodesk.ui.pages.team.processes import ProcessesPanel
from isodesk.ui.speech import _
from isodesk.ui.widgets.scroll_column import ScrollColumn

PEOPLE = "people"
PROCESSES = "processes"


class TeamPage(PageView):
    """Four parts in one column."""

    key = Page.TEAM
    hears = (TeamChanged, ClientChanged, PlanChanged)
    documents = (DOCUMENT,)

    def _build(self) -> None:
        self._area = ScrollColumn(self, 24)
        self.people = PeoplePanel(self.case, self)
        self.processes = ProcessesPanel(self.case, self)
        self.independence = IndependencePanel(self)
        self.clauses = ClausesPanel(self.case, self)
        self.order = OrderPanel(self.case, self)
        for part in (self.people, self.processes, self.independence, self.clauses, self.order):
            self._area.add(part)
        self.body.addWidget(self._area)
        read_only = self.case.services.read_only is not None
        self.people.set_read_only(read_only)
        self.processes.set_read_only(read_only)
        self.order.set_read_only(read_only)
        self.order.print_requested.connect(lambda: self.print_requested.emit(DOCUMENT, ""))

    def refresh(self) -> None:
        """Reads people and processes again."""
        team, client = self.case.services.team, self.case.client
        people = team.people(client)
        self.people.refresh()
        self.processes.refresh(people)
        processes = team.processes(client)
        self.independence.refresh(people, processes)
        self.clauses.refresh(processes)
        self.order.refresh()
        missing = []
        if not people:
            missing.append((PEOPLE, _("People")))
        if not processes:
            missing.append((PROCESSES, _("Processes")))
        missing += [
            (str(process.id), _("Owner of “{process}”").format(process=process.name))
            for process in self.processes.ownerless()[:3]
        ]
        self.head.set_missing(missing)

    def show_row(self, row: str) -> None:
        """A person or a process by id, or one of the two parts by name."""
        if row == PEOPLE:
            self.people.add_button.setFocus()
        elif row == PROCESSES or self.processes.show_process(row):
            self._area.reveal(self.processes.table)
        elif self.people.show_person(row):
            self._area.reveal(self.people.table)

    def current_row(self) -> str:
        """The id of the person or process at hand."""
        return self.people.focused() or self.processes.focused()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of both tables."""
        return (
            ("Enter", _("Change the row")),
            ("Del", _("Remove the row")),
            (_("Space"), _("Give a clause to a process, or take it away")),
        )
