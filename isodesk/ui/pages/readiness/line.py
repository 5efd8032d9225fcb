"""One point of readiness: whether it is met, how much of it, where it is put right, and what is missing in particular."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.readiness import Check
from isodesk.services.readiness import CheckView, Detail
from isodesk.ui import icons
from isodesk.ui.case import Place
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_MISSING: Final = Sign("warning", "partly")
_INDENT: Final = 22
_LINK_PADDING: Final = 4
"""What a link keeps free at its left; words below it begin where its words do."""
SHOWN: Final = 60
"""Details that are listed one by one; the rest is counted."""


class CheckLine(Spoken):
    """`picked` carries the place of the point or of one detail."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CheckView | None = None
        self._open = False
        self._sign = label()
        self.link = button("", "link")
        self._count = label(role="muted")
        self._why = label(role="muted", wrap=True)
        self._why.setContentsMargins(_LINK_PADDING, 0, 0, 0)
        self.more = button("", "link")
        self._list = QWidget(self)
        self._details = QVBoxLayout(self._list)
        self._details.setContentsMargins(0, 4, 0, 4)
        self._details.setSpacing(2)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _INDENT - 8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.link, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._count, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._why, 1, 1, 1, 2)
        grid.addWidget(self.more, 2, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._list, 3, 1, 1, 2)
        self.link.clicked.connect(lambda _checked=False: self._go())
        self.more.clicked.connect(lambda _checked=False: self._turn())

    def come_after(self, before: QWidget) -> None:
        """By Tab as one reads, although lines are made later than the foot of the page (ux.md U26)."""
        self.setTabOrder(before, self.link)
        self.setTabOrder(self.link, self.more)

    def set_view(self, view: CheckView) -> None:
        """The point as it stands now; what was unfolded stays so."""
        changed = self._view is None or self._view.details != view.details
        self._view = view
        if changed and self._open:
            self._fill()
        self.retranslate()

    def view(self) -> CheckView | None:
        """The point shown."""
        return self._view

    def details(self) -> list[QWidget]:
        """The widgets of the unfolded list."""
        items = (self._details.itemAt(place) for place in range(self._details.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _go(self) -> None:
        if self._view is not None:
            check = self._view.check
            first = self._view.details[0].row if self._view.details else ""
            self.picked.emit(Place(check.page, check.row or first))

    def _turn(self) -> None:
        self._open = not self._open
        self._fill()
        self.retranslate()

    def _fill(self) -> None:
        for widget in self.details():
            self._details.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if self._view is None or not self._open:
            return
        before: QWidget = self.more
        for detail in self._view.details[:SHOWN]:
            link = self._link_to(detail)
            self._details.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.setTabOrder(before, link)
            before = link
        left = len(self._view.details) - SHOWN
        if left > 0:
            self._details.addWidget(label(_("and {count} more").format(count=left), "muted"))

    def _link_to(self, detail: Detail) -> QWidget:
        made = button(detail.text, "link")
        made.clicked.connect(lambda _checked=False: self.picked.emit(Place(detail.page, detail.row)))
        return made

    def retranslate(self) -> None:
        """Sign, words and counts."""
        if self._view is None:
            return
        check, details = self._view.check, self._view.details
        sign = STATES["done"] if check.is_met else _MISSING
        icons.put(self._sign, sign.icon, sign.token, 16)
        title = _(wording.POINT[check.point])
        self.link.setText(title)
        self.link.setAccessibleName(f"{title}: {state_words(check)}")
        self._count.setText(count_words(check))
        self._why.setText(_(wording.POINT_WHY[check.point]))
        self._why.setVisible(not check.is_met)
        self.more.setVisible(bool(details) and not check.is_met)
        words = plural("Show the one that is missing", "Show the {count} that are missing", len(details))
        self.more.setText(_("Fold up") if self._open else words)
        self._list.setVisible(self._open and bool(details) and not check.is_met)


def state_words(check: Check) -> str:
    """Met, or what is missing, in words."""
    if check.is_met:
        return _("met")
    return count_words(check) or _("missing")


def count_words(check: Check) -> str:
    """How much there is; nothing where it is one thing that is there or not."""
    if check.total > 1:
        return _("{done} of {total}").format(done=check.done, total=check.total)
    return "" if check.is_met else _("missing")
