"""Asks which tasks must be done before a task; a circle is refused right here."""

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.labels import label

Try = Callable[[frozenset[Hashable]], str]
"""Writes the choice; returns what is wrong with it, or nothing."""


class WaitsForDialog(QDialog):
    """Stays open with the reason until the choice is accepted or given up."""

    def __init__(
        self,
        title: str,
        entries: Iterable[tuple[Hashable, str]],
        checked: Iterable[Hashable],
        attempt: Try,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._attempt = attempt
        self.setWindowTitle(_("Waits for"))
        lead = label(_("“{task}” begins when these tasks are done:").format(task=title), wrap=True)
        self.tasks = CheckList(self)
        self.tasks.set_entries(entries, checked)
        self.error = label(role="error", wrap=True)
        self.error.hide()
        self.tasks.changed.connect(lambda _keys: self.error.hide())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        accept_button(box, _("Set the order"))
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
        for part in (lead, self.tasks, self.error, box):
            column.addWidget(part)
        self.resize(560, 480)
        self.tasks.search.setFocus()

    def accept(self) -> None:
        """Closes when the choice was accepted."""
        trouble = self._attempt(self.tasks.checked())
        self.error.setText(trouble)
        self.error.setVisible(bool(trouble))
        if not trouble:
            super().accept()
