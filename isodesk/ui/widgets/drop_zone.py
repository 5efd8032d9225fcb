"""Where evidence comes in: dropped, pasted or chosen (ux.md U43)."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.single_keys import latin
from isodesk.ui.widgets.spoken import Spoken


class DropZone(Spoken):
    """`files_dropped` carries paths, `image_pasted` the PNG of a screenshot."""

    files_dropped = Signal(list)
    image_pasted = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        sign = label()
        icons.put(sign, "paperclip", "muted")
        self._text = label(role="muted", wrap=True)
        self._choose = button("", "quiet")
        self._choose.clicked.connect(self.choose)
        row.addWidget(sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """How a file gets in."""
        self._text.setText(_("Drop files here or press Ctrl+V. A copy is kept."))
        self._choose.setText(_("Choose files…"))
        self.setAccessibleName(_("Attachments: drop, paste or choose files"))

    @property
    def chooser(self) -> QPushButton:
        """The button in it, its last stop by Tab."""
        return self._choose

    def choose(self) -> None:
        """The system's file dialog."""
        names, _filter = QFileDialog.getOpenFileNames(self, _("Choose files"))
        if names:
            self.files_dropped.emit([Path(name) for name in names])

    def paste(self) -> bool:
        """Takes files or a picture from the clipboard; False where it holds neither."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> bool:
        files = _files(data)
        if files:
            self.files_dropped.emit(files)
            return True
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self.image_pasted.emit(_png(image))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V, in any keyboard layout; Enter opens the file dialog."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Paste) or (control and latin(event) == "V"):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that files are welcome here."""
        if _files(event.mimeData()) or event.mimeData().hasImage():
            self._highlight(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Calm again."""
        self._highlight(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands on what was dropped; the copy is made by whoever listens."""
        self._highlight(False)
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def _highlight(self, over: bool) -> None:
        self.setProperty("over", over)
        theme.restyle(self)


def _files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())
