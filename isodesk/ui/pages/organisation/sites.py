"""The sites of a firm: a table that is edited in its cells."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.keys import SiteId
from isodesk.errors import InvalidInput, UserError
from isodesk.i18n import N_
from isodesk.services.clients import SiteView
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken

_SHARES: Final = (3, 4, 1, 4)


class SitesPanel(Spoken):
    """Adding gives a row whose name waits to be typed; removing can be taken back."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = False
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES)
        self._model = RowsModel(self._columns(), lambda site: site.id, self)
        self.table.setModel(self._model)
        self.table.remember(TableLayouts(case.preferences), "organisation.sites")
        self._error = label(role="error", wrap=True)
        self._error.hide()
        self._empty = Empty("building", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self._error, self._empty):
            column.addWidget(part)
        self.add_button.clicked.connect(self.add)
        self._empty.action_requested.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.table.command_key.connect(self._command)
        self.table.row_changed.connect(lambda _key: self._enable())
        self.retranslate()

    def _columns(self) -> tuple[Column[SiteView], ...]:
        def cell(title: str, name: str) -> Column[SiteView]:
            return Column(
                title, lambda site: getattr(site, name), write=lambda site, words: self._write(site, name, words)
            )

        return (
            cell(N_("Site"), "name"),
            cell(N_("Address"), "address"),
            Column(
                N_("Staff"),
                lambda site: str(site.staff or ""),
                lambda site: site.staff,
                "right",
                write=lambda site, words: self._write(site, "staff", words),
            ),
            cell(N_("What is done there"), "activity"),
        )

    def refresh(self) -> tuple[SiteView, ...]:
        """Reads the sites again, and gives them."""
        sites = self._case.services.clients.sites(self._case.client)
        self._model.set_rows(sites)
        self.table.setVisible(bool(sites))
        self._empty.setVisible(not sites)
        self.add_button.setVisible(bool(sites))
        self.table.single_keys = self._case.preferences.current.single_keys
        self._enable()
        return sites

    def set_read_only(self, read_only: bool) -> None:
        """Cells can be read, not written."""
        self._read_only = read_only
        self.add_button.setEnabled(not read_only)
        self._empty.setEnabled(not read_only)
        triggers = ShortTable.EditTrigger
        self.table.setEditTriggers(
            triggers.NoEditTriggers if read_only else triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self._enable()

    def show_site(self, site: str) -> bool:
        """Makes a site the current row; whether it is there."""
        found = self.table.go_to(site)
        if found:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return found

    def focused(self) -> str:
        """The id of the current site while the table has the keyboard."""
        key = self.table.current_key() if self.table.hasFocus() else None
        return str(key) if key else ""

    def add(self) -> None:
        """A new site with a name to type over."""
        name = _("Site {number}").format(number=self._model.rowCount() + 1)
        clients, made = self._case.services.clients, list[SiteId]()
        if self._case.attempt(lambda: made.append(clients.add_site(self._case.client, name))):
            self.refresh()
            self.table.go_to(made[0])
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def remove(self) -> None:
        """Removes the current site; the toast brings it back."""
        site = self._model.at(self.table.currentIndex())
        services = self._case.services
        if site is None or self._read_only:
            return
        if self._case.attempt(lambda: services.clients.archive_site(self._case.client, site.id)):
            words = _("The site “{name}” was removed.").format(name=site.name)
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))

    def _write(self, site: SiteView, name: str, words: str) -> bool:
        clients, client = self._case.services.clients, self._case.client
        try:
            value: object = _number(words) if name == "staff" else words
            clients.change_site(client, site.id, **{name: value})
        except ValueError:
            return self._refuse(_("The number of people is a whole number."))
        except InvalidInput as error:
            return self._refuse(error.text(speech()))
        except UserError as error:
            self._case.messages.failure(error)
            return False
        return self._refuse("")

    def _refuse(self, why: str) -> bool:
        """Says what is wrong with a cell below the table; nothing is wrong where `why` is empty."""
        self._error.setText(why)
        self._error.setVisible(bool(why))
        return not why

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter" and not self._read_only:
            self.table.edit(self.table.currentIndex())

    def _enable(self) -> None:
        self.remove_button.setEnabled(not self._read_only and self.table.current_key() is not None)

    def retranslate(self) -> None:
        """Heading, buttons, and the empty state."""
        self._head.set_words(
            _("Sites"), _("Each place where people work for the firm; the auditor plans the visit by them.")
        )
        self.add_button.setText(_("Add a site"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the site"))
        self.table.setAccessibleName(_("Sites"))
        self._empty.set_words(
            _("One site or several?"),
            _("Add the office, the workshop, the store: whatever has an address of its own."),
            _("Add a site"),
        )


def _number(words: str) -> int | None:
    return int(words) if words.strip() else None
