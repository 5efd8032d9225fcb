"""The first step of an import: which file, and what is wrong with it where it cannot be taken."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from isodesk.errors import UserError
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.text_field import TextField


class ImportFile(QWidget):
    """`choose_requested` asks for the system's file dialog."""

    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = TextField(length=4000, placeholder=_("for example: checklist.xlsx"))
        self.field = Field(self.path, _("&File"), parent=self)
        self.choose_button = button(_("&Choose a file…"), "", "folder-open", parent=self)
        self.faults = QPlainTextEdit(self)
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setAccessibleName(_("What else is wrong with the file"))
        self.faults.hide()
        kinds = label(
            _(
                "A list in Excel or CSV: one requirement in a row, with a number, a title or a question.\n"
                "A framework in the open library format of CISO Assistant (.yaml).\n"
                "A standard that a colleague exported from isodesk (.toml).\n\n"
                "You see what is in the file before anything is written."
            ),
            "muted",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.faults, 1)
        column.addSpacing(8)
        column.addWidget(kinds)
        column.addStretch(1)
        self.path.textEdited.connect(lambda _text: self.forget_faults())
        self.choose_button.clicked.connect(lambda _checked=False: self.choose_requested.emit())

    def is_complete(self) -> bool:
        """Whether a file is named; says at the field that none is."""
        if self.path.text().strip():
            return True
        self.field.set_error(_("Choose a file first."))
        return False

    def say_faults(self, faults: Sequence[UserError]) -> None:
        """The first at the field, the others below it."""
        self.field.set_error(faults[0].text(speech()))
        self.faults.setPlainText("\n".join(fault.text(speech()) for fault in faults[1:]))
        self.faults.setVisible(len(faults) > 1)
        self.path.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_faults(self) -> None:
        """Another file is named now."""
        self.field.set_error("")
        self.faults.hide()
