"""A strip inside the page that says something needs attention, without a dialog (ux.md U48, U49)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button, icon_button, name_button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_SIGNS = {
    "info": ("info", "info"),
    "good": ("state-done", "good"),
    "warning": ("warning", "partly"),
    "error": ("error", "bad"),
}


class Banner(Spoken):
    """Hidden until it has something to say; tones: info, good, warning, error."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        self._sign = label()
        self._text = label(wrap=True)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(4)
        self._close = icon_button("close", size=16)
        self._close.clicked.connect(self.dismiss)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._actions)
        row.addWidget(self._close)
        self._buttons: list[QPushButton] = []
        self.retranslate()
        self.hide()

    def say(self, tone: str, text: str, *, closable: bool = True) -> None:
        """Shows `text`, already translated, with the sign of its tone; former actions go."""
        for made in self._buttons:
            self._actions.removeWidget(made)
            made.deleteLater()
        self._buttons.clear()
        icons.put(self._sign, *_SIGNS[tone])
        self._text.setText(text)
        self._close.setVisible(closable)
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        theme.restyle(self)
        self.show()

    def add_action(self, text: str, run: Callable[[], object]) -> QPushButton:
        """A button at the end of the strip."""
        made = button(text, "quiet")
        made.clicked.connect(lambda _checked=False: run())
        self._actions.addWidget(made)
        self._buttons.append(made)
        self.setTabOrder(self._close, made)
        self.setTabOrder(made, self._close)
        return made

    def dismiss(self) -> None:
        """Hides the strip and tells so."""
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def retranslate(self) -> None:
        """The name of the closing cross."""
        name_button(self._close, _("Close this message"))
