"""A standard as a whole: its editions, what equals it, what changed in it, and until when one edition gives way to the next."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.catalog.standard import Confidence, Heading
from isodesk.i18n import LANGUAGE_NAMES
from isodesk.services.library import Library
from isodesk.services.library_views import About, DatedFact
from isodesk.ui.library import words
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.scroll_column import ScrollColumn

_WIDEST: Final = 760


class AboutStandard(LibraryPart):
    """Facts to read; everything can be selected and copied."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._shown = ("", "")
        self._facts: tuple[tuple[str, str], ...] = ()
        self._title = label(role="question", wrap=True)
        self._holder = Card(self)
        self._holder.setMaximumWidth(_WIDEST)
        self._holder.column.addWidget(self._title)
        self._parts: list[QWidget] = []
        self.column = ScrollColumn(self)
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.add_narrow(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.column)
        self.retranslate()

    def show_standard(self, standard: str, language: str) -> None:
        """Another standard, or the same one in another language."""
        self._shown = (standard, language)
        about = self._library.about(standard, language)
        self._title.setText(f"{about.entry.heading.designation}\n{about.title}")
        facts = tuple((heading, text) for heading, text in _facts_of(about) if text)
        if facts != self._facts:
            self._facts = facts
            self._fill()

    def _fill(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for heading, text in self._facts:
            part = QWidget(self._holder)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            said = label(text, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label(heading, "eyebrow", wrap=True))
            column.addWidget(said)
            self._holder.column.addWidget(part)
            self._parts.append(part)

    def take_keyboard(self) -> None:
        """There is nothing to act on, only to read: arrows scroll."""
        self.column.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Headings and dates in the language of the window."""
        self.column.setAccessibleName(_("About the standard"))
        if self._shown[0] and self._library.is_read:
            self.show_standard(*self._shown)


def _facts_of(about: About) -> tuple[tuple[str, str], ...]:
    heading = about.entry.heading
    return (
        (_("Management system"), about.system),
        (_("Published"), speech().date(heading.published)),
        (_("What there is"), _amounts(about)),
        (_("Speaks"), ", ".join(LANGUAGE_NAMES.get(language, language) for language in about.languages)),
        (_("Editions here"), "\n".join(_edition(one, about.editions) for one in about.editions)),
        (_("Equal national standards"), "\n".join(f"{name} ({country})" for name, country in about.adoptions)),
        (
            _("Amendments"),
            "\n".join(f"{name}, {speech().date(fact.on)}: {fact.about}" for name, fact in about.amendments),
        ),
        (_("Moving to this edition"), "\n".join(_dated(fact) for fact in about.transition)),
        (_("Not applicable"), about.leaving_out or _(words.EXCLUSION[about.exclusion])),
        (_("Where the facts come from"), about.source),
        (_("Where the text is sold"), about.buy),
    )


def _amounts(about: About) -> str:
    entry = about.entry
    return ", ".join(
        (
            plural("{count} clause", "{count} clauses", entry.clauses),
            plural("{count} question", "{count} questions", entry.questions),
            plural("{count} document", "{count} documents", entry.documents),
            plural("{count} topic of the review", "{count} topics of the review", entry.topics),
        )
    )


def _edition(heading: Heading, family: tuple[Heading, ...]) -> str:
    said = [heading.designation]
    names = {one.key: one.designation for one in family}
    if heading.replaces in names:
        said.append(_("follows {edition}").format(edition=names[heading.replaces]))
    after = [one.designation for one in family if one.replaces == heading.key]
    if after:
        said.append(_("followed by {edition}").format(edition=", ".join(after)))
    return ", ".join(said)


def _dated(fact: DatedFact) -> str:
    known = [_("source: {source}").format(source=fact.source)] if fact.source else []
    if fact.confidence is not Confidence.HIGH:
        known.append(_(words.CONFIDENCE[fact.confidence]))
    return f"{speech().date(fact.on)}: {fact.about}" + (f" ({'; '.join(known)})" if known else "")
