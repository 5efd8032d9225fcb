"""The words of the field in both languages: what a certificate, a contract or a letter abroad calls the same thing."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from isodesk.i18n import N_
from isodesk.services.library import Library
from isodesk.services.library_views import TermView
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.models.rows import Column, RowsModel, folded
from isodesk.ui.speech import _
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

NAME: Final = 0
ABROAD: Final = 1
SOURCE: Final = 2
_SOURCE_WIDTH: Final = 230


class Terms(LibraryPart):
    """The same for every standard. Enter looks for a term in all of them: `term_picked` carries its words."""

    term_picked = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._terms: tuple[TermView, ...] = ()
        self.search = SearchBox(self)
        self.model = _model(self)
        self.table = DataTable(self, row_height=HEIGHT)
        self.nothing = Empty("search", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        self._set_up_table()
        above = QVBoxLayout(self)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.search)
        above.addWidget(self._stack, 1)
        self.search.searched.connect(lambda _typed: self._filter())
        self.search.list_requested.connect(self.take_keyboard)
        self.nothing.action_requested.connect(self._show_all)
        self.table.command_key.connect(lambda key: self._look_for() if key == "Enter" else None)
        self.table.doubleClicked.connect(lambda _index: self._look_for())
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        across = self.table.horizontalHeader()
        across.setStretchLastSection(False)
        for column in (NAME, ABROAD):
            self.table.setItemDelegateForColumn(column, WrapDelegate(self.table))
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        across.resizeSection(SOURCE, _SOURCE_WIDTH)
        self.table.allow_sorting()

    def show_standard(self, _standard: str, language: str) -> None:
        """Terms are of no one standard; only the language counts."""
        self._terms = self._library.terms(language)
        self._filter()

    def _filter(self) -> None:
        typed = folded(self.search.text().strip())
        found = [term for term in self._terms if typed in folded(term.name) or typed in folded(term.abroad)]
        self.model.set_rows(found)
        self._stack.setCurrentWidget(self.table if found else self.nothing)
        if found and not self.table.currentIndex().isValid():
            self.table.go_to(_key(found[0]))

    def _show_all(self) -> None:
        self.search.search_for("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for(self) -> None:
        term = self.model.at(self.table.currentIndex())
        if term is not None:
            self.term_picked.emit(term.name.partition(" (")[0].partition(" / ")[0])

    def take_keyboard(self) -> None:
        """The table has it, while it has rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """What is searched, what the table is called, and the words for nothing found."""
        self.search.set_hint(_("Find a term in either language"))
        self.table.setAccessibleName(_("Terms in both languages"))
        self.nothing.set_words(
            _("Nothing found"), _("No term holds these words in either language."), _("Show all terms")
        )


def _key(term: TermView) -> frozenset[str]:
    """The same in either language, so that a term stays at hand when the language changes."""
    return frozenset((term.name, term.abroad))


def _model(parent: QObject) -> RowsModel[TermView]:
    columns: tuple[Column[TermView], ...] = (
        Column(N_("Term"), lambda term: term.name),
        Column(N_("In the other language"), lambda term: term.abroad),
        Column(
            N_("Comes from"),
            lambda term: term.source,
            tooltip=N_("The standard or the law that the word comes from; empty for a word of practice"),
            token=lambda _term: "muted",
        ),
    )
    return RowsModel(columns, _key, parent)
