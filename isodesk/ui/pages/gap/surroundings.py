"""What page 1.4 needs beside the questions: sections, people, processes, rounds. Read when one of them changed: an answer
changes none, and answering stays fast."""

from typing import Final

from isodesk.domain.events import AnswersChanged, Event, EvidenceChanged
from isodesk.services.assessment import QuestionView, RoundView
from isodesk.ui.case import Case
from isodesk.ui.pages.gap.bench import Bench
from isodesk.ui.pages.gap.filters import sections_of
from isodesk.ui.pages.gap.headline import Headline
from isodesk.ui.pages.gap.tools import Tools
from isodesk.ui.speech import speech
from isodesk.ui.table_layouts import TableLayouts

_FILTERS: Final = "gap-filters"


class Surroundings:
    """Fills filters, choices and the head of the page, and remembers the filters of each client."""

    def __init__(self, case: Case, bench: Bench, headline: Headline, tools: Tools) -> None:
        self._case = case
        self._bench = bench
        self._headline = headline
        self._tools = tools
        self._fresh = False
        self._restored = False
        self._names: tuple[str, ...] = ()
        self._rounds: tuple[RoundView, ...] = ()
        self._store = TableLayouts(case.preferences)
        tools.assessor_changed.connect(self._say_round)
        bench.table.paste_requested.connect(tools.paste)
        tools.columns_changed.connect(bench.table.show_optional)
        case.preferences.changed.connect(self._say_me)
        bench.table.show_optional(tools.shown)

    def note(self, event: Event) -> None:
        """Whether what happened touches more than answers."""
        only_answers = isinstance(event, EvidenceChanged) or (isinstance(event, AnswersChanged) and event.questions)
        self._fresh = self._fresh and bool(only_answers)

    def forget(self) -> None:
        """Everything is to be said again."""
        self._fresh = False

    def read(self, views: tuple[QuestionView, ...]) -> None:
        """Reads what changed since the last time."""
        if self._fresh:
            return
        services, client = self._case.services, self._case.client
        filters, people = self._bench.filters, services.team.people(client)
        filters.set_sections(sections_of(services.standards.of(client), speech().language))
        filters.further.set_team(people, services.team.processes(client))
        self._names = tuple(person.name for person in people)
        self._bench.details.set_people((person.id, person.name) for person in people)
        self._say_me()
        self._tools.set_names([*self._names, *(view.assessor for view in views)])
        self._rounds = services.assessment.rounds(client)
        self._tools.set_rows(views)
        self._say_round()
        self._fresh = True
        if not self._restored:
            self._restored = True
            filters.restore(self._store.get(self._name(), ""))

    def _name(self) -> str:
        return f"{_FILTERS}:{self._case.client}"

    def keep_filters(self) -> None:
        """Remembers what is asked for."""
        self._store[self._name()] = self._bench.filters.state()

    def _say_me(self) -> None:
        self._bench.filters.set_me(self._case.preferences.current.assessor, self._names)

    def _say_round(self) -> None:
        self._tools.say(len(self._rounds))
        assessor = self._case.services.assessment.assessor(self._case.client)
        self._headline.show_round(self._rounds[-1] if self._rounds else None, assessor)
