"""What the library shows of standards: frozen views in one language, without a client and without a window."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from isodesk.catalog.editions import Change
from isodesk.catalog.standard import Confidence, Direction, DocumentKind, Exclusion, Heading, Need
from isodesk.domain.conformity import Importance
from isodesk.domain.people import Role


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A standard in the list, with how much there is of it."""

    heading: Heading
    clauses: int
    questions: int
    documents: int
    topics: int


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause of the tree."""

    number: str
    title: str
    level: int
    """1 for a section."""
    questions: int
    """Asked in the clause itself and in all below it."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in the list of a clause."""

    key: str
    clause: str
    question: str
    importance: Importance
    uses: int
    """How many standards ask it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A clause of a standard, to be named and gone to."""

    standard: str
    designation: str
    clause: str
    title: str


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a question counts, with what its auditor looks for there; empty where nothing is said."""

    spot: Spot
    focus: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """A theme, and where other standards speak of it."""

    theme: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with everything that helps to answer it."""

    key: str
    spot: Spot
    """Where it is read."""
    question: str
    why: str
    look_for: tuple[str, ...]
    example: str
    action: str
    role: Role
    effort: int
    """Hours."""
    importance: Importance
    uses: tuple[Use, ...]
    """Every standard of the shelf that asks it, this one too."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document or record that a standard asks for."""

    key: str
    spot: Spot
    """The clause is as the standard gives it, which may be a paragraph without a title."""
    name: str
    why: str
    need: Need
    kind: DocumentKind
    confidence: Confidence
    also: tuple[Spot, ...]
    """Other standards that can be served by the same paper."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """Something that the management review looks at, or decides."""

    clause: str
    direction: Direction
    name: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class TermView:
    """A term in the language that is read, and in the others: what to write to a foreign body or a head office."""

    name: str
    abroad: str
    source: str


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A day with what happens on it, and where it is known from."""

    on: date
    about: str
    source: str = ""
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class About:
    """What there is to say of a standard as a whole."""

    entry: ShelfEntry
    title: str
    system: str
    languages: tuple[str, ...]
    """In which its questions speak."""
    editions: tuple[Heading, ...]
    """Of the same standard, the newest first."""
    adoptions: tuple[tuple[str, str], ...]
    """(designation, country)"""
    amendments: tuple[tuple[str, DatedFact], ...]
    """With their designation."""
    transition: tuple[DatedFact, ...]
    exclusion: Exclusion
    leaving_out: str
    """What the standard says of leaving requirements out, in a sentence; may be empty."""
    source: str
    buy: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A question in two editions; a clause is empty where it is not asked."""

    key: str
    question: str
    change: Change
    old: str
    old_title: str
    new: str
    new_title: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two standards side by side."""

    old: Heading
    new: Heading
    changes: tuple[ChangeView, ...]
    new_clauses: tuple[tuple[str, str], ...]
    """(number, title)"""
    gone_clauses: tuple[tuple[str, str], ...]

    def count(self, change: Change) -> int:
        """Number of questions with that change."""
        return sum(item.change is change for item in self.changes)


class HitKind(StrEnum):
    """What was found, in the order in which equal matches are listed."""

    CLAUSE = "clause"
    QUESTION = "question"
    DOCUMENT = "document"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds all words that were looked for."""

    kind: HitKind
    key: str
    """Of the question or document; of a clause or topic its number."""
    spots: tuple[Spot, ...]
    """Where it stands; the first is the one to go to."""
    title: str
    title_marks: tuple[tuple[int, int], ...]
    excerpt: str
    """Words around the place where it was found, empty where that is the title."""
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """The best of all that was found."""

    shown: tuple[Hit, ...]
    total: int
