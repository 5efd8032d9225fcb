"""The second line of filters of page 1.4: by process, by responsible person, by importance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.conformity import Importance
from isodesk.domain.keys import is_within
from isodesk.services.assessment import QuestionView
from isodesk.services.team import PersonView, ProcessView
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

NOBODY: Final = ""
"""The owner of questions that nobody answers for."""
NAMES: Final = ("process", "owner", "importance")


@dataclass(frozen=True, slots=True)
class Further:
    """What was asked for; None asks for nothing."""

    clauses: tuple[tuple[str, str], ...] | None = None
    """(standard, clause) that the process carries."""
    owner: str | None = None
    importance: Importance | None = None

    def fits(self, view: QuestionView) -> bool:
        """Whether a question is shown."""
        return (
            (self.owner is None or (view.owner or NOBODY) == self.owner)
            and (self.importance is None or view.importance is self.importance)
            and (self.clauses is None or any(self._carries(*place) for place in view.counts_for))
        )

    def _carries(self, standard: str, number: str) -> bool:
        return any(standard == key and is_within(number, clause) for key, clause in self.clauses or ())


class FurtherFilters(Spoken):
    """`changed` fires when another choice is in force, `reset_requested` when everything shall be shown."""

    changed = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[tuple[str, str], ...] = ()
        self._processes: dict[str, ProcessView] = {}
        self.choices = {name: ElidedChoice(self) for name in NAMES}
        self.count = label(role="muted")
        self.reset = button("", "link", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for choice in self.choices.values():
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            choice.picked.connect(lambda _value: self.changed.emit())
            row.addWidget(choice, 3)
        row.addWidget(self.count)
        row.addWidget(self.reset)
        self.reset.clicked.connect(self.reset_requested)
        self.retranslate()
        self.clear()

    def wanted(self) -> Further:
        """The choice in force."""
        process = self._processes.get(str(self.choices["process"].value() or ""))
        owner, importance = self.choices["owner"].value(), self.choices["importance"].value()
        return Further(
            process.clauses if process else None,
            owner if isinstance(owner, str) else None,
            importance if isinstance(importance, Importance) else None,
        )

    def is_asking(self) -> bool:
        """Whether anything is asked for."""
        return any(choice.value() is not None for choice in self.choices.values())

    def set_team(self, people: Iterable[PersonView], processes: Sequence[ProcessView]) -> None:
        """Who and what can be chosen; a process without clauses shows nothing."""
        fresh = tuple((str(person.id), person.name) for person in people)
        carried = {str(process.id): process for process in processes if process.clauses}
        if (fresh, carried) != (self._people, self._processes):
            self._people, self._processes = fresh, carried
            self._fill()

    def set_counts(self, shown: int, total: int) -> None:
        """How many questions are shown."""
        self.count.setText(_("{shown} of {total}").format(shown=shown, total=total))

    def clear(self) -> None:
        """Asks for nothing; tells nobody."""
        for choice in self.choices.values():
            choice.set_value(None)

    def state(self) -> dict[str, str]:
        """What is chosen, to be remembered."""
        return {name: str(choice.value()) for name, choice in self.choices.items() if choice.value() is not None}

    def restore(self, state: dict[str, str]) -> None:
        """What was remembered, as far as it is still there; tells nobody."""
        for name, choice in self.choices.items():
            value: object = state.get(name)
            if name == "importance" and value in set(Importance):
                value = Importance(str(value))
            choice.set_value(value if isinstance(value, str) else None)
            if choice.currentIndex() < 0:
                choice.set_value(None)

    def _fill(self) -> None:
        processes = [(key, process.name) for key, process in self._processes.items()]
        levels = [(level, _(wording.IMPORTANCE[level])) for level in Importance]
        self.choices["process"].set_choices([(None, _("All processes")), *processes])
        self.choices["owner"].set_choices(
            [(None, _("Whoever is responsible")), (NOBODY, _("Nobody yet")), *self._people]
        )
        self.choices["importance"].set_choices([(None, _("Any importance")), *levels])
        for choice in self.choices.values():
            if choice.currentIndex() < 0:
                choice.set_value(None)

    def retranslate(self) -> None:
        """Choices, and what they are called."""
        self._fill()
        self.choices["process"].setAccessibleName(_("Process"))
        self.choices["owner"].setAccessibleName(_("Responsible"))
        self.choices["importance"].setAccessibleName(_("Importance"))
        self.reset.setText(_("Reset"))
