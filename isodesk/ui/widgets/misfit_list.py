"""What does not fit a plan, a line each: who or what, by how much, and what to do."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.domain.arranging import Trouble
from isodesk.services.scheduling import MisfitView
from isodesk.ui import icons
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.scroll_column import ScrollColumn

_NAMED: Final = 3
"""Tasks without anybody that are named; of more only the number is said."""


class MisfitList(ScrollColumn):
    """Lines that wrap and scroll; one that says so where everything fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: list[QWidget] = []
        self._lines: list[str] = []

    def set_misfits(self, misfits: Iterable[MisfitView] | None) -> None:
        """Puts the lines in; None: nothing is known."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._lines = sentences(misfits) if misfits is not None else []
        self._rows = [_row("warning", "bad", words) for words in self._lines]
        if misfits is not None and not self._rows:
            self._rows = [_row("state-done", "good", _("Everything fits."))]
        for row in self._rows:
            self.add(row)

    def lines(self) -> list[str]:
        """What does not fit now."""
        return self._lines


def _row(icon: str, ink: str, words: str) -> QWidget:
    row = QWidget()
    sign = label()
    icons.put(sign, icon, ink, 16)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, wrap=True), 1)
    return row


def sentences(misfits: Iterable[MisfitView]) -> list[str]:
    """A sentence for each; tasks that nobody does share one."""
    found = list(misfits)
    lines = [_SAY[one.trouble](one) for one in found if one.trouble is not Trouble.NO_OWNER]
    nobody = [one.title for one in found if one.trouble is Trouble.NO_OWNER]
    return [*lines, _nobody(nobody)] if nobody else lines


def _nobody(titles: list[str]) -> str:
    count = plural("{count} task has nobody", "{count} tasks have nobody", len(titles))
    quoted = _("“{title}”")
    named = ", ".join(quoted.format(title=title) for title in titles) if len(titles) <= _NAMED else ""
    advice = _("Choose who is responsible.")
    return f"{count}: {named}. {advice}" if named else f"{count}. {advice}"


def _days(one: MisfitView) -> str:
    return plural("{count} working day", "{count} working days", one.days)


def _target(one: MisfitView) -> str:
    return _(
        "The target cannot be met: the last task, “{task}”, ends {days} after it. "
        "Move the target, plan more hours a week, or take work out of the plan."
    ).format(task=one.title, days=_days(one))


def _order(one: MisfitView) -> str:
    return _(
        "“{task}”, dated by hand, begins {days} before “{other}” is done. "
        "Change its dates, or let dates set by hand move."
    ).format(task=one.title, other=one.other_title, days=_days(one))


def _clash(one: MisfitView) -> str:
    return _(
        "{person} would do two tasks dated by hand at once, “{task}” and “{other}” ({days}). "
        "Move one of them or give it to somebody else."
    ).format(person=one.person, task=one.title, other=one.other_title, days=_days(one))


def _tight(one: MisfitView) -> str:
    return _(
        "The dates of “{task}”, set by hand, are {days} too short for its hours. Lengthen them or lower the hours."
    ).format(task=one.title, days=_days(one))


def _past(one: MisfitView) -> str:
    return _("The dates of “{task}”, set by hand, passed {days} ago. Enter new ones, or mark the task as done.").format(
        task=one.title, days=_days(one)
    )


def _no_hours(one: MisfitView) -> str:
    return _("{person} has no hours a week for the project; 10 are counted. Enter the hours on page 1.3.").format(
        person=one.person
    )


_SAY: Final[dict[Trouble, Callable[[MisfitView], str]]] = {
    Trouble.TARGET: _target,
    Trouble.ORDER: _order,
    Trouble.CLASH: _clash,
    Trouble.TIGHT: _tight,
    Trouble.PAST: _past,
    Trouble.NO_HOURS: _no_hours,
}
