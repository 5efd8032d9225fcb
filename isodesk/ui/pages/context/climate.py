"""The climate question: whether climate change is a relevant issue, and why (4.1 and the note to 4.2, since 2024)."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.services.context import ClimateView, PartyView
from isodesk.services.context_views import on_climate
from isodesk.ui.case import Case
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea

RELEVANT: Final = "relevant"
REASON: Final = "reason"


class ClimatePanel(Spoken):
    """Yes or no, the reason, and what the interested parties say of it."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._parties: tuple[PartyView, ...] = ()
        self._head = SectionHead(self)
        self.card = Card(self)
        self._relevant = ChoiceField()
        self.form = Form(self.card)
        self.form.add_row((RELEVANT, self._relevant, 1), rest=1)
        self.form.add_row((REASON, TextArea(least=2, most=8), 1))
        self.from_parties = label(role="muted", wrap=True)
        self.form.add_widget(self.from_parties)
        self.card.column.addLayout(at_left(self.form))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.card)
        self.form.edited.connect(self._save)
        self.retranslate()

    def refresh(self, parties: tuple[PartyView, ...]) -> ClimateView:
        """The stored answer; what is being typed stays."""
        view = self._case.services.context.climate(self._case.client)
        self._parties = parties
        self.form.set_values({RELEVANT: view.relevant, REASON: view.reason})
        self.from_parties.setText(self._told())
        return view

    def _told(self) -> str:
        found = on_climate(self._parties)
        if not found:
            return _("No requirement of an interested party is marked as about climate change.")
        said = plural(
            "{count} requirement of interested parties is about climate change:",
            "{count} requirements of interested parties are about climate change:",
            len(found),
        )
        return f"{said} {', '.join(dict.fromkeys(party.name for party, _wanted in found))}."

    def focus(self, field: str) -> bool:
        """Puts the keyboard into a field; whether there is one of that name."""
        return self.form.focus(field)

    def focused(self) -> str:
        """The field that has the keyboard, or nothing."""
        return self.form.focused()

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self.form.set_read_only(read_only)

    def _save(self, name: str, value: object) -> None:
        context = self._case.services.context
        self._case.attempt(
            lambda: self.form.trying(name, lambda: context.state_climate(self._case.client, **{name: value}))
        )

    def retranslate(self) -> None:
        """Heading and labels."""
        self._head.set_words(
            _("Climate change"),
            _("Since 2024 every management system standard asks for an answer; “no” is one, with its reason."),
        )
        self._relevant.set_choices(
            [(None, _("not decided")), (True, _("Yes, it is relevant")), (False, _("No, it is not relevant"))]
        )
        self.form.set_words(RELEVANT, _("Is climate change a re&levant issue?"))
        self.form.set_words(
            REASON,
            _("Re&ason"),
            _("Think of heat, water and storms at your sites, of energy, deliveries, customers' wishes and the law."),
        )
        self.from_parties.setText(self._told())
