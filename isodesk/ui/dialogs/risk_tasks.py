"""Asks which tasks of the plan treat a risk."""

from collections.abc import Hashable, Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.labels import label


class RiskTasksDialog(QDialog):
    """`checked()` are the keys of the tasks."""

    def __init__(
        self, title: str, entries: Iterable[tuple[Hashable, str]], checked: Iterable[Hashable], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tasks of the plan"))
        self.tasks = CheckList(self)
        self.tasks.set_entries(entries, checked)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        accept_button(box, _("Choose"))
        accept = box.button(QDialogButtonBox.StandardButton.Ok)
        accept.setProperty("look", "primary")
        accept.setDefault(True)
        theme.restyle(accept)
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(_("These tasks treat “{risk}”:").format(risk=title), wrap=True))
        column.addWidget(self.tasks, 1)
        column.addWidget(box)
        self.resize(560, 480)
        self.tasks.search.setFocus()

    def checked(self) -> frozenset[Hashable]:
        """What is ticked."""
        return self.tasks.checked()
