"""What a standard is to isodesk: a tree of titled clauses, each with the questions that ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from isodesk.domain.conformity import Importance
from isodesk.domain.keys import is_within
from isodesk.domain.people import Role

Bilingual = Mapping[str, str]
"""A text by language code."""


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question in one language, in our own words (decisions 16)."""

    question: str
    why: str
    look_for: tuple[str, ...]
    example: str
    action: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask. A common question has one key in all standards and is answered once (decisions 15)."""

    key: str
    common: bool
    importance: Importance
    effort: int
    """Hours that closing the gap takes in a small firm."""
    role: Role
    follows: tuple[str, ...]
    texts: Mapping[str, QuestionText]

    def text(self, language: str) -> QuestionText:
        """The text in `language`, English where it is missing."""
        return self.texts.get(language) or self.texts["en"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause with its short title and the keys of its questions."""

    number: str
    titles: Bilingual
    questions: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """1 for a section such as 8, 2 for 8.4."""
        return self.number.count(".") + 1

    def title(self, language: str) -> str:
        """The title in `language`, English where it is missing."""
        return self.titles.get(language) or self.titles["en"]


@dataclass(frozen=True)
class Standard:
    """One edition of a standard with the questions it uses."""

    key: str
    designation: str
    edition: str
    titles: Bilingual
    system: Bilingual
    """What the management system is called, for the head of a document."""
    clauses: tuple[Clause, ...]
    questions: Mapping[str, Question] = field(repr=False)
    published: date | None = None
    source: str = ""
    buy: str = ""

    def title(self, language: str) -> str:
        """The title in `language`."""
        return self.titles.get(language) or self.titles["en"]

    def system_name(self, language: str) -> str:
        """The management system's name in `language`."""
        return self.system.get(language) or self.system["en"]

    @cached_property
    def by_number(self) -> dict[str, Clause]:
        """Clauses by their number."""
        return {clause.number: clause for clause in self.clauses}

    @cached_property
    def clause_of(self) -> dict[str, str]:
        """The clause number of each question key."""
        return {key: clause.number for clause in self.clauses for key in clause.questions}

    @cached_property
    def sections(self) -> tuple[Clause, ...]:
        """The top-level clauses."""
        return tuple(clause for clause in self.clauses if clause.level == 1)

    @cached_property
    def question_keys(self) -> tuple[str, ...]:
        """All question keys in the order of the clauses."""
        return tuple(key for clause in self.clauses for key in clause.questions)

    def questions_within(self, number: str) -> tuple[str, ...]:
        """Question keys of a clause and of all below it."""
        return tuple(key for clause in self.clauses if is_within(clause.number, number) for key in clause.questions)
