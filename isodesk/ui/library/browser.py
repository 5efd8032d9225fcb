"""Questions of a standard: the tree of its clauses, what is asked in the one at hand, and one question to be read."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QVBoxLayout, QWidget

from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.library import Library
from isodesk.services.library_views import QuestionLine, Spot
from isodesk.ui.library import contents
from isodesk.ui.library.card import ReadingCard
from isodesk.ui.library.clause_tree import ClauseTree
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

CLAUSE: Final = 0
QUESTION: Final = 1
USES: Final = 2
_WIDTHS: Final = {CLAUSE: 76, USES: 96}
_TREE: Final = range(210, 340)
"""Pixels that the tree takes by itself."""
_HEAD: Final = 30


class Browser(LibraryPart):
    """`spot_picked` carries the place of a link in the card."""

    spot_picked = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._standard = ""
        self._language = ""
        self.tree = ClauseTree(self)
        self.model: RowsModel[QuestionLine] = RowsModel(_columns(), lambda line: line.key, self)
        self.table = DataTable(self, row_height=HEIGHT)
        self.card = ReadingCard()
        self._set_up_table()
        self._right = MasterDetail(self.table, scrolling_card(self.card), card=(360, 640))
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setProperty("look", "gap")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(13)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self._right)
        self._own_division = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(QUESTION, WrapDelegate(self.table))
        across = self.table.horizontalHeader()
        across.setMinimumHeight(_HEAD)
        across.setStretchLastSection(False)
        across.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)

    def _connect(self) -> None:
        self._splitter.splitterMoved.connect(lambda *_place: self._keep_division())
        self.tree.clause_changed.connect(lambda _clause: self._show_clause())
        self.tree.list_requested.connect(self._to_list)
        self.table.row_changed.connect(lambda _key: self._show_row())
        self.table.command_key.connect(self._command)
        self.card.spot_picked.connect(self.spot_picked)

    def _keep_division(self) -> None:
        self._own_division = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tree takes its part of the width, until a person divides otherwise."""
        super().resizeEvent(event)
        if not self._own_division:
            tree = max(_TREE.start, min(_TREE.stop, event.size().width() * 3 // 10))
            self._splitter.setSizes([tree, max(1, event.size().width() - tree - self._splitter.handleWidth())])

    def show_standard(self, standard: str, language: str) -> None:
        """Another standard, or the same one in another language; clause and question stay where they are there too."""
        self._standard, self._language = standard, language
        question = self.question()
        clauses = self._library.outline(standard, language)
        asked = len(self._library.questions(standard, "", language))
        self.tree.forget()
        self.tree.set_clauses(clauses, _("The whole standard"), asked)
        if question:
            self.table.go_to(question)

    def go_to(self, clause: str, question: str = "") -> None:
        """A clause, or one question of it."""
        self.tree.go_to(clause)
        if question:
            self.table.go_to(question)

    def question(self) -> str:
        """The key of the question at hand."""
        return str(self.table.current_key() or "")

    def question_in(self, spot: Spot) -> str:
        """The question at hand, where a clause asks it too; else nothing."""
        key = self.question()
        uses = self._library.question(key, self._language, self._standard).uses if key else ()
        return key if any((use.spot.standard, use.spot.clause) == (spot.standard, spot.clause) for use in uses) else ""

    def clause(self) -> str:
        """The clause at hand in the tree."""
        return self.tree.clause()

    def _show_clause(self) -> None:
        lines = self._library.questions(self._standard, self.tree.clause(), self._language)
        self.model.set_rows(lines)
        self.table.setVisible(bool(lines))
        if lines and not self.table.currentIndex().isValid():
            self.table.go_to(lines[0].key)
        self._show_row()

    def _show_row(self) -> None:
        line = self.model.at(self.table.currentIndex())
        if line is not None:
            content = contents.of_question(self._library, line.key, self._language, self._standard)
        else:
            clause = self.tree.clause()
            spot = self._library.spot(self._standard, clause, self._language)
            titled = Spot(spot.standard, spot.designation, clause, spot.title or self.tree.title())
            content = contents.of_clause(self._library, titled, self._language)
        self.card.show_content(content)

    def _command(self, key: str) -> None:
        if key == "Enter":
            self.card.focus_first()
        elif key == "Space" and not self.card.read_on():
            self.table.go_down()

    def _to_list(self) -> None:
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def take_keyboard(self) -> None:
        """The tree has it."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_list(self) -> None:
        """The question at hand has the keyboard, or the tree where nothing is asked."""
        target = self.table if not self.table.isHidden() else self.tree
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """What the parts are called."""
        self.tree.retranslate()
        self.table.setAccessibleName(_("Questions"))


def _columns() -> tuple[Column[QuestionLine], ...]:
    return (
        Column(
            N_("Clause"),
            lambda line: line.clause,
            sort=lambda line: clause_order(line.clause),
            token=lambda _line: "muted",
        ),
        Column(N_("Question"), lambda line: line.question),
        Column(
            N_("Standards"),
            lambda line: str(line.uses),
            sort=lambda line: line.uses,
            align="right",
            token=lambda line: "text" if line.uses > 1 else "muted",
            tooltip=N_("In how many standards this question counts."),
        ),
    )
