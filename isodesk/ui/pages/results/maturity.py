"""The radar with its numbers beside it: maturity by section, or readiness where no levels were given."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.charts import Radar, Spoke
from isodesk.i18n import N_
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _
from isodesk.ui.widgets.radar import RadarView, value_words
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken


class Maturity(Spoken):
    """Hides itself where there is nothing to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = Radar((), 5, 5, is_maturity=True)
        self.head = SectionHead(self)
        self.radar = RadarView(self)
        self.table = ShortTable(self, most=20, shares=(60, 20, 20))
        self.model: RowsModel[Spoke] = RowsModel(self._columns(), lambda spoke: spoke.label, self)
        self.table.setModel(self.model)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(24)
        row.addWidget(self.radar, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.table, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(row)
        self.retranslate()

    def set_chart(self, chart: Radar) -> None:
        """Shows another value."""
        self._chart = chart
        self.radar.set_chart(chart)
        self.model.set_rows(chart.spokes)
        self.table.setColumnHidden(2, not chart.has_before)
        self.setVisible(any(spoke.now is not None for spoke in chart.spokes))
        self.retranslate()

    def _columns(self) -> tuple[Column[Spoke], ...]:
        def words(value: float | None) -> str:
            return value_words(value, maturity=self._chart.is_maturity)

        return (
            Column(N_("Section"), lambda spoke: f"{spoke.label} {spoke.title}"),
            Column(N_("Now"), lambda spoke: words(spoke.now), align="right"),
            Column(N_("Before"), lambda spoke: words(spoke.before), align="right", token=lambda _spoke: "muted"),
        )

    def retranslate(self) -> None:
        """What is drawn, and why."""
        if self._chart.is_maturity:
            title, sentence = _("Maturity by section"), _("The mean of the levels given, from 0 to 5.")
        else:
            title = _("Readiness by section, in percent")
            sentence = _("No levels of maturity were given in this assessment, so readiness is drawn.")
        if self._chart.has_before:
            sentence += " " + _("The dashed line is the assessment before.")
        self.head.set_words(title, sentence)
        self.table.setAccessibleName(title)
