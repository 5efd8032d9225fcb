"""The head of page 1.4: how many questions are left and how long they take, and which answers want a reason."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain import journey
from isodesk.services.assessment import QuestionView, RoundView
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_NAME: Final = 24
"""Letters of a name."""


class Headline(Spoken):
    """Two lines at the right of the title, which change without moving anything: `left` leads to the next question
    without an answer, `bare` to the answers without a reason; where there are none, the round is named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = button("", "link", parent=self)
        self.bare = button("", "link", parent=self)
        self.round = label(role="muted")
        self.round.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._second = QStackedWidget(self)
        """One line for both: where answers want a reason, that matters more."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (self.round, self.bare):
            self._second.addWidget(line)
        column.addWidget(self.left, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._second, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.retranslate()

    def show_round(self, item: RoundView | None, assessor: str) -> None:
        """Which pass through the questions this is, and who signs the answers."""
        words = []
        if item is not None:
            words.append(
                _("Assessment {number}, since {date}").format(number=item.number, date=speech().date(item.started_on))
            )
        if assessor:
            words.append(_("by {name}").format(name=assessor if len(assessor) <= _NAME else f"{assessor[:_NAME]}…"))
        self.round.setText(", ".join(words))

    def show_counts(self, views: Iterable[QuestionView]) -> None:
        """Counts over all questions, whatever the filter shows."""
        listed = tuple(views)
        left = sum(view.conformity is None for view in listed)
        if left:
            words = plural("{count} question left", "{count} questions left", left)
            minutes = journey.minutes_for(left)
            self.left.setText(_("{left}, about {minutes} min").format(left=words, minutes=minutes))
        else:
            self.left.setText(_("Every question is answered"))
        self.left.setEnabled(left > 0)
        self.left.setVisible(bool(listed))
        bare = sum(view.needs_reason for view in listed)
        self.bare.setText(plural("{count} answer without a reason", "{count} answers without a reason", bare))
        self._second.setCurrentWidget(self.bare if bare else self.round)

    def retranslate(self) -> None:
        """Where the links lead; counts come with the questions."""
        self.left.setToolTip(_("Go to the next question without an answer"))
        self.bare.setToolTip(_("Show what was called not applicable without saying why"))
