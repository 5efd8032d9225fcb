"""The standards of the shelf read together: in the order of a list, with every place where a question is asked."""

import re
from dataclasses import dataclass
from functools import cached_property

from isodesk.catalog import glossary
from isodesk.catalog.crosswalk import Theme
from isodesk.catalog.glossary import Term
from isodesk.catalog.mapping import Mapping
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Heading, Question, Standard
from isodesk.errors import ContentError, NotFound
from isodesk.i18n import N_
from isodesk.services.library_views import Spot

Place = tuple[str, str]
"""The key of a standard and the number of a clause."""


def in_order(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Those that ship first; by their number, the newest edition of each before the older ones."""

    def place(heading: Heading) -> tuple[object, ...]:
        number = re.search(r"\d+", heading.designation)
        edition = int(heading.edition) if heading.edition.isdecimal() else 0
        return (heading.own, int(number[0]) if number else 0, heading.family, -edition, heading.designation)

    return tuple(sorted(headings, key=place))


@dataclass(frozen=True)
class Books:
    """What was read; nothing of it changes until it is read again."""

    headings: dict[str, Heading]
    standards: dict[str, Standard]
    themes: tuple[Theme, ...]
    mappings: tuple[Mapping, ...]
    """What others have worked out of two standards."""
    terms: tuple[Term, ...]
    faults: tuple[ContentError, ...]
    """Packs of the user's own that cannot be read; they are not among the others."""

    def standard(self, key: str) -> Standard:
        """One of them. Raises NotFound."""
        if key not in self.standards:
            raise NotFound(
                N_("There is no standard “{key}”."),
                N_("Known standards: {known}."),
                key=key,
                known=", ".join(self.standards),
            )
        return self.standards[key]

    @cached_property
    def _asked(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = {}
        for standard in self.standards.values():
            for clause in standard.clauses:
                for key in clause.questions:
                    found.setdefault(key, []).append((standard.key, clause.number))
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def replaced(self) -> frozenset[str]:
        """Editions that another one here follows."""
        return frozenset(heading.replaces for heading in self.headings.values() if heading.replaces)

    def places_of(self, question: Question, first: str = "") -> tuple[Place, ...]:
        """Every clause that asks a question: of the standard `first`, then of editions in force, then of earlier ones.

        Two packs from elsewhere may use one key for two questions; then they are two.
        """
        places = [
            (standard, clause)
            for standard, clause in self._asked.get(question.key, ())
            if self.standards[standard].questions[question.key] == question
        ]
        return self.sorted_places(places, first)

    def sorted_places(self, places: list[Place], first: str = "") -> tuple[Place, ...]:
        """As they are named: one standard first, earlier editions last."""
        return tuple(sorted(places, key=lambda place: (place[0] != first, place[0] in self.replaced)))

    def spot(self, standard: str, clause: str, language: str) -> Spot:
        """A clause with its names; a paragraph has no title."""
        content = self.standards[standard]
        named = content.by_number.get(clause)
        return Spot(standard, content.designation, clause, named.title(language) if named else "")


def read(shelf: Shelf) -> Books:
    """Everything that can be read. Raises ContentError where what ships is damaged; own packs that are, are told apart."""
    standards: dict[str, Standard] = {}
    for heading in in_order(shelf.headings()):
        try:
            standards[heading.key] = shelf.standard(heading.key)
        except ContentError:
            if not heading.own:
                raise
    headings = {key: shelf.heading(key) for key in standards}
    return Books(headings, standards, shelf.themes, shelf.mappings(), glossary.read(), shelf.faulty())
