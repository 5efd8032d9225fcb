"""Finds texts by words, in all languages at once: by how a word begins, or by another form of it. Built once, asked often."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from isodesk.services.fields import folded
from isodesk.services.word_forms import root

_WORD: Final = re.compile(r"[^\W_]+(?:[.\-’'][^\W_]+)*")
_PART: Final = re.compile(r"[^\W_]+")
_Holders = tuple[Mapping[int, int], Mapping[int, int]]
"""Of a word: entry → its heaviest passage with any form of it, and with exactly this one."""
_SHORT: Final = 2
"""So many letters begin many words: what they find is collected beforehand."""
_LAST: Final = "\U0010ffff"
_EXACT: Final = 3
_PHRASE: Final = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an entry; the heavier, the further up the entry stands when a word is found in it."""

    text: str
    weight: int
    field: str = ""
    """What it is to the entry: its title, its example."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that holds every word, and the passage that shows it best."""

    entry: int
    passage: Passage
    score: int


def composed(text: str) -> str:
    """A letter and its accent as one, as they are compared."""
    return unicodedata.normalize("NFC", text)


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text, each with where it begins and ends."""
    for found in _WORD.finditer(text):
        yield _fold(found[0]), found.start(), found.end()


def words_of(typed: str) -> tuple[str, ...]:
    """The words that somebody looks for."""
    return tuple(dict.fromkeys(word for word, _start, _end in words_in(composed(typed))))


def marks_in(text: str, wanted: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words that were looked for stand in a text."""
    beginnings, roots = tuple(wanted), frozenset(root(word) for word in wanted)

    def fits(word: str) -> bool:
        return word.startswith(beginnings) or root(word) in roots

    return tuple(
        (start, end) for word, start, end in words_in(text) if fits(word) or any(fits(part) for part in _parts(word))
    )


def _fold(word: str) -> str:
    """An annex is A in every alphabet."""
    plain = folded(word)
    return f"a{plain[1:]}" if plain.startswith("а.") else plain


def _parts(word: str) -> tuple[str, ...]:
    """чек and лист of чек-лист; the numbers of a clause are nothing by themselves."""
    if word.isalnum():
        return ()
    parts = _PART.findall(word)
    return tuple(part for part in parts if not part.isdigit())


class TextIndex:
    """Entries are told by their place; each has passages."""

    def __init__(self, entries: Iterable[Sequence[Passage]]) -> None:
        self._passages: list[Passage] = []
        self._folded: list[str] = []
        self._entry_of: list[int] = []
        gathered: dict[str, dict[int, int]] = {}
        for entry, passages in enumerate(entries):
            for passage in sorted(passages, key=lambda one: -one.weight):
                self._add(entry, replace(passage, text=composed(passage.text)), gathered)
        self._found_by: Mapping[str, Mapping[int, int]] = gathered
        self._vocabulary = sorted(gathered)
        self._forms: dict[str, list[str]] = {}
        for word in self._vocabulary:
            self._forms.setdefault(root(word), []).append(word)
        starts = sorted({word[:length] for word in self._vocabulary for length in range(1, _SHORT + 1)})
        self._beginnings = {start: self._beginning(start) for start in starts}

    def _add(self, entry: int, passage: Passage, gathered: dict[str, dict[int, int]]) -> None:
        place = len(self._passages)
        self._passages.append(passage)
        self._folded.append(folded(passage.text))
        self._entry_of.append(entry)
        for word, _start, _end in words_in(passage.text):
            for one in (word, *_parts(word)):
                # The heaviest passage of an entry comes first and stays.
                gathered.setdefault(one, {}).setdefault(entry, place)

    def __len__(self) -> int:
        return self._entry_of[-1] + 1 if self._entry_of else 0

    def find(self, typed: str) -> list[Match]:
        """Entries that hold every word, the best first; none of an empty text."""
        wanted = words_of(typed)
        if not wanted:
            return []
        holders = sorted(((self._holders(word), self._found_by.get(word, {})) for word in wanted), key=_how_many)
        entries = [entry for entry in holders[0][0] if all(entry in others for others, _exact in holders[1:])]
        phrase = " ".join(folded(typed).split()) if len(wanted) > 1 else ""
        found = [self._match(entry, holders, phrase) for entry in entries]
        found.sort(key=lambda match: (-match.score, match.entry))
        return found

    def _match(self, entry: int, holders: Sequence[_Holders], phrase: str) -> Match:
        """Scored by the heaviest passage of each word; there the very word counts more than another form of it."""
        places = [others[entry] for others, _exact in holders]
        score = sum(self._passages[place].weight for place in places)
        score += _EXACT * sum(exact.get(entry) == others[entry] for others, exact in holders)
        # The passage in which most of the words stand; of equal ones the heaviest.
        shown = places[0] if len(places) == 1 else max(sorted(set(places)), key=places.count)
        if phrase and phrase in self._folded[shown]:
            score += _PHRASE
        return Match(entry, self._passages[shown], score)

    def _holders(self, word: str) -> Mapping[int, int]:
        """Entry → its heaviest passage with the word, or with a form of it."""
        if len(word) <= _SHORT:
            return self._beginnings.get(word, {})
        found = self._beginning(word)
        for form in self._forms.get(root(word), ()):
            if not form.startswith(word):
                _take_in(found, self._found_by[form])
        return found

    def _beginning(self, word: str) -> dict[int, int]:
        first, last = bisect_left(self._vocabulary, word), bisect_left(self._vocabulary, word + _LAST)
        found: dict[int, int] = {}
        for one in self._vocabulary[first:last]:
            _take_in(found, self._found_by[one])
        return found


def _how_many(holders: _Holders) -> int:
    return len(holders[0])


def _take_in(found: dict[int, int], more: Mapping[int, int]) -> None:
    for entry, place in more.items():
        if place < found.get(entry, place + 1):
            found[entry] = place
