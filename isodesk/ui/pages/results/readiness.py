"""How far the firm is: bars by section, by clause or by theme, and what each leads to."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.charts import SectionBars
from isodesk.domain.journey import Page
from isodesk.i18n import N_
from isodesk.services.grouping import GroupResult
from isodesk.ui.case import Case, Place
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.section_bars import SectionBarsView
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken


class By(StrEnum):
    """What the bars stand for."""

    SECTION = "section"
    CLAUSE = "clause"
    THEME = "theme"


_WORDS: Final = {By.SECTION: N_("By section"), By.CLAUSE: N_("By clause"), By.THEME: N_("By theme")}


class Readiness(Spoken):
    """`place_requested` carries where a bar leads."""

    place_requested = Signal(object)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._groups: tuple[GroupResult, ...] = ()
        self._only = ""
        self._sections: tuple[GroupResult, ...] = ()
        self.head = SectionHead(self)
        self.by = ChoiceField(self)
        self.bars = SectionBarsView(self, pickable=True)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.bars)
        self.by.picked.connect(lambda _value: self._show())
        self.bars.section_picked.connect(self._pick)
        self.retranslate()
        self.by.set_value(By.SECTION)

    def show_sections(self, sections: tuple[GroupResult, ...], only: str) -> None:
        """The outcome by section; by clause and by theme it is read when somebody asks."""
        self._sections, self._only = sections, only
        self._show()

    def _show(self) -> None:
        results, client, language = self._case.services.results, self._case.client, speech().language
        by = self.by.value()
        if by == By.CLAUSE:
            self._groups = results.clauses(client, language, self._only)
        elif by == By.THEME:
            self._groups = results.themes(client, language, self._only)
        else:
            self._groups = self._sections
        several = len({group.standard for group in self._groups}) > 1
        self.bars.set_chart(SectionBars(tuple(group.bar(several=several) for group in self._groups)))

    def _pick(self, place: int) -> None:
        """A section opens its questions; a clause or a theme the first of them that is open or a gap."""
        if place >= len(self._groups):
            return
        group = self._groups[place]
        if self.by.value() == By.SECTION:
            self.place_requested.emit(Place(Page.GAP, f"section:{group.standard}/{group.number}"))
        elif group.first_open is not None:
            self.place_requested.emit(Place(Page.GAP, group.first_open))

    def retranslate(self) -> None:
        """Heads and choices."""
        self.head.set_words(_("Readiness"), _("A click on a bar opens its questions."))
        self.by.set_choices((by, _(words)) for by, words in _WORDS.items())
        self.by.setAccessibleName(_("Bars"))
