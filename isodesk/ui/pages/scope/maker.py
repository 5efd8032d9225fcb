"""The strip in which a clause is excluded: which one, and why, in place and without a dialog."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.form import WIDTH, Form
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField

Place = tuple[str, str]
"""Standard key and clause number."""


class ExclusionMaker(Spoken):
    """Enter in the reason makes it, Esc closes the strip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMaximumWidth(WIDTH)
        self._clause = ChoiceField(self)
        self._clause.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._clause.setMinimumContentsLength(24)
        self._clause.setMaxVisibleItems(16)
        self._reason = TextField(self, length=1000)
        self.form = Form(self)
        self.form.add_row(("clause", self._clause, 1))
        self.form.add_row(("reason", self._reason, 1))
        self.add_button = button("")
        self.cancel_button = button("", "quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addLayout(buttons)
        self.form.edited.connect(lambda name, _value: self.form.fields[name].set_error(""))
        self._reason.returnPressed.connect(self.add_button.click)
        self.retranslate()

    def set_clauses(self, choices: Iterable[tuple[Place, str]]) -> None:
        """Clauses that still apply, already translated."""
        self._clause.set_choices(choices)

    def chosen(self) -> tuple[Place | None, str]:
        """The clause, None while there is none, and the reason."""
        value = self._clause.value()
        return (value if isinstance(value, tuple) else None), self._reason.text().strip()

    def refuse(self, name: str, why: str) -> None:
        """Says what is missing and puts the keyboard there."""
        self.form.fields[name].set_error(why)
        self.form.focus(name)

    def clear(self) -> None:
        """Empty for the next time."""
        self._clause.set_value(None)
        self._reason.clear()
        self._reason.commit()
        self.form.clear_errors()

    def retranslate(self) -> None:
        """Labels and buttons."""
        self.form.set_words("clause", _("&Clause that does not apply"))
        self.form.set_words("reason", _("&Reason"))
        self._reason.setPlaceholderText(
            _("for example: products are made to the customer's drawings, nothing is designed")
        )
        self.add_button.setText(_("Exclude"))
        self.cancel_button.setText(_("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_button.click()
        else:
            super().keyPressEvent(event)
