"""What the project costs altogether: own work, tasks, what is bought; planned, actual, and what is left."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from isodesk.domain.budget import Amount
from isodesk.i18n import N_
from isodesk.services.budget import BudgetView
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_ROWS: Final = (
    ("hours", N_("Own work, hours")),
    ("work", N_("Own work, cost")),
    ("tasks", N_("Costs of tasks")),
    ("bought", N_("What is bought")),
    ("total", N_("In all")),
)
_HEADS: Final = (N_("Plan"), N_("Actual"), N_("Left"))
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Sums(Spoken):
    """A small table of figures; each figure is a label of its own, so that it can be heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: BudgetView | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(4, 1)
        self._heads = [label(role="muted") for _head in _HEADS]
        for column, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, column, _RIGHT)
        self._names: dict[str, QLabel] = {}
        self.figures: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        for row, (key, _words) in enumerate(_ROWS, start=1):
            role = "heading" if key == "total" else ""
            self._names[key] = label(role=role)
            self.figures[key] = (label(role=role), label(role=role), label(role=role))
            grid.addWidget(self._names[key], row, 0)
            for column, figure in enumerate(self.figures[key], start=1):
                grid.addWidget(figure, row, column, _RIGHT)
        self.retranslate()

    def show_view(self, view: BudgetView) -> None:
        """The figures as they stand now."""
        self._view = view
        self.retranslate()

    def retranslate(self) -> None:
        """Names, heads and figures."""
        for head, words in zip(self._heads, _HEADS, strict=True):
            head.setText(_(words))
        for key, words in _ROWS:
            self._names[key].setText(_(words))
        view = self._view
        if view is None:
            return
        amounts: dict[str, Amount] = {
            "work": view.work,
            "tasks": view.tasks,
            "bought": view.bought,
            "total": view.total,
            "hours": view.hours,
        }
        for key, amount in amounts.items():
            for figure, value in zip(self.figures[key], (amount.planned, amount.actual, amount.left), strict=True):
                words = speech().number(round(value, 1)) if key == "hours" else speech().money(value, view.currency)
                figure.setText(words)
