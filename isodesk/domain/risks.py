"""How a client weighs risks and opportunities (ISO 9001, 6.1): the scale, the level of a product, what is still missing.

Likelihood and impact are whole steps from 1 to the size of the scale. For an opportunity a high product is good.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class RiskKind(StrEnum):
    """What the uncertain thing would do."""

    RISK = "risk"
    OPPORTUNITY = "opportunity"


class Level(IntEnum):
    """How much a product weighs; the words and letters for it differ by kind."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2


class Decision(StrEnum):
    """What is done about a risk or an opportunity (ISO 31000, 6.5.2, in four and two ways)."""

    AVOID = "avoid"
    REDUCE = "reduce"
    SHARE = "share"
    ACCEPT = "accept"
    PURSUE = "pursue"
    LEAVE = "leave"


DECISIONS: Final[dict[RiskKind, tuple[Decision, ...]]] = {
    RiskKind.RISK: (Decision.AVOID, Decision.REDUCE, Decision.SHARE, Decision.ACCEPT),
    RiskKind.OPPORTUNITY: (Decision.PURSUE, Decision.LEAVE),
}
"""The decisions that a kind allows."""
_IDLE: Final = frozenset({Decision.ACCEPT, Decision.LEAVE})
"""Decisions after which nothing is done."""

SIZES: Final = (3, 5)
_COARSER: Final = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
_FINER: Final = {1: 1, 2: 3, 3: 5}


class ScaleFault(StrEnum):
    """Why a scale cannot be used."""

    SIZE = "size"
    ORDER = "order"
    """The lower threshold is not below the upper one, or a level could never be reached."""


@dataclass(frozen=True, slots=True)
class Scale:
    """3 or 5 steps each way; products up to `tolerable_to` are low, up to `significant_to` medium, the others high."""

    size: int = 5
    tolerable_to: int = 4
    significant_to: int = 12

    @property
    def products(self) -> tuple[int, ...]:
        """All products that can come about: 1, 2, 3, 4, 6, 9 on three steps."""
        steps = range(1, self.size + 1)
        return tuple(sorted({one * other for one in steps for other in steps}))

    @property
    def fault(self) -> ScaleFault | None:
        """What is wrong with it; None for a scale on which each of the three levels can be reached."""
        if self.size not in SIZES:
            return ScaleFault.SIZE
        reached = {self.level_of(product) for product in self.products}
        return None if self.tolerable_to < self.significant_to and len(reached) == len(Level) else ScaleFault.ORDER

    def level_of(self, product: int) -> Level:
        """The level of a product."""
        if product <= self.tolerable_to:
            return Level.LOW
        return Level.MEDIUM if product <= self.significant_to else Level.HIGH

    def level(self, likelihood: int | None, impact: int | None) -> Level | None:
        """The level of a weight; None while one of the two is not said."""
        return self.level_of(likelihood * impact) if likelihood and impact else None

    def holds(self, step: int) -> bool:
        """Whether there is such a step."""
        return 1 <= step <= self.size


USUAL: Final = {3: Scale(3, 4, 6), 5: Scale(5, 4, 12)}
"""Thresholds to begin with. On three steps: up to 4 tolerable, 6 significant, 9 critical (print.md 3.13)."""


def moved(step: int | None, size: int) -> int | None:
    """A step of the other scale on the scale of `size`: ends and middle stay ends and middle. Three steps come back
    unchanged from five; of five, the neighbours of the ends fall onto the ends."""
    if step is None:
        return None
    return (_COARSER if size == 3 else _FINER)[step]


class RiskFault(StrEnum):
    """What an auditor would ask about first, in the order in which one mends it."""

    UNWEIGHED = "unweighed"
    UNDECIDED = "undecided"
    NO_OWNER = "no-owner"
    NO_REASON = "no-reason"
    """A critical risk is accepted and nobody says why."""
    NO_TREATMENT = "no-treatment"
    NO_DATE = "no-date"
    NOT_REVIEWED = "not-reviewed"
    """All tasks are done and nobody has weighed what is left."""
    GROWN = "grown"
    """What is left weighs more than before, and nobody says why."""


OPEN: Final = frozenset({RiskFault.UNWEIGHED, RiskFault.UNDECIDED, RiskFault.NO_OWNER})
"""With one of these a risk counts as open (`journey.Facts.risks_open`)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one risk or opportunity, as far as it decides what is missing."""

    kind: RiskKind = RiskKind.RISK
    likelihood: int | None = None
    impact: int | None = None
    decision: Decision | None = None
    has_owner: bool = False
    treatment: str = ""
    has_due: bool = False
    tasks: int = 0
    tasks_done: int = 0
    residual_likelihood: int | None = None
    residual_impact: int | None = None
    effectiveness: str = ""
    scale: Scale = USUAL[5]

    @property
    def score(self) -> int | None:
        """The product before treatment."""
        return self.likelihood * self.impact if self.likelihood and self.impact else None

    @property
    def residual_score(self) -> int | None:
        """The product after treatment."""
        return (
            self.residual_likelihood * self.residual_impact
            if self.residual_likelihood and self.residual_impact
            else None
        )

    @property
    def is_idle(self) -> bool:
        """Whether nothing shall be done, or nothing is decided yet."""
        return self.decision is None or self.decision in _IDLE

    @property
    def is_settled(self) -> bool:
        """Whether every task of the treatment is done."""
        return 0 < self.tasks == self.tasks_done


def _accepts_critical(judged: Judged) -> bool:
    high = judged.scale.level(judged.likelihood, judged.impact) is Level.HIGH
    return judged.decision is Decision.ACCEPT and high and not judged.treatment.strip()


def _has_grown(judged: Judged) -> bool:
    before, after = judged.score, judged.residual_score
    grown = judged.kind is RiskKind.RISK and before is not None and after is not None and after > before
    return grown and not judged.effectiveness.strip()


_RULES: Final[dict[RiskFault, Callable[[Judged], bool]]] = {
    RiskFault.UNWEIGHED: lambda judged: judged.score is None,
    RiskFault.UNDECIDED: lambda judged: judged.decision is None,
    RiskFault.NO_OWNER: lambda judged: (
        judged.decision is not None and judged.decision is not Decision.ACCEPT and not judged.has_owner
    ),
    RiskFault.NO_REASON: _accepts_critical,
    RiskFault.NO_TREATMENT: lambda judged: not judged.is_idle and not judged.treatment.strip() and not judged.tasks,
    RiskFault.NO_DATE: lambda judged: not judged.is_idle and not judged.has_due and not judged.tasks,
    RiskFault.NOT_REVIEWED: lambda judged: judged.is_settled and judged.residual_score is None,
    RiskFault.GROWN: _has_grown,
}


def faults_of(judged: Judged) -> tuple[RiskFault, ...]:
    """What is missing; nothing for a risk that is weighed, decided and under treatment."""
    return tuple(fault for fault, is_broken in _RULES.items() if is_broken(judged))
