"""Which standard a firm needs: questions with choices that speak for standards, and the ranking that follows.

A choice only ever speaks for a standard, never against one: answering one more question takes nothing away from a
suggestion, and the order of answering makes no difference.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

STRONG: Final = 4
"""Points from which a standard is recommended: one strong reason, or two weaker ones."""
WORTH: Final = 2
"""Points from which a standard is worth a look."""

Texts = Mapping[str, str]
"""By language."""


class Level(StrEnum):
    """A score in words."""

    STRONGLY = "strongly"
    WORTH = "worth-a-look"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Point:
    """What a choice says for a standard."""

    family: str
    points: int
    reason: Texts


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question."""

    key: str
    text: Texts
    speaks_for: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class AdviceQuestion:
    """A question about the firm; exactly one choice answers it."""

    key: str
    text: Texts
    choices: tuple[Choice, ...]

    def choice(self, key: str) -> Choice | None:
        """The choice of that key, None for one that the question does not know (any more)."""
        return next((choice for choice in self.choices if choice.key == key), None)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a standard is suggested: the answer that speaks for it, and what it says."""

    question: str
    choice: Choice
    words: Texts
    points: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A standard with what speaks for it, strongest reason first."""

    family: str
    score: int
    reasons: tuple[Reason, ...]

    @property
    def level(self) -> Level:
        """The score in words."""
        if self.score >= STRONG:
            return Level.STRONGLY
        return Level.WORTH if self.score >= WORTH else Level.NOT_NOW


@dataclass(frozen=True, slots=True)
class Ranking:
    """All standards, those that the answers speak for most first."""

    suggestions: tuple[Suggestion, ...]
    answered: int
    questions: int

    @property
    def is_complete(self) -> bool:
        """Whether every question is answered."""
        return self.answered == self.questions

    @property
    def needs_none(self) -> bool:
        """Everything is answered and nothing speaks for a certificate."""
        return self.is_complete and all(found.level is Level.NOT_NOW for found in self.suggestions)

    @property
    def integrated(self) -> tuple[str, ...]:
        """Families that rank high together: one system can carry them."""
        strong = tuple(found.family for found in self.suggestions if found.level is Level.STRONGLY)
        return strong if len(strong) > 1 else ()


def rank(questions: Sequence[AdviceQuestion], families: Sequence[str], answers: Mapping[str, str]) -> Ranking:
    """Ranks `families` by what the answers (choice by question) say for them; equal ones keep the order of `families`.

    Answers to questions or with choices that are not known count as not given.
    """
    reasons: dict[str, list[Reason]] = {family: [] for family in families}
    answered = 0
    for question in questions:
        choice = question.choice(answers.get(question.key, ""))
        if choice is None:
            continue
        answered += 1
        for point in choice.speaks_for:
            reasons[point.family].append(Reason(question.key, choice, point.reason, point.points))
    found = [
        Suggestion(family, sum(r.points for r in said), tuple(sorted(said, key=lambda r: -r.points)))
        for family, said in reasons.items()
    ]
    return Ranking(tuple(sorted(found, key=lambda suggestion: -suggestion.score)), answered, len(questions))
