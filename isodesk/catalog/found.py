"""What a file from elsewhere turned out to hold, before anything is written: for a preview and for the command line."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field

from isodesk.catalog.mapping import Mapping
from isodesk.catalog.plain_text import one_line
from isodesk.catalog.standard import Standard
from isodesk.i18n import Speech


@dataclass(frozen=True, slots=True)
class Remark:
    """What a user should know of a file although nothing stands in the way: a sentence in our source language."""

    words: str
    fields: Table[str, object] = field(default_factory=dict)

    def text(self, words: Speech) -> str:
        """The sentence in a language."""
        return words(self.words).format(**self.fields)


@dataclass(frozen=True, slots=True)
class FirstLine:
    """A requirement as a preview shows it; `question` is empty for a heading."""

    number: str
    title: str
    level: int
    question: str


@dataclass(frozen=True, slots=True)
class Found:
    """A standard or a mapping, with what is to be said of it."""

    content: Standard | Mapping
    remarks: tuple[Remark, ...] = ()

    @property
    def key(self) -> str:
        """The key under which it would be kept."""
        return self.content.key

    @property
    def kind(self) -> str:
        """`standard` or `mapping`."""
        return "standard" if isinstance(self.content, Standard) else "mapping"

    @property
    def nodes(self) -> int:
        """How many requirements were taken, of a mapping how many pairs."""
        return len(self.content.clauses if isinstance(self.content, Standard) else self.content.pairs)

    @property
    def assessable(self) -> int:
        """How many of the requirements are asked about."""
        if not isinstance(self.content, Standard):
            return 0
        return sum(bool(clause.questions) for clause in self.content.clauses)

    def languages(self) -> tuple[str, ...]:
        """The languages in which something is said, the most talkative first."""
        if not isinstance(self.content, Standard):
            return tuple(self.content.names)
        spoken = [language for clause in self.content.clauses for language in clause.titles]
        return tuple(sorted(set(spoken), key=lambda language: (-spoken.count(language), language)))

    def first(self, count: int, language: str) -> tuple[FirstLine, ...]:
        """The first requirements in a language, or in another where they do not speak it."""
        if not isinstance(self.content, Standard):
            pairs = self.content.pairs[:count]
            return tuple(FirstLine(pair.source, pair.target, 1, pair.relation.value) for pair in pairs)
        questions = self.content.questions
        return tuple(
            FirstLine(
                clause.number,
                clause.title(language),
                clause.level,
                one_line(questions[clause.questions[0]].text(language).question) if clause.questions else "",
            )
            for clause in self.content.clauses[:count]
        )
