"""The card of the entry at hand, or of several: what is missing, and the form."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.risks import RiskFault
from isodesk.ui import icons
from isodesk.ui.pages.risks.chosen import Chosen
from isodesk.ui.pages.risks.form import RiskForm
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.master_detail import reveal
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.steady_label import SteadyLabel
from isodesk.wording import risks as risk_words

FIELD_OF: Final = {
    RiskFault.UNWEIGHED: "likelihood",
    RiskFault.UNDECIDED: "decision",
    RiskFault.NO_OWNER: "owner_id",
    RiskFault.NO_REASON: "treatment",
    RiskFault.NO_TREATMENT: "treatment",
    RiskFault.NO_DATE: "due_on",
    RiskFault.NOT_REVIEWED: "residual_likelihood",
    RiskFault.GROWN: "effectiveness",
}
"""Where a fault is mended."""


class RiskCard(Spoken):
    """Shows what is chosen; the page does what a person asks for. `left` says that the keyboard wants back to the grid."""

    left = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
        self._title = SteadyLabel(self, "heading")
        self._place = SteadyLabel(self, "muted")
        self._faults: list[tuple[QWidget, SteadyLabel]] = []
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        self.form = RiskForm(self)
        self.remove = button("", "danger", "trash")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._place)
        column.addLayout(self._missing)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.remove.clicked.connect(lambda _checked=False: self.remove_requested.emit())
        back = QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def chosen(self) -> Chosen | None:
        """What is shown."""
        return self._chosen

    def show_chosen(self, chosen: Chosen, *, writable: bool) -> None:
        """Another entry, or other words about the same; what is being typed goes to the one it was typed for."""
        if self._chosen is None or chosen.keys != self._chosen.keys:
            self.form.commit()
            self.form.clear_errors()
        self._chosen = chosen
        self.form.set_read_only(not writable)
        self.remove.setEnabled(writable)
        self.retranslate()

    def focus(self, field: str) -> bool:
        """Puts the keyboard into a field and brings it into sight; whether there is one of that name."""
        if not self.form.focus(field):
            return False
        reveal(self.form.fields[field])
        return True

    def retranslate(self) -> None:
        """The entry, in the language of the window."""
        chosen = self._chosen
        self.remove.setText(_("Remove from the register"))
        if chosen is None:
            return
        view = chosen.first
        if chosen.is_single:
            kind = _(risk_words.KIND[view.kind])
            _say(self._title, _("No. {number} · {kind}").format(number=view.number, kind=kind))
            reviewed = _("Reviewed on {date}").format(date=speech().date(view.reviewed)) if view.reviewed else ""
            _say(self._place, reviewed)
        else:
            _say(self._title, plural("{count} entry selected", "{count} entries selected", len(chosen.views)))
            _say(self._place, _("What you choose here goes to all of them."))
        self._place.setVisible(bool(self._place.text()))
        self.form.show_chosen(chosen)
        self._show_faults(view.faults if chosen.is_single else ())

    def _show_faults(self, faults: tuple[RiskFault, ...]) -> None:
        while len(self._faults) < len(faults):
            self._faults.append(self._line())
        for place, (holder, words) in enumerate(self._faults):
            holder.setVisible(place < len(faults))
            _say(words, _(risk_words.FAULT_WHY[faults[place]]) if place < len(faults) else "")

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
