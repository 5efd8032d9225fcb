"""A modal wizard for a one-off job: a few steps, "Step 2 of 3", the last button a verb (ux.md U10, U11, U35)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label


class StepsDialog(QDialog):
    """A subclass adds its steps and overrides `is_complete` and `finish`."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumSize(560, 440)
        self._verb = verb
        self._headings: list[tuple[str, str]] = []
        self._firsts: list[QWidget] = []
        self._heading = label(role="title", wrap=True)
        self._sentence = label(role="muted", wrap=True)
        self._count = label(role="muted")
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        line = QFrame(self)
        line.setProperty("role", "line")
        column.addWidget(line)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _foot(self) -> QHBoxLayout:
        self._cancel = button(_("Cancel"), "quiet")
        self.back = button(_("Back"), "", "arrow-left")
        self.next = button("", "primary")
        self.next.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self.back.clicked.connect(lambda _checked=False: self.go(self.step() - 1))
        self.next.clicked.connect(lambda _checked=False: self._onward())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        return row

    def add_step(self, content: QWidget, first: QWidget, heading: str, sentence: str = "") -> None:
        """`first` gets the keyboard when the step is shown; words are translated already."""
        self._stack.addWidget(content)
        self._firsts.append(first)
        self._headings.append((heading, sentence))

    def step(self) -> int:
        """The step shown, from 0."""
        return self._stack.currentIndex()

    def go(self, step: int) -> None:
        """Shows a step."""
        last = step == self._stack.count() - 1
        heading, sentence = self._headings[step]
        self._stack.setCurrentIndex(step)
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._count.setText(_("Step {step} of {steps}").format(step=step + 1, steps=self._stack.count()))
        self.back.setVisible(step > 0)
        self.next.setText(self._verb if last else _("Next"))
        self._firsts[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _onward(self) -> None:
        if not self.is_complete(self.step()):
            return
        if self.step() + 1 < self._stack.count():
            self.go(self.step() + 1)
        else:
            self.finish()

    def is_complete(self, _step: int) -> bool:
        """Whether the step may be left; says at its fields why not."""
        return True

    def finish(self) -> None:
        """The verb."""
        self.accept()
