"""A form that saves itself: named fields above one another, each told when a person changed it."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from isodesk.errors import InvalidInput
from isodesk.ui.speech import speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.number_field import HalvesField, NumberField
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea, TextField

Control = TextField | TextArea | NumberField | HalvesField | ChoiceField | DateField
WIDTH: Final = 720


class Form(Spoken):
    """`edited` carries a field's name and its new value: text, number, date, or the value of a choice."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._controls: dict[str, Control] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.setMaximumWidth(WIDTH)

    def add_row(self, *parts: tuple[str, Control, int], rest: int = 0) -> None:
        """Fields that belong together side by side: name, control, share of the width; `rest` stays empty."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, control, share in parts:
            row.addWidget(self._field(name, control), share, Qt.AlignmentFlag.AlignTop)
        if rest:
            row.addStretch(rest)
        self._column.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Something between the rows that is no field."""
        self._column.addWidget(widget)

    def _field(self, name: str, control: Control) -> Field:
        field = Field(control, parent=self)
        self.fields[name] = field
        self._controls[name] = control
        if isinstance(control, TextField | TextArea):
            control.committed.connect(lambda text: self.edited.emit(name, text))
        else:
            control.picked.connect(lambda value: self.edited.emit(name, value))
        return field

    def set_words(self, name: str, text: str, hint: str = "") -> None:
        """Already translated; "&" marks the access key."""
        self.fields[name].set_words(text, hint)

    def set_values(self, values: Mapping[str, object]) -> None:
        """Shows stored values; a field that was refused keeps what the person typed until it is right."""
        for name, value in values.items():
            if not self.fields[name].error():
                self._show(self._controls[name], value)

    def _show(self, control: Control, value: object) -> None:
        if isinstance(control, NumberField):
            if control.value() != value:
                control.set_value(int(str(value)) if value is not None else control.minimum())
        elif isinstance(control, HalvesField):
            if control.value() != value:
                control.set_value(float(str(value or 0)))
        elif isinstance(control, DateField):
            if control.value() != value or not control.hasFocus():
                control.set_value(value)  # type: ignore[arg-type]
        elif isinstance(control, ChoiceField):
            control.set_value(value)
        else:
            control.set_value(str(value or ""))

    def commit(self) -> None:
        """Tells every text that is still being typed."""
        for control in self._controls.values():
            if isinstance(control, TextField | TextArea):
                control.commit()

    def trying(self, name: str, action: Callable[[], object]) -> None:
        """Runs an action about one field; what is wrong with a field of this form is said there (ux.md U48).

        Raises whatever the form has no field for."""
        try:
            action()
        except InvalidInput as error:
            spot = self.fields.get(error.field) or self.fields.get(name)
            if spot is None:
                raise
            spot.set_error(error.text(speech()))
        else:
            if name in self.fields:
                self.fields[name].set_error("")

    def clear_errors(self) -> None:
        """Another record is shown now."""
        for field in self.fields.values():
            field.set_error("")

    def set_read_only(self, read_only: bool) -> None:
        """Texts can still be selected and copied."""
        for control in self._controls.values():
            if isinstance(control, TextArea | QLineEdit):
                control.setReadOnly(read_only)
            else:
                control.setEnabled(not read_only)

    def focus(self, name: str) -> bool:
        """Puts the keyboard into a field; whether there is one of that name."""
        control = self._controls.get(name)
        if control is None:
            return False
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focused(self) -> str:
        """The name of the field that has the keyboard, or nothing."""
        return next((name for name, control in self._controls.items() if control.hasFocus()), "")
