"""An unhandled error: a sentence, details to copy, and an orderly way out (ux.md U50). Nothing is sent anywhere."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from isodesk.ui.dialogs.about import versions
from isodesk.ui.speech import _
from isodesk.ui.widgets.labels import label


class TroubleDialog(QDialog):
    """Shown on the interface thread by app/crash.py."""

    def __init__(self, report: str, log_folder: Path) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(_("Something went wrong"))
        self.resize(640, 420)
        self._report = f"{versions()}\n\n{report}"
        words = label(
            _(
                "isodesk met an error of its own. What was saved is safe. You can go on working; if it happens again,"
                " copy the details and send them to whoever looks after the program."
            ),
            wrap=True,
        )
        details = QPlainTextEdit(self)
        details.setReadOnly(True)
        details.setPlainText(self._report)
        details.setAccessibleName(_("Details"))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(_("&Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        logs = buttons.addButton(_("Open &log folder"), QDialogButtonBox.ButtonRole.ActionRole)
        leave = buttons.addButton(_("&End isodesk"), QDialogButtonBox.ButtonRole.DestructiveRole)
        go_on = buttons.addButton(_("&Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self._report))
        logs.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder))))
        leave.clicked.connect(self._leave)
        go_on.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(details, 1)
        column.addWidget(buttons)

    def _leave(self) -> None:
        self.accept()
        QApplication.closeAllWindows()
