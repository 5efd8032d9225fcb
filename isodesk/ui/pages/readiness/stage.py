"""One stage of the certification audit: how many of its points are met, and each of them as a line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.readiness import AuditStage
from isodesk.services.readiness import CheckView, ReadinessView
from isodesk.ui.pages.readiness.line import CheckLine
from isodesk.ui.speech import _
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken


class StagePanel(Spoken):
    """Lines are kept from one reading to the next, so that what is unfolded stays open."""

    picked = Signal(object)

    def __init__(self, stage: AuditStage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._view: ReadinessView | None = None
        self._head = SectionHead(self)
        self._all_met = label(role="muted", wrap=True)
        self.last: QWidget = self
        """What Tab comes to before the next line that is made; the page says what stands above the first."""
        self.lines: dict[str, CheckLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addSpacing(4)
        self._column.addWidget(self._all_met)

    def show_view(self, view: ReadinessView, *, only_missing: bool) -> None:
        """The points of this stage; what is met can be left out."""
        self._view = view
        wanted = view.of(self.stage)
        for line in wanted:
            self._line(line).set_view(line)
        shown = {line.check.point for line in wanted if not (only_missing and line.check.is_met)}
        for point, widget in self.lines.items():
            widget.setVisible(point in shown)
        self._all_met.setVisible(not shown)
        self.retranslate()

    def _line(self, view: CheckView) -> CheckLine:
        point = view.check.point
        if point not in self.lines:
            made = CheckLine(self)
            made.come_after(self.last)
            self.last = made.more
            made.picked.connect(self.picked)
            self.lines[point] = made
            self._column.addWidget(made)
        return self.lines[point]

    def retranslate(self) -> None:
        """Heading with the count."""
        if self._view is None:
            return
        done, total = self._view.met(self.stage)
        words = (
            _("{done} of {total} points are met.")
            if self.stage is AuditStage.ONE
            else _("{done} of {total} points are met, those of Stage 1 counted in.")
        )
        self._head.set_words(_(wording.AUDIT_STAGE[self.stage]), words.format(done=done, total=total))
        self._all_met.setText(_("Nothing is missing here."))
