"""Plays a plan through many times, each time with other efforts (Monte Carlo), and looks when it is ready.

Effort of a task is drawn from a triangular distribution between its least, likely and most hours; where nobody gave
bounds they are 0.67 and 1.5 of the likely ones, the spread that Boehm's cone of uncertainty has for work whose
requirements are known and whose design is not (B. Boehm, Software Engineering Economics, 1981). Efforts are drawn
independently of one another: what makes all of them too low at once (a person who leaves) is not in the figures.

A person does the tasks in the order of the plan, one at a time, and begins none before the day the plan gives it;
what is late pushes what follows. Early finishes are therefore not gained, as in practice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from isodesk.domain.arranging import Terms, length_of, pace
from isodesk.domain.schedule import Span, WorkItem, in_order

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST: Final = 0.67
MOST: Final = 1.5
RUNS: Final = 2000
_SEED: Final = 20_260
_STEP: Final = 50
"""Tasks between two reports of progress."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hours that are left of a task."""

    least: float
    likely: float
    most: float

    @classmethod
    def around(cls, likely: float, least: float | None = None, most: float | None = None) -> "Estimate":
        """The usual spread where a bound is not given; bounds on the wrong side of the likely hours give way."""
        low, high = likely * LEAST if least is None else least, likely * MOST if most is None else most
        return cls(min(low, likely), likely, max(high, likely))


@dataclass(frozen=True, slots=True)
class Work:
    """A task with its estimate and the dates that the plan gives it."""

    item: WorkItem
    estimate: Estimate
    span: Span | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Days by which the plan is ready in half of the runs and in nine of ten, and the tasks that drive it: (id, share
    of the spread of the end), the largest first, three at most."""

    p50: date
    p90: date
    drivers: tuple[tuple[str, float], ...]
    runs: int


def simulate(works: Sequence[Work], terms: Terms, progress: Progress, runs: int = RUNS) -> Outcome | None:
    """The outcome for open work; None where there is none. The same plan gives the same answer. `progress(done,
    total)` may raise to stop. Raises CycleFound, TooFar."""
    import numpy as np

    left = [work for work in works if not work.item.done]
    if not left:
        return None
    random = np.random.default_rng(_SEED)
    draws = {work.item.id: random.random(runs, dtype=np.float32) for work in left}
    play = _Play(works, terms, runs)
    lengths: dict[str, NDArray[np.int32]] = {}
    for done, work in enumerate(play.order):
        if done % _STEP == 0:
            progress(done, len(left))
        if not work.item.done:
            lengths[work.item.id] = play.add(work, draws[work.item.id])
    progress(len(left), len(left))
    ends = play.last
    half, most = (int(np.percentile(ends, share, method="higher")) for share in (50, 90))
    return Outcome(terms.calendar.day(half), terms.calendar.day(most), _drivers(lengths, ends), runs)


class _Play:
    """All runs at once: an array with one entry for each run stands for every day that is computed."""

    def __init__(self, works: Sequence[Work], terms: Terms, runs: int) -> None:
        import numpy as np

        self._terms = terms
        self._runs = runs
        self._works = {work.item.id: work for work in works}
        self._begin = terms.calendar.number(terms.start)
        self._ends: dict[str, NDArray[np.int32]] = {}
        self._free: dict[str, NDArray[np.int32]] = {}
        self.last: NDArray[np.int32] = np.full(runs, self._begin, dtype=np.int32)
        by_start = {work.item.id: (self._begin_of(work), place) for place, work in enumerate(works)}
        ranks = {key: rank for rank, key in enumerate(sorted(by_start, key=by_start.__getitem__))}
        ordered = in_order(
            [WorkItem(w.item.id, 0, None, () if w.item.done else w.item.predecessors, ranks[w.item.id]) for w in works]
        )
        self.order = [self._works[item.id] for item in ordered]

    def add(self, work: Work, draw: "NDArray[np.float32]") -> "NDArray[np.int32]":
        """Plays one task in all runs, after those it waits for; returns how many days it took."""
        import numpy as np

        item = work.item
        length = self._lengths(work, draw)
        start = np.full(self._runs, self._begin_of(work), dtype=np.int32)
        for key in item.predecessors:
            if key in self._ends:
                np.maximum(start, self._ends[key] + (1 if item.hours else 0), out=start)
            elif key in self._works and self._works[key].item.fixed:
                np.maximum(start, self._after_fixed(self._works[key].item.fixed, item), out=start)
        busy = item.owner if item.hours else None
        if busy is not None and busy in self._free:
            np.maximum(start, self._free[busy], out=start)
        end = start + length - 1
        self._ends[item.id] = end
        if busy is not None:
            self._free[busy] = end + 1
        np.maximum(self.last, end, out=self.last)
        return length

    def _begin_of(self, work: Work) -> int:
        number = self._terms.calendar.number
        days = [work.span.start if work.span else None, work.item.not_before]
        return max([self._begin, *(number(day) for day in days if day is not None)])

    def _after_fixed(self, fixed: Span | None, item: WorkItem) -> int:
        if fixed is None:
            return self._begin
        return self._terms.calendar.number_after(fixed.due) if item.hours else self._terms.calendar.number(fixed.due)

    def _lengths(self, work: Work, draw: "NDArray[np.float32]") -> "NDArray[np.int32]":
        """Days of the plan, longer or shorter by what the drawn effort differs from the likely one."""
        import numpy as np

        week = pace(work.item.owner, self._terms.hours_a_week)
        usual = length_of(work.estimate.likely, week)
        planned = self._planned(work) or usual
        if not work.item.hours or work.estimate.least == work.estimate.most:
            return np.full(self._runs, planned, dtype=np.int32)
        hours = _triangular(work.estimate, draw)
        drawn = np.ceil(np.round(hours * (5 / week), 3)).astype(np.int32)
        found: NDArray[np.int32] = np.maximum(1, drawn + (planned - usual)).astype(np.int32)
        return found

    def _planned(self, work: Work) -> int:
        """Days that the plan still gives to a task; 0 for one that is overdue or has no dates."""
        if work.span is None:
            return 0
        return self._terms.calendar.working_days(max(work.span.start, self._terms.start), work.span.due)


def _triangular(estimate: Estimate, draw: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """The inverse of the distribution, so that more effort means more hours in every run."""
    import numpy as np

    low, likely, high = estimate.least, estimate.likely, estimate.most
    whole = high - low
    rising = low + np.sqrt(draw * (whole * (likely - low)))
    falling = high - np.sqrt((1 - draw) * (whole * (high - likely)))
    found: NDArray[np.float32] = np.where(draw * whole < likely - low, rising, falling)
    return found


def _drivers(lengths: "dict[str, NDArray[np.int32]]", ends: "NDArray[np.int32]") -> tuple[tuple[str, float], ...]:
    """Covariance of each task's days with the end, as a share of the variance of the end. Below three standard errors
    of a correlation a task drives nothing."""
    off = ends - ends.mean()
    spread = float((off * off).mean())
    if not spread:
        return ()
    shares: list[tuple[str, float]] = []
    for key, days in lengths.items():
        own = float(days.std())
        share = float((days * off).mean()) / spread
        if own and share * spread / (own * spread**0.5) > 3 / len(ends) ** 0.5:
            shares.append((key, min(1.0, share)))
    return tuple(sorted(shares, key=lambda pair: (-pair[1], pair[0]))[:3])
