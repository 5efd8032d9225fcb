"""The start screen: the clients, and the ways to begin. Shown before the workspace is open, so it knows words only."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.speech import _, plural
from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.client_list import ClientCard, ClientList
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

__all__ = ["ClientCard", "StartScreen"]

_WIDTH = 1080
_SIDE = 264


class StartScreen(Spoken):
    """Clients at the left, what one can do at the right; `set_busy` while the workspace is being opened."""

    client_opened = Signal(str)
    client_removed = Signal(str)
    new_requested = Signal()
    sample_requested = Signal(str)
    workspace_requested = Signal()
    library_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[ClientCard, ...] = ()
        self._folder = ""
        self._busy = False
        self.clients = ClientList(self)
        self.empty = Empty("clients", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.clients)
        self._stack.addWidget(self.empty)
        self._heading = label(role="heading")
        self._count = label(role="muted")
        self._hints = KeyHints(self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.new_button = button("", "primary", "plus")
        self.sample_button = button("", "", "eye")
        self.certified_button = button("", "", "eye")
        self.library_button = button("", "", "standard")
        self.workspace_button = button("", "link", "folder-open")
        self._folder_caption = label(role="muted")
        self._path = label(role="muted", wrap=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sample_note = label(role="muted", wrap=True)
        self._certified_note = label(role="muted", wrap=True)
        for note in (self._sample_note, self._certified_note, self._path):
            note.setFixedWidth(_SIDE)  # else each asks for the height it would have as a narrow strip
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_clients(())

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(32)
        across.addLayout(self._left(), 1)
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        side.setLayout(self._right())
        across.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 32, 32, 16)
        column.setSpacing(24)
        column.addLayout(self._title())
        column.addLayout(across, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(0)
        outer.addWidget(inside, 1)
        outer.addStretch(0)

    def _title(self) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setPixmap(icons.app_icon().pixmap(QSize(36, 36), self.devicePixelRatioF()))
        name = label("isodesk", "title")
        self._promise = label(role="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self._promise)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _left(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._count)
        self._hints.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hints)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        beginning = (self.sample_button, self._sample_note), (self.certified_button, self._certified_note)
        for parts in ((self.new_button,), *beginning, (self.library_button,), (self._folder_caption, self._path)):
            for part in parts:
                column.addWidget(part)
            column.addSpacing(8)
        column.addWidget(self.workspace_button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _connect(self) -> None:
        self.clients.opened.connect(self._open)
        self.clients.removed.connect(self._remove)
        self.new_button.clicked.connect(self.new_requested)
        self.empty.action_requested.connect(self.new_requested)
        self.sample_button.clicked.connect(lambda: self.sample_requested.emit("beginner"))
        self.certified_button.clicked.connect(lambda: self.sample_requested.emit("certified"))
        self.library_button.clicked.connect(self.library_requested)
        self.workspace_button.clicked.connect(self.workspace_requested)

    def set_clients(self, cards: tuple[ClientCard, ...]) -> None:
        """Shows the clients, the one opened last first."""
        self._cards = cards
        self.clients.set_clients(cards)
        self._stack.setCurrentWidget(self.clients if cards else self.empty)
        self._show_words()
        self._show_hints()
        if cards and self.isVisible() and not self._busy:
            self.clients.setFocus()

    def set_folder(self, folder: str) -> None:
        """Where the data lie."""
        self._folder = folder
        self._path.setText(folder.replace("/", "/\u200b").replace("\\", "\\\u200b"))
        self._path.setToolTip(tip(folder))

    def set_busy(self, busy: bool) -> None:
        """While the workspace is being opened, everything can be read and nothing started."""
        self._busy = busy
        self._bar.setVisible(busy)
        samples = (self.sample_button, self.certified_button)
        for part in (self.new_button, *samples, self.library_button, self.workspace_button, self.empty):
            part.setEnabled(not busy)
        self._show_hints()
        if not busy and self.isVisible():
            (self.clients if self._cards else self.new_button).setFocus()

    def set_closed(self) -> None:
        """The workspace could not be opened: only another one can be chosen."""
        self.set_clients(())
        self.set_busy(True)
        self._bar.hide()
        self.workspace_button.setEnabled(True)

    def _open(self, client: str) -> None:
        if not self._busy:
            self.client_opened.emit(client)

    def _remove(self, client: str) -> None:
        if not self._busy:
            self.client_removed.emit(client)

    def _show_hints(self) -> None:
        """Only when the keys do something; the first picture is spared rich text."""
        useful = bool(self._cards) and not self._busy
        if useful:
            self._hints.set_hints((("Enter", _("open")), ("Del", _("to the trash"))))
        self._hints.setVisible(useful)

    def _show_words(self) -> None:
        many = len(self._cards)
        self._count.setText(plural("{count} client", "{count} clients", many) if many > 1 else "")
        self._heading.setText(_("Clients") if many else "")

    def retranslate(self) -> None:
        """Every word of the screen; the cards come translated."""
        self._promise.setText(_("From the first question to the certificate, and beyond"))
        self.clients.setAccessibleName(_("Clients"))
        self.new_button.setText(_("New client…"))
        self.sample_button.setText(_("Open the sample client"))
        self._sample_note.setText(
            _("A firm of 18 people on its way to ISO 9001: everything filled in, to look at and try out.")
        )
        self.certified_button.setText(_("Open the certified sample"))
        self._certified_note.setText(
            _("A firm of 48 people certified to ISO 9001:2015: two audits done, the move to the 2026 edition ahead.")
        )
        self.library_button.setText(_("Standards library"))
        self.library_button.setToolTip(f"{_('Read any standard in plain words')}  Ctrl+L")
        self.workspace_button.setText(_("Open another folder…"))
        self.workspace_button.setAccessibleName(_("Open another workspace folder"))
        self._folder_caption.setText(_("Your data are in this folder:"))
        self._bar.setAccessibleName(_("Opening the workspace"))
        self._show_hints()
        self.empty.set_words(
            _("Which firm is to be certified?"),
            _("Say its name and the standard; isodesk asks the rest step by step and keeps every answer."),
            "",
        )
        self._show_words()
        self.clients.retranslate()
