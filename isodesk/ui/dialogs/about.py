"""What this program is, its version, where the data lies, and whose work it stands on."""

import platform
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from isodesk import __version__
from isodesk.ui import icons
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label


def versions() -> str:
    """Versions of the program and of what it runs on, without anything personal."""
    return f"isodesk {__version__} · Qt {qVersion()} · Python {sys.version.split()[0]} · {platform.system()}"


class AboutDialog(QDialog):
    """Everything can be copied."""

    def __init__(self, folder: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About isodesk"))
        words = label(
            _(
                "Takes a small firm to an ISO certificate and keeps it there. It works without a network and sends"
                " nothing anywhere."
            ),
            wrap=True,
        )
        rights = label(
            _(
                "Questions are in our own words. The texts of the standards are sold by ISO and the national standards"
                " bodies. isodesk is under the MIT licence, Qt for Python under the LGPL 3, the fonts PT Sans and"
                " PT Serif under the OFL 1.1."
            ),
            "muted",
            wrap=True,
        )
        place = label(_("Data: {folder}").format(folder=folder), "muted", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = button(_("Open data folder"), "plain", "folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(_head())
        for widget in (words, rights, place):
            column.addWidget(widget)
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(buttons)
        self.setMinimumWidth(520)


def _head() -> QHBoxLayout:
    """The sign of the program, its name and its versions."""
    sign = label()
    sign.setPixmap(icons.app_icon().pixmap(56, 56))
    facts = label(versions(), "muted", wrap=True)
    facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    names = QVBoxLayout()
    names.addWidget(label("isodesk", "title"))
    names.addWidget(facts)
    head = QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(sign)
    head.addLayout(names, 1)
    return head
