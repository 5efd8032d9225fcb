"""Rounds of the assessment: a new one is begun, the old ones are kept, any two are compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isodesk.catalog.standard import Standard
from isodesk.domain.events import AnswersChanged
from isodesk.domain.keys import ClientId, QuestionKey, clause_order
from isodesk.domain.progress import Progress
from isodesk.domain.rounds import Course, course
from isodesk.i18n import N_
from isodesk.services import carrying
from isodesk.services.assessment import Assessment, QuestionView, RoundView
from isodesk.services.grouping import GroupResult, by_section
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage.work import Workshop


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """One question of the later round with its answer in the earlier one."""

    now: QuestionView
    before: QuestionView | None
    """None where the earlier round did not ask it."""
    course: Course

    @property
    def maturity_change(self) -> int | None:
        """Levels gained (or lost, below zero); None where one of the two has none."""
        if self.before is None or self.before.maturity is None or self.now.maturity is None:
            return None
        return self.now.maturity - self.before.maturity


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section of one standard in both rounds."""

    now: GroupResult
    before: Progress
    before_maturity: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds side by side."""

    earlier: RoundView
    later: RoundView
    before: Progress
    now: Progress
    questions: tuple[ComparedQuestion, ...]
    """What became worse first, then what needs a look, each in the order of the standard."""
    sections: tuple[ComparedSection, ...]
    dropped: int
    """Questions of the earlier round that the later one does not ask."""

    def count(self, *courses: Course) -> int:
        """How many questions went one of these ways."""
        return sum(item.course in courses for item in self.questions)

    @property
    def changed(self) -> tuple[ComparedQuestion, ...]:
        """All questions whose answer is another one."""
        return tuple(item for item in self.questions if item.course is not Course.SAME)


class Rounds:
    """Begins rounds (each a step that can be undone) and reads two of them side by side."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards, assessment: Assessment) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._assessment = assessment

    def start(self, client: ClientId, *, carry: bool) -> int:
        """Closes the current round, which stays readable, and begins the next; its number.

        With `carry` the new round begins with every answer, note, owner, level and file of the old one, signed as they
        were; without, every question is open. One step; undo takes all of it back. Raises NotFound.
        """
        with self._history.step(N_("begin a new assessment")) as work:
            before, after = carrying.open_next(work, client)
            if carry:
                asked = {r.question.key for r in self._standards.merged(work.session, client)}
                carrying.carry(work, client, before, after, asked)
            work.record(AnswersChanged(client))
            return after.number

    def compare(
        self, client: ClientId, language: str, earlier: int | None = None, later: int | None = None
    ) -> Comparison | None:
        """Two rounds by their numbers: by default the last closed one and the current one. None for a client with one
        round only. Raises NotFound for a number that there is not."""
        rounds = self._assessment.rounds(client)
        if len(rounds) < 2:
            return None
        then, now = earlier or rounds[-2].number, later or rounds[-1].number
        by_number = {item.number: item for item in rounds}
        before = self._assessment.questions(client, language, then)
        after = self._assessment.questions(client, language, now)
        former = {view.key: view for view in before}
        standards = self._standards.in_round(client, now)
        return Comparison(
            earlier=by_number[then],
            later=by_number[now],
            before=Progress.of(view.conformity for view in before),
            now=Progress.of(view.conformity for view in after),
            questions=_compared(after, former),
            sections=tuple(_sections(standards, after, before, language)),
            dropped=len(former.keys() - {view.key for view in after}),
        )


def _compared(
    after: tuple[QuestionView, ...], former: Mapping[QuestionKey, QuestionView]
) -> tuple[ComparedQuestion, ...]:
    order = list(Course)
    found = []
    for view in after:
        old = former.get(view.key)
        found.append(ComparedQuestion(view, old, course(old.worst if old else None, view.worst)))
    return tuple(sorted(found, key=lambda item: (order.index(item.course), clause_order(item.now.clause))))


def _sections(
    standards: tuple[Standard, ...],
    after: tuple[QuestionView, ...],
    before: tuple[QuestionView, ...],
    language: str,
) -> Iterator[ComparedSection]:
    """An edition that was moved to is compared with the edition before it, section by section: their numbers are one."""
    for standard in standards:
        for section in by_section(standard, after, language):
            keys = {view.key for view in section.questions}
            old = [view for view in before if view.key in keys]
            rated = [view.maturity for view in old if view.maturity is not None]
            yield ComparedSection(
                section, Progress.of(view.worst for view in old), sum(rated) / len(rated) if rated else None
            )
