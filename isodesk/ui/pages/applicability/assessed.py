"""What the gap assessment says of a control: a line for each of its questions, which leads there."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.services.applicability import ControlView
from isodesk.services.assessment import QuestionView
from isodesk.ui import icons
from isodesk.ui.models.questions import DIGITS
from isodesk.ui.signs import ANSWERS
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.elided_label import ElidedLabel
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class AssessedLines(Spoken):
    """`question_requested` carries the key of a question."""

    question_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ControlView | None = None
        self._heading = label(role="eyebrow")
        self._files = label(role="muted")
        self._lines: list[tuple[QWidget, QLabel, ElidedLabel, QPushButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._files)
        self.retranslate()

    def show_view(self, view: ControlView | None) -> None:
        """The questions of one control; nothing for several."""
        self._view = view
        self.setVisible(view is not None and bool(view.questions))
        self.retranslate()

    def _line(self, place: int) -> tuple[QWidget, QLabel, ElidedLabel, QPushButton]:
        while len(self._lines) <= place:
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            sign, words = label(), ElidedLabel(holder)
            link = button("", "link", parent=holder)
            link.clicked.connect(partial(self._go, len(self._lines)))
            row.addWidget(sign)
            row.addWidget(words, 1)
            row.addWidget(link)
            self._column.insertWidget(1 + len(self._lines), holder)
            self._lines.append((holder, sign, words, link))
        return self._lines[place]

    def _go(self, place: int, _checked: bool = False) -> None:
        if self._view is not None and place < len(self._view.questions):
            self.question_requested.emit(self._view.questions[place].key)

    def retranslate(self) -> None:
        """Answers in words."""
        self._heading.setText(_("From the gap assessment"))
        view = self._view
        questions = view.questions if view is not None else ()
        for place, question in enumerate(questions):
            self._say(place, question)
        for place, (holder, *_rest) in enumerate(self._lines):
            holder.setVisible(place < len(questions))
        files = view.files if view is not None else 0
        self._files.setText(plural("{count} file is attached.", "{count} files are attached.", files))
        self._files.setVisible(files > 0)

    def _say(self, place: int, question: QuestionView) -> None:
        _holder, sign, words, link = self._line(place)
        verdict = question.verdict_for(self._view.standard) if self._view is not None else None
        mark = ANSWERS[DIGITS[verdict] if verdict else 0]
        icons.put(sign, mark.icon, mark.token, 16)
        answer = _(wording.CONFORMITY[verdict] if verdict else wording.NOT_ASSESSED)
        words.set_words(f"{answer} · {question.question}")
        link.setText(_("Question"))
        link.setAccessibleName(_("Go to the question: {question}").format(question=question.question))
        link.setToolTip(_("Go to the question in the gap assessment"))
