"""Names for the identifiers that cross layers, so that one is not passed for another."""

from typing import NewType
from uuid import uuid4

ClientId = NewType("ClientId", str)
PersonId = NewType("PersonId", str)
ProcessId = NewType("ProcessId", str)
SiteId = NewType("SiteId", str)
RoundId = NewType("RoundId", str)
TaskId = NewType("TaskId", str)
AuditId = NewType("AuditId", str)
ItemId = NewType("ItemId", str)
FindingId = NewType("FindingId", str)
IssueId = NewType("IssueId", str)
PartyId = NewType("PartyId", str)
ObjectiveId = NewType("ObjectiveId", str)
RiskId = NewType("RiskId", str)
BudgetLineId = NewType("BudgetLineId", str)
TemplateId = NewType("TemplateId", str)
EvidenceId = NewType("EvidenceId", str)
StandardKey = NewType("StandardKey", str)
QuestionKey = NewType("QuestionKey", str)
ClauseNumber = NewType("ClauseNumber", str)


def new_id() -> str:
    """A random UUID as text: records keep their names when clients travel between laptops (decisions 8)."""
    return str(uuid4())


def clause_order(number: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key that puts 8.10 after 8.9 and A.5.1 after the numbered clauses."""
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in number.split("."))


def _is_annex(number: str) -> bool:
    """Whether a number begins with the letter of an annex."""
    return number[:1].isalpha() and number[1:2] == "."


def section_of(number: str) -> str:
    """The top-level section that a clause belongs to: 8 for 8.4.1, A.5 for A.5.1."""
    return ".".join(number.split(".")[: 2 if _is_annex(number) else 1])


def level_of(number: str) -> int:
    """1 for a section such as 8 or A.5, 2 for 8.4 or A.5.1."""
    return number.count(".") + (0 if _is_annex(number) else 1)


def is_within(number: str, ancestor: str) -> bool:
    """Whether a clause is `ancestor` or lies below it."""
    return number == ancestor or number.startswith(f"{ancestor}.")


def family_of(standard: str) -> str:
    """The standard without its edition, told from its key: iso-9001 of iso-9001-2026."""
    stem, _dash, edition = standard.rpartition("-")
    return stem if stem and edition.isdigit() else standard
