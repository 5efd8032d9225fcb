"""Notes, weight, responsible person and evidence of the question at hand, below the grid."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.conformity import MATURITY, Importance
from isodesk.domain.keys import PersonId
from isodesk.services.assessment import QuestionView
from isodesk.services.evidence import Subject
from isodesk.ui.case import Case
from isodesk.ui.evidence_box import EvidenceBox
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.note_area import NoteArea

_WIDE: Final = 760
"""From here on, the files stand beside the notes."""
_LINES: Final = 3
_LEAST: Final = 168
"""Room for two files above the place to drop more."""
NOTES: Final = ("existing", "missing")


class Details(QScrollArea):
    """`noted` carries question key, field and text; `left` says that the keyboard wants back to the grid."""

    noted = Signal(str, str, str)
    importance_picked = Signal(object)
    owner_picked = Signal(object)
    maturity_picked = Signal(object)
    left = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self._view: QuestionView | None = None
        self._writable = True
        self._lines = _LINES
        self.notes = {name: NoteArea(self, least=_LINES, most=_LINES) for name in NOTES}
        self.importance = _choice(self)
        self.owner = _choice(self)
        self.maturity = _choice(self)
        self.fields = {
            name: Field(control, parent=self)
            for name, control in (
                *self.notes.items(),
                ("importance", self.importance),
                ("owner", self.owner),
                ("maturity", self.maturity),
            )
        }
        self.files = EvidenceBox(case, Subject.ANSWER, self)
        self._files_head = label()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = _Body(self)
        words = QVBoxLayout()
        words.setSpacing(8)
        for names in (NOTES, ("importance", "owner", "maturity")):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addWidget(self.fields[name], 1)
            words.addLayout(row)
        words.addStretch(1)
        files = QVBoxLayout()
        files.setSpacing(4)
        files.addWidget(self._files_head)
        files.addWidget(self.files)
        files.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(words, 5)
        self._row.addLayout(files, 3)
        self.setWidget(body)
        for keys in ("Escape", "Ctrl+Return", "Ctrl+Enter"):
            back = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self.left)

    def _connect(self) -> None:
        for name, area in self.notes.items():
            area.committed.connect(lambda text, name=name: self.noted.emit(self._key, name, text))
            area.done.connect(self.left)
        self.importance.picked.connect(self.importance_picked)
        self.owner.picked.connect(self.owner_picked)
        self.maturity.picked.connect(self.maturity_picked)

    def show_view(self, view: QuestionView | None) -> None:
        """Another question, or other notes to the same one; what is being typed goes to the question it belongs to."""
        if view is None or view.key != self._key:
            self.commit()
            for field in self.fields.values():
                field.set_error("")
        self._key = view.key if view else ""
        self._view = view
        for name, area in self.notes.items():
            if not self.fields[name].error():
                area.set_value(str(getattr(view, name)) if view else "")
        self._fill()
        self.setEnabled(view is not None)
        if not self.isHidden():
            self.files.show_for(self._key, writable=self._writable, count=view.evidence if view else 0)

    def set_people(self, people: Iterable[tuple[PersonId, str]]) -> None:
        """Who can be responsible."""
        fresh = tuple(people)
        if fresh != self._people:
            self._people = fresh
            self._fill_choices()

    def set_writable(self, writable: bool) -> None:
        """Notes stay readable and can be copied."""
        self._writable = writable
        for area in self.notes.values():
            area.setReadOnly(not writable)
        for choice in (self.importance, self.owner, self.maturity):
            choice.setEnabled(writable)

    def set_error(self, name: str, text: str) -> None:
        """What is wrong with a note, beside it."""
        if name in self.fields:
            self.fields[name].set_error(text)

    def focus(self, name: str) -> bool:
        """Puts the keyboard into a field; whether there is one of that name."""
        target: QWidget | None = self.fields.get(name)
        target = self.files.drop if name == "evidence" else target
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(target)
        return True

    def focused(self) -> str:
        """The name of the field that has the keyboard, or nothing."""
        return next((name for name, field in self.fields.items() if field.control.hasFocus()), "")

    def commit(self) -> None:
        """Tells every note that is still being typed."""
        for area in self.notes.values():
            area.commit()

    def set_lines(self, lines: int) -> None:
        """How much of a note is seen without scrolling."""
        self._lines = lines
        for area in self.notes.values():
            area.set_lines(lines, lines)

    def full_height(self, width: int, lines: int) -> int:
        """What it takes to show everything, with so many lines of a note."""
        self._turn(width)
        more = (lines - self._lines) * self.fontMetrics().lineSpacing()
        return max(_LEAST, self._row.totalHeightForWidth(width) + more)

    def sizeHint(self) -> QSize:
        """All of it where there is room."""
        return QSize(400, self.full_height(self.width(), self._lines))

    def minimumSizeHint(self) -> QSize:
        """Scrolls where there is none."""
        return QSize(300, 64)

    def _fill(self) -> None:
        view = self._view
        self.importance.set_value(view.importance if view else None)
        self.owner.set_value(view.owner if view else None)
        level = view.maturity if view else None
        self.maturity.set_value(level)
        meaning = _(wording.MATURITY_WHY[level]) if level is not None else _("May stay empty; nothing asks for it.")
        self.maturity.setToolTip(tip(meaning))

    def _fill_choices(self) -> None:
        self.importance.set_choices((level, _(wording.IMPORTANCE[level])) for level in Importance)
        self.owner.set_choices([(None, _("Nobody yet")), *self._people])
        levels = [(level, _(wording.MATURITY[level])) for level in MATURITY]
        self.maturity.set_choices([(None, _("Not stated")), *levels])
        for level in MATURITY:
            self.maturity.setItemData(level + 1, tip(_(wording.MATURITY_WHY[level])), Qt.ItemDataRole.ToolTipRole)
        self._fill()

    def _turn(self, width: int) -> None:
        kind = QBoxLayout.Direction
        wanted = kind.LeftToRight if width >= _WIDE else kind.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(16 if width >= _WIDE else 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Files beside the notes, or below them."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def retranslate(self) -> None:
        """Labels and choices."""
        self.fields["existing"].set_words(_("What e&xists"))
        self.fields["missing"].set_words(_("What is &missing"))
        self.fields["importance"].set_words(_("&Importance"))
        self.fields["owner"].set_words(_("&Responsible"))
        self.fields["maturity"].set_words(_("Ma&turity"))
        self.notes["existing"].setPlaceholderText(_("What there is and where: a sheet, a folder, who does it"))
        self.notes["missing"].setPlaceholderText(_("What would have to be added or changed"))
        self._files_head.setText(_("Evidence: files and photos"))
        self._fill_choices()


class _Body(QWidget):
    """Asks for the height of its real width, not for that of its narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 40)


def _choice(parent: QWidget) -> ChoiceField:
    made = ChoiceField(parent)
    made.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
