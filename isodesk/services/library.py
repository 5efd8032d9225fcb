"""The library: every standard of the shelf to be read in either language, searched, compared. It needs no client.

Reading all of it takes longer than a window may wait: `read` is for a job, the views are quick afterwards.
"""

from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from isodesk.catalog import storing
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Heading, RequiredDocument, Standard, in_language
from isodesk.errors import ContentError, NotFound
from isodesk.i18n import N_
from isodesk.services import library_editions, library_shelf
from isodesk.services.fields import folded
from isodesk.services.library_kin import kin_of
from isodesk.services.library_search import MOST, LibraryIndex
from isodesk.services.library_shelf import Books
from isodesk.services.library_views import (
    About,
    ClauseView,
    Comparison,
    DocumentView,
    Hits,
    Kinship,
    QuestionLine,
    Reading,
    ShelfEntry,
    Spot,
    TermView,
    TopicView,
    Use,
)


class Library:
    """Views of standards. `generation` grows when the shelf has changed and what is shown must be read again."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.generation = 0
        self._lock = Lock()
        self._held: tuple[Books, LibraryIndex] | None = None

    @property
    def is_read(self) -> bool:
        """Whether the views answer at once."""
        return self._held is not None

    def read(self) -> None:
        """Reads every standard and makes the index, where that has not been done. Raises ContentError."""
        with self._lock:
            if self._held is None:
                books = library_shelf.read(self.shelf)
                self._held = (books, LibraryIndex(books))

    def forget(self, *keys: str) -> None:
        """The files of these standards have changed; everything is read again."""
        with self._lock:
            for key in keys:
                self.shelf.forget(key)
            self._held = None
            self.generation += 1

    @property
    def _books(self) -> Books:
        return self._reading()[0]

    def _reading(self) -> tuple[Books, LibraryIndex]:
        held = self._held
        while held is None:
            self.read()
            held = self._held
        return held

    @property
    def faults(self) -> tuple[ContentError, ...]:
        """Own packs that cannot be read, each with its fault."""
        return self._books.faults

    def standards(self) -> tuple[ShelfEntry, ...]:
        """Those that ship, then own ones; of each the newest edition first."""
        return tuple(self._entry(standard) for standard in self._books.standards.values())

    def _entry(self, standard: Standard) -> ShelfEntry:
        return ShelfEntry(
            self._books.headings[standard.key],
            len(standard.clauses),
            len(standard.question_keys),
            len(standard.documents),
            len(standard.review),
        )

    def outline(self, key: str, language: str) -> tuple[ClauseView, ...]:
        """The clauses of a standard as they follow one another. Raises NotFound."""
        standard = self._books.standard(key)
        return tuple(
            ClauseView(
                clause.number, clause.title(language), clause.level, len(standard.questions_within(clause.number))
            )
            for clause in standard.clauses
        )

    def questions(self, key: str, clause: str, language: str) -> tuple[QuestionLine, ...]:
        """What is asked in a clause and below it; in the whole standard where no clause is named. Raises NotFound."""
        standard = self._books.standard(key)
        keys = standard.questions_within(clause) if clause else standard.question_keys
        return tuple(self._line(standard, question, language) for question in keys)

    def _line(self, standard: Standard, key: str, language: str) -> QuestionLine:
        question = standard.questions[key]
        uses = len(self._books.places_of(question))
        words = question.text(language).question
        return QuestionLine(key, standard.clause_of[key], words, question.importance, uses)

    def question(self, key: str, language: str, standard: str = "") -> Reading:
        """A question as it is read in a standard, or in the first that asks it. Raises NotFound."""
        books = self._books
        asking = next((one for one in self._asking(standard) if key in one.questions), None)
        if asking is None:
            raise NotFound(N_("There is no question “{key}”."), N_("Look for it by its words."), key=key)
        question = asking.questions[key]
        text = question.text(language)
        return Reading(
            key=key,
            spot=books.spot(asking.key, asking.clause_of[key], language),
            question=text.question,
            why=text.why,
            look_for=text.look_for,
            example=text.example,
            action=text.action,
            role=question.role,
            effort=question.effort,
            importance=question.importance,
            uses=tuple(
                Use(books.spot(place, clause, language), books.standards[place].focus_of(key, language))
                for place, clause in books.places_of(question, asking.key)
            ),
        )

    def _asking(self, standard: str) -> Iterator[Standard]:
        if standard:
            yield self._books.standard(standard)
        yield from self._books.standards.values()

    def kin(self, key: str, clause: str, language: str) -> tuple[Kinship, ...]:
        """Where other standards speak of the same as a clause. Raises NotFound."""
        return kin_of(self._books, self._books.standard(key), clause, language)

    def documents(self, key: str, language: str) -> tuple[DocumentView, ...]:
        """Documents and records that a standard asks for, in its order. Raises NotFound."""
        standard = self._books.standard(key)
        return tuple(self._document(standard, document, language) for document in standard.documents)

    def _document(self, standard: Standard, document: RequiredDocument, language: str) -> DocumentView:
        also = [
            self._books.spot(other.key, same.clause, language)
            for other in self._books.standards.values()
            if other.family != standard.family
            for same in other.documents
            if same.key == document.key
        ]
        return DocumentView(
            key=document.key,
            spot=self._books.spot(standard.key, document.clause, language),
            name=in_language(document.names, language),
            why=in_language(document.whys, language),
            need=document.need,
            kind=document.kind,
            confidence=document.confidence,
            also=tuple(also),
        )

    def review(self, key: str, language: str) -> tuple[TopicView, ...]:
        """What the management review looks at and decides, in the order of the standard. Raises NotFound."""
        return tuple(
            TopicView(topic.clause, topic.direction, in_language(topic.names, language), topic.confidence)
            for topic in self._books.standard(key).review
        )

    def terms(self, language: str) -> tuple[TermView, ...]:
        """The words of the field in the order of the alphabet; each with its other languages."""
        views = [
            TermView(
                in_language(term.names, language),
                ", ".join(name for code, name in term.names.items() if code != language),
                term.source,
            )
            for term in self._books.terms
        ]
        return tuple(sorted(views, key=lambda view: folded(view.name)))

    def about(self, key: str, language: str) -> About:
        """The standard as a whole. Raises NotFound."""
        standard = self._books.standard(key)
        return library_editions.about(self._books, standard, self._entry(standard), language)

    def partner(self, key: str) -> str:
        """The standard that one would compare with first: the edition before, the one after, else any other. "" if alone."""
        return library_editions.partner(self._books, self.heading(key))

    def compare(self, old: str, new: str, language: str) -> Comparison:
        """What becomes of each question from one edition to another. Raises NotFound."""
        return library_editions.compare(self._books, self.heading(old), self.heading(new), language)

    def search(self, text: str, language: str, standard: str = "", *, most: int = MOST) -> Hits:
        """What holds every word of a text in any language, places in `standard` first; titles come in `language`."""
        return self._reading()[1].find(text, language, standard, most=most)

    def export(self, key: str, file: Path) -> None:
        """Writes a standard into a file that a colleague can import. Raises NotFound, ContentError, StorageTrouble."""
        storing.put(file, self.shelf.exported(key), lambda _draft: None)

    def remove(self, key: str) -> None:
        """Takes an own standard off the shelf. Raises NotAllowed, NotFound, StorageTrouble."""
        self.shelf.remove(key)
        self.forget(key)

    def heading(self, key: str) -> Heading:
        """What a list says of a standard. Raises NotFound."""
        return self._books.headings[self._books.standard(key).key]

    def spot(self, standard: str, clause: str, language: str) -> Spot:
        """A clause with its names. Raises NotFound."""
        return self._books.spot(self._books.standard(standard).key, clause, language)
