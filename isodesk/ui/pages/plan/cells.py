"""Cells of the plan: headings in bold, signs before the words, and editors for people and dates."""

from collections.abc import Callable, Hashable, Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QTableView, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.models.plan_lines import Line
from isodesk.ui.models.rows import VALUE, Index
from isodesk.ui.models.tasks import COLUMNS, FIELDS
from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.delegates import PADDING, CellDelegate, StatusDelegate

Choices = Iterable[tuple[Hashable, str]]
_INDENT: Final = 12
_SIGN: Final = 16
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DATES: Final = frozenset({"start_on", "due_on"})
_AROUND_DATE: Final = 48
"""Edges, padding and the sign of the calendar."""


class TaskDelegate(StatusDelegate):
    """`refused` carries the sentence about a date that could not be read; "" takes it back."""

    refused = Signal(str)

    def __init__(self, people: Callable[[], Choices], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = people

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Headings are bold; the cell that a key would edit is tinted."""
        line = index.data(VALUE)
        if isinstance(line, Line) and line.task is None:
            bold = QFont(option.font)
            bold.setWeight(QFont.Weight.DemiBold)
            option.font = bold
        if FIELDS[index.column()] == "title" and isinstance(line, Line):
            self._paint_title(painter, option, index, line)
        elif COLUMNS[index.column()].sign is not None:
            super().paint_cell(painter, option, index)
        else:
            CellDelegate.paint_cell(self, painter, option, index)
        view = option.widget
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.fillRect(option.rect.adjusted(0, 2, 0, -2), theme.colour("accent_soft"))

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: Line) -> None:
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        place = option.rect.adjusted(PADDING + (_INDENT if line.inside else 0), 0, -PADDING, 0)
        made = COLUMNS[index.column()].sign
        sign = made(line) if made is not None else None
        painter.save()
        painter.setFont(option.font)
        if sign is not None:
            icons.paint(painter, sign.icon, sign.token, _spot(place))
            place.setLeft(place.left() + _SIGN + 6)
        painter.setPen(theme.colour("muted" if line.task is not None and line.done == 100 else "text"))
        words = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Counts the indent, so that a title that is cut off is shown whole under the mouse."""
        return super().sizeHint(option, index) + QSize(_INDENT, 0)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list of people, a date with its calendar, or a line of text."""
        field = FIELDS[index.column()]
        editor: QWidget
        if field == "owner_id":
            editor = self._chooser(parent)
        elif field in _DATES:
            editor = DateField(parent)
            editor.refused.connect(self.refused)
        else:
            editor = super().createEditor(parent, option, index)
            if isinstance(editor, QLineEdit):
                editor.setMaxLength(1000)
        editor.setAccessibleName(_(COLUMNS[index.column()].title))
        return editor

    def _chooser(self, parent: QWidget) -> ChoiceField:
        editor = ChoiceField(parent, self._people())
        editor.activated.connect(lambda _row: self._finish(editor))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the next cell too, where a date and its calendar need more than the column has."""
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, DateField):
            words = editor.fontMetrics().horizontalAdvance("00.00.0000")
            editor.resize(max(editor.width(), words + _AROUND_DATE), editor.height())

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Shows what is stored."""
        line = index.data(VALUE)
        if not isinstance(line, Line) or line.task is None:
            return
        if isinstance(editor, ChoiceField):
            editor.set_value(line.task.owner)
        elif isinstance(editor, DateField):
            editor.set_value(line.start if FIELDS[index.column()] == "start_on" else line.due)
            editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hands on a person or a date as what it is, not as words."""
        if isinstance(editor, ChoiceField):
            model.setData(index, editor.value())
        elif isinstance(editor, DateField):
            editor.commit()
            model.setData(index, editor.value())
        else:
            super().setModelData(editor, model, index)


def _spot(place: QRect) -> QRectF:
    return QRectF(place.x(), place.center().y() - _SIGN / 2 + 1, _SIGN, _SIGN)
