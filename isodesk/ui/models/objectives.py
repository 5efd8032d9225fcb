"""Objectives in words: the columns of their table and of their values, signs of their course."""

from typing import Final

from isodesk import wording
from isodesk.domain.objectives import Course, Measured
from isodesk.i18n import N_
from isodesk.services.objectives import ObjectiveView
from isodesk.ui.models.rows import Column
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _, speech

COURSE: Final = {
    Course.OPEN: STATES["todo"],
    Course.UNMEASURED: STATES["todo"],
    Course.ON_COURSE: STATES["doing"],
    Course.BEHIND: Sign("warning", "partly"),
    Course.REACHED: STATES["done"],
    Course.MISSED: STATES["trouble"],
}
"""Signs that differ by shape; open and not measured are told apart by their words."""
_ORDER: Final = (Course.MISSED, Course.BEHIND, Course.OPEN, Course.UNMEASURED, Course.ON_COURSE, Course.REACHED)
"""What wants attention comes first when sorted."""
NUMBER, TITLE, WAY, NOW, DUE, OWNER, STATE = range(7)


def number(value: float | None) -> str:
    """As people write it; a dash for none."""
    return speech().number(value) if value is not None else "–"


def with_unit(value: float | None, unit: str) -> str:
    """98 %, or a dash."""
    return f"{number(value)} {unit}".strip() if value is not None else "–"


def way(view: ObjectiveView) -> str:
    """94 → 98 %."""
    if view.target is None:
        return f"{number(view.base)} → …" if view.base is not None else "–"
    target = with_unit(view.target, view.unit)
    return f"{number(view.base)} → {target}" if view.base is not None else target


def columns() -> tuple[Column[ObjectiveView], ...]:
    """Of the table of objectives."""
    return (
        Column(N_("No."), lambda view: str(view.number), lambda view: view.number, "right"),
        Column(N_("Objective"), lambda view: view.title, second=_measure),
        Column(N_("From → to"), way, lambda view: view.target, tooltip=N_("Base and target, with the unit")),
        Column(N_("Now"), _now, lambda view: view.last.value if view.last else None, "right"),
        Column(N_("Due"), lambda view: speech().date(view.due) or "–", lambda view: view.due, token=_late),
        Column(N_("Responsible"), lambda view: view.owner_name or "–", lambda view: view.owner_name),
        Column(
            N_("Course"),
            lambda view: _(wording.COURSE[view.course]),
            lambda view: _ORDER.index(view.course),
            sign=lambda view: COURSE[view.course],
        ),
    )


def _measure(view: ObjectiveView) -> str:
    return " ".join(view.measure.split())


def _now(view: ObjectiveView) -> str:
    return number(view.last.value if view.last else None)


def _late(view: ObjectiveView) -> str:
    return "bad" if view.is_late else "text"


def value_columns() -> tuple[Column[Measured], ...]:
    """Of the table of values of one objective."""
    return (
        Column(N_("Day"), lambda value: speech().date(value.day), lambda value: value.day),
        Column(N_("Value"), lambda value: number(value.value), lambda value: value.value, "right"),
        Column(N_("Note"), lambda value: " ".join(value.note.split())),
    )
