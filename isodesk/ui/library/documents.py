"""Documents and records that a standard asks for: which, how badly, where, and what the firm gets from each."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from isodesk.catalog.standard import Need
from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.library import Library
from isodesk.services.library_views import DocumentView
from isodesk.ui.library import contents, words
from isodesk.ui.library.card import ReadingCard
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.tally import Tally
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

NAME: Final = 0
NEED: Final = 1
KIND: Final = 2
CLAUSE: Final = 3
_WIDTHS: Final = {NEED: 170, KIND: 110, CLAUSE: 80}


class Documents(LibraryPart):
    """`spot_picked` carries the place of a link in the card."""

    spot_picked = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._counts: dict[Need, int] = {}
        self.model: RowsModel[DocumentView] = RowsModel(_columns(), lambda document: document.key, self)
        self.table = DataTable(self, row_height=HEIGHT)
        self.card = ReadingCard()
        self.tally = Tally(self)
        self._set_up_table()
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tally)
        column.addWidget(MasterDetail(self.table, scrolling_card(self.card), turn=1080, card=(360, 560)), 1)
        self.empty = Empty("document", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.table.row_changed.connect(lambda _key: self._show_row())
        self.table.command_key.connect(self._command)
        self.card.spot_picked.connect(self.spot_picked)
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(NAME, WrapDelegate(self.table))
        self.table.setItemDelegateForColumn(NEED, StatusDelegate(self.table))
        self.table.allow_sorting()
        across = self.table.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)

    def show_standard(self, standard: str, language: str) -> None:
        """Another standard, or the same one in another language."""
        documents = self._library.documents(standard, language)
        self.model.set_rows(documents)
        self._counts = {need: sum(document.need is need for document in documents) for need in Need}
        self._stack.setCurrentIndex(0 if documents else 1)
        if documents and not self.table.currentIndex().isValid():
            self.table.go_to(documents[0].key)
        self._show_row()
        self._count()

    def go_to(self, key: str) -> None:
        """One document."""
        self.table.go_to(key)

    def _show_row(self) -> None:
        document = self.model.at(self.table.currentIndex())
        if document is not None:
            self.card.show_content(contents.of_document(document))

    def _command(self, key: str) -> None:
        if key == "Enter":
            self.card.focus_first()
        elif key == "Space" and not self.card.read_on():
            self.table.go_down()

    def _count(self) -> None:
        self.tally.set_counts(
            (words.NEED_SIGN[need], count, _(words.NEED[need])) for need, count in self._counts.items()
        )

    def take_keyboard(self) -> None:
        """The table has it."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """What the table is called, and the words for none."""
        self.table.setAccessibleName(_("Required documents"))
        self.empty.set_words(_("No documents are named"), _("This standard came without a list of required documents."))
        self._count()
        self._show_row()


def _columns() -> tuple[Column[DocumentView], ...]:
    order = list(Need)
    return (
        Column(N_("Document or record"), lambda document: document.name),
        Column(
            N_("Need"),
            lambda document: _(words.NEED[document.need]),
            sort=lambda document: order.index(document.need),
            sign=lambda document: words.NEED_SIGN[document.need],
        ),
        Column(N_("Kind"), lambda document: _(words.DOCUMENT_KIND[document.kind]), token=lambda _document: "muted"),
        Column(
            N_("Clause"),
            lambda document: document.spot.clause,
            sort=lambda document: clause_order(document.spot.clause),
            token=lambda _document: "muted",
        ),
    )
