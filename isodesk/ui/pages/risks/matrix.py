"""The register as a matrix: risks or opportunities, before or after treatment; a cell leads to its rows."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.risks import Level, RiskKind, Scale
from isodesk.services.risks import RiskView, matrix
from isodesk.ui.models.risks import LEVEL_SIGNS
from isodesk.ui.pages.risks.filters import Cell
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button, name_button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.risk_matrix import RiskMatrixView
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.switch import Switch
from isodesk.ui.widgets.tally import Tally
from isodesk.wording import risks as risk_words

_BEFORE, _AFTER = "before", "after"
_SIDES: Final = (_BEFORE, _AFTER)


class MatrixPanel(Spoken):
    """`cell_picked` carries a Cell; `left` says that the table is wanted back."""

    cell_picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[RiskView, ...] = ()
        self._scale = Scale()
        tools = QWidget(self)
        flow = Flow(tools, 16, 8)
        self.kind = Switch(tuple(RiskKind), self, wraps=False)
        self.side = Switch(_SIDES, self, wraps=False)
        self.back = button("", "quiet", "arrow-left")
        for tool in (self.back, self.kind, self.side):
            flow.addWidget(tool)
        self.tally = Tally(self)
        self.picture = RiskMatrixView(self)
        self._note = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (tools, self.tally):
            column.addWidget(part)
        column.addWidget(self.picture, 1)
        column.addWidget(self._note)
        self.setFocusProxy(self.picture)
        self.kind.picked.connect(lambda _kind: self._show())
        self.side.picked.connect(lambda _side: self._show())
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.picture.cell_picked.connect(self._picked)
        self.retranslate()

    def show_risks(self, views: tuple[RiskView, ...], scale: Scale) -> None:
        """The whole register; the matrix chooses what it shows of it."""
        self._views, self._scale = views, scale
        self._show()

    @property
    def _kind(self) -> RiskKind:
        return RiskKind(str(self.kind.value()))

    @property
    def _after(self) -> bool:
        return self.side.value() == _AFTER

    def _picked(self, likelihood: int, impact: int) -> None:
        self.cell_picked.emit(Cell(self._kind, self._after, likelihood, impact))

    def _show(self) -> None:
        kind, after = self._kind, self._after
        self.picture.set_chart(matrix(self._views, kind, self._scale, speech(), after=after))
        mine = [view for view in self._views if view.kind is kind]
        levels = [self._scale.level(*(view.place(after=after) or (None, None))) for view in mine]
        self.tally.set_counts(
            (LEVEL_SIGNS[kind][level], levels.count(level), _(risk_words.LEVEL[kind][level]))
            for level in reversed(Level)
        )
        unweighed = sum(view.place(after=False) is None for view in mine)
        same = sum(view.place(after=True) is not None and view.residual_score is None for view in mine)
        notes = [_("Not weighed and not shown: {count}.").format(count=unweighed)] if unweighed else []
        if after and same:
            notes.append(_("Not weighed after treatment, shown where they were: {count}.").format(count=same))
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))

    def focus(self) -> None:
        """The keyboard goes to the fields."""
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every word."""
        self.kind.set_words(
            _("What the matrix shows"),
            (
                (RiskKind.RISK, _("Risks"), _("Matrix of the risks")),
                (RiskKind.OPPORTUNITY, _("Opportunities"), _("Matrix of the opportunities")),
            ),
        )
        self.side.set_words(
            _("Which weights"),
            (
                (_BEFORE, _("Before treatment"), _("As weighed before treatment")),
                (_AFTER, _("After treatment"), _("What is left after treatment")),
            ),
        )
        self.back.setText(_("Table"))
        name_button(self.back, _("Back to the table"), "Esc")
        self._show()
