"""The right half of the advisor: what the answers speak for, and why; it follows every answer."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.advice import Level
from isodesk.i18n import N_
from isodesk.services.advice import AdviceView, SuggestionView
from isodesk.ui import icons
from isodesk.ui.signs import STATES
from isodesk.ui.speech import _
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.scroll_column import ScrollColumn

LEVELS = {
    Level.STRONGLY: N_("strongly recommended"),
    Level.WORTH: N_("worth a look"),
    Level.NOT_NOW: N_("not now"),
}
_SIGNS = {Level.STRONGLY: STATES["done"], Level.WORTH: STATES["doing"], Level.NOT_NOW: STATES["todo"]}


class AdviceOutcome(QWidget):
    """`picked` carries the key of a standard."""

    picked = Signal(str)

    def __init__(self, verb: str, held: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._verb = verb
        self._held = frozenset(held)
        self._cards: list[QWidget] = []
        self._heading = label(_("What follows from the answers"), "heading", wrap=True)
        self._note = Banner(self)
        self._first = label(
            _("Answer the questions at the left. The suggestions appear here and change with each answer."),
            "muted",
            wrap=True,
        )
        self._area = ScrollColumn(self, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._note)
        column.addWidget(self._first)
        column.addWidget(self._area, 1)

    def show_advice(self, view: AdviceView, *, may_choose: bool) -> None:
        """Shows suggestions with their reasons, and what is worth saying beside them."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(found, may_choose=may_choose) for found in view.suggestions]
        for card in self._cards:
            self._area.add(card)
            card.show()
        self._first.setVisible(not view.answered)
        self._say(view)

    def _say(self, view: AdviceView) -> None:
        if view.needs_none:
            self._note.say(
                "info",
                _(
                    "Nothing speaks for a certificate now. A good order in the firm needs none; "
                    "come back when a customer or a tender asks."
                ),
                closable=False,
            )
        elif view.integrated:
            words = _("{standards} share most of their requirements: one integrated system serves them all.")
            self._note.say("info", words.format(standards=", ".join(view.integrated)), closable=False)
        else:
            self._note.hide()

    def _card(self, found: SuggestionView, *, may_choose: bool) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setAccessibleName(f"{found.designation}: {_(LEVELS[found.level])}")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        sign = label()
        icons.put(sign, _SIGNS[found.level].icon, _SIGNS[found.level].token, 16)
        head.addWidget(sign)
        head.addWidget(label(found.designation, "heading"))
        head.addWidget(label(_(LEVELS[found.level]), "muted"), 1)
        column.addLayout(head)
        column.addWidget(label(found.about, wrap=True))
        for reason in found.reasons:
            words = _("“{answer}”: {reason}").format(answer=reason.answer, reason=reason.words)
            column.addWidget(label(words, "muted", wrap=True))
        self._finish(column, found, may_choose=may_choose)
        return card

    def _finish(self, column: QVBoxLayout, found: SuggestionView, *, may_choose: bool) -> None:
        if found.family in self._held:
            column.addWidget(label(_("Chosen already."), wrap=True))
        elif not found.key:
            column.addWidget(
                label(
                    _("isodesk holds no questions for it yet; a pack with them can be imported in the library."),
                    wrap=True,
                )
            )
        elif may_choose and found.level is not Level.NOT_NOW:
            choose = button(self._verb.format(standard=found.designation), "" if self._cards else "primary")
            choose.clicked.connect(lambda _checked=False: self.picked.emit(found.key))
            column.addSpacing(4)
            column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
