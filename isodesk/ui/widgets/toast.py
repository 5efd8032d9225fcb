"""A short notice at the foot of the window with one action; it never takes the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button, icon_button, name_button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

SECONDS = 10
_GAP = 72


class Toast(Spoken):
    """One per window; a new notice replaces the old one, and the clock stops under the mouse."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        self._text = label()
        self._button = button("")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._act)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._close = icon_button("close", size=16)
        icons.put(self._close, "close", "surface", 16)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide)
        row.addWidget(self._close)
        self._run: Callable[[], object] | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", run: Callable[[], object] | None = None, seconds: int = SECONDS) -> None:
        """Shows `text`; `action` is the word on the button that calls `run` and closes the notice."""
        self._run = run
        self._button.setText(action)
        self._button.setVisible(bool(action))
        metrics = self._text.fontMetrics()
        room = max(160, self._host().width() - 248)
        self._text.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(text)
        name_button(self._close, _("Close this message"))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._clock.start(seconds * 1000)

    def _act(self) -> None:
        self._clock.stop()
        self.hide()
        if self._run is not None:
            self._run()

    def _host(self) -> QWidget:
        host = self.parentWidget()
        return host if host is not None else self

    def _place(self) -> None:
        host = self._host()
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - _GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the foot when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever reads it has time."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The clock starts afresh."""
        self._clock.start(SECONDS * 1000)
        super().leaveEvent(event)
