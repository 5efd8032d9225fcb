"""Roles in a management system and the rule that nobody audits their own work."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person does in a small firm's management system; questions name the role that usually acts."""

    HEAD = "head"
    QUALITY = "quality"
    HR = "hr"
    SALES = "sales"
    PURCHASING = "purchasing"
    ENGINEERING = "engineering"
    PRODUCTION = "production"
    INSPECTION = "inspection"
    DOCUMENTS = "documents"
    AUDITOR = "auditor"
    ENVIRONMENT = "environment"
    SAFETY = "safety"
    SECURITY = "security"
    IT = "it"
    CONTINUITY = "continuity"


@dataclass(frozen=True, slots=True)
class Dependence:
    """An auditor who would audit a process of their own (ISO 19011: independence; decisions 20: warn, never forbid)."""

    person: str
    process: str


def dependences(auditors: Iterable[str], owners: Iterable[tuple[str, str | None]]) -> tuple[Dependence, ...]:
    """Pairs of auditor and audited process where the auditor owns the process.

    `owners` gives (process, owner) of the audited processes; identifiers are opaque.
    """
    team = tuple(auditors)
    return tuple(Dependence(person, process) for process, owner in owners for person in team if owner == person)


def decoded_signature(name: str) -> str:
    """«Коршунов Андрей Викторович» as «А. В. Коршунов», the way Russian papers decode a signature (ГОСТ Р 7.0.97).

    Any other form of name (initials already there, a foreign name, one word) is left as it is.
    """
    words = name.split()
    if len(words) != 3 or not all(word[0].isupper() and "." not in word and _is_cyrillic(word) for word in words):
        return name
    surname, first, father = words
    return f"{first[0]}. {father[0]}. {surname}"


def _is_cyrillic(word: str) -> bool:
    return all("а" <= letter <= "я" or letter in "ё-" for letter in word.casefold())
