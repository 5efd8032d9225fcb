"""A standard as a card: what the content says about itself, nothing of it known to the program."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.catalog.standard import Heading, Standard
from isodesk.ui import icons
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.form import WIDTH
from isodesk.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Held:
    """A standard of the client with what can be done about it."""

    standard: Standard
    successors: tuple[Heading, ...] = ()
    """Editions to move to."""
    outdated: bool = False
    """The program holds newer texts of the same edition."""
    removable: bool = False
    audit_days: float | None = None
    """What a first certification usually takes for a firm of this size."""


class StandardCard(QFrame):
    """Designation, title, edition, size, and where the text itself comes from."""

    move_requested = Signal(str, object)
    """Key of the standard, Heading of the edition to move to."""
    update_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, held: Held, parent: QWidget) -> None:
        super().__init__(parent)
        standard = held.standard
        self.setProperty("role", "card")
        self.setMaximumWidth(WIDTH)
        words = speech()
        language = words.language
        self.setAccessibleName(f"{standard.designation}. {standard.title(language)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 14)
        row.setSpacing(12)
        sign = label()
        icons.put(sign, "standard", "accent", 24)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._head(held))
        column.addWidget(label(standard.title(language), wrap=True))
        for line in _about(held):
            column.addWidget(label(line, "muted", wrap=True))
        self._add_actions(column, held)
        column_sign = QVBoxLayout()
        column_sign.addWidget(sign)
        column_sign.addStretch(1)
        row.addLayout(column_sign)
        row.addLayout(column, 1)

    def _head(self, held: Held) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(held.standard.designation, "heading"))
        published = speech().date(held.standard.published)
        head.addWidget(label(_("published {date}").format(date=published) if published else "", "muted"))
        head.addStretch(1)
        if held.removable:
            remove = button(_("Take off"), "link")
            remove.setAccessibleName(_("Take {standard} off").format(standard=held.standard.designation))
            remove.clicked.connect(lambda _checked=False: self.remove_requested.emit(held.standard.key))
            head.addWidget(remove)
        return head

    def _add_actions(self, column: QVBoxLayout, held: Held) -> None:
        key = held.standard.key
        actions = []
        for heading in held.successors:
            move = button(_("Move to {standard}…").format(standard=heading.designation), "", "arrow-right")
            move.clicked.connect(lambda _checked=False, to=heading: self.move_requested.emit(key, to))
            actions.append(move)
        if held.outdated:
            update = button(_("Bring the questions up to date"), "quiet", "redo")
            update.setToolTip(
                _("isodesk has newer texts of this edition. Answers stay; questions that are new are left open.")
            )
            update.clicked.connect(lambda _checked=False: self.update_requested.emit(key))
            actions.append(update)
        if actions:
            flow = Flow()
            for action in actions:
                flow.addWidget(action)
            column.addSpacing(4)
            column.addLayout(flow)


def _about(held: Held) -> list[str]:
    standard = held.standard
    sections = plural("{count} section", "{count} sections", len(standard.sections))
    questions = plural("{count} question", "{count} questions", len(standard.question_keys))
    lines = [_("{sections}, {questions} in our own words.").format(sections=sections, questions=questions)]
    if standard.adoptions:
        same = ", ".join(adoption.designation for adoption in standard.adoptions)
        lines.append(_("The same as {designation}.").format(designation=same))
    if held.audit_days:
        days = speech().number(held.audit_days)
        lines.append(
            _("A first certification usually takes {days} auditor days for a firm of your size.").format(days=days)
        )
    if standard.buy:
        lines.append(_("The text itself is sold by the publisher: {address}").format(address=standard.buy))
    return lines


class CardStack(QWidget):
    """The cards of a client's standards, made again only when these or the language are others."""

    move_requested = Signal(str, object)
    update_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[object, ...] = ()

    def set_standards(self, standards: tuple[Held, ...]) -> None:
        """One card each, in order."""
        wanted = (
            speech().language,
            *((h.standard.key, id(h.standard), h.successors, h.outdated, h.removable, h.audit_days) for h in standards),
        )
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for held in standards:
            card = StandardCard(held, self)
            card.move_requested.connect(self.move_requested)
            card.update_requested.connect(self.update_requested)
            card.remove_requested.connect(self.remove_requested)
            self._column.addWidget(card)


class NextCard(QFrame):
    """The place where another standard is added, where the advisor is asked, and where earlier assessments are found."""

    add_requested = Signal()
    advice_requested = Signal()
    rounds_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setMaximumWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        self._words = label(role="muted", wrap=True)
        self.add = button("", "", "plus")
        self.rounds = button("", "quiet", "clock")
        self.rounds.hide()
        self.advice = button("", "link")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addWidget(self.advice, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        row.addWidget(self.rounds)
        row.addWidget(self.add)
        self.add.clicked.connect(self.add_requested)
        self.advice.clicked.connect(self.advice_requested)
        self.rounds.clicked.connect(self.rounds_requested)

    def set_words(self, words: str, advice: str, add: str, rounds: str) -> None:
        """Already translated."""
        self._words.setText(words)
        self.advice.setText(advice)
        self.add.setText(add)
        self.rounds.setText(rounds)
