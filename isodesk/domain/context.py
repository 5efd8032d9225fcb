"""What surrounds a firm (clauses 4.1 and 4.2): sides and kinds of issues, and what the page still lacks."""

from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """Where an issue comes from."""

    EXTERNAL = "external"
    INTERNAL = "internal"


class Category(StrEnum):
    """What an issue is about: outside the usual six and the market, inside what a firm is made of."""

    POLITICAL = "political"
    ECONOMIC = "economic"
    SOCIAL = "social"
    TECHNOLOGICAL = "technological"
    LEGAL = "legal"
    ENVIRONMENTAL = "environmental"
    MARKET = "market"
    PEOPLE = "people"
    INFRASTRUCTURE = "infrastructure"
    FINANCE = "finance"
    PROCESSES = "processes"
    CULTURE = "culture"


CATEGORIES: Final[dict[Side, tuple[Category, ...]]] = {
    Side.EXTERNAL: (
        Category.MARKET,
        Category.ECONOMIC,
        Category.LEGAL,
        Category.POLITICAL,
        Category.SOCIAL,
        Category.TECHNOLOGICAL,
        Category.ENVIRONMENTAL,
    ),
    Side.INTERNAL: (
        Category.PEOPLE,
        Category.PROCESSES,
        Category.INFRASTRUCTURE,
        Category.FINANCE,
        Category.CULTURE,
    ),
}


def side_of(category: Category) -> Side:
    """The side on which a category stands."""
    return next(side for side, categories in CATEGORIES.items() if category in categories)
