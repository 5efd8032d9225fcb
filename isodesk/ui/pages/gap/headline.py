"""The head of page 1.4: how many questions are left and how long they take, and which answers want a reason."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain import journey
from isodesk.services.assessment import QuestionView
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.spoken import Spoken


class Headline(Spoken):
    """Two links at the right of the title, where they come and go without moving anything: `left` leads to the next
    question without an answer, `bare` to the answers without a reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = button("", "link", parent=self)
        self.bare = button("", "link", parent=self)
        keeps_room = self.bare.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.bare.setSizePolicy(keeps_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for link in (self.left, self.bare):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.retranslate()

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
        self.bare.setVisible(bare > 0)

    def retranslate(self) -> None:
        """Where the links lead; counts come with the questions."""
        self.left.setToolTip(_("Go to the next question without an answer"))
        self.bare.setToolTip(_("Show what was called not applicable without saying why"))
