"""The upper part: people and weeks, who has too much, and the tasks behind one cell."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.journey import Page
from isodesk.domain.people import decoded_signature
from isodesk.services.workload import LoadView
from isodesk.ui.case import Place
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.load_grid import LoadCell, LoadGrid, LoadRow
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken

_MOST = 8
"""Tasks of a cell that are listed before the rest is counted."""


class LoadPanel(Spoken):
    """`place_requested` leads to a task of the plan."""

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: LoadView | None = None
        self._head = SectionHead(self)
        self.banner = Banner(self)
        self.grid = LoadGrid(self)
        self._cell = label(role="muted", wrap=True)
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.banner, self.grid, self._cell):
            column.addWidget(part)
        column.addLayout(self._tasks)
        self.grid.cell_chosen.connect(lambda _row, _column: self._show_cell())
        self.retranslate()

    def show_view(self, view: LoadView) -> None:
        """The weeks as they stand now."""
        self._view = view
        rows = tuple(
            LoadRow(
                decoded_signature(person.name) or _("Nobody"),
                _("{hours} h").format(hours=speech().number(person.hours_a_week)) if person.person else "",
                tuple(
                    LoadCell(load.hours, load.capacity, load.is_above and person.person is not None)
                    for load in person.weeks
                ),
            )
            for person in view.people
        )
        self.grid.set_loads(view.weeks, rows)
        self._warn(view)
        self._show_cell()

    def _warn(self, view: LoadView) -> None:
        if not view.above:
            self.banner.hide()
            return
        name, week, load = view.above[0]
        words = plural(
            "{count} week asks more of a person than there are hours.",
            "{count} weeks ask more of a person than there are hours.",
            len(view.above),
        )
        worst = _(
            "Worst: {name}, week from {day}: {hours} h of {capacity} h. Move tasks or give them to others."
        ).format(
            name=name,
            day=speech().date(week),
            hours=speech().number(round(load.hours, 1)),
            capacity=speech().number(round(load.capacity, 1)),
        )
        self.banner.say("warning", f"{words} {worst}")

    def links(self) -> list[QWidget]:
        """The tasks of the current cell."""
        items = (self._tasks.itemAt(place) for place in range(self._tasks.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _show_cell(self) -> None:
        for widget in self.links():
            self._tasks.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row, column = self.grid.current()
        if self._view is None or row < 0:
            self._cell.setText("")
            return
        person, week = self._view.people[row], self._view.weeks[column]
        load = person.weeks[column]
        words = speech()
        self._cell.setText(
            _("{name}, {first} – {last}: {hours} h of {capacity} h").format(
                name=person.name or _("Nobody"),
                first=words.date(week),
                last=words.date(week + timedelta(days=6)),
                hours=words.number(round(load.hours, 1)),
                capacity=words.number(round(load.capacity, 1)),
            )
        )
        before: QWidget = self.grid
        for key in load.tasks[:_MOST]:
            task = self._view.tasks[key]
            made = button(f"{task.number}  {task.title}", "link")
            made.clicked.connect(lambda _checked=False, key=key: self.place_requested.emit(Place(Page.PLAN, key)))
            self._tasks.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self.setTabOrder(before, made)  # made later than what stands below it (ux.md U26)
            before = made
        left = len(load.tasks) - _MOST
        if left > 0:
            self._tasks.addWidget(label(_("and {count} more").format(count=left), "muted"))

    def retranslate(self) -> None:
        """Heading and sentences."""
        self._head.set_words(
            _("Workload"),
            _("Open work of the plan, spread over the weeks, against the hours that each person has for it."),
        )
        if self._view is not None:
            self.show_view(self._view)
