"""What pages and documents see of the context of a client."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from isodesk.domain.context import Category, Side
from isodesk.domain.keys import IssueId, PartyId


@dataclass(frozen=True, slots=True)
class IssueView:
    """Something inside or outside the firm that the management system must reckon with (4.1)."""

    id: IssueId
    side: Side
    category: Category | None
    text: str
    effect: str
    """What it means for the management system."""
    favourable: bool | None
    """Whether it helps or hinders; None: not said."""


@dataclass(frozen=True, slots=True)
class RequirementView:
    """What an interested party wants, and how the firm meets it (4.2)."""

    id: str
    text: str
    met_by: str
    is_obligation: bool
    on_climate: bool


@dataclass(frozen=True, slots=True)
class PartyView:
    """Someone whose requirements matter to the management system."""

    id: PartyId
    name: str
    note: str
    requirements: tuple[RequirementView, ...]


@dataclass(frozen=True, slots=True)
class ClimateView:
    """Whether climate change is a relevant issue (4.1 since 2024); `relevant` is None while nobody has said."""

    relevant: bool | None = None
    reason: str = ""
    decided_on: date | None = None

    @property
    def is_complete(self) -> bool:
        """An answer without a reason is not one that an auditor takes."""
        return self.relevant is not None and bool(self.reason.strip())


@dataclass(frozen=True, slots=True)
class NewIssue:
    """An issue that a person takes over from a list."""

    side: Side
    category: Category | None
    text: str
    effect: str = ""
    favourable: bool | None = None


@dataclass(frozen=True, slots=True)
class NewRequirement:
    """A requirement that comes with a party."""

    text: str
    met_by: str = ""
    is_obligation: bool = False
    on_climate: bool = False


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party that a person takes over from a list, with what such a party usually wants."""

    name: str
    note: str = ""
    requirements: tuple[NewRequirement, ...] = ()


def on_climate(parties: Iterable[PartyView]) -> tuple[tuple[PartyView, RequirementView], ...]:
    """Requirements of the parties that are about climate change (the note to 4.2)."""
    return tuple((party, wanted) for party in parties for wanted in party.requirements if wanted.on_climate)
