"""Clause numbers for requirements that come from elsewhere: their own where these form a tree, running ones elsewhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from isodesk.catalog import limits
from isodesk.domain.keys import level_of


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement: the number that its author gave it, which may be any text, and the place of its parent."""

    number: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A place in the order of the tree with its clause number; `kept` says that it is the author's own."""

    place: int
    number: str
    kept: bool
    level: int


def is_number(text: str) -> bool:
    """Whether a clause can have this number: letters, digits and hyphens in parts joined by dots, no letter alone.

    A letter and a dot begin the sections of an annex (domain/keys.py), so the annex as such has no number.
    """
    parts = text.split(".")
    alone = len(parts) == 1 and len(text) == 1 and text.isalpha()
    return not alone and len(text) <= limits.NUMBER and all(_is_part(part) for part in parts)


def _is_part(part: str) -> bool:
    return part[:1].isalnum() and all(sign.isalpha() or sign in "0123456789-" for sign in part)


def unreached(items: Sequence[Item]) -> int | None:
    """The first place whose parents lead round in a circle."""
    reached: set[int] = set()
    for place in range(len(items)):
        way: dict[int, None] = {}
        step: int | None = place
        while step is not None and step not in reached:
            if step in way:
                return step
            way[step] = None
            step = items[step].parent
        reached.update(way)
    return None


def numbers(items: Sequence[Item]) -> list[Numbered]:
    """Every item with its number, parents before what lies below them. There must be no circle; what lies deeper than
    `limits.LEVELS` ends the way down, with the first of it."""
    counted = Counter(item.number for item in items)
    below: dict[int | None, list[int]] = {}
    for place, item in enumerate(items):
        below.setdefault(item.parent, []).append(place)
    found: list[Numbered] = []
    waiting = _children(items, below.get(None, []), None, counted)
    waiting.reverse()
    while waiting:
        current = waiting.pop()
        found.append(current)
        if current.level <= limits.LEVELS:
            waiting.extend(reversed(_children(items, below.get(current.place, []), current, counted)))
    return found


def _children(
    items: Sequence[Item], places: Sequence[int], parent: Numbered | None, counted: Counter[str]
) -> list[Numbered]:
    level = parent.level + 1 if parent else 1
    kept = {place: items[place].number for place in places if _fits(items[place].number, parent, counted)}
    taken = set(kept.values())
    before = f"{parent.number}." if parent else ""
    found, running = [], 0
    for position, place in enumerate(places, 1):
        number = kept.get(place)
        if number is None:
            running = max(running + 1, position)
            while f"{before}{running}" in taken:
                running += 1
            number = f"{before}{running}"
        found.append(Numbered(place, number, place in kept, level_of(number) if place in kept else level))
    return found


def _fits(number: str, parent: Numbered | None, counted: Counter[str]) -> bool:
    if counted[number] > 1 or not is_number(number):
        return False
    if parent is None or _is_annex(parent, number):
        return level_of(number) == 1
    return number.rpartition(".")[0] == parent.number


def _is_annex(parent: Numbered, number: str) -> bool:
    """Whether a number such as A.5 may stay although its parent is a heading for the annex, which has no number."""
    return parent.level == 1 and not parent.kept and number[:1].isalpha() and number[1:2] == "."
