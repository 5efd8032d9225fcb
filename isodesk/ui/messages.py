"""The one door for what the window says on its own: a toast, a failure, a question that undo cannot answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from isodesk.errors import UserError
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.toast import Toast


class Messages(QObject):
    """One per window. Failures that belong to a field are shown at the field by its page instead (ux.md U48)."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._toast = Toast(host)
        self.last = ""

    def toast(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """A short notice with at most one action."""
        self.last = text
        self._toast.say(text, action, run)

    def failure(self, error: UserError) -> None:
        """What went wrong and what to do, in the interface language; nothing was lost."""
        text = error.text(speech())
        self.last = text
        box = QMessageBox(self._host)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("isodesk")
        box.setText(speech()(error.problem).format(**error.fields))
        box.setInformativeText(speech()(error.remedy).format(**error.fields) if error.remedy else "")
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.exec()

    def confirm(self, question: str, detail: str, verb: str) -> bool:
        """Asks before something that cannot be undone; the safe answer is the default (ux.md U21, U35)."""
        box = QMessageBox(self._host)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("isodesk")
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes


def accept_button(box: QDialogButtonBox, verb: str) -> None:
    """Names the accepting button of a dialog by what it does, never OK."""
    box.button(QDialogButtonBox.StandardButton.Ok).setText(verb)
