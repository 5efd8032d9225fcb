"""What a standard is to isodesk: a tree of titled clauses with the questions that ask for them, the documents it wants
and what it asks of the management review."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from isodesk.domain.conformity import Importance
from isodesk.domain.keys import is_within, level_of, section_of
from isodesk.domain.people import Role

Bilingual = Mapping[str, str]
"""A text by language code. What ships has Russian and English; a pack from elsewhere may have one language only."""


def in_language(texts: Bilingual, language: str) -> str:
    """The text in `language`, in English where that is missing, else in whatever language there is."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


class Exclusion(StrEnum):
    """What a standard says of calling a requirement not applicable; a reason is needed in any case."""

    ALLOW = "allow"
    WARN = "warn"
    FORBID = "forbid"


class DocumentKind(StrEnum):
    """A living document that is kept up to date, or a record that is kept as it is."""

    MAINTAIN = "maintain"
    RETAIN = "retain"


class Need(StrEnum):
    """Whether the text of a standard names a document, auditors expect it, or it merely helps."""

    MANDATORY = "mandatory"
    EXPECTED = "expected"
    OPTIONAL = "optional"


class Confidence(StrEnum):
    """How sure a fact is (docs/content-sources.md)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Direction(StrEnum):
    """Whether a topic goes into the management review or comes out of it."""

    INPUT = "in"
    OUTPUT = "out"


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question in one language, in our own words (decisions 16). A pack from elsewhere may leave all but the question empty."""

    question: str
    why: str = ""
    look_for: tuple[str, ...] = ()
    example: str = ""
    action: str = ""


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
        """The text in `language`, in English where that is missing, else in whatever language there is."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()))


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause with its short title and the keys of its questions."""

    number: str
    titles: Bilingual
    questions: tuple[str, ...] = ()
    exclusion: Exclusion | None = None
    """For this clause and all below it; None leaves it to the clause above, at last to the standard."""

    @property
    def level(self) -> int:
        """1 for a section such as 8 or A.5, 2 for 8.4 or A.5.1."""
        return level_of(self.number)

    def title(self, language: str) -> str:
        """The title in `language`, English where it is missing."""
        return in_language(self.titles, language)


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A document or record that an edition asks for. Documents of one key in two standards can be one paper."""

    key: str
    clause: str
    kind: DocumentKind
    need: Need
    names: Bilingual
    whys: Bilingual
    """One sentence of ours: what the firm gets from it."""
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class ReviewTopic:
    """Something that the management review looks at, or decides."""

    clause: str
    direction: Direction
    names: Bilingual
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Adoption:
    """A national standard that equals the edition."""

    designation: str
    country: str
    """ISO 3166 code, such as RU."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A published change to an edition."""

    designation: str
    published: date
    about: Bilingual


@dataclass(frozen=True, slots=True)
class TransitionDate:
    """A day in the change from the edition before to this one, with where it is known from."""

    on: date
    about: Bilingual
    source: str
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of standards says of each: read without its clauses and questions."""

    key: str
    family: str
    """The standard without its edition: two editions share it."""
    designation: str
    edition: str
    titles: Bilingual
    published: date | None = None
    replaces: str = ""
    """Key of the edition that a client may come from."""
    own: bool = False
    """From the user's folder, not shipped."""

    def title(self, language: str) -> str:
        """The title in `language`."""
        return in_language(self.titles, language)


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
    """Who made a pack, or the file that it came from."""
    sources: Bilingual = field(default_factory=dict)
    """Where the facts of what ships come from."""
    buy: str = ""
    family: str = ""
    replaces: str = ""
    exclusion: Exclusion = Exclusion.WARN
    leaving_out: Bilingual = field(default_factory=dict)
    """What the standard allows to call not applicable, in one or two sentences of ours."""
    harmonized: bool = False
    """Built on the common structure of ISO's management system standards, so that its sections stand beside those of others."""
    paragraphs: tuple[str, ...] = ()
    """Numbered paragraphs without a title, to which references may point."""
    adoptions: tuple[Adoption, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    transition: tuple[TransitionDate, ...] = ()
    documents: tuple[RequiredDocument, ...] = ()
    review: tuple[ReviewTopic, ...] = ()
    focus: Mapping[str, Bilingual] = field(default_factory=dict, repr=False)
    """What an auditor of this standard looks for, by the key of a common question."""

    def title(self, language: str) -> str:
        """The title in `language`."""
        return in_language(self.titles, language)

    def system_name(self, language: str) -> str:
        """The management system's name in `language`."""
        return in_language(self.system, language)

    def focus_of(self, question: str, language: str) -> str:
        """What an auditor of this standard looks for in a common question; empty where nothing is said."""
        return in_language(self.focus.get(question, {}), language)

    def exclusion_of(self, number: str) -> Exclusion:
        """What the standard says of leaving a clause out: the nearest word above it."""
        parts = number.split(".")
        for depth in range(len(parts), 0, -1):
            clause = self.by_number.get(".".join(parts[:depth]))
            if clause is not None and clause.exclusion is not None:
                return clause.exclusion
        return self.exclusion

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
        """The top-level clauses; those of an annex are its sections, such as A.5."""
        return tuple(clause for clause in self.clauses if section_of(clause.number) == clause.number)

    @cached_property
    def question_keys(self) -> tuple[str, ...]:
        """All question keys in the order of the clauses."""
        return tuple(key for clause in self.clauses for key in clause.questions)

    def questions_within(self, number: str) -> tuple[str, ...]:
        """Question keys of a clause and of all below it."""
        return tuple(key for clause in self.clauses if is_within(clause.number, number) for key in clause.questions)
