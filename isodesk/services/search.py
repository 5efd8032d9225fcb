"""Finds clients, pages, clauses, controls, questions, documents, tasks and findings by any part of their words (ux.md U34, U38, U39)."""

from dataclasses import dataclass
from enum import StrEnum

from isodesk import wording
from isodesk.domain.journey import COMING, NUMBERS, Page
from isodesk.domain.keys import ClientId
from isodesk.i18n import speech
from isodesk.services.applicability import Applicability, place_of
from isodesk.services.assessment import Assessment
from isodesk.services.clients import Clients
from isodesk.services.fields import folded
from isodesk.services.findings import Findings
from isodesk.services.plan import Plan
from isodesk.services.standards import Standards


class Kind(StrEnum):
    """What was found, in the order in which equal matches are listed."""

    CLIENT = "client"
    PAGE = "page"
    DOCUMENT = "document"
    CLAUSE = "clause"
    CONTROL = "control"
    QUESTION = "question"
    TASK = "task"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Target:
    """Where an entry leads: a client, and a place in it."""

    client: ClientId
    page: Page | None = None
    row: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be gone to."""

    kind: Kind
    title: str
    detail: str
    target: Target
    folded: str
    """Title and detail as they are compared."""


class Search:
    """Collects entries once; `find` then looks through them without the database."""

    def __init__(
        self,
        clients: Clients,
        standards: Standards,
        assessment: Assessment,
        applicability: Applicability,
        plan: Plan,
        findings: Findings,
    ) -> None:
        self._clients = clients
        self._standards = standards
        self._assessment = assessment
        self._applicability = applicability
        self._plan = plan
        self._findings = findings

    def entries(self, client: ClientId | None, language: str) -> tuple[Entry, ...]:
        """All clients, and everything of the open one."""
        found = [
            entry(Kind.CLIENT, view.label, view.name if view.short_name else "", Target(view.id))
            for view in self._clients.listed()
        ]
        if client is not None:
            found += self._inside(client, language)
        return tuple(found)

    def _inside(self, client: ClientId, language: str) -> list[Entry]:
        words = speech(language)
        questions = self._assessment.questions(client, language)
        controls = self._applicability.controls(client, language, questions)
        hidden = COMING if controls else COMING | {Page.APPLICABILITY}
        found = [
            entry(Kind.PAGE, words(wording.PAGE[page]), NUMBERS.get(page, ""), Target(client, page))
            for page in Page
            if page not in hidden
        ]
        for standard in self._standards.of(client):
            for clause in standard.clauses:
                keys = standard.questions_within(clause.number)
                if keys:
                    title = f"{clause.number} {clause.title(language)}"
                    found.append(entry(Kind.CLAUSE, title, standard.designation, Target(client, Page.GAP, keys[0])))
        for control in controls:
            target = Target(client, Page.APPLICABILITY, place_of(control.key))
            detail = words(wording.PAGE[Page.APPLICABILITY])
            found.append(entry(Kind.CONTROL, f"{control.clause} {control.title}", detail, target))
        for view in questions:
            found.append(entry(Kind.QUESTION, view.question, view.clause, Target(client, Page.GAP, view.key)))
        for task in self._plan.tasks(client, language):
            found.append(entry(Kind.TASK, task.title, task.owner_name, Target(client, Page.PLAN, task.id)))
        for finding in self._findings.listed(client, language):
            title = f"{finding.number} {finding.statement}".strip()
            target = Target(client, Page.NONCONFORMITIES, finding.id)
            found.append(entry(Kind.FINDING, title, finding.process_name, target))
        return found


def entry(kind: Kind, title: str, detail: str, target: Target) -> Entry:
    """An entry that is found by the words of its title and detail; documents are added by whoever can print them."""
    return Entry(kind, title, detail, target, folded(f"{title} {detail}"))


def find(entries: tuple[Entry, ...], text: str, limit: int = 50) -> tuple[Entry, ...]:
    """Entries that hold every word of `text`, those that begin with it first; all entries of an empty text."""
    wanted = folded(text).split()
    if not wanted:
        return entries[:limit]
    order = list(Kind)
    scored = [
        (_rank(known, wanted), order.index(known.kind), position, known)
        for position, known in enumerate(entries)
        if all(word in known.folded for word in wanted)
    ]
    scored.sort(key=lambda item: item[:3])
    return tuple(known for _rank_, _kind, _position, known in scored[:limit])


def _rank(known: Entry, wanted: list[str]) -> int:
    if known.folded.startswith(" ".join(wanted)):
        return 0
    return 1 if all(f" {word}" in f" {known.folded}" for word in wanted) else 2
