"""The gap assessment: answers to questions, their notes, and how ready the client is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.events import AnswersChanged
from isodesk.domain.keys import ClientId, PersonId, QuestionKey
from isodesk.domain.progress import Progress
from isodesk.errors import NotAllowed
from isodesk.i18n import N_
from isodesk.services import answer_values, leaving_out
from isodesk.services.answer_values import NAME
from isodesk.services.fields import LONG, clean
from isodesk.services.history import History
from isodesk.services.question_views import QuestionReader, QuestionView, progress_of
from isodesk.services.standards import Standards
from isodesk.storage import assessment
from isodesk.storage.tables import AnswerOverrideRow, AnswerRow
from isodesk.storage.work import Work, Workshop

__all__ = ["Assessment", "GivenAnswer", "QuestionView", "RoundView", "progress_of"]

NOTES: Final = frozenset({"existing", "missing", "reason"})
_STEPS: Final = {
    "importance": N_("importance of {clause}"),
    "maturity": N_("maturity of {clause}"),
    "owner_id": N_("responsible for {clause}"),
}


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A verdict with its notes, as a filled-in sheet holds it."""

    question: QuestionKey
    conformity: Conformity | None
    existing: str = ""
    missing: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RoundView:
    """One pass through the questions."""

    number: int
    started_on: date
    closed_on: date | None
    """None for the round that is answered now."""
    designations: tuple[str, ...]
    """The standards that it asked about."""


class Assessment:
    """Reads and records the current round; every answer is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._assessors: dict[ClientId, str] = {}
        self.named: str | None = None
        """The name in the preferences, empty for none: a login name signs no report. None: the actor signs."""

    def assessor(self, client: ClientId) -> str:
        """Who signs answers of this client from now on: the person chosen, else the one at the keyboard."""
        usual = self._workshop.actor if self.named is None else self.named
        return self._assessors.get(client, "") or usual

    def set_assessor(self, client: ClientId, name: str) -> None:
        """Another person signs the next answers, as long as the workspace is open; empty: the one at the keyboard.
        Answers given before keep their names. Raises InvalidInput when the name is too long."""
        self._assessors[client] = clean("assessor", name, NAME)

    def questions(self, client: ClientId, language: str, round_: int | None = None) -> tuple[QuestionView, ...]:
        """All questions of the client's standards in order, with their answers: of the current round, or of an earlier
        one by its number, as it was asked then. Raises NotFound."""
        with self._workshop.read() as session:
            row = assessment.round_of(session, client, round_)
            standards = self._standards.within(session, client, round_)
            reader = QuestionReader(session, client, row, standards, language)
            return tuple(
                reader.view(number, requirement)
                for number, requirement in enumerate(self._standards.merged(session, client, round_), start=1)
            )

    def rounds(self, client: ClientId) -> tuple[RoundView, ...]:
        """All rounds, the first one first."""
        with self._workshop.read() as session:
            return tuple(
                RoundView(
                    row.number,
                    row.started_on,
                    row.closed_on,
                    tuple(s.designation for s in self._standards.within(session, client, row.number)),
                )
                for row in assessment.rounds(session, client)
            )

    def progress(self, client: ClientId) -> Progress:
        """Counts over all questions."""
        return progress_of(self.questions(client, "en"))

    def record(self, client: ClientId, question: QuestionKey, conformity: Conformity | None) -> None:
        """Sets or clears the verdict on one question. Raises NotAllowed for “not applicable” where a standard forbids it."""
        self.record_many(client, (question,), conformity)

    def record_many(self, client: ClientId, questions: Iterable[QuestionKey], conformity: Conformity | None) -> None:
        """Sets or clears the verdict on several questions in one step (ux.md U41). Raises NotAllowed as `record`."""
        keys = tuple(questions)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            if conformity is Conformity.NOT_APPLICABLE:
                leaving_out.refuse(self._standards, work.session, client, keys)
            for key in keys:
                row = assessment.answer(work, round_id, key)
                row.conformity = conformity.value if conformity else None
                self._sign(row, client, work)
            work.record(AnswersChanged(client, keys))

    def fill_in(self, client: ClientId, answers: Iterable[GivenAnswer]) -> None:
        """Records many verdicts with their notes in one step. Raises InvalidInput when a note is too long, NotAllowed."""
        given = tuple(answers)
        keys = tuple(answer.question for answer in given)
        left_out = tuple(a.question for a in given if a.conformity is Conformity.NOT_APPLICABLE)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            leaving_out.refuse(self._standards, work.session, client, left_out)
            for answer in given:
                row = assessment.answer(work, round_id, answer.question)
                row.conformity = answer.conformity.value if answer.conformity else None
                row.existing, row.missing, row.reason = (
                    clean(field, text, LONG, lines=True)
                    for field, text in (
                        ("existing", answer.existing),
                        ("missing", answer.missing),
                        ("reason", answer.reason),
                    )
                )
                self._sign(row, client, work)
            work.record(AnswersChanged(client, keys))

    def differ(
        self, client: ClientId, question: QuestionKey, standard: str, conformity: Conformity | None, reason: str = ""
    ) -> None:
        """Gives a common question another answer for one standard, with the reason; None takes that back.

        Raises InvalidInput without a reason, NotAllowed where the standard forbids to call it not applicable.
        """
        kept = clean("reason", reason, LONG, lines=True, required=conformity is not None)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, (question,))) as work:
            answer = assessment.answer(work, assessment.current_round(work.session, client).id, question)
            work.session.flush()
            held = assessment.overrides(work.session, (answer.id,)).get(answer.id, {}).get(standard)
            if conformity is Conformity.NOT_APPLICABLE:
                leaving_out.refuse_for(self._standards, work.session, client, question, standard)
            if conformity is None:
                if held is not None:
                    work.session.delete(held)
            elif held is None:
                work.session.add(
                    AnswerOverrideRow(answer_id=answer.id, standard=standard, conformity=conformity.value, reason=kept)
                )
            else:
                held.conformity, held.reason = conformity.value, kept
            self._sign(answer, client, work)
            work.record(AnswersChanged(client, (question,)))

    def set_note(self, client: ClientId, question: QuestionKey, field: str, text: str) -> None:
        """Writes `existing`, `missing` or `reason`. Raises InvalidInput when it is too long."""
        if field not in NOTES:
            message = f"not a note of an answer: {field}"
            raise ValueError(message)
        kept = clean(field, text, LONG, lines=True)
        with self._history.step(N_("note to {clause}"), clause=self._clauses(client, (question,))) as work:
            row = assessment.answer(work, assessment.current_round(work.session, client).id, question)
            setattr(row, field, kept)
            self._sign(row, client, work)
            work.record(AnswersChanged(client, (question,)))

    def set_owner(self, client: ClientId, questions: Iterable[QuestionKey], owner: PersonId | None) -> None:
        """Names who is responsible for several questions in one step."""
        keys = tuple(questions)
        with self._history.step(N_("responsible for {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            for key in keys:
                assessment.answer(work, round_id, key).owner_id = owner
            work.record(AnswersChanged(client, keys))

    def refused(self, client: ClientId, questions: Iterable[QuestionKey]) -> dict[QuestionKey, NotAllowed]:
        """Which of these questions cannot be called not applicable, and why."""
        with self._workshop.read() as session:
            return leaving_out.refused(self._standards, session, client, tuple(questions))

    def set_importance(self, client: ClientId, question: QuestionKey, importance: Importance | None) -> None:
        """Weighs a question for this client; None goes back to the bank's own."""
        self.change(client, (question,), importance=importance)

    def set_maturity(self, client: ClientId, question: QuestionKey, maturity: int | None) -> None:
        """Sets a level of 0 to 5 beside the verdict. Raises InvalidInput."""
        self.change(client, (question,), maturity=maturity)

    def change(self, client: ClientId, questions: Iterable[QuestionKey], **values: object) -> None:
        """Gives several questions the same importance, maturity, owner, assessor or assessed_on in one step (ux.md U41).
        Raises InvalidInput."""
        self.put(client, dict.fromkeys(questions, values))

    def put(self, client: ClientId, changes: Mapping[QuestionKey, Mapping[str, object]]) -> None:
        """Any fields of any answers in one step, by the names of `answer_values.FIELDS`: what was pasted, or several rows at once.
        A verdict or note is signed unless assessor and date come with it. Raises InvalidInput, NotAllowed."""
        keys = tuple(changes)
        clauses = self._clauses(client, keys)
        with self._history.step(_label(changes), clause=clauses) as work:
            kept = {key: answer_values.cleaned(values, work.today) for key, values in changes.items()}
            session, left_out = work.session, Conformity.NOT_APPLICABLE.value
            outside = tuple(key for key, values in kept.items() if values.get("conformity") == left_out)
            leaving_out.refuse(self._standards, session, client, outside)
            round_id = assessment.current_round(session, client).id
            held = assessment.answers(session, round_id)
            for key, values in kept.items():
                row = held.get(key) or assessment.answer(work, round_id, key)
                if answer_values.SIGNED & values.keys():
                    self._sign(row, client, work)
                for field, value in values.items():
                    setattr(row, field, value)
            work.record(AnswersChanged(client, keys))

    def look(self, client: ClientId, question: QuestionKey) -> None:
        """Notes that someone looked at a question without answering it (ux.md U06); nothing when read-only.

        Nothing either while a step waits to be redone: it may bring back the very row that this would make.
        """
        if self._workshop.read_only or self._history.redoable is not None:
            return
        with self._workshop.write("look") as work:
            assessment.answer(work, assessment.current_round(work.session, client).id, question)

    def dates(self, client: ClientId) -> tuple[date, date | None]:
        """When the round started and when its last answer was given."""
        with self._workshop.read() as session:
            row = assessment.current_round(session, client)
            days = [a.assessed_on for a in assessment.answers(session, row.id).values() if a.assessed_on]
            return row.started_on, max(days, default=None)

    def _clauses(self, client: ClientId, keys: tuple[QuestionKey, ...]) -> str:
        places = {r.question.key: r.clause for r in self._standards.requirements(client)}
        named = [places.get(key, key) for key in keys]
        return named[0] if len(named) == 1 else f"{named[0]} … {named[-1]} ({len(named)})" if named else ""

    def _sign(self, row: AnswerRow, client: ClientId, work: Work) -> None:
        row.assessor = self.assessor(client)
        row.assessed_on = work.today
        row.seen_at = row.seen_at or work.now


def _label(changes: Mapping[QuestionKey, Mapping[str, object]]) -> str:
    """What the step is called: by the field, where it is one only."""
    fields = {field for values in changes.values() for field in values}
    only = next(iter(fields)) if len(fields) == 1 else ""
    return _STEPS.get(only, N_("answer {clause}"))
