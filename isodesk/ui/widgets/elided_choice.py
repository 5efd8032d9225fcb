"""A choice that gives way to its neighbours: long words are cut off with dots, and stand whole in the tooltip and the list."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from isodesk.ui.tip import tip
from isodesk.ui.widgets.choice_field import ChoiceField


class ElidedChoice(ChoiceField):
    """As wide as there is room; Qt alone would cut a letter in two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(lambda _text: self._explain())

    def set_choices(self, choices: Iterable[tuple[Hashable, str]]) -> None:
        """As everywhere."""
        super().set_choices(choices)
        self._explain()

    def set_value(self, value: Hashable) -> None:
        """As everywhere."""
        super().set_value(value)
        self._explain()

    def shown_words(self) -> str:
        """What there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style draws it, with words that fit."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_words()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or less."""
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        self.setToolTip(tip(self.currentText()) if self.shown_words() != self.currentText() else "")
