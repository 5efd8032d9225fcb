"""What each column of a pasted list holds: a list of choices under the heads that the user knows."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field

_WIDE: Final = 148
_LETTERS: Final = 18


class ColumnChoice(QScrollArea):
    """`changed` fires when a column was given another meaning; a meaning belongs to one column only."""

    changed = Signal()

    def __init__(self, parent: QWidget, meanings: Sequence[tuple[Hashable, str]]) -> None:
        super().__init__(parent)
        self._meanings = tuple(meanings)
        self.choices: list[ChoiceField] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_columns(self, titles: Sequence[str], chosen: Mapping[int, Hashable]) -> None:
        """Other columns, with what each holds as far as it is known."""
        self.choices.clear()
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        for place, title in enumerate(titles):
            choice = ChoiceField(body, self._meanings)
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.set_value(chosen.get(place))
            choice.picked.connect(lambda value, place=place: self._picked(place, value))
            short = " ".join(title.split())
            short = short if len(short) <= _LETTERS else f"{short[: _LETTERS - 1]}…"
            field = Field(choice, short.replace("&", "&&") or _("Column {number}").format(number=place + 1))
            field.setFixedWidth(_WIDE)
            row.addWidget(field)
            self.choices.append(choice)
        row.addStretch(1)
        self.setWidget(body)
        bar = self.horizontalScrollBar().sizeHint().height() if len(titles) * (_WIDE + 8) > self.width() else 0
        self.setFixedHeight(body.sizeHint().height() + bar + 2)

    def chosen(self) -> dict[int, Hashable]:
        """What each column holds; columns that hold nothing are left out."""
        return {place: choice.value() for place, choice in enumerate(self.choices) if choice.value() is not None}

    def _picked(self, place: int, value: Hashable) -> None:
        for other, choice in enumerate(self.choices):
            if other != place and value is not None and choice.value() == value:
                choice.set_value(None)
        self.changed.emit()
