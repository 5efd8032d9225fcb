"""How ready a client is for Stage 1 and Stage 2, and what is missing, line by line with its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from isodesk.catalog.standard import Need, RequiredDocument, Standard
from isodesk.domain import readiness as rules
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.journey import Facts, Page
from isodesk.domain.keys import ClientId, is_within
from isodesk.domain.progress import Progress
from isodesk.domain.readiness import AuditStage, Check, Point, Seen
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.overview import Overview
from isodesk.services.standards import Standards
from isodesk.storage import readiness
from isodesk.storage.work import Workshop

YEAR: Final = timedelta(days=365)
"""An internal audit counts for so long (the certification body looks for a current one at Stage 1)."""
REVIEW: Final = "management-review"
"""The milestone that says that a management review was held."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is missing at a point, in the language asked for, and where it is put right."""

    text: str
    page: Page
    row: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """A point with what is missing there in particular; nothing where the count says it all."""

    check: Check
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """Both stages, and the two numbers that are never mixed (ux.md 3.1)."""

    progress: Progress
    lines: tuple[CheckView, ...]

    def of(self, stage: AuditStage) -> tuple[CheckView, ...]:
        """The lines of one stage."""
        return tuple(line for line in self.lines if line.check.stage is stage)

    def met(self, stage: AuditStage) -> tuple[int, int]:
        """Points that are met, and all of them; Stage 2 counts those of Stage 1 too."""
        return rules.met((line.check for line in self.lines), stage)


class Readiness:
    """Reads; it changes nothing."""

    def __init__(self, workshop: Workshop, overview: Overview, assessment: Assessment, standards: Standards) -> None:
        self._workshop = workshop
        self._overview = overview
        self._assessment = assessment
        self._standards = standards

    def view(self, client: ClientId, language: str) -> ReadinessView:
        """All points of both stages, names of documents and clauses in `language`."""
        overview = self._overview.view(client, language)
        questions = self._assessment.questions(client, language)
        standards = self._standards.of(client)
        wanted = required(standards)
        lacking = [pair for pair in wanted if not in_place(*pair, questions)]
        audited = self._audited(client, questions)
        clauses = _asked(standards)
        serious = [view for view in questions if _is_serious(view)]
        absent = [view for view in serious if view.worst in {Conformity.ABSENT, None}]
        found = rules.checks(
            overview.facts,
            self._seen(
                client,
                overview.facts,
                documents=(len(wanted) - len(lacking), len(wanted)),
                clauses=(len(clauses.keys() & audited), len(clauses)),
                serious=(len(absent), len(serious)),
            ),
        )
        details: Mapping[Point, tuple[Detail, ...]] = {
            Point.DOCUMENTS: tuple(_document(*pair, questions, language) for pair in lacking),
            Point.SERIOUS_GAPS: tuple(Detail(f"{view.place}  {view.question}", Page.GAP, view.key) for view in absent),
            Point.AUDITED_CLAUSES: tuple(
                Detail(title, Page.AUDIT_PLAN, "")
                for place, title in _titles(standards, language)
                if place in clauses and place not in audited
            ),
        }
        return ReadinessView(
            overview.progress, tuple(CheckView(check, details.get(check.point, ())) for check in found)
        )

    def _seen(
        self,
        client: ClientId,
        facts: Facts,
        *,
        documents: tuple[int, int],
        clauses: tuple[int, int],
        serious: tuple[int, int],
    ) -> Seen:
        with self._workshop.read() as session:
            done, treatments = readiness.treatments(session, client)
            return Seen(
                policy_approved=readiness.policy_approved(session, client),
                documents_in_place=documents[0],
                documents=documents[1],
                serious_absent=serious[0],
                serious=serious[1],
                clauses_audited=clauses[0],
                clauses=clauses[1],
                audit_in_time=facts.months_since_audit is not None and facts.months_since_audit < 12,
                review_held=readiness.milestone_reached(session, client, REVIEW),
                objectives_measured=readiness.objectives_measured(session, client),
                treatments=treatments,
                treatments_done=done,
            )

    def _audited(self, client: ClientId, questions: Iterable[QuestionView]) -> frozenset[tuple[str, str]]:
        """Clauses that internal audits of the last year looked at: every place of each question that was asked."""
        since: date = self._workshop.today - YEAR
        places = {str(view.key): view.counts_for for view in questions}
        with self._workshop.read() as session:
            rows = readiness.looked_at(session, client, since)
        return frozenset(
            place for question, standard, clause in rows for place in places.get(question or "", ((standard, clause),))
        )


def required(standards: Iterable[Standard]) -> list[tuple[Standard, RequiredDocument]]:
    """Mandatory documents and records; one paper that two standards ask for counts for each."""
    return [
        (standard, document)
        for standard in standards
        for document in standard.documents
        if document.need is Need.MANDATORY
    ]


def in_place(standard: Standard, document: RequiredDocument, questions: Iterable[QuestionView]) -> bool:
    """Whether the assessment calls everything at the clause of a document conforming or not applicable.

    The register of documents does not exist yet; until then the answers are all that is known of a paper.
    """
    verdicts = [view.verdict_for(standard.key) for view in _at(standard, document, questions)]
    return all(verdict in {Conformity.CONFORMS, Conformity.NOT_APPLICABLE} for verdict in verdicts)


def _at(standard: Standard, document: RequiredDocument, questions: Iterable[QuestionView]) -> list[QuestionView]:
    """Questions of the document's clause and below; where none stands there, those of the clause above."""
    views = list(questions)
    parts = document.clause.split(".")
    for depth in range(len(parts), 0, -1):
        number = ".".join(parts[:depth])
        found = [view for view in views if any(s == standard.key and is_within(c, number) for s, c in view.counts_for)]
        if found:
            return found
    return []


def _document(
    standard: Standard, document: RequiredDocument, questions: Iterable[QuestionView], language: str
) -> Detail:
    name = document.names.get(language) or next(iter(document.names.values()))
    open_ = [
        view
        for view in _at(standard, document, questions)
        if view.verdict_for(standard.key) not in {Conformity.CONFORMS, Conformity.NOT_APPLICABLE}
    ]
    return Detail(f"{standard.designation} {document.clause}  {name}", Page.GAP, open_[0].key if open_ else "")


def _is_serious(view: QuestionView) -> bool:
    applies = view.worst is not Conformity.NOT_APPLICABLE
    return applies and view.importance in {Importance.CRITICAL, Importance.HIGH}


def _asked(standards: Iterable[Standard]) -> dict[tuple[str, str], None]:
    return {
        (standard.key, clause.number): None for standard in standards for clause in standard.clauses if clause.questions
    }


def _titles(standards: Iterable[Standard], language: str) -> list[tuple[tuple[str, str], str]]:
    return [
        ((standard.key, clause.number), f"{standard.designation} {clause.number}  {clause.title(language)}")
        for standard in standards
        for clause in standard.clauses
    ]
