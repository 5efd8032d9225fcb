"""The question at hand: in plain words, with four big answers, why it matters and what an auditor wants to see (W3)."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from isodesk.services.assessment import QuestionView
from isodesk.ui import icons
from isodesk.ui.models.questions import digit_of
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.tip import tip
from isodesk.ui.widgets.answer_bar import AnswerBar
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.elided_label import ElidedLabel
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.steady_label import SteadyLabel

_SIDE: Final = 16
_TOP: Final = 8
_BOTTOM: Final = 12
_GAP: Final = 8
_NAME: Final = 22
"""Letters of a name in the head."""
_WIDE: Final = 640
"""From here on, "why" and "what the auditor wants to see" stand side by side."""


class QuestionCard(Spoken):
    """`example_toggled` and `notes_toggled` tell that the card, or what is below it, wants another height."""

    answer_picked = Signal(object)
    example_toggled = Signal()
    notes_toggled = Signal(bool)
    signature_requested = Signal()
    """Who assessed and when shall be changed."""
    uses_requested = Signal()
    """For which standards the question counts, and where its answer differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._view: QuestionView | None = None
        self._selected = 1
        self.clause = ElidedLabel(self, "muted")
        self.signature = button("", "link", parent=self)
        self.uses_button = button("", "link", parent=self)
        self.example_button = _toggle(self)
        self.notes_button = _toggle(self)
        self.question = SteadyLabel(self, "question")
        self.bar = AnswerBar(self)
        self.about = _About(self)
        self.example = SteadyLabel(self, "muted")
        self._head = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self.bar.answer_picked.connect(self.answer_picked)
        self.example_button.toggled.connect(self._fold_example)
        self.notes_button.clicked.connect(self._fold_notes)
        self.uses_button.clicked.connect(self.uses_requested)
        self.signature.clicked.connect(self.signature_requested)
        self.retranslate()

    def _build(self) -> None:
        self._head.setSpacing(12)
        self._head.addWidget(self.clause, 1)
        self._head.addWidget(self.signature)
        self._head.addWidget(self.uses_button)
        self._head.addWidget(self.example_button)
        self._head.addWidget(self.notes_button)
        self._column.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        self._column.setSpacing(_GAP)
        self._column.addLayout(self._head)
        for part in (self.question, self.example, self.bar, self.about):
            self._column.addWidget(part)
        self.example.hide()

    def set_pool(self, views: Iterable[QuestionView]) -> None:
        """All questions that may come, so that the card keeps one height for all of them."""
        listed = tuple(views)
        self.question.set_pool(view.question for view in listed)
        self.example.set_pool(view.example for view in listed)
        self.about.set_pool(listed)

    def show_view(self, view: QuestionView | None, selected: int = 1) -> None:
        """Another question, or another answer to the same one; `selected` rows are answered at once."""
        if (view, selected) == (self._view, self._selected):
            return
        self._view, self._selected = view, selected
        self.bar.set_answer(digit_of(view) if view else 0)
        self._say()

    def was_clicked(self) -> bool:
        """Whether the mouse gave the last answer: then the keyboard is needed elsewhere."""
        return any(made.hasFocus() and made.property("by_mouse") for made in self.bar.findChildren(QPushButton))

    def set_writable(self, writable: bool) -> None:
        """Whether an answer can be given."""
        self.bar.setEnabled(writable)
        self.signature.setEnabled(writable)

    def set_parts(self, *, answers: bool, about: bool) -> None:
        """What there is room for below the question."""
        self.bar.setVisible(answers)
        self.about.setVisible(about)
        self.example.setVisible(answers and self.example_button.isChecked())

    def height_at(self, width: int, *, answers: bool, about: bool) -> int:
        """The height that these parts need at this width; nothing is shown or hidden to find out."""
        inner = width - _SIDE * 2 - 2 * self.frameWidth()
        parts = [self._head.sizeHint().height(), self.question.heightForWidth(inner)]
        if answers:
            parts.append(self.bar.sizeHint().height())
        if answers and self.example_button.isChecked():
            parts.append(self.example.heightForWidth(inner))
        if about:
            parts.append(self.about.height_at(inner))
        return sum(parts) + _GAP * (len(parts) - 1) + _TOP + _BOTTOM + 2 * self.frameWidth()

    def set_notes_open(self, is_open: bool) -> None:
        """Shows that notes and files are unfolded."""
        self.notes_button.setChecked(is_open)
        icons.put_beside_words(self.notes_button, "chevron-down" if is_open else "chevron-right", "accent")

    def _fold_example(self, is_open: bool) -> None:
        icons.put_beside_words(self.example_button, "chevron-down" if is_open else "chevron-right", "accent")
        self.example_toggled.emit()

    def _fold_notes(self) -> None:
        self.set_notes_open(self.notes_button.isChecked())
        self.notes_toggled.emit(self.notes_button.isChecked())

    def _say(self) -> None:
        view = self._view
        place = f"{view.place}  {view.clause_title}" if view else ""
        if self._selected > 1:
            chosen = plural("{count} question selected", "{count} questions selected", self._selected)
            place = _("{chosen}: the answer goes to all of them").format(chosen=chosen)
        self.clause.set_words(place)
        self.question.setText(view.question if view else "")
        self.example.setText(view.example if view else "")
        self.about.show_view(view)
        self._say_signature(view)
        self._say_uses(view)
        files = view.evidence if view else 0
        self.notes_button.setText(_("Notes and files ({count})").format(count=files) if files else _("Notes and files"))

    def _say_signature(self, view: QuestionView | None) -> None:
        """Who answered and when, short; whole in the tooltip."""
        signed = view is not None and view.assessed_on is not None and self._selected == 1
        self.signature.setVisible(signed)
        if view is not None and signed:
            day = speech().date(view.assessed_on)
            name = view.assessor if len(view.assessor) <= _NAME else f"{view.assessor[: _NAME - 1].rstrip()}…"
            self.signature.setText(", ".join(part for part in (name, day) if part).replace("&", "&&"))
            self.signature.setToolTip(
                tip(_("Assessed by {name} on {date}. Click to change.").format(name=view.assessor or "–", date=day))
            )

    def _say_uses(self, view: QuestionView | None) -> None:
        """Where one answer serves several standards, their number leads to what each one's auditor looks for."""
        uses = view.focus if view and self._selected == 1 else ()
        self.uses_button.setVisible(bool(uses))
        words = plural("Counts for {count} standard", "Counts for {count} standards", len(uses))
        self.uses_button.setText(_("{words}, differs").format(words=words) if view and view.overrides else words)
        self.uses_button.setToolTip("\n".join(f"{designation}  {clause}" for designation, clause, _focus in uses))

    def retranslate(self) -> None:
        """Buttons, and the question itself, which comes in the language of the window."""
        self.example_button.setText(_("Example"))
        self.bar.setAccessibleName(_("Answer"))
        self._say()


class _About(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._why_head, self._look_head = label(role="eyebrow"), label(role="eyebrow")
        self._why, self._look = SteadyLabel(self), SteadyLabel(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 0, 0)
        self._row.setSpacing(24)
        for head, text in ((self._why_head, self._why), (self._look_head, self._look)):
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(head)
            part.addWidget(text)
            part.addStretch(1)
            self._row.addLayout(part, 1)

    def set_pool(self, views: tuple[QuestionView, ...]) -> None:
        self._why.set_pool(view.why for view in views)
        self._look.set_pool(_lines(view) for view in views)

    def show_view(self, view: QuestionView | None) -> None:
        self._why_head.setText(_("Why it matters"))
        self._look_head.setText(_("What the auditor wants to see"))
        self._why.setText(view.why if view else "")
        self._look.setText(_lines(view) if view else "")

    def height_at(self, width: int) -> int:
        self._turn(width)
        return self._row.totalHeightForWidth(width)

    def _turn(self, width: int) -> None:
        across = width >= _WIDE
        kind = QBoxLayout.Direction
        wanted = kind.LeftToRight if across else kind.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(24 if across else 8)


def _lines(view: QuestionView) -> str:
    return "\n".join(f"– {line}" for line in view.look_for)


def _toggle(parent: QWidget) -> QPushButton:
    made = button("", "link", parent=parent)
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.put_beside_words(made, "chevron-right", "accent")
    return made
