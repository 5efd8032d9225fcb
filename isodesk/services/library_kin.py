"""Where other standards speak of the same as a clause: by the themes that ship, and by mappings that were imported."""

from collections.abc import Iterator

from isodesk.catalog.standard import Standard
from isodesk.domain.keys import is_within
from isodesk.services.library_shelf import Books
from isodesk.services.library_views import Kinship


def kin_of(books: Books, standard: Standard, clause: str, language: str) -> tuple[Kinship, ...]:
    """Themes of a clause, the most particular ones, then mappings, each with the clauses of other standards.

    An edition that another one follows counts only for those who read such a one.
    """
    found = [*_by_theme(books, standard, clause, language), *_by_mapping(books, standard, clause, language)]
    return tuple(kinship for kinship in found if kinship.spots)


def _by_theme(books: Books, standard: Standard, clause: str, language: str) -> Iterator[Kinship]:
    held = [
        (max(len(place) for place in theme.clauses[standard.key] if is_within(clause, place)), theme)
        for theme in books.themes
        if theme.covers(standard.key, clause)
    ]
    nearest = max((depth for depth, _theme in held), default=0)
    for theme in (theme for depth, theme in held if depth == nearest):
        spots = [
            books.spot(other.key, number, language)
            for other in books.standards.values()
            if other.family != standard.family and (other.key not in books.replaced or standard.key in books.replaced)
            for number in theme.clauses.get(other.key, ())
        ]
        yield Kinship(theme.name(language), tuple(spots))


def _by_mapping(books: Books, standard: Standard, clause: str, language: str) -> Iterator[Kinship]:
    for mapping in books.mappings:
        turned = mapping.seen_from(standard)
        if turned is None:
            continue
        spots = [
            books.spot(other.key, pair.target, language)
            for other in books.standards.values()
            if other.key != standard.key and turned.target.means(other)
            for pair in turned.counterparts(clause)
            if pair.target in other.by_number
        ]
        yield Kinship(mapping.name(language), tuple(spots))
