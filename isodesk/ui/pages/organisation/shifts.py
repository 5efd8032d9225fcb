"""How many people work at each site in each shift, with the sums beside what the firm said of itself."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from isodesk.domain.keys import SiteId
from isodesk.services.clients import STAFF, ClientView, SiteView
from isodesk.ui.case import Case
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.number_field import NumberField
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken

_FIELD: Final = 96
Shift = tuple[SiteId, int]
"""A site and the number of the shift."""


class ShiftsPanel(Spoken):
    """A row of numbers for each site. Sums that differ are said, never forbidden: people work part-time and travel.

    `after` is what has the keyboard before the first number."""

    def __init__(self, case: Case, parent: QWidget, after: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._after = after
        self._read_only = False
        self._sites: tuple[SiteView, ...] = ()
        self._client: ClientView | None = None
        self._made: tuple[tuple[SiteId, ...], int] = ((), 0)
        self.fields: dict[Shift, NumberField] = {}
        self._titles: list[QLabel] = []
        self._names: dict[SiteId, QLabel] = {}
        self.notes: dict[SiteId, QLabel] = {}
        self._head = SectionHead(self)
        self._table = QWidget(self)
        self.total = label(role="muted", wrap=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self._table, self.total):
            column.addWidget(part)
        self.retranslate()

    def refresh(self, client: ClientView, sites: tuple[SiteView, ...]) -> None:
        """The stored numbers; a firm with one shift needs none of this."""
        self._client, self._sites = client, sites
        count = max([client.shifts, *(len(site.shifts) for site in sites)])
        self.setVisible(bool(sites) and count > 1)
        made = (tuple(site.id for site in sites), count)
        if made != self._made:
            self._made = made
            self._make(count)
        for site in sites:
            for number in range(1, count + 1):
                self.fields[site.id, number].set_value(site.shifts[number - 1] if number <= len(site.shifts) else 0)
        self.retranslate()

    def _make(self, count: int) -> None:
        self._table.deleteLater()
        fresh = QWidget(self)
        self._column.replaceWidget(self._table, fresh)
        self._table = fresh
        self.fields, self._names, self.notes = {}, {}, {}
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._titles = [label(role="muted") for _number in range(count)]
        before = self._after
        for number, title in enumerate(self._titles, start=1):
            grid.addWidget(title, 0, number)
        for row, site in enumerate(self._sites, start=1):
            self._names[site.id] = label(wrap=True)
            self.notes[site.id] = label(role="muted", wrap=True)
            grid.addWidget(self._names[site.id], row, 0)
            for number in range(1, count + 1):
                self.fields[site.id, number] = field = self._field(site.id, number)
                grid.addWidget(field, row, number)
                QWidget.setTabOrder(before, field)
                before = field
            grid.addWidget(self.notes[site.id], row, count + 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(count + 1, 3)

    def _field(self, site: SiteId, number: int) -> NumberField:
        field = NumberField(most=STAFF.stop - 1)
        field.setFixedWidth(_FIELD)
        field.setEnabled(not self._read_only)
        field.picked.connect(lambda people: self._save(site, number, people))
        return field

    def _save(self, site: SiteId, number: int, people: int) -> None:
        services, client = self._case.services, self._case.client
        if not self._case.attempt(lambda: services.site_shifts.change(client, site, {number: people})):
            self.refresh(services.clients.get(client), services.clients.sites(client))

    def set_read_only(self, read_only: bool) -> None:
        """Numbers can be read, not written."""
        self._read_only = read_only
        for field in self.fields.values():
            field.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Headings, names, and the sums."""
        self._head.set_words(
            _("Staff by shift"), _("The certification body asks for it and may come to the night shift too.")
        )
        for number, title in enumerate(self._titles, start=1):
            title.setText(_("Shift {number}").format(number=number))
        for site in self._sites:
            self._names[site.id].setText(site.name)
            for (key, number), field in self.fields.items():
                if key == site.id:
                    field.setSpecialValueText("–")
                    field.setAccessibleName(_("{site}, shift {number}").format(site=site.name, number=number))
            self.notes[site.id].setText(_compared(sum(site.shifts), site.staff))
        self._say_total()

    def _say_total(self) -> None:
        whole = sum(sum(site.shifts) for site in self._sites)
        staff = self._client.staff if self._client else None
        said = _("All sites: {number}").format(number=speech().number(whole))
        if staff is not None and staff != whole:
            said = _("All sites: {number}; the firm has {staff}. Check which number is right.").format(
                number=speech().number(whole), staff=speech().number(staff)
            )
        self.total.setText(said if whole else "")
        self.total.setVisible(bool(whole))


def _compared(whole: int, staff: int | None) -> str:
    if not whole:
        return ""
    number = speech().number(whole)
    if staff is None or staff == whole:
        return _("together {number}").format(number=number)
    return _("together {number}; the site has {staff}").format(number=number, staff=speech().number(staff))
