"""The interested parties of a client: a table, and the card of the one at hand with what it wants."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from isodesk.domain.keys import PartyId
from isodesk.i18n import N_
from isodesk.services.context import PartyView
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.pages.context import proposing
from isodesk.ui.pages.context.requirements import RequirementsPart
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.order_keys import OrderKeys
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea, TextField

_SHARES: Final = (5, 11, 3)
_WANTING: Final = Sign("warning", "partly")


def _wants(party: PartyView) -> str:
    if not party.requirements:
        return _("nothing said yet")
    return "; ".join(" ".join(wanted.text.split()) for wanted in party.requirements)


class PartiesPanel(Spoken):
    """Table, card, the usual ones."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = False
        self._shown: PartyId | None = None
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.usual_button = self._head.add_button(button("", "quiet", "checklist"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES, most=12)
        self._model = RowsModel(_columns(), lambda party: party.id, self)
        self.table.setModel(self._model)
        self.table.remember(TableLayouts(case.preferences), "context.parties")
        self.table.setItemDelegateForColumn(1, StatusDelegate(self.table))
        self._order = OrderKeys(self.table)
        self._empty = Empty("people", self)
        self.card = Card(self)
        self._name = TextField()
        self.form = Form(self.card)
        self.form.add_row(("name", self._name, 2), ("note", TextArea(least=1, most=4), 3))
        self.requirements = RequirementsPart(self.card)
        self.card.column.addLayout(at_left(self.form))
        self.card.column.addWidget(self.requirements)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self._empty, self.card):
            column.addWidget(part)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.usual_button.clicked.connect(self.add_usual)
        self._empty.action_requested.connect(self.add_usual)
        self.remove_button.clicked.connect(self.remove)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.form.focus("name"))
        self.table.row_changed.connect(lambda _key: self._show_party())
        self._order.moved.connect(self._move)
        self.form.edited.connect(self._save)
        self.requirements.edited.connect(self._save_requirement)
        self.requirements.add_requested.connect(self.add_requirement)
        self.requirements.remove_requested.connect(self._remove_requirement)
        self.requirements.move_requested.connect(self._move_requirement)

    def refresh(self) -> tuple[PartyView, ...]:
        """Reads the parties again; the one at hand stays."""
        parties = self._case.services.context.parties(self._case.client)
        self._model.set_rows(parties)
        if parties and self.table.current_key() is None:
            self.table.go_to(parties[0].id)
        for part in (self.table, self.remove_button, self.usual_button):
            part.setVisible(bool(parties))
        self._empty.setVisible(not parties)
        self.table.single_keys = self._case.preferences.current.single_keys
        self.requirements.table.single_keys = self.table.single_keys
        self._show_party()
        return parties

    def _show_party(self) -> None:
        party = self._model.at(self.table.currentIndex())
        self.card.setVisible(party is not None)
        self.remove_button.setEnabled(party is not None and not self._read_only)
        if party is not None and party.id != self._shown and self._shown is not None:
            self.form.commit()
            self.form.clear_errors()
            self.requirements.commit()
        self._shown = party.id if party else None
        if party is not None:
            self.form.set_values({"name": party.name, "note": party.note})
            self.requirements.show_party(party)

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self._read_only = read_only
        self.form.set_read_only(read_only)
        self.requirements.set_read_only(read_only)
        for part in (self.add_button, self.usual_button, self._empty):
            part.setEnabled(not read_only)

    def show_party(self, party: str) -> bool:
        """Makes a party the current row; whether it is there."""
        if not self.table.go_to(party):
            return False
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def start(self) -> None:
        """The keyboard comes to the button that fills the list."""
        if self._empty.isVisibleTo(self):
            self._empty.take_keyboard()
        else:
            self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused(self) -> str:
        """The id of the party at hand while the keyboard is here."""
        inside = any(part.hasFocus() for part in (self.table, *self.card.findChildren(QWidget)))
        return str(self._shown) if inside and self._shown else ""

    def add(self) -> None:
        """Another party, whose name waits to be typed."""
        context, made = self._case.services.context, list[PartyId]()
        if self._case.attempt(lambda: made.append(context.add_party(self._case.client, _("New interested party")))):
            self.refresh()
            self.table.go_to(made[0])
            self._command("Enter")

    def add_usual(self) -> None:
        """Usual parties to be ticked; what is taken comes in one step."""
        offered = proposing.parties(self._case)
        if not offered:
            self._case.messages.toast(_("Every usual interested party is there already."))
            return
        dialog = proposing.parties_dialog(offered, self.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = [offered[int(str(key))] for key in dialog.chosen()]
        dialog.deleteLater()
        context, client = self._case.services.context, self._case.client
        if accepted and chosen and self._case.attempt(lambda: context.propose_parties(client, chosen)):
            self._toast(_("The interested parties were added; put their requirements into your own words."))
            self.table.setFocus()

    def remove(self) -> None:
        """Removes the party at hand with what it wants; the toast brings it back."""
        party = self._model.at(self.table.currentIndex())
        services = self._case.services
        if party is None or self._read_only:
            return
        if self._case.attempt(lambda: services.context.archive_party(self._case.client, party.id)):
            self._toast(_("{name} was removed.").format(name=party.name))

    def _move(self, places: int) -> None:
        party, context = self._shown, self._case.services.context
        if party is not None and not self._read_only:
            self._case.attempt(lambda: context.move_party(self._case.client, party, places))

    def add_requirement(self) -> None:
        """Something else that the party wants, whose words wait to be typed."""
        party, context, made = self._shown, self._case.services.context, list[str]()
        if party is None:
            return
        client = self._case.client
        if self._case.attempt(lambda: made.append(context.add_requirement(client, party, _("New requirement")))):
            self.refresh()
            self.requirements.show_requirement(made[0])
            self.requirements.write()

    def _save_requirement(self, requirement: str, name: str, value: object) -> None:
        context, form = self._case.services.context, self.requirements.form
        field, change, client = "wanted" if name == "text" else name, {name: value}, self._case.client
        self._case.attempt(
            lambda: form.trying(field, lambda: context.change_requirement(client, requirement, **change))
        )

    def _remove_requirement(self, requirement: str) -> None:
        context = self._case.services.context
        if self._case.attempt(lambda: context.remove_requirement(self._case.client, requirement)):
            self._toast(_("The requirement was removed."))

    def _move_requirement(self, requirement: str, places: int) -> None:
        context = self._case.services.context
        self._case.attempt(lambda: context.move_requirement(self._case.client, requirement, places))

    def _toast(self, words: str) -> None:
        history = self._case.services.history
        self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(history.undo))

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter" and self.form.focus("name"):
            self._name.selectAll()

    def _save(self, name: str, value: object) -> None:
        party, context, client = self._shown, self._case.services.context, self._case.client
        if party is not None:
            change = {name: value}
            self._case.attempt(lambda: self.form.trying(name, lambda: context.change_party(client, party, **change)))

    def retranslate(self) -> None:
        """Heading, labels and the empty state."""
        self._head.set_words(_("Interested parties"), _("Who expects what of the firm, and how the firm meets it."))
        self.add_button.setText(_("Add a party"))
        self.usual_button.setText(_("Take usual ones…"))
        self.usual_button.setAccessibleName(_("Take usual interested parties"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the interested party"))
        self.table.setAccessibleName(_("Interested parties"))
        self.form.set_words("name", _("Interested &party"))
        self.form.set_words("note", _("Who &exactly, and why it matters"))
        self._empty.set_words(
            _("Who expects something of the firm?"),
            _("Begin with those that nearly every small firm has; each comes with what it usually wants."),
            _("Take usual interested parties"),
        )


def _columns() -> tuple[Column[PartyView], ...]:
    return (
        Column(N_("Interested party"), lambda party: party.name),
        Column(N_("What it wants"), _wants, sign=lambda party: None if party.requirements else _WANTING),
        Column(
            N_("In all"),
            lambda party: str(len(party.requirements) or "–"),
            lambda party: len(party.requirements),
            "right",
        ),
    )
