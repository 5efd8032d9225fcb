"""Who assesses: the name that signs the next answers, or the name and day of answers that were given."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label

_LONGEST: Final = 300


class AssessorDialog(QDialog):
    """`name()` and, where a day was asked for, `day()`, when it is accepted. `today` is the last day that can be."""

    def __init__(
        self,
        names: Iterable[str],
        name: str,
        parent: QWidget | None = None,
        *,
        sentence: str = "",
        day: date | None = None,
        today: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(_("Assessor"))
        self.setMinimumWidth(460)
        self.who = _names(names, name, self)
        self.when = DateField(self)
        self.when.set_value(day)
        self.who_field, self.when_field = Field(self.who), Field(self.when)
        self.who_field.set_words(_("&Assessor"))
        self.when_field.set_words(_("&Day of the answer"))
        self.when_field.setVisible(today is not None)
        self.keep = button(_("Keep"), "primary")
        self.keep.setDefault(True)
        self.cancel = button(_("Cancel"), "quiet")
        box = QHBoxLayout()
        box.addStretch(1)
        box.addWidget(self.cancel)
        box.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        if sentence:
            column.addWidget(label(sentence, "muted", wrap=True))
        column.addWidget(self.who_field)
        column.addWidget(self.when_field)
        column.addLayout(box)
        self.keep.clicked.connect(lambda _checked=False: self._accept())
        self.cancel.clicked.connect(self.reject)
        self.who.setFocus()

    def name(self) -> str:
        """What was chosen or typed."""
        return self.who.currentText().strip()

    def day(self) -> date | None:
        """The day of the answer."""
        return self.when.value()

    def _accept(self) -> None:
        self.when.commit()
        day = self.when.value()
        if self.when_field.error():
            self.when.setFocus()
        elif self._today is not None and day is not None and day > self._today:
            self.when_field.set_error(_("An answer cannot be given in the future. Choose today or a day before."))
            self.when.setFocus()
        else:
            self.accept()


def _names(names: Iterable[str], name: str, parent: QWidget) -> QComboBox:
    """Names to choose from; another one may be typed."""
    made = QComboBox(parent)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.addItems(list(dict.fromkeys(filter(None, (name, *names)))))
    line = QLineEdit(made)
    line.setMaxLength(_LONGEST)
    line.setPlaceholderText(_("Name as it should appear in the report"))
    made.setLineEdit(line)
    made.setCurrentText(name)
    return made
