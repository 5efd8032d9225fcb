"""The card of the control at hand, or of several: the decision, what is missing, the form, what the assessment says."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.applicability import Fault
from isodesk.ui import icons
from isodesk.ui.pages.applicability.assessed import AssessedLines
from isodesk.ui.pages.applicability.chosen import Chosen
from isodesk.ui.pages.applicability.decision import DecisionBar
from isodesk.ui.pages.applicability.form import StatementForm
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.master_detail import reveal
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.steady_label import SteadyLabel

FIELD_OF: Final = {
    Fault.UNDECIDED: "applicable",
    Fault.NO_REASON: "reasons",
    Fault.NO_JUSTIFICATION: "justification",
    Fault.NO_OWNER: "owner",
    Fault.NO_EVIDENCE: "evidence",
    Fault.PRACTISED: "applicable",
    Fault.RULED_OUT: "applicable",
}
"""Where a fault is mended."""


class ControlCard(Spoken):
    """Shows what is chosen; the page does what a person asks for. `left` says that the keyboard wants back to the grid."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
        self._title = SteadyLabel(self, "heading")
        self._place = SteadyLabel(self, "muted")
        self.decision = DecisionBar(self)
        self._faults: list[tuple[QWidget, SteadyLabel]] = []
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        self.form = StatementForm(self)
        self.assessed = AssessedLines(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._place)
        column.addWidget(self.decision)
        column.addLayout(self._missing)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addWidget(self.assessed)
        column.addStretch(1)
        back = QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def chosen(self) -> Chosen | None:
        """What is shown."""
        return self._chosen

    def show_chosen(self, chosen: Chosen, *, writable: bool) -> None:
        """Another control, or other words about the same; what is being typed goes to the one it was typed for."""
        if self._chosen is None or chosen.keys != self._chosen.keys:
            self.form.commit()
            self.form.clear_errors()
        self._chosen = chosen
        self.form.set_read_only(not writable)
        self.decision.setEnabled(writable)
        self.retranslate()

    def focus(self, field: str) -> bool:
        """Puts the keyboard into a field and brings it into sight; whether there is one of that name."""
        if field == "applicable":
            self.decision.setFocus(Qt.FocusReason.ShortcutFocusReason)
            reveal(self.decision)
            return True
        if not self.form.focus(field):
            return False
        reveal(self.form.fields.get(field, self.form.reasons))
        return True

    def focused(self) -> str:
        """The name of the field that has the keyboard, or nothing."""
        if any(made.hasFocus() for made in self.decision.buttons.values()):
            return "applicable"
        return self.form.focused()

    def retranslate(self) -> None:
        """The control, in the language of the window."""
        chosen = self._chosen
        if chosen is None:
            return
        if chosen.is_single:
            _say(self._title, f"{chosen.first.clause} {chosen.first.title}")
            _say(self._place, chosen.first.section)
        else:
            _say(self._title, plural("{count} control selected", "{count} controls selected", len(chosen.views)))
            _say(self._place, _("What you choose here goes to all of them."))
        self.decision.set_decision(chosen.common(lambda view: view.applicable, None))
        self.form.show_chosen(chosen)
        self.assessed.show_view(chosen.first if chosen.is_single else None)
        self._show_faults(chosen.first.faults if chosen.is_single else ())

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        while len(self._faults) < len(faults):
            self._faults.append(self._line())
        for place, (holder, words) in enumerate(self._faults):
            holder.setVisible(place < len(faults))
            _say(words, _(wording.FAULT_WHY[faults[place]]) if place < len(faults) else "")

    def _line(self) -> tuple[QWidget, SteadyLabel]:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign, words = label(), SteadyLabel(holder)
        icons.put(sign, "warning", "partly", 16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._missing.addWidget(holder)
        return holder, words


def _say(target: SteadyLabel, words: str) -> None:
    """As high as these words need at the width there is, no more."""
    target.set_pool((words,))
    target.setText(words)
