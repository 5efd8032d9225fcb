"""The entries of the register that are selected, and what they have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from isodesk.domain.keys import RiskId
from isodesk.domain.risks import RiskKind
from isodesk.services.risks import RiskView

V = TypeVar("V")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One entry or several; never none."""

    views: tuple[RiskView, ...]

    @property
    def first(self) -> RiskView:
        """The one at the top."""
        return self.views[0]

    @property
    def keys(self) -> tuple[RiskId, ...]:
        """What a change goes to."""
        return tuple(view.id for view in self.views)

    @property
    def is_single(self) -> bool:
        """Whether there is just one."""
        return len(self.views) == 1

    @property
    def kind(self) -> RiskKind | None:
        """The kind that all of them are of; None where some are of each."""
        return self.common(lambda view: view.kind, None)

    def common(self, read: Callable[[RiskView], V], otherwise: D) -> V | D:
        """The value that all of them have, else `otherwise`."""
        values = {read(view) for view in self.views}
        return values.pop() if len(values) == 1 else otherwise
