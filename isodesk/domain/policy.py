"""The policy: what the standards of a client want it to commit to (clause 5.2 of each), and whether a text seems to."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from isodesk.domain.keys import family_of


class Field(StrEnum):
    """What a management system is about."""

    QUALITY = "quality"
    ENVIRONMENT = "environment"
    SAFETY = "safety"
    SECURITY = "security"
    CONTINUITY = "continuity"


_FIELDS: Final = {
    "iso-9001": Field.QUALITY,
    "iso-13485": Field.QUALITY,
    "iso-14001": Field.ENVIRONMENT,
    "iso-45001": Field.SAFETY,
    "iso-iec-27001": Field.SECURITY,
    "iso-22301": Field.CONTINUITY,
}


def fields_of(standards: Iterable[str]) -> tuple[Field, ...]:
    """Fields of the standards with these keys or families, each once, in the order of `Field`; others have none."""
    keys = tuple(standards)
    found = {_FIELDS[family] for family in (*map(family_of, keys), *keys) if family in _FIELDS}
    return tuple(field for field in Field if field in found)


class Commitment(StrEnum):
    """What a policy has to hold."""

    PURPOSE = "purpose"
    FRAME = "frame"
    REQUIREMENTS = "requirements"
    IMPROVEMENT = "improvement"
    ENVIRONMENT = "environment"
    HAZARDS = "hazards"
    CONDITIONS = "conditions"
    CONSULTATION = "consultation"


_ALWAYS: Final = (Commitment.PURPOSE, Commitment.FRAME, Commitment.REQUIREMENTS, Commitment.IMPROVEMENT)
_MORE: Final = {
    Field.ENVIRONMENT: (Commitment.ENVIRONMENT,),
    Field.SAFETY: (Commitment.CONDITIONS, Commitment.HAZARDS, Commitment.CONSULTATION),
}
_Stems = tuple[str, ...]
_SIGNS: Final[dict[Commitment, tuple[_Stems, ...]]] = {
    Commitment.PURPOSE: (
        ("purpose",),
        ("our", "customer"),
        ("our", "product"),
        ("our", "service"),
        ("our", "activit"),
        ("context",),
        ("назначени",),
        ("деятельност",),
        ("наш", "заказчик"),
        ("наш", "потребител"),
        ("наш", "продукци"),
        ("наш", "услуг"),
        ("специфик",),
    ),
    Commitment.FRAME: (
        ("objective",),
        ("goal",),
        ("target",),
        ("цели",),
        ("целей",),
        ("целям",),
        ("целях",),
        ("целями",),
    ),
    Commitment.REQUIREMENTS: (
        ("requirement",),
        ("obligation",),
        ("legal",),
        ("law",),
        ("laws",),
        ("legislation",),
        ("требовани",),
        ("обязательств",),
        ("законодательств",),
        ("закон",),
    ),
    Commitment.IMPROVEMENT: (
        ("improv",),
        ("better", "every"),
        ("улучш",),
        ("улучша",),
        ("совершенств",),
    ),
    Commitment.ENVIRONMENT: (
        ("pollut",),
        ("protect", "environment"),
        ("environmental", "protection"),
        ("environment", "harm"),
        ("загрязнен",),
        ("охран", "окружающ"),
        ("защи", "окружающ"),
        ("сохран", "окружающ"),
        ("береч", "природ"),
        ("воздейств", "окружающ"),
    ),
    Commitment.HAZARDS: (
        ("hazard", "eliminat"),
        ("hazard", "remov"),
        ("danger", "remov"),
        ("danger", "eliminat"),
        ("опасност", "устран"),
        ("опасност", "исключ"),
        ("опасност", "ликвид"),
    ),
    Commitment.CONDITIONS: (
        ("safe", "condition"),
        ("healthy", "condition"),
        ("safe", "workplace"),
        ("safe", "healthy"),
        ("безопасн", "услови"),
        ("здоров", "услови"),
        ("безопасн", "рабоч"),
    ),
    Commitment.CONSULTATION: (
        ("consult", "participat"),
        ("consult", "involv"),
        ("consult", "part"),
        ("ask", "take", "part"),
        ("консульт", "участ"),
        ("совет", "участ"),
        ("консульт", "вовлек"),
        ("спрашив", "участ"),
    ),
}
"""Beginnings of words, in both languages; all of a group in one text are a sign of the commitment."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_STEM: Final = 5


def commitments_of(standards: Iterable[str]) -> tuple[Commitment, ...]:
    """What the standards with these keys ask a policy for, in the order of `Commitment`."""
    more = {commitment for field in fields_of(standards) for commitment in _MORE.get(field, ())}
    return tuple(commitment for commitment in Commitment if commitment in _ALWAYS or commitment in more)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold().replace("ё", "е")))


def seem_there(text: str, activity: str = "") -> frozenset[Commitment]:
    """Commitments of which a text bears a sign. Words alone are looked at, so this can only ever warn.

    A word of the client's own `activity` shows that the text was written for this client.
    """
    words = _words(text)
    found = {
        commitment
        for commitment, groups in _SIGNS.items()
        if any(all(any(word.startswith(stem) for word in words) for stem in group) for group in groups)
    }
    own = {word[:_STEM] for word in _words(activity) if len(word) >= _STEM}
    if any(word[:_STEM] in own for word in words if len(word) >= _STEM):
        found.add(Commitment.PURPOSE)
    return frozenset(found)
