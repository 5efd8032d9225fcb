"""A labelled field: the label above, what is wrong right below, never in a dialog (ux.md U48)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui import theme
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class Field(Spoken):
    """Label, control, hint or error. An "&" in the label is its access key."""

    def __init__(self, control: QWidget, text: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        # A field stands for its control by Tab. Were the control made before it, Tab would come back here for ever.
        control.setParent(None)
        self._hint = ""
        self._error = ""
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = label()
        self._label.setBuddy(control)
        self._below = label(wrap=True)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self._below)
        column.addStretch(1)
        self.setFocusProxy(control)
        if isinstance(control, DateField):
            control.refused.connect(self.set_error)
        self.set_words(text, hint)

    def add_below(self, widget: QWidget) -> None:
        """Something that belongs to the control and stands right under it, in place of a hint."""
        self._column.insertWidget(2, widget)

    def set_words(self, text: str, hint: str = "") -> None:
        """Already translated; the control is spoken by its label."""
        self._label.setText(text)
        self._label.setVisible(bool(text))
        self.control.setAccessibleName(text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
        self._hint = hint
        self._show_below()

    def set_error(self, text: str) -> None:
        """Marks the field and says what to do; "" clears it."""
        if text == self._error:
            return
        self._error = text
        self.control.setProperty("invalid", bool(text))
        theme.restyle(self.control)
        self._show_below()

    def error(self) -> str:
        """What is wrong now, or nothing."""
        return self._error

    def _show_below(self) -> None:
        text = self._error or self._hint
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._below.setProperty("role", "error" if self._error else "muted")
        self.control.setAccessibleDescription(text)
        theme.restyle(self._below)
