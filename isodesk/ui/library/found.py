"""What a search has found, the best first, each with the words around it; the card beside it shows the whole."""

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from isodesk.i18n import N_
from isodesk.services.library import Library
from isodesk.services.library_views import Hit, HitKind, Hits, Spot
from isodesk.ui import icons, theme
from isodesk.ui.library import contents, words
from isodesk.ui.library.card import CardContent, Entry, Group, ReadingCard
from isodesk.ui.library.marked_text import paint_marked
from isodesk.ui.models.rows import VALUE, Column, RowsModel
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import PADDING, CellDelegate, TwoLineDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.spoken import Spoken

FOUND: Final = 0
WHERE: Final = 1
_ROW: Final = 52
_SIGN: Final = 16
_WHERE_WIDTH: Final = 196
Index = QModelIndex | QPersistentModelIndex


class _HitDelegate(CellDelegate):
    """The sign of its kind, the title, and below it the words that were found, with marks."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, two lines."""
        view, hit = option.widget, cast("Hit", index.data(VALUE))
        if view is not None:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        painter.save()
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        sign = QRect(room.x(), room.center().y() - _SIGN // 2, _SIGN, _SIGN)
        icons.paint(painter, words.KIND_ICON[hit.kind], "muted", sign.toRectF())
        room.setLeft(room.left() + _SIGN + 8)
        height = QFontMetrics(option.font).height()
        painter.setFont(option.font)
        painter.setPen(theme.colour("text"))
        lines = 2 if hit.excerpt else 1
        top = room.y() + (room.height() - lines * height - 2 * (lines - 1)) // 2
        paint_marked(painter, QRect(room.x(), top, room.width(), height), hit.title, hit.title_marks)
        if hit.excerpt:
            painter.setPen(theme.colour("muted"))
            below = QRect(room.x(), top + height + 2, room.width(), height)
            paint_marked(painter, below, hit.excerpt, hit.marks)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The wider line counts, its marks in semibold."""
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        hit = cast("Hit", index.data(VALUE))
        widest = max(QFontMetrics(bold).horizontalAdvance(text) for text in (hit.title, hit.excerpt))
        return QSize(widest + _SIGN + 8 + 2 * PADDING, _ROW)


class Found(Spoken):
    """`hit_picked` carries what Enter or a double click was pressed on; `spot_picked` the place of a link in the card."""

    hit_picked = Signal(object)
    spot_picked = Signal(object)
    cleared = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language = ""
        self._hits = Hits((), 0)
        self._typed = ""
        self.count = label(role="muted", wrap=True)
        self.model: RowsModel[Hit] = RowsModel(
            _columns(), lambda hit: (hit.kind, hit.key, hit.title, hit.spots[0].standard), self
        )
        self.table = DataTable(self, row_height=_ROW)
        self.card = ReadingCard()
        self.nothing = Empty("search", self)
        self._set_up_table()
        filled = QWidget(self)
        inside = QVBoxLayout(filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.count)
        inside.addWidget(MasterDetail(self.table, scrolling_card(self.card), turn=1080, card=(360, 560)), 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(FOUND, _HitDelegate(self.table))
        self.table.setItemDelegateForColumn(WHERE, TwoLineDelegate(self.table))
        across = self.table.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(FOUND, QHeaderView.ResizeMode.Stretch)
        across.resizeSection(WHERE, _WHERE_WIDTH)

    def _connect(self) -> None:
        self.table.row_changed.connect(lambda _key: self._show_row())
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self._go())
        self.card.spot_picked.connect(self.spot_picked)
        self.nothing.action_requested.connect(self.cleared)

    def look_for(self, typed: str, language: str, standard: str) -> None:
        """Searches and shows; the best hit is the one at hand."""
        self._typed, self._language = typed, language
        self._hits = self._library.search(typed, language, standard)
        self.model.set_rows(self._hits.shown)
        self._stack.setCurrentIndex(0 if self._hits.shown else 1)
        if self._hits.shown:
            self.table.go_to(self.model.key_at(0))
        self._show_row()
        self._say()

    def _show_row(self) -> None:
        hit = self.model.at(self.table.currentIndex())
        if hit is not None:
            self.card.show_content(self._content(hit))

    def _content(self, hit: Hit) -> CardContent:
        spot = hit.spots[0]
        if hit.kind is HitKind.QUESTION:
            return contents.of_question(self._library, hit.key, self._language, spot.standard)
        if hit.kind is HitKind.DOCUMENT:
            documents = self._library.documents(spot.standard, self._language)
            return contents.of_document(next(one for one in documents if one.key == hit.key))
        if hit.kind is HitKind.CLAUSE:
            clause = contents.of_clause(self._library, spot, self._language)
            return CardContent(clause.place, clause.title, clause.facts, (), (_places(hit), *clause.groups))
        return CardContent(_(words.KIND[hit.kind]), hit.title, "", (), (_places(hit),))

    def question_in(self, spot: Spot) -> str:
        """The question that is read, where a clause asks it too; else nothing."""
        hit = self.model.at(self.table.currentIndex())
        if hit is None or hit.kind is not HitKind.QUESTION:
            return ""
        return hit.key if (spot.standard, spot.clause) in {(one.standard, one.clause) for one in hit.spots} else ""

    def _command(self, key: str) -> None:
        if key == "Enter":
            self._go()
        elif key == "Space" and not self.card.read_on():
            self.table.go_down()

    def _go(self) -> None:
        hit = self.model.at(self.table.currentIndex())
        if hit is not None:
            self.hit_picked.emit(hit)

    def take_keyboard(self) -> None:
        """The list has it; without hits nothing does."""
        if self._hits.shown:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        total, shown = self._hits.total, len(self._hits.shown)
        text = plural("{count} place found", "{count} places found", total)
        if shown < total:
            text = _("{found}; the best {shown} are shown").format(found=text, shown=shown)
        self.count.setText(text)

    def retranslate(self) -> None:
        """Counts, names, and the words for nothing."""
        self.table.setAccessibleName(_("What was found"))
        self.nothing.set_words(
            _("Nothing found"),
            _("No text of any standard holds all these words. Try fewer, or only the beginning of a word."),
            _("Clear the search"),
        )
        self._say()


def _places(hit: Hit) -> Group:
    return Group(_("Where it stands"), tuple(Entry(spot) for spot in hit.spots))


def _columns() -> tuple[Column[Hit], ...]:
    return (
        Column(N_("Found"), lambda hit: hit.title, second=lambda hit: hit.excerpt),
        Column(N_("Where"), _where, second=_more),
    )


def _where(hit: Hit) -> str:
    return words.place_of(hit.spots[0])


def _more(hit: Hit) -> str:
    others = len(hit.spots) - 1
    kind = _(words.KIND[hit.kind])
    return f"{kind}  ·  " + _("and {count} more").format(count=others) if others else kind
