"""What changes between two editions of a standard, told from the keys of the questions: stays, moves, comes, goes."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from isodesk.catalog.standard import Clause, Question, Standard
from isodesk.domain.keys import is_within


class Change(StrEnum):
    """What happened to a question between two editions."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """One question in two editions; `old` and `new` are clause numbers, empty where it is not asked."""

    question: Question
    change: Change
    old: str
    new: str


@dataclass(frozen=True)
class Delta:
    """Two editions side by side, in the order of the newer one, what is gone at the end."""

    old: Standard
    new: Standard
    questions: tuple[QuestionChange, ...]

    def count(self, change: Change) -> int:
        """Number of questions with that change."""
        return sum(item.change is change for item in self.questions)

    def of(self, *changes: Change) -> tuple[QuestionChange, ...]:
        """The questions with one of these changes."""
        return tuple(item for item in self.questions if item.change in changes)

    @cached_property
    def surviving(self) -> frozenset[str]:
        """Keys that both editions ask: their answers carry over."""
        return frozenset(item.question.key for item in self.of(Change.UNCHANGED, Change.MOVED))

    def titled_anew(self, language: str) -> tuple[tuple[Clause, Clause], ...]:
        """Clauses of one number whose title differs in a language, (old, new)."""
        pairs = [(self.old.by_number.get(clause.number), clause) for clause in self.new.clauses]
        return tuple((old, new) for old, new in pairs if old is not None and old.title(language) != new.title(language))

    @cached_property
    def new_clauses(self) -> tuple[Clause, ...]:
        """Clauses whose number the old edition does not have."""
        return tuple(clause for clause in self.new.clauses if clause.number not in self.old.by_number)

    @cached_property
    def gone_clauses(self) -> tuple[Clause, ...]:
        """Clauses whose number the new edition does not have."""
        return tuple(clause for clause in self.old.clauses if clause.number not in self.new.by_number)

    def successors(self, number: str) -> tuple[str, ...]:
        """Where a clause of the old edition is found in the new one: the clauses that ask its questions now, joined to
        the old number where that covers them all; the old number where it asks nothing and still exists."""
        keys = [key for key in self.old.questions_within(number) if key in self.surviving]
        found = tuple(dict.fromkeys(self.new.clause_of[key] for key in keys))
        if number in self.new.by_number and all(is_within(clause, number) for clause in found):
            return (number,)
        return found


def compare(old: Standard, new: Standard) -> Delta:
    """The delta from `old` to `new`."""
    changes = []
    for key in new.question_keys:
        before, after = old.clause_of.get(key, ""), new.clause_of[key]
        change = Change.NEW if not before else Change.UNCHANGED if before == after else Change.MOVED
        changes.append(QuestionChange(new.questions[key], change, before, after))
    changes += [
        QuestionChange(old.questions[key], Change.GONE, old.clause_of[key], "")
        for key in old.question_keys
        if key not in new.clause_of
    ]
    return Delta(old, new, tuple(changes))
