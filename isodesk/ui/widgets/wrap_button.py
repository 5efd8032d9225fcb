"""A button whose words wrap: Qt's own grows sideways and cuts them off."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from isodesk.ui.widgets.buttons import PressButton
from isodesk.ui.widgets.labels import label

_EDGES: Final = {"choice": (12, 8, 12, 8), "finding": (6, 3, 6, 3)}


class WrapButton(PressButton):
    """A short sign, `lead`, that the owner fills, and the words; `look`: choice or finding."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("look", look)
        self.lead = label(role="muted")
        self._words = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_EDGES[look])
        row.setSpacing(8)
        row.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        for part in (self.lead, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str, spoken: str) -> None:
        """Already translated; `spoken` is what a screen reader says."""
        self._words.setText(words)
        self.setAccessibleName(spoken)
        self.updateGeometry()

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words at that width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 24

    def sizeHint(self) -> QSize:
        """The width is given from outside."""
        width = self.width() if self.width() > 80 else 400
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(80, 24)
