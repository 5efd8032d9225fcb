"""Text fields that save themselves: nobody presses "OK" on a page (ux.md C)."""

from math import ceil

from PySide6.QtCore import QPoint, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from isodesk.ui.speech import plural
from isodesk.ui.tip import tip
from isodesk.ui.widgets.commit import CommitClock


class TextField(QLineEdit):
    """One line of text."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "", length: int = 300) -> None:
        super().__init__(parent)
        self.setMaxLength(length)
        self.setPlaceholderText(placeholder)
        clock = CommitClock(self, self.text, self.setText)
        clock.committed.connect(self.committed)
        self.textEdited.connect(lambda _text: clock.typed())
        self.returnPressed.connect(clock.commit)
        self.inputRejected.connect(self._say_limit)
        self._clock = clock

    def value(self) -> str:
        """The text shown."""
        return self.text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves wants to read the beginning."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)

    def _say_limit(self) -> None:
        """Typed or pasted, what is too much is never left out in silence."""
        words = plural(
            "There is room for {count} character; the rest was left out.",
            "There is room for {count} characters; the rest was left out.",
            self.maxLength(),
        )
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), tip(words), self)

    def set_value(self, value: str) -> None:
        """Shows a stored text without telling anybody."""
        self._clock.set_value(value)

    def commit(self) -> None:
        """Tells the text now, before the page goes away."""
        self._clock.commit()


class TextArea(QPlainTextEdit):
    """Several lines; as high as its text between `least` and `most` lines."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "", least: int = 2, most: int = 12) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        clock = CommitClock(self, self.toPlainText, self._write)
        clock.committed.connect(self.committed)
        self.textChanged.connect(clock.typed)
        self._clock = clock
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _write(self, text: str) -> None:
        blocker = QSignalBlocker(self)
        self.setPlainText(text)
        blocker.unblock()

    def set_lines(self, least: int, most: int) -> None:
        """Another height, where there is less room or more."""
        if (least, most) != (self._least, self._most):
            self._least, self._most = least, most
            self._grow()

    def value(self) -> str:
        """The text shown."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Shows a stored text without telling anybody."""
        self._clock.set_value(value)

    def commit(self) -> None:
        """Tells the text now, before the page goes away."""
        self._clock.commit()

    def _grow(self, _size: QSizeF | None = None) -> None:
        lines = max(self._least, min(self._most, int(self.document().size().height())))
        edges = self.contentsMargins()
        around = 2 * int(self.document().documentMargin()) + edges.top() + edges.bottom()
        self.setFixedHeight(ceil(lines * self._line_height()) + max(around, 10) + 2)

    def _line_height(self) -> float:
        laid = self.document().firstBlock().layout()
        return laid.lineAt(0).height() if laid.lineCount() else self.fontMetrics().lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps in another number of lines."""
        super().resizeEvent(event)
        self._grow()
