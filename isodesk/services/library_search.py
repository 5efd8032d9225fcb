"""Every text of the library in one index: titles, questions with their help, documents, topics, what auditors look for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from isodesk.catalog.standard import Bilingual, Question, Standard, in_language
from isodesk.services.library_shelf import Books, Place
from isodesk.services.library_views import Hit, HitKind, Hits
from isodesk.services.text_index import Match, Passage, TextIndex, composed, marks_in, words_of

MOST: Final = 100
"""Hits that are shown; who looks for more types another word."""
_EXCERPT: Final = 150
_LEAD: Final = 40
"""Characters of an excerpt before the first word that was found."""
_TITLE: Final = "title"
_PLACE: Final = "place"
_WEIGHTS: Final = {
    "title": 8,
    "question": 6,
    "action": 3,
    "look_for": 3,
    "why": 2,
    "example": 2,
    "focus": 2,
    "place": 1,
}
_NUMBER: Final = 9


@dataclass(slots=True)
class _Entry:
    """Something that can be found: equal texts of several standards are one."""

    kind: HitKind
    key: str
    titles: Bilingual
    places: list[Place] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


def _spoken(texts: Bilingual, name: str, weight: int) -> Iterator[Passage]:
    for language, text in texts.items():
        if text:
            yield Passage(text, weight, name, language)


class LibraryIndex:
    """Built once for what was read."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._entries: list[_Entry] = []
        self._known: dict[tuple[object, ...], _Entry] = {}
        for standard in books.standards.values():
            self._add_clauses(standard)
        for standard in books.standards.values():
            self._add_questions(standard)
        for standard in books.standards.values():
            self._add_documents(standard)
            self._add_topics(standard)
        self._known.clear()
        self._index = TextIndex([self._passages(entry) for entry in self._entries])

    def __len__(self) -> int:
        return len(self._entries)

    def _passages(self, entry: _Entry) -> list[Passage]:
        names = {f"{self._books.standards[key].designation} {clause}" for key, clause in entry.places}
        return [*entry.passages, Passage(" ".join(sorted(names)), _WEIGHTS["place"], _PLACE)]

    def _entry(self, kind: HitKind, key: str, titles: Bilingual, place: Place, *more: object) -> tuple[_Entry, bool]:
        """The entry of these words, and whether it is new."""
        name = (kind, key, *sorted(titles.items()), *more)
        is_new = name not in self._known
        if is_new:
            self._known[name] = _Entry(kind, key, titles)
            self._entries.append(self._known[name])
        self._known[name].places.append(place)
        return self._known[name], is_new

    def _add_clauses(self, standard: Standard) -> None:
        for clause in standard.clauses:
            place = (standard.key, clause.number)
            entry, is_new = self._entry(HitKind.CLAUSE, clause.number, clause.titles, place)
            if is_new:
                entry.passages += [
                    Passage(clause.number, _NUMBER, _PLACE),
                    *_spoken(clause.titles, _TITLE, _WEIGHTS[_TITLE]),
                ]

    def _add_questions(self, standard: Standard) -> None:
        for clause in standard.clauses:
            for key in clause.questions:
                question = standard.questions[key]
                titles = {language: text.question for language, text in question.texts.items()}
                place = (standard.key, clause.number)
                entry, is_new = self._entry(HitKind.QUESTION, key, titles, place, self._same(question, place))
                if is_new:
                    entry.passages += _question_passages(question)
                entry.passages += _spoken(standard.focus.get(key, {}), "focus", _WEIGHTS["focus"])

    def _same(self, question: Question, place: Place) -> Place:
        """The first place that asks exactly this question."""
        return next(iter(self._books.places_of(question)), place)

    def _add_documents(self, standard: Standard) -> None:
        for document in standard.documents:
            place = (standard.key, document.clause)
            entry, is_new = self._entry(HitKind.DOCUMENT, document.key, document.names, place)
            if is_new:
                entry.passages += _spoken(document.names, _TITLE, _WEIGHTS["question"])
            entry.passages += _spoken(document.whys, "why", _WEIGHTS["why"])

    def _add_topics(self, standard: Standard) -> None:
        for topic in standard.review:
            place = (standard.key, topic.clause)
            entry, is_new = self._entry(HitKind.TOPIC, topic.clause, topic.names, place)
            if is_new:
                entry.passages += _spoken(topic.names, _TITLE, _WEIGHTS["question"])

    def find(self, typed: str, language: str, first: str = "", *, most: int = MOST) -> Hits:
        """What holds every word of `typed`; titles in `language`, places of the standard `first` before others."""
        matches = self._index.find(typed)
        wanted = words_of(typed)
        shown = tuple(self._hit(match, wanted, language, first) for match in matches[:most])
        return Hits(shown, len(matches))

    def _hit(self, match: Match, wanted: tuple[str, ...], language: str, first: str) -> Hit:
        entry, passage = self._entries[match.entry], match.passage
        title = composed(in_language(entry.titles, language))
        places = self._books.sorted_places(list(dict.fromkeys(entry.places)), first)
        told = passage.field == _PLACE or (passage.field == _TITLE and passage.text == title)
        excerpt, marks = ("", ()) if told else _excerpt(passage.text, marks_in(passage.text, wanted))
        return Hit(
            kind=entry.kind,
            key=entry.key,
            spots=tuple(self._books.spot(standard, clause, language) for standard, clause in places),
            title=title,
            title_marks=marks_in(title, wanted),
            excerpt=excerpt,
            marks=marks,
        )


def _question_passages(question: Question) -> Iterable[Passage]:
    for language, text in question.texts.items():
        parts: Mapping[str, tuple[str, ...]] = {
            _TITLE: (text.question,),
            "action": (text.action,),
            "look_for": text.look_for,
            "why": (text.why,),
            "example": (text.example,),
        }
        for name, texts in parts.items():
            weight = _WEIGHTS["question" if name == _TITLE else name]
            yield from (Passage(part, weight, name, language) for part in texts if part)


def _excerpt(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """So much of a text as a line can show, with the first word that was found in it."""
    start = 0
    if len(text) > _EXCERPT and marks and marks[0][1] > _EXCERPT - _LEAD:
        start = text.rfind(" ", 0, max(0, marks[0][0] - _LEAD)) + 1
    end = len(text)
    if end - start > _EXCERPT:
        cut = text.rfind(" ", start, start + _EXCERPT)
        end = cut if cut > start else start + _EXCERPT
    before, after = ("…" if start else ""), ("…" if end < len(text) else "")
    shift = len(before) - start
    inside = tuple((first + shift, last + shift) for first, last in marks if first >= start and last <= end)
    return f"{before}{text[start:end]}{after}", inside
