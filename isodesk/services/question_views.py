"""What pages and documents see of a question of the assessment: its words, its places, what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from isodesk.catalog.standard import Standard
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.keys import ClientId, PersonId, QuestionKey, is_within
from isodesk.domain.people import Role
from isodesk.domain.progress import Progress
from isodesk.services.standards import Requirement
from isodesk.storage import assessment, clients, team
from isodesk.storage.tables import AnswerRow, RoundRow
from isodesk.storage.work import Session

_LEFT = {Conformity.NOT_APPLICABLE: 0, Conformity.CONFORMS: 1, Conformity.PARTLY: 2, Conformity.ABSENT: 3}
"""How much a verdict leaves to do, for comparing."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a client with what was answered so far, in one language."""

    number: int
    """Runs through the whole assessment; the same on screen and on paper."""
    key: QuestionKey
    standard: str
    clause: str
    clause_title: str
    counts_for: tuple[tuple[str, str], ...]
    """(standard, clause) of each use among the client's standards."""
    place: str
    """The clause, with the standard's designation where the client has several and only this one asks."""
    focus: tuple[tuple[str, str, str], ...]
    """(designation, clause, what its auditor looks for) of each use, where the question counts for several standards;
    the last is empty where nothing is said."""
    question: str
    why: str
    look_for: tuple[str, ...]
    example: str
    action: str
    role: Role
    effort: int
    importance: Importance
    conformity: Conformity | None
    maturity: int | None
    existing: str
    missing: str
    reason: str
    excluded: bool
    """The whole clause does not apply; the reason is the exclusion's."""
    owner: PersonId | None
    owner_name: str
    assessor: str
    assessed_on: date | None
    seen: bool
    evidence: int
    overrides: tuple[tuple[str, Conformity, str], ...]
    """(standard, verdict, reason) where the answer differs for a standard."""

    @property
    def worst(self) -> Conformity | None:
        """The answer that leaves most to do, of the common one and those that differ for a standard."""
        differing = {standard: verdict for standard, verdict, _reason in self.overrides}
        given = (
            [self.conformity, *differing.values()] if len(differing) < len(self.counts_for) else [*differing.values()]
        )
        return max(given, key=lambda verdict: _LEFT[verdict] if verdict else -1)

    @property
    def is_gap(self) -> bool:
        """Whether work is left for any standard."""
        return self.worst is not None and self.worst.is_gap

    def verdict_for(self, standard: str) -> Conformity | None:
        """The answer as it counts for one standard."""
        return next((verdict for key, verdict, _reason in self.overrides if key == standard), self.conformity)

    @property
    def needs_reason(self) -> bool:
        """Called not applicable without saying why."""
        return self.conformity is Conformity.NOT_APPLICABLE and not self.reason.strip()


class QuestionReader:
    """Joins the rows of one client once, for all its questions."""

    def __init__(
        self, session: Session, client: ClientId, round_: RoundRow, standards: tuple[Standard, ...], language: str
    ) -> None:
        self._language = language
        self._standards = {standard.key: standard for standard in standards}
        self._answers = assessment.answers(session, round_.id)
        self._blank = AnswerRow(round_id="", question="")
        self._overrides = assessment.overrides(session, (row.id for row in self._answers.values()))
        self._evidence = assessment.evidence_counts(session, client)
        self._names = team.names(session, client)
        self._exclusions = [(row.standard, row.clause, row.reason) for row in clients.exclusions(session, client)]

    def view(self, number: int, requirement: Requirement) -> QuestionView:
        """One question with its answer; `number` runs through the assessment."""
        question = requirement.question
        text = question.text(self._language)
        row = self._answers.get(question.key, self._blank)
        conformity = Conformity(row.conformity) if row.conformity else None
        exclusion = self._exclusion(requirement)
        excluded = exclusion is not None and conformity in {None, Conformity.NOT_APPLICABLE}
        return QuestionView(
            number=number,
            key=QuestionKey(question.key),
            standard=requirement.standard,
            clause=requirement.clause,
            clause_title=self._title(requirement.standard, requirement.clause),
            counts_for=requirement.counts_for,
            place=self._place(requirement),
            focus=self._focus(requirement),
            question=text.question,
            why=text.why,
            look_for=text.look_for,
            example=text.example,
            action=text.action,
            role=question.role,
            effort=question.effort,
            importance=Importance(row.importance) if row.importance else question.importance,
            conformity=Conformity.NOT_APPLICABLE if excluded else conformity,
            maturity=row.maturity,
            existing=row.existing,
            missing=row.missing,
            reason=(exclusion or "") if excluded and not row.reason else row.reason,
            excluded=excluded,
            owner=PersonId(row.owner_id) if row.owner_id else None,
            owner_name=self._names.get(row.owner_id or "", ""),
            assessor=row.assessor,
            assessed_on=row.assessed_on,
            seen=row.seen_at is not None,
            evidence=self._evidence.get(row.id, 0),
            overrides=self._differing(row),
        )

    def _differing(self, row: AnswerRow) -> tuple[tuple[str, Conformity, str], ...]:
        return tuple(
            (standard, Conformity(override.conformity), override.reason)
            for standard, override in sorted(self._overrides.get(row.id, {}).items())
            if standard in self._standards
        )

    def _title(self, standard: str, number: str) -> str:
        return self._standards[standard].by_number[number].title(self._language)

    def _place(self, requirement: Requirement) -> str:
        if len(self._standards) < 2 or len(requirement.counts_for) > 1:
            return requirement.clause
        return f"{self._standards[requirement.standard].designation} {requirement.clause}"

    def _focus(self, requirement: Requirement) -> tuple[tuple[str, str, str], ...]:
        if len(requirement.counts_for) < 2:
            return ()
        found = []
        for key, clause in requirement.counts_for:
            standard = self._standards[key]
            found.append((standard.designation, clause, standard.focus_of(requirement.question.key, self._language)))
        return tuple(found)

    def _exclusion(self, requirement: Requirement) -> str | None:
        """The reason when every place of the question is excluded."""
        reasons = [
            next((r for s, c, r in self._exclusions if s == standard and is_within(clause, c)), None)
            for standard, clause in requirement.counts_for
        ]
        return None if any(reason is None for reason in reasons) else reasons[0]


def progress_of(questions: Iterable[QuestionView]) -> Progress:
    """Counts over some questions."""
    return Progress.of(view.conformity for view in questions)
