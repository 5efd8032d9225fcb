"""The line right below the grid: the keys that work there, or the question why something does not apply."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from isodesk.services.assessment import QuestionView
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField

_LENGTH = 20_000


class ReasonLine(Spoken):
    """Waits below the grid until Tab or Enter comes: whoever goes on answering is not held up."""

    noted = Signal(str, str, str)
    left = Signal()
    exclusion_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: QuestionView | None = None
        self._lead = label()
        self.field = TextField(self, length=_LENGTH)
        self.link = button("", "link", parent=self)
        self._lead.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._lead)
        row.addWidget(self.field, 1)
        row.addWidget(self.link)
        self.field.committed.connect(self._committed)
        self.field.returnPressed.connect(self.left)
        self.link.clicked.connect(self.exclusion_requested)
        back = QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)
        self.retranslate()

    def show_view(self, view: QuestionView | None, *, writable: bool) -> None:
        """Asks about this question; a reason that is being typed goes to the question it belongs to."""
        if self._view is not None and (view is None or view.key != self._view.key):
            self.field.commit()
        self._view = view
        self.field.set_value(view.reason if view else "")
        self.field.setReadOnly(not writable or bool(view and view.excluded))
        self.link.setVisible(bool(view and view.excluded))
        self._say()

    def key(self) -> str:
        """The question asked about, or nothing."""
        return self._view.key if self._view else ""

    def commit(self) -> None:
        """Tells what is being typed."""
        self.field.commit()

    def _committed(self, text: str) -> None:
        if self._view is not None and not self._view.excluded:
            self.noted.emit(self._view.key, "reason", text)

    def _say(self) -> None:
        clause = self._view.clause if self._view else ""
        self._lead.setText(_("{clause} does not apply, &because").format(clause=clause))
        self.field.setAccessibleName(_("Why {clause} does not apply").format(clause=clause))

    def retranslate(self) -> None:
        """The question, and what an auditor accepts."""
        self.field.setPlaceholderText(_("A reason that an auditor accepts"))
        self.link.setText(_("Excluded on page 1.2"))
        self._say()


class FootLine(QStackedWidget):
    """One height for both, so that the grid does not move when a reason is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ReasonLine(self)
        self._hints = KeyHints(self)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._hints, 1, Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(holder)
        self.addWidget(self.reason)

    def height_at(self, width: int) -> int:
        """Room for whichever of the two needs more."""
        return max(self.reason.sizeHint().height(), self._hints.heightForWidth(width))

    def show_reason(self, view: QuestionView | None, *, writable: bool) -> None:
        """Asks why this does not apply; None shows the keys."""
        self.reason.show_view(view, writable=writable)
        self.setCurrentIndex(0 if view is None else 1)

    def asks(self) -> bool:
        """Whether a reason is asked for."""
        return self.currentIndex() == 1

    def set_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Keys with what they do."""
        self._hints.set_hints(hints)
