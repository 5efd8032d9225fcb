"""Short ways to people, processes, answers, audits and content for tests."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from isodesk.catalog.standard import Clause, Question, QuestionText, Standard
from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.keys import AuditId, ClientId, FindingId, PersonId, ProcessId
from isodesk.domain.people import Role
from isodesk.services.assessment import QuestionView
from isodesk.services.audits import NewAudit
from isodesk.services.workspace import Services

STANDARD = "iso-9001-2026"
LASTING = frozenset({"journal", "counter", "file", "content_snapshot"})
"""Tables that undo leaves alone."""

Rows = dict[str, dict[str, dict[str, Any]]]


def person(services: Services, client: ClientId, name: str = "Петров П. П.", *roles: Role) -> PersonId:
    made = services.team.add_person(client, name)
    if roles:
        services.team.set_roles(client, made, frozenset(roles))
    return made


def process(
    services: Services, client: ClientId, name: str = "Закупки", clauses: Iterable[str] = ("8.4",), owner: Any = None
) -> ProcessId:
    made = services.team.add_process(client, name)
    services.team.set_clauses(client, made, frozenset((STANDARD, clause) for clause in clauses))
    if owner is not None:
        services.team.change_process(client, made, owner_id=owner)
    return made


def questions(services: Services, client: ClientId) -> tuple[QuestionView, ...]:
    return services.assessment.questions(client, "en")


def answer_all(services: Services, client: ClientId, verdict: Conformity = Conformity.CONFORMS) -> None:
    services.assessment.record_many(client, [view.key for view in questions(services, client)], verdict)


def gaps(services: Services, client: ClientId, count: int = 4) -> tuple[QuestionView, ...]:
    """Answers everything, the first `count` questions with No."""
    answer_all(services, client)
    first = questions(services, client)[:count]
    services.assessment.record_many(client, [view.key for view in first], Conformity.ABSENT)
    return first


def audit(services: Services, client: ClientId, *processes: ProcessId, **fields: Any) -> AuditId:
    return services.audits.create(client, NewAudit(processes or (process(services, client),), **fields))


def finding(services: Services, client: ClientId, audit_: AuditId, grade: Grade = Grade.MINOR) -> FindingId:
    row = services.checklists.rows(audit_, "en")[0]
    return services.findings.raise_from(client, row.id, grade, "Reviews of two suppliers are missing")


def finished(services: Services, client: ClientId, audit_: AuditId) -> None:
    """Answers what is open and closes the audit."""
    rows = services.checklists.rows(audit_, "en")
    services.checklists.record(client, [row.id for row in rows if row.verdict is None], Verdict.CONFORMS)
    services.audits.change(client, audit_, conclusion="The system works.")
    services.audits.finish(client, audit_)


def dump(file: Path, *, without: frozenset[str] = frozenset()) -> Rows:
    """Every row of every table, by table and id."""
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {name}")}
            for name in names
            if name not in without and name != "alembic_version"
        }
    finally:
        connection.close()


def rows(services: Services) -> Rows:
    """What undo must bring back."""
    return dump(services.folder / "isodesk.db", without=LASTING)


def question_text(language: str = "en", **values: Any) -> QuestionText:
    start = {"en": "Write down", "ru": "Описать"}[language]
    words = {
        "question": f"Is the {language} purpose of the firm written down?",
        "why": "Everything else is measured against it.",
        "look_for": ("a signed sheet of paper", "people who know it"),
        "example": "A page on the wall of the workshop.",
        "action": f"{start} what the firm is for",
    }
    return QuestionText(**{**words, **values})


def question(key: str = "context.issues", *, text: dict[str, Any] | None = None, **values: Any) -> Question:
    """A sound question; `text` changes its English words."""
    fields: dict[str, Any] = {
        "common": True,
        "importance": Importance.HIGH,
        "effort": 8,
        "role": Role.QUALITY,
        "follows": (),
        "texts": {
            "en": question_text("en", **{"question": f"Is {key} written down?", **(text or {})}),
            "ru": question_text("ru", question=f"Записано ли {key} где-либо?"),
        },
    }
    return Question(key, **{**fields, **values})


def standard(*clauses: Clause, questions: Iterable[Question] = (), key: str = "iso-test", **values: Any) -> Standard:
    """A standard of the given clauses and questions."""
    fields: dict[str, Any] = {
        "designation": "ISO TEST",
        "edition": "2026",
        "titles": {"en": "Test", "ru": "Проба"},
        "system": {"en": "Test system", "ru": "Пробная система"},
    }
    return Standard(key, clauses=clauses, questions={q.key: q for q in questions}, **{**fields, **values})


def clause(number: str, *keys: str, en: str = "Title", ru: str = "Название") -> Clause:
    return Clause(number, {"en": en, "ru": ru}, keys)
