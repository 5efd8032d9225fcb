"""Where a firm's logo is shown, dropped, chosen and removed."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_ROOM: Final = QSize(160, 64)
_KINDS: Final = ("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.webp")


class LogoBox(Spoken):
    """`picked` carries the path of a picture; whoever listens keeps a copy."""

    picked = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self._picture = label()
        self._picture.setFixedSize(_ROOM)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = label(role="muted", wrap=True)
        self._error = label(role="error", wrap=True)
        self._error.hide()
        self.choose_button = button("")
        self.choose_button.clicked.connect(self.choose)
        self.remove_button = button("", "quiet", "trash")
        self.remove_button.clicked.connect(self.removed)
        self.remove_button.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(8)
        for part in (self._hint, self._error):
            words.addWidget(part)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._has_picture = False
        self.set_picture(None)
        self.retranslate()

    def set_picture(self, content: bytes | None) -> None:
        """A PNG, or the empty place for one."""
        pixmap = QPixmap()
        self._has_picture = bool(content) and pixmap.loadFromData(content or b"")
        if self._has_picture:
            scale = self.devicePixelRatioF()
            fitted = pixmap.scaled(
                _ROOM * scale, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            fitted.setDevicePixelRatio(scale)
            self._picture.setProperty("icon_name", "")
            self._picture.setPixmap(fitted)
        else:
            icons.put(self._picture, "image", "faint", 40)
        self.remove_button.setVisible(self._has_picture)
        self.retranslate()

    def set_error(self, text: str) -> None:
        """Why the last picture was refused; "" clears it."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def set_read_only(self, read_only: bool) -> None:
        """The picture can still be seen."""
        self.setAcceptDrops(not read_only)
        self.choose_button.setEnabled(not read_only)
        self.remove_button.setEnabled(not read_only)

    def choose(self) -> None:
        """The system's file dialog."""
        pattern = f"{_('Pictures')} ({' '.join(_KINDS)})"
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo"), "", pattern)
        if name:
            self.picked.emit(Path(name))

    def retranslate(self) -> None:
        """What a logo is good for, and the buttons."""
        self._hint.setText(_("Stands at the head of every document. Drop a PNG or JPEG here; a copy is kept."))
        words = _("Choose another…") if self._has_picture else _("Choose a picture…")
        self.choose_button.setText(words)
        self.choose_button.setAccessibleName(_("Logo: {action}").format(action=words))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the logo"))
        self._picture.setAccessibleName(_("Logo") if self._has_picture else _("No logo yet"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that a picture is welcome here."""
        if _dropped(event) is not None:
            self._highlight(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Calm again."""
        self._highlight(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands the first file on."""
        self._highlight(False)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.picked.emit(path)

    def _highlight(self, over: bool) -> None:
        self.setProperty("over", over)
        theme.restyle(self)


def _dropped(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.is_file()), None)
