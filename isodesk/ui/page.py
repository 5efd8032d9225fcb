"""The contract of a page: shows what services tell it, asks services for what the user wants."""

from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain import journey
from isodesk.domain.events import Event
from isodesk.ui.case import Case, Place
from isodesk.ui.speech import _
from isodesk.ui.widgets.page_foot import PageFoot
from isodesk.ui.widgets.page_head import PageHead


class PageView(QWidget):
    """Head, body, foot. A subclass fills `body` in `_build`, connects in `_connect`, reads in `refresh`, speaks in
    `retranslate`. It keeps no state that services hold."""

    key: journey.Page
    hears: ClassVar[tuple[type[Event], ...]] = (Event,)
    """Facts after which the page reads again: at once when it is shown, on entering when it is hidden."""
    documents: ClassVar[tuple[str, ...]] = ()
    """Keys of the documents that this page prints (ux.md U51)."""

    place_requested = Signal(object)
    """A Place to go to."""
    print_requested = Signal(str, str)
    """A document key, and the audit's number or "" for the one shown."""
    help_changed = Signal(object)
    """RowHelp for the panel, or None."""
    back_requested = Signal()
    next_requested = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self._stale = True
        self.head = PageHead(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(self.body, 1)
        self.head.missing_picked.connect(lambda row: self.place_requested.emit(Place(self.key, str(row))))
        self._build()
        self.foot = PageFoot(self)  # made last: the keyboard comes here after the body (ux.md U26)
        column.addWidget(self.foot)
        self.foot.back_requested.connect(self.back_requested)
        self.foot.next_requested.connect(self.next_requested)
        self.foot.ready_toggled.connect(self._mark)
        self._connect()
        self.retranslate()
        case.bridge.listen(self, self.hears, self._heard)

    def _build(self) -> None:
        """Makes the widgets of the body."""

    def _connect(self) -> None:
        """Ties signals to services."""

    def refresh(self) -> None:
        """Reads services and fills the widgets. Idempotent."""

    def retranslate(self) -> None:
        """Sets every visible word; a subclass calls this first."""
        number = journey.NUMBERS.get(self.key, "")
        self.head.set_words(f"{number}  {_(wording.PAGE[self.key])}".strip(), _(wording.INSTRUCTION[self.key]))

    def enter(self, row: str = "") -> None:
        """The page becomes visible, at a row or field where one is named."""
        if self._stale:
            self._read()
        if row:
            self.show_row(row)

    def show_row(self, row: str) -> None:
        """Brings a row or field into sight and focuses it."""

    def current_row(self) -> str:
        """What `show_row` would need to come back here."""
        return ""

    def leave(self) -> None:
        """Commits what is being typed: an editor that loses the focus keeps its text (ux.md U24)."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def audit_number(self) -> str:
        """The audit that printing from this page means; empty for the last one."""
        return ""

    def find_requested(self) -> None:
        """Ctrl+F: focus the page's search, where there is one."""

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """(key, what it does) of this page, for F1."""
        return ()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._read()

    def _heard(self, event: Event) -> None:
        if event.client != self.case.client:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _read(self) -> None:
        self._stale = False
        self.refresh()

    def _mark(self, ready: bool) -> None:
        overview = self.case.services.overview
        self.case.attempt(lambda: overview.mark(self.case.client, self.key, ready=ready))
