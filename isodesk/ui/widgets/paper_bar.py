"""The line above the sheets: which page, how large, and what is looked for."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button, icon_button, name_button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.paper_view import PaperView
from isodesk.ui.widgets.search_box import SearchBox

_KEYS: Final = {
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "whole": ("Ctrl+0",),
    "next": ("F3",),
    "before": ("Shift+F3",),
}


class PaperBar(QWidget):
    """Steers a PaperView; searching is asked for by `searched`, and moving among what was found by `hit_asked`."""

    searched = Signal(str)
    hit_asked = Signal(int)

    def __init__(self, view: PaperView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.number = QLineEdit()
        self.number.setMaxLength(5)
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("00000") + 24)
        self.search = SearchBox()
        self.search.setMinimumWidth(160)
        self._of = label(role="muted")
        self._size = button("", "quiet")
        self._found = label(role="muted")
        self._buttons = {
            name: icon_button(icon)
            for name, icon in (
                ("previous", "chevron-up"),
                ("following", "chevron-down"),
                ("smaller", "zoom-out"),
                ("larger", "zoom-in"),
                ("before", "arrow-up"),
                ("next", "arrow-down"),
            )
        }
        self._build()
        self._connect()
        self._name()
        self.show_page(0)
        self.show_found(-1, 0)

    def _build(self) -> None:
        one = self._buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        parts: tuple[QWidget | QLabel | QPushButton, ...] = (
            one["previous"],
            one["following"],
            self.number,
            self._of,
            one["smaller"],
            self._size,
            one["larger"],
        )
        for part in parts:
            row.addWidget(part)
            if part is self._of:
                row.addSpacing(12)
        row.addStretch(1)
        for part in (self._found, self.search, one["before"], one["next"]):
            row.addWidget(part)

    def _connect(self) -> None:
        view, one = self._view, self._buttons
        one["previous"].clicked.connect(lambda: view.go_to(view.page() - 1))
        one["following"].clicked.connect(lambda: view.go_to(view.page() + 1))
        one["smaller"].clicked.connect(lambda: view.zoom_by(-1))
        one["larger"].clicked.connect(lambda: view.zoom_by(1))
        self._size.clicked.connect(self.toggle_size)
        one["before"].clicked.connect(lambda: self.hit_asked.emit(-1))
        one["next"].clicked.connect(lambda: self.hit_asked.emit(1))
        self.number.editingFinished.connect(self._go_to_number)
        self.search.searched.connect(self.searched)
        self.search.list_requested.connect(lambda: self.hit_asked.emit(1))
        view.page_changed.connect(self.show_page)
        view.zoomed.connect(lambda _factor: self._show_size())
        actions = {
            "larger": lambda: view.zoom_by(1),
            "smaller": lambda: view.zoom_by(-1),
            "whole": self.toggle_size,
            "next": lambda: self.hit_asked.emit(1),
            "before": lambda: self.hit_asked.emit(-1),
        }
        for name, keys in _KEYS.items():
            for key in keys:
                QShortcut(QKeySequence(key), self.window(), actions[name])

    def toggle_size(self) -> None:
        """Between the width of the view and the size of the paper."""
        if self._view.fits():
            self._view.zoom_to(1.0)
        else:
            self._view.fit_width()

    def _go_to_number(self) -> None:
        """The page of that number, the last one beyond it; anything else gives the number in sight back."""
        wanted = self.number.text().strip()
        if wanted.isdecimal() and int(wanted) != self._view.page() + 1:
            self._view.go_to(max(1, min(int(wanted), self._view.pages())) - 1)
        self.show_page(self._view.page())

    def show_page(self, page: int) -> None:
        """The number of the page in sight."""
        pages = self._view.pages()
        self.number.setText(str(page + 1) if pages else "")
        self._of.setText(_("of {pages}").format(pages=pages))
        self._buttons["previous"].setEnabled(page > 0)
        self._buttons["following"].setEnabled(page + 1 < pages)
        self.number.setEnabled(pages > 1)

    def show_found(self, current: int, count: int) -> None:
        """Which of how many places is shown; -1 while nothing is looked for."""
        words = ""
        if count:
            words = _("{hit} of {hits}").format(hit=current + 1, hits=count)
        elif current >= 0:
            words = _("Not found")
        self._found.setText(words)
        for name in ("before", "next"):
            self._buttons[name].setEnabled(count > 0)

    def _show_size(self) -> None:
        self._size.setText(f"{round(self._view.factor() * 100)} %")
        name = _("Show the size of the paper") if self._view.fits() else _("Fit the width")
        name_button(self._size, name, "Ctrl+0")

    def _name(self) -> None:
        names = {
            "previous": (_("Previous page"), "Page Up"),
            "following": (_("Next page"), "Page Down"),
            "smaller": (_("Smaller"), "Ctrl+-"),
            "larger": (_("Larger"), "Ctrl++"),
            "before": (_("Previous place"), "Shift+F3"),
            "next": (_("Next place"), "F3"),
        }
        for name, (words, keys) in names.items():
            name_button(self._buttons[name], words, keys)
        self.number.setAccessibleName(_("Page"))
        self._show_size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field of this line is not the verb of the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)
