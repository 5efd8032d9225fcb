"""A plan of 2,000 tasks with dependencies and 15 people: dated forward and backward, then played through 2,000 times.

plan.py ROUNDS      ratios: the schedule to putting the tasks in order, the forecast to drawing its hours alone
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from random import Random

import numpy as np

from isodesk.domain.arranging import Direction, Terms, arrange
from isodesk.domain.calendar import WorkingCalendar
from isodesk.domain.schedule import WorkItem, in_order
from isodesk.services.public_holidays import days_of
from isodesk.services.simulation import Estimate, Work, simulate

TASKS, PEOPLE, RUNS = 2000, 15, 2000
START, TARGET = date(2026, 11, 23), date(2045, 12, 29)


def tasks() -> list[WorkItem]:
    """Up to two predecessors among the sixty tasks before, 1 to 40 hours."""
    random = Random(1)  # noqa: S311 - a plan, no secret
    return [
        WorkItem(
            f"t{n}",
            random.randint(1, 40),
            f"p{random.randint(1, PEOPLE)}",
            tuple({f"t{random.randrange(max(0, n - 60), n)}" for _ in range(2)}) if n else (),
            n,
        )
        for n in range(TASKS)
    ]


def measure(title: str, rounds: int, baseline: Callable[[], object], work: Callable[[], object]) -> None:
    """Runs both in turn, a warm-up first, and prints the median of the work and its ratio to the baseline."""
    times: list[tuple[float, float]] = []
    for _turn in range(rounds + 1):
        marks = [time.perf_counter()]
        for step in (baseline, work):
            step()
            marks.append(time.perf_counter())
        times.append((marks[1] - marks[0], marks[2] - marks[1]))
    kept = times[1:]
    seconds = statistics.median(own for _bare, own in kept)
    ratios = [own / bare for bare, own in kept]
    print(
        f"  {title:<18}  {seconds * 1000:7.0f} ms median"
        f"   x {statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"
    )


def main(rounds: int) -> None:
    """Measures all three."""
    items = tasks()
    calendar = WorkingCalendar(*days_of("RU", 2024, 2045))
    hours = {f"p{n}": 20.0 for n in range(1, PEOPLE + 1)}
    forward = Terms(START, calendar, hours)
    backward = Terms(START, calendar, hours, Direction.BACKWARD, TARGET)
    spans = arrange(items, forward).spans
    works = [Work(item, Estimate.around(item.hours), spans[item.id]) for item in items]
    print(f"\nA plan of {TASKS} tasks and {PEOPLE} people  ({rounds} rounds)")
    measure("dated forward", rounds, lambda: in_order(items), lambda: arrange(items, forward))
    measure("dated backward", rounds, lambda: in_order(items), lambda: arrange(items, backward))
    measure(
        f"{RUNS} runs",
        rounds,
        lambda: np.random.default_rng(1).triangular(1, 2, 4, (TASKS, RUNS)),
        lambda: simulate(works, forward, lambda _done, _total: None, RUNS),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
