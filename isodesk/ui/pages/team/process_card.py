"""The card of one process: its name, its owner, the clauses that it carries."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from isodesk.catalog.standard import Clause, Standard
from isodesk.services.team import PersonView, ProcessView
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.text_field import TextField

_GENERAL: Final = {"en": "General", "ru": "Общие положения"}
"""A title that says nothing without the one above it."""


class ProcessCard(Card):
    """`form.edited` tells of name and owner, `clauses_changed` carries (standard, clause) pairs."""

    clauses_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered: tuple[str, ...] = ()
        self._owner = ChoiceField()
        self._owner.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._name = TextField()
        self.form = Form(self)
        self.form.add_row(("name", self._name, 1), ("owner_id", self._owner, 1))
        self._caption = label()
        self.clauses = CheckList(self)
        self.clauses.setMaximumWidth(self.form.maximumWidth())
        self.clauses.list.setFixedHeight(196)
        self._caption.setBuddy(self.clauses.search)
        for part in (self.form, self._caption, self.clauses):
            self.column.addLayout(at_left(part))
        self.clauses.changed.connect(self.clauses_changed)
        self.retranslate()

    def set_people(self, people: tuple[PersonView, ...]) -> None:
        """Who can own a process."""
        self._owner.set_choices([(None, _("nobody yet")), *((person.id, person.name) for person in people)])

    def offer(self, standards: tuple[Standard, ...]) -> None:
        """The clauses to choose from; made again only when these or the language are others."""
        language = speech().language
        wanted = (language, *(standard.key for standard in standards))
        if wanted == self._offered:
            return
        self._offered = wanted
        entries = [
            ((standard.key, clause.number), clause_words(standard, clause, language, several=len(standards) > 1))
            for standard in standards
            for clause in standard.clauses
            if clause.level > 1
        ]
        self.clauses.set_entries(entries, self.clauses.checked())

    def show_process(self, process: ProcessView) -> None:
        """The stored process; what is being typed stays."""
        self.form.set_values({"name": process.name, "owner_id": process.owner})
        if frozenset(process.clauses) != self.clauses.checked():
            self.clauses.set_checked(process.clauses)

    def write_name(self) -> None:
        """The name waits to be typed over."""
        self.form.focus("name")
        self._name.selectAll()

    def has_focus(self) -> bool:
        """Whether the keyboard is in here."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self.form.set_read_only(read_only)
        self.clauses.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Labels."""
        self.form.set_words("name", _("Name of the p&rocess"))
        self.form.set_words("owner_id", _("O&wner"))
        self._caption.setText(_("&Clauses that it carries"))
        self.clauses.search.set_hint(_("Search for a clause"))
        self.clauses.list.setAccessibleName(_("Clauses that the process carries"))


def clause_words(standard: Standard, clause: Clause, language: str, *, several: bool) -> str:
    """Number and title; a title that says nothing alone takes the one above along."""
    title = clause.title(language)
    above = standard.by_number.get(clause.number.rpartition(".")[0])
    if title == _GENERAL.get(language) and above is not None:
        title = f"{above.title(language)}: {title[:1].lower()}{title[1:]}"
    words = f"{clause.number}  {title}"
    return f"{standard.designation}  {words}" if several else words
