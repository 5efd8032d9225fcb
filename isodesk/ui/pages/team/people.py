"""The people of a client: a table, and the card of the one at hand below it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.keys import PersonId
from isodesk.domain.people import Role
from isodesk.i18n import N_
from isodesk.services.team import PersonView
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.number_field import HalvesField
from isodesk.ui.widgets.pills_delegate import BETWEEN, PillsDelegate
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea, TextField
from isodesk.ui.widgets.toggle_pills import TogglePills

_ORDER: Final = tuple(Role)
_SHARES: Final = (5, 4, 5, 3)
_FIELDS: Final = ("name", "post", "email", "phone", "hours_a_week", "competence")


def _roles(person: PersonView) -> str:
    return BETWEEN.join(_(wording.ROLE_SHORT[role]) for role in _ORDER if role in person.roles)


class PeoplePanel(Spoken):
    """Table, card, and the two ways to change how many there are."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = False
        self._shown: PersonId | None = None
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES)
        self._model = RowsModel(self._columns(), lambda person: person.id, self)
        self.table.setModel(self._model)
        self.table.remember(TableLayouts(case.preferences), "team.people")
        self.table.setItemDelegateForColumn(2, PillsDelegate(self.table))
        self._empty = Empty("people", self)
        self.card = Card(self)
        self.form = Form(self.card)
        self._fill_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self._empty, self.card):
            column.addWidget(part)
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[PersonView], ...]:
        return (
            Column(N_("Name"), lambda person: person.name),
            Column(N_("Post"), lambda person: person.post),
            Column(N_("Roles"), _roles),
            Column(
                N_("Hours a week"),
                lambda person: speech().number(person.hours_a_week),
                lambda person: person.hours_a_week,
                "right",
                N_("Time for the management system, beside the person's own work"),
            ),
        )

    def _fill_card(self) -> None:
        self.form.add_row(("name", TextField(), 1), ("post", TextField(), 1))
        self.form.add_row(
            ("email", TextField(length=200), 3),
            ("phone", TextField(length=100), 2),
            ("hours_a_week", HalvesField(most=168), 2),
        )
        self.roles = TogglePills(_ORDER, self.card)
        self.form.add_widget(self.roles)
        self.form.add_row(("competence", TextArea(least=1, most=6), 1))
        self.card.column.addLayout(at_left(self.form))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self._empty.action_requested.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.form.focus("name"))
        self.table.row_changed.connect(lambda _key: self._show_person())
        self.form.edited.connect(self._save)
        self.roles.changed.connect(self._save_roles)

    def refresh(self) -> None:
        """Reads the people again; the one at hand stays."""
        people = self._case.services.team.people(self._case.client)
        self._model.set_rows(people)
        if people and self.table.current_key() is None:
            self.table.go_to(people[0].id)
        self.table.setVisible(bool(people))
        self.add_button.setVisible(bool(people))
        self.remove_button.setVisible(bool(people))
        self._empty.setVisible(not people)
        self.table.single_keys = self._case.preferences.current.single_keys
        self._show_person()

    def _show_person(self) -> None:
        person = self._model.at(self.table.currentIndex())
        self.card.setVisible(person is not None)
        self.remove_button.setEnabled(person is not None and not self._read_only)
        if person is not None and person.id != self._shown and self._shown is not None:
            self.form.commit()
            self.form.clear_errors()
        self._shown = person.id if person else None
        if person is not None:
            self.form.set_values({name: getattr(person, name) for name in _FIELDS})
            self.roles.set_checked(person.roles)

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self._read_only = read_only
        self.form.set_read_only(read_only)
        for part in (self.add_button, self._empty, self.roles):
            part.setEnabled(not read_only)

    def show_person(self, person: str) -> bool:
        """Makes someone the current row; whether they are there."""
        found = self.table.go_to(person)
        if found:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return found

    def focused(self) -> str:
        """The id of the person at hand while the keyboard is here."""
        here = self.table.hasFocus() or bool(self.form.focused())
        return str(self._shown) if here and self._shown else ""

    def add(self) -> None:
        """Someone new, whose name waits to be typed."""
        team, made = self._case.services.team, list[PersonId]()
        if self._case.attempt(lambda: made.append(team.add_person(self._case.client, _("New person")))):
            self.refresh()
            self.table.go_to(made[0])
            self._write_name()

    def _write_name(self) -> None:
        if self.form.focus("name"):
            name = self.form.fields["name"].control
            if isinstance(name, TextField):
                name.selectAll()

    def remove(self) -> None:
        """Takes the person at hand out of the team; the toast brings them back."""
        person = self._model.at(self.table.currentIndex())
        services = self._case.services
        if person is None or self._read_only:
            return
        if self._case.attempt(lambda: services.team.archive_person(self._case.client, person.id)):
            words = _("{name} was removed.").format(name=person.name)
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter":
            self._write_name()

    def _save(self, name: str, value: object) -> None:
        person, team = self._shown, self._case.services.team
        if person is not None:
            self._case.attempt(
                lambda: self.form.trying(name, lambda: team.change_person(self._case.client, person, **{name: value}))
            )

    def _save_roles(self, roles: frozenset[Role]) -> None:
        person, team = self._shown, self._case.services.team
        if person is not None and not self._case.attempt(lambda: team.set_roles(self._case.client, person, roles)):
            self._show_person()

    def retranslate(self) -> None:
        """Heading, labels, roles and the empty state."""
        self._head.set_words(
            _("People"),
            _("Those who take part in the management system; in a small firm one person has several roles."),
        )
        self.add_button.setText(_("Add a person"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the person"))
        self.table.setAccessibleName(_("People"))
        self.form.set_words("name", _("&Name"))
        self.form.set_words("post", _("&Post"))
        self.form.set_words("email", _("&E-mail"))
        self.form.set_words("phone", _("P&hone"))
        self.form.set_words("hours_a_week", _("Ho&urs a week"))
        self.form.set_words("competence", _("What makes the person competent: &training, experience"))
        roles = [(role, _(wording.ROLE_SHORT[role]), _(wording.ROLE[role])) for role in _ORDER]
        self.roles.set_words(_("Roles"), roles)
        self._empty.set_words(
            _("Who takes part?"),
            _("Begin with the head of the firm and whoever looks after the management system."),
            _("Add a person"),
        )
