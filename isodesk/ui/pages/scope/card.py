"""A standard as a card: what the content says about itself, nothing of it known to the program."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.catalog.standard import Standard
from isodesk.ui import icons
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.form import WIDTH
from isodesk.ui.widgets.labels import label


class StandardCard(QFrame):
    """Designation, title, edition, size, and where the text itself comes from."""

    def __init__(self, standard: Standard, parent: QWidget) -> None:
        super().__init__(parent)
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
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(standard.designation, "heading"))
        published = words.date(standard.published)
        head.addWidget(label(_("published {date}").format(date=published) if published else "", "muted"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(label(standard.title(language), wrap=True))
        sections = plural("{count} section", "{count} sections", len(standard.sections))
        questions = plural("{count} question", "{count} questions", len(standard.question_keys))
        content = _("{sections}, {questions} in our own words.").format(sections=sections, questions=questions)
        column.addWidget(label(content, "muted", wrap=True))
        if standard.buy:
            bought = _("The text itself is sold by the publisher: {address}").format(address=standard.buy)
            column.addWidget(label(bought, "muted", wrap=True))
        column_sign = QVBoxLayout()
        column_sign.addWidget(sign)
        column_sign.addStretch(1)
        row.addLayout(column_sign)
        row.addLayout(column, 1)


class CardStack(QWidget):
    """The cards of a client's standards, made again only when these or the language are others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[str, ...] = ()

    def set_standards(self, standards: tuple[Standard, ...]) -> None:
        """One card each, in order."""
        wanted = (speech().language, *(standard.key for standard in standards))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for standard in standards:
            self._column.addWidget(StandardCard(standard, self))


class NextCard(QFrame):
    """The place where further standards will stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setMaximumWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        sign = label()
        icons.put(sign, "plus", "muted", 20)
        self._words = label(role="muted", wrap=True)
        row.addWidget(sign)
        row.addWidget(self._words, 1)

    def set_words(self, words: str) -> None:
        """Already translated."""
        self._words.setText(words)
