"""The controls that are selected, and what they have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from isodesk.domain.applicability import Reason
from isodesk.services.applicability import ControlKey, ControlView

V = TypeVar("V")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One control or several; never none."""

    views: tuple[ControlView, ...]

    @property
    def first(self) -> ControlView:
        """The one at the top."""
        return self.views[0]

    @property
    def keys(self) -> tuple[ControlKey, ...]:
        """What a change goes to."""
        return tuple(view.key for view in self.views)

    @property
    def is_single(self) -> bool:
        """Whether there is just one."""
        return len(self.views) == 1

    @property
    def reasons(self) -> frozenset[Reason]:
        """Reasons that all of them have."""
        return frozenset.intersection(*(view.reasons for view in self.views))

    def common(self, read: Callable[[ControlView], V], otherwise: D) -> V | D:
        """The value that all of them have, else `otherwise`."""
        values = {read(view) for view in self.views}
        return values.pop() if len(values) == 1 else otherwise

    def differ_in(self, name: str) -> bool:
        """Whether they have several values in a field of that name."""
        return len({getattr(view, name) for view in self.views}) > 1
