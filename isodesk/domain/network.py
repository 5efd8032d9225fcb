"""Tasks as whole numbers: places them in working days one after another, and finds how much each may slip."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

Arcs = list[tuple[int, int]]
"""(other task, lag): the later one starts at least `lag` working days after the last day of the earlier one."""


@dataclass(slots=True)
class Network:
    """Tasks by their places in `lengths`; every list has one entry for each."""

    lengths: list[int]
    """Working days, at least 1."""
    before: list[Arcs]
    after: list[Arcs]
    owners: list[str | None]
    """Who is kept busy; None keeps nobody busy."""
    fixed: list[tuple[int, int] | None]
    """First and last working day of what stays where it is."""
    earliest: list[int]
    ranks: list[int]

    def mirrored(self, latest: int) -> "Network":
        """The same tasks with time running the other way: what was the last day allowed becomes the first."""
        return Network(
            self.lengths,
            self.after,
            self.before,
            self.owners,
            [(-span[1], -span[0]) if span else None for span in self.fixed],
            [-latest] * len(self.lengths),
            [-rank for rank in self.ranks],
        )


@dataclass(slots=True)
class _Busy:
    """The days of one person that are taken, as separate stretches in order."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def first_gap(self, earliest: int, length: int) -> int:
        """The first day from `earliest` on from which `length` days are free."""
        at = bisect_left(self.ends, earliest)
        while at < len(self.starts) and self.starts[at] < earliest + length:
            earliest = max(earliest, self.ends[at] + 1)
            at += 1
        return earliest

    def take(self, start: int, end: int) -> None:
        """Keeps these days; stretches that touch become one."""
        if end < start:
            return
        low, high = bisect_left(self.ends, start - 1), bisect_right(self.starts, end + 1)
        if low < high:
            start, end = min(start, self.starts[low]), max(end, self.ends[high - 1])
        self.starts[low:high] = [start]
        self.ends[low:high] = [end]


def place(net: Network, order: Sequence[int]) -> list[tuple[int, int]]:
    """First and last working day of each task. `order` is topological.

    Serial schedule generation (Kelley 1963; Kolisch 1996): of the tasks whose predecessors are placed, the one with
    the earliest latest start goes first, among equals the lowest rank; it takes the first days on which its
    predecessors are done and its owner is free. What is fixed is placed before everything else.
    """
    tails = _tails(net, order)
    busy: dict[str, _Busy] = {owner: _Busy() for owner in net.owners if owner is not None}
    for owner, span in zip(net.owners, net.fixed, strict=True):
        if owner is not None and span is not None:
            busy[owner].take(*span)
    waiting = [len(arcs) for arcs in net.before]
    ready: list[tuple[int, int, int]] = []
    for task in order:
        if not waiting[task]:
            heappush(ready, (-tails[task], net.ranks[task], task))
    spans: list[tuple[int, int]] = [(0, 0)] * len(net.lengths)
    while ready:
        task = heappop(ready)[2]
        spans[task] = net.fixed[task] or _first_span(net, task, spans, busy)
        for later, _lag in net.after[task]:
            waiting[later] -= 1
            if not waiting[later]:
                heappush(ready, (-tails[later], net.ranks[later], later))
    return spans


def _first_span(net: Network, task: int, spans: Sequence[tuple[int, int]], busy: dict[str, _Busy]) -> tuple[int, int]:
    start = net.earliest[task]
    for other, lag in net.before[task]:
        start = max(start, spans[other][1] + lag)
    owner = net.owners[task]
    if owner is None:
        return start, start + net.lengths[task] - 1
    start = busy[owner].first_gap(start, net.lengths[task])
    span = (start, start + net.lengths[task] - 1)
    busy[owner].take(*span)
    return span


def _tails(net: Network, order: Sequence[int]) -> list[int]:
    """Working days from the first day of each task to the last day of the longest chain after it."""
    tails = [0] * len(net.lengths)
    for task in reversed(order):
        rest = max((lag + tails[later] for later, lag in net.after[task]), default=0)
        tails[task] = net.lengths[task] - 1 + rest
    return tails


def slips(
    net: Network, order: Sequence[int], spans: Sequence[tuple[int, int]], open_tasks: Sequence[int]
) -> dict[int, int]:
    """Total float of each open task in working days: how far it may slip before the last day of all moves or
    something fixed is run into, where a person's tasks keep their order."""
    if not open_tasks:
        return {}
    end = max(spans[task][1] for task in open_tasks)
    latest = dict.fromkeys(open_tasks, end)  # last days
    follows = _next_of_owner(net, spans, open_tasks)
    position = {task: place for place, task in enumerate(order)}
    for task in sorted(open_tasks, key=lambda one: (spans[one][0], position[one]), reverse=True):
        arcs = [*net.after[task], *((follows[task], 1),)] if task in follows else net.after[task]
        for later, lag in arcs:
            if later in latest and spans[later][0] >= spans[task][1] + lag:
                length = spans[later][1] - spans[later][0]
                starts = spans[later][0] if net.fixed[later] else latest[later] - length
                latest[task] = min(latest[task], starts - lag)
    return {task: latest[task] - spans[task][1] for task in open_tasks}


def _next_of_owner(net: Network, spans: Sequence[tuple[int, int]], open_tasks: Sequence[int]) -> dict[int, int]:
    last: dict[str, int] = {}
    follows: dict[int, int] = {}
    for task in sorted(open_tasks, key=lambda one: spans[one]):
        owner = net.owners[task]
        if owner is not None:
            if owner in last:
                follows[last[owner]] = task
            last[owner] = task
    return follows
