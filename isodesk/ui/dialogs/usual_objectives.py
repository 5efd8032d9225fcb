"""Asks which of the usual objectives the firm wants for its own."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.services.objectives import UsualObjective
from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.labels import label


class UsualObjectivesDialog(QDialog):
    """`chosen` are the keys that were checked."""

    def __init__(self, offered: Iterable[UsualObjective], designations: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        listed = tuple(offered)
        several = len({one.family for one in listed}) > 1
        self.setWindowTitle(_("Usual objectives"))
        lead = label(
            _("Check a few that matter to the firm; three to six are enough. You say base and target afterwards."),
            wrap=True,
        )
        self.objectives = CheckList(self)
        self.objectives.set_entries(
            (one.key, f"{designations.get(one.family, one.family)}  {one.title}" if several else one.title)
            for one in listed
        )
        self.objectives.list.setAccessibleName(_("Usual objectives"))
        self._measure = label(role="muted", wrap=True)
        self._measures = {row: one.measure for row, one in enumerate(listed)}
        self._measure.setMinimumHeight(3 * self._measure.fontMetrics().lineSpacing())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        accept_button(box, _("Add the checked ones"))
        self._accept = box.button(QDialogButtonBox.StandardButton.Ok)
        self._accept.setProperty("look", "primary")
        self._accept.setDefault(True)
        theme.restyle(self._accept)
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (lead, self.objectives, self._measure, box):
            column.addWidget(part)
        self.objectives.changed.connect(lambda keys: self._accept.setEnabled(bool(keys)))
        self.objectives.list.currentRowChanged.connect(self._say_measure)
        self._accept.setEnabled(False)
        self.resize(600, 520)
        self.objectives.list.setFocus()
        self.objectives.list.setCurrentRow(0)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of what was checked."""
        return tuple(str(key) for key in self.objectives.checked())

    def _say_measure(self, row: int) -> None:
        self._measure.setText(_("Measure: {measure}").format(measure=self._measures.get(row, "")))
