"""What a standard wants of the management review: what it looks at, and what it decides."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from isodesk.catalog.standard import Direction
from isodesk.i18n import N_
from isodesk.services.library import Library
from isodesk.services.library_views import TopicView
from isodesk.ui.library import words
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.models.rows import Column, Index, RowsModel
from isodesk.ui.speech import _
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.grouped_table import GroupedTable
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

CLAUSE: Final = 0
TOPIC: Final = 1
_CLAUSE_WIDTH: Final = 90


@dataclass(frozen=True, slots=True)
class Heading:
    """What goes in, or what comes out."""

    direction: Direction
    count: int


Line = TopicView | Heading


class TopicsModel(RowsModel[Line]):
    """Headings cannot be entered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), _key, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing for a heading."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self.at(index), Heading) else super().flags(index)


class Review(LibraryPart):
    """Enter goes to the clause of a topic: `clause_picked` carries its number."""

    clause_picked = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.model = TopicsModel(self)
        self.table = GroupedTable(self, row_height=HEIGHT)
        self.table.setModel(self.model)
        self.table.setSelectionMode(GroupedTable.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(TOPIC, WrapDelegate(self.table))
        across = self.table.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(TOPIC, QHeaderView.ResizeMode.Stretch)
        across.resizeSection(CLAUSE, _CLAUSE_WIDTH)
        self.empty = Empty("meeting", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.table.command_key.connect(lambda key: self._go() if key == "Enter" else None)
        self.table.doubleClicked.connect(lambda _index: self._go())
        self.retranslate()

    def show_standard(self, standard: str, language: str) -> None:
        """Another standard, or the same one in another language."""
        topics = self._library.review(standard, language)
        lines: list[Line] = []
        for direction in Direction:
            chosen = [topic for topic in topics if topic.direction is direction]
            if chosen:
                lines += [Heading(direction, len(chosen)), *chosen]
        self.model.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines and not self.table.currentIndex().isValid():
            self.table.go_first()

    def go_to(self, name: str) -> None:
        """The first topic of these words."""
        found = next((line for line in self.model.rows() if isinstance(line, TopicView) and line.name == name), None)
        if found is not None:
            self.table.go_to(_key(found))

    def _go(self) -> None:
        line = self.model.at(self.table.currentIndex())
        if isinstance(line, TopicView):
            self.clause_picked.emit(line.clause)

    def take_keyboard(self) -> None:
        """The table has it."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """What the table is called, and the words for none."""
        self.table.setAccessibleName(_("Topics of the management review"))
        self.empty.set_words(
            _("No topics are named"), _("This standard came without a list of topics for the management review.")
        )


def _key(line: Line) -> Hashable:
    return line.direction if isinstance(line, Heading) else (line.direction, line.clause, line.name)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(
            N_("Clause"),
            lambda line: _(words.DIRECTION[line.direction]) if isinstance(line, Heading) else line.clause,
            second=lambda line: str(line.count) if isinstance(line, Heading) else "",
            token=lambda _line: "muted",
        ),
        Column(N_("Topic"), _topic),
    )


def _topic(line: Line) -> str:
    return line.name if isinstance(line, TopicView) else ""
