"""The standard milestones of a plan: what each one waits for, and how long it usually takes after that."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from isodesk.domain.calendar import WorkingCalendar
from isodesk.domain.keys import is_within, section_of
from isodesk.storage.tables import TaskRow
from isodesk.wording import MILESTONES

CORRECTION_DAYS: Final = 14
"""Internal audit to management review: its findings are corrected and their causes found before the head looks at them."""
STAGE_1_DAYS: Final = 30
"""Application to Stage 1: review of the application, contract and a free auditor take about a month."""
STAGE_2_DAYS: Final = 42
"""Stage 1 to Stage 2: time to put right what Stage 1 raised. ISO/IEC 17021-1 gives no number; bodies want it within six
months, small firms usually need four to eight weeks."""
CERTIFICATE_DAYS: Final = 42
"""Stage 2 to the certificate: nonconformities are corrected, people who were not in the audit team decide, the
certificate is issued (ISO/IEC 17021-1, 9.5)."""
WAITING: Final[Mapping[str, int]] = {
    "management-review": CORRECTION_DAYS,
    "stage-1": STAGE_1_DAYS,
    "stage-2": STAGE_2_DAYS,
    "certificate": CERTIFICATE_DAYS,
}
"""Calendar days after what a milestone waits for."""

Link = tuple[str, str]
"""Ids of a predecessor and its successor."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """Milestones and tasks that a milestone waits for."""

    milestones: tuple[str, ...] = ()
    tasks: Callable[[TaskRow], bool] = lambda _row: False


def _writes_before_use(row: TaskRow) -> bool:
    """Delivers a document; what sections 9 and 10 deliver are records of a system that works already."""
    return bool(row.deliverable.strip()) and section_of(row.clause) not in {"9", "10"}


_RULES: Final[Mapping[str, _Rule]] = {
    "order-signed": _Rule(),
    "policy-approved": _Rule(("order-signed",), lambda row: section_of(row.clause) == "5"),
    "documents-ready": _Rule(("policy-approved",), _writes_before_use),
    "staff-trained": _Rule(
        ("policy-approved",), lambda row: any(is_within(row.clause, clause) for clause in ("7.2", "7.3"))
    ),
    "system-works": _Rule((), lambda _row: True),
    "internal-audit": _Rule(("documents-ready", "staff-trained", "system-works"), lambda _row: True),
    "management-review": _Rule(("internal-audit",)),
    "application": _Rule(("management-review",)),
    "stage-1": _Rule(("application",)),
    "stage-2": _Rule(("stage-1",)),
    "certificate": _Rule(("stage-2",)),
}
"""In order; "system-works" stands only in plans of earlier versions."""


def wanted_links(tasks: Sequence[TaskRow], milestones: Mapping[str, TaskRow]) -> Iterator[Link]:
    """What should wait for what around the milestones that the plan has. Where one is missing, the next waits for what
    the missing one would have waited for."""
    for key, row in milestones.items():
        if key in _RULES:
            found: dict[str, None] = {}
            _gather(key, tasks, milestones, found)
            yield from ((before, row.id) for before in found if before != row.id)


def _gather(key: str, tasks: Sequence[TaskRow], milestones: Mapping[str, TaskRow], found: dict[str, None]) -> None:
    rule = _RULES[key]
    found.update((row.id, None) for row in tasks if rule.tasks(row))
    for before in rule.milestones:
        if before in milestones:
            found[milestones[before].id] = None
        else:
            _gather(before, tasks, milestones, found)


def missing(present: Collection[str | None], wanted: Iterable[str]) -> Iterator[str]:
    """Keys of standard milestones that a plan lacks, in their order."""
    chosen = set(wanted)
    return (key for key in MILESTONES if key in chosen and key not in present)


def wait(
    milestones: Mapping[str, TaskRow],
    fresh: Collection[str],
    known: Iterable[Link],
    added: Collection[Link],
    rows: Mapping[str, TaskRow],
    calendar: WorkingCalendar,
) -> None:
    """Dates milestones after everything that they wait for and their usual waiting time, in their order, on working days.

    `milestones` are all standard ones by key, `fresh` the ids of those just made, `added` the links just made, `rows`
    every task by id. Of the older ones only those move that wait for something new or for a milestone that moved, only
    later, and only while they are open and nobody set their dates by hand.
    """
    waits: dict[str, list[str]] = {}
    for before, after in (*known, *added):
        waits.setdefault(after, []).append(before)
    touched = {*fresh, *(after for _before, after in added)}
    for key in _RULES:
        row = milestones.get(key)
        if row is None or row.done == 100 or row.is_pinned or not touched & {row.id, *waits.get(row.id, ())}:
            continue
        ends = [due for before in waits.get(row.id, ()) if before in rows and (due := rows[before].due_on)]
        day = _earliest(row, max(ends), calendar) if ends else row.due_on
        if day and (row.id in fresh or row.due_on is None or row.due_on < day):
            touched.add(row.id)
            row.start_on = row.due_on = day
            row.not_before = day if key in WAITING else row.not_before


def _earliest(row: TaskRow, ends: date, calendar: WorkingCalendar) -> date:
    return calendar.on_or_after(ends + timedelta(days=WAITING.get(row.milestone or "", 0)))


def without_circles(known: Iterable[Link], wanted: Iterable[Link]) -> list[Link]:
    """Those wanted links that are new and close no circle with the known ones and with each other."""
    after: dict[str, set[str]] = {}
    for before, successor in known:
        after.setdefault(before, set()).add(successor)

    def reaches(start: str, goal: str) -> bool:
        seen, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            if here == goal:
                return True
            further = after.get(here, set()) - seen
            seen |= further
            waiting += further
        return False

    kept: list[Link] = []
    for before, successor in wanted:
        if successor in after.get(before, ()) or reaches(successor, before):
            continue
        after.setdefault(before, set()).add(successor)
        kept.append((before, successor))
    return kept
