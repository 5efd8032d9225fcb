"""The one door for what the window says on its own: a toast, a failure, a question that undo cannot answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from isodesk.errors import UserError
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.commit import offered_text
from isodesk.ui.widgets.toast import Toast


class Messages(QObject):
    """One per window. Failures that belong to a field are shown at the field by its page instead (ux.md U48)."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._toast: Toast | None = None
        self.last = ""

    def toast(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """A short notice with at most one action."""
        self.last = text
        if self._toast is None:
            self._toast = Toast(self._host)
        self._toast.say(text, action, run)

    def failure(self, error: UserError) -> None:
        """What went wrong and what to do, in the interface language; nothing was lost."""
        from PySide6.QtWidgets import QMessageBox

        self.last = error.text(speech())
        remedy = speech()(error.remedy).format(**error.fields) if error.remedy else ""
        typed = offered_text()
        if typed.strip():
            # The next refresh shows what is stored, so what was typed must live somewhere.
            QGuiApplication.clipboard().setText(typed)
            remedy = f"{remedy}\n\n{_('What you typed is on the clipboard.')}".strip()
        box = QMessageBox(self._host)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("isodesk")
        box.setText(speech()(error.problem).format(**error.fields))
        box.setInformativeText(remedy)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        _read_as_words(box)
        box.exec()
        box.deleteLater()

    def confirm(self, question: str, detail: str, verb: str) -> bool:
        """Asks before something that cannot be undone; the safe answer is the default (ux.md U21, U35)."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._host)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("isodesk")
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        _read_as_words(box)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is yes


def _read_as_words(box: QWidget) -> None:
    """Names of clients and files stand in these sentences, and nothing in them is markup."""
    for part in box.findChildren(QLabel):
        part.setTextFormat(Qt.TextFormat.PlainText)
