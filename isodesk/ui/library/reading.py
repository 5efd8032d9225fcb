"""How the library comes to be read: beside the window, on the first visit and whenever the shelf has changed."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from isodesk.catalog.shelf import DEFAULT
from isodesk.errors import UserError
from isodesk.services.library import Library
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.library.frame import LibraryFrame
from isodesk.ui.speech import _, speech


class LibraryReading(LibraryFrame):
    """What is shown afterwards is up to the subclass."""

    def __init__(self, library: Library, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(library, parent)
        self._reading = JobGroup(jobs, self._failed)
        self.destroyed.connect(self._reading.forget)
        self._generation = -1
        self._wanted = ""
        self._keyboard_at: QWidget | None = None

    def enter(self, place: str = "") -> None:
        """The view becomes visible, at a place where one is named: standard/clause/question."""
        self._wanted = place or self._wanted
        self._keyboard_at = QApplication.focusWidget()
        if self._is_stale or not self._library.is_read:
            self.read()
        elif self._wanted:
            self._go_to_wanted()
        else:
            self._take_keyboard()

    @property
    def _is_stale(self) -> bool:
        return self._generation != self._library.generation

    def read(self, place: str = "") -> None:
        """Reads what has changed, beside the window; afterwards a place is shown."""
        self._wanted = place or self._wanted
        self._generation = self._library.generation
        self._reading.forget()
        if self._library.is_read:
            self._show_read()
        else:
            self._show_waiting()
            job = Job(_("Reading the standards"), lambda _report: self._library.read())
            self._reading.start(job, lambda _nothing: self._show_read())

    def _show_waiting(self) -> None:
        self._stack.setCurrentWidget(self.waiting)
        self._above.setEnabled(False)
        self.tools.setEnabled(False)
        self.waiting.set_words(_("Reading the standards…"), "")

    def _failed(self, error: UserError) -> None:
        self._stack.setCurrentWidget(self.waiting)
        self.waiting.set_words(_("The standards cannot be read"), error.text(speech()))

    def _show_read(self) -> None:
        self._entries = self._library.standards()
        self._above.setEnabled(True)
        self.tools.setEnabled(True)
        self.tools.set_standards(self._entries)
        self.compare.set_standards(self._entries)
        self._say_faults()
        known = [entry.heading.key for entry in self._entries]
        if self._standard not in known:
            self._standard = DEFAULT if DEFAULT in known else next(iter(known), "")
        self._go_to_wanted()
        if self._keyboard_at is QApplication.focusWidget():
            self._take_keyboard()

    def _say_faults(self) -> None:
        faults = self._library.faults
        if faults:
            self.banner.say("warning", "\n".join(fault.text(speech()) for fault in faults))
        else:
            self.banner.hide()

    def _go_to_wanted(self) -> None:
        standard, _slash, rest = self._wanted.partition("/")
        clause, _slash, question = rest.partition("/")
        self._wanted = ""
        known = {entry.heading.key for entry in self._entries}
        self.go_to(standard if standard in known else self._standard, clause, question)

    def go_to(self, standard: str, clause: str = "", question: str = "") -> None:
        """A standard, a clause of it, a question of the clause: to be read."""

    def place(self) -> str:
        """What `enter` would need to come back here."""
        return self._standard

    def _take_keyboard(self) -> None:
        """Gives the keyboard to what is shown."""

    def showEvent(self, event: QShowEvent) -> None:
        """Another view of the library may have imported something meanwhile."""
        super().showEvent(event)
        self._read_anew()

    def changeEvent(self, event: QEvent) -> None:
        """What was imported in another window is here too as soon as one comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._read_anew()

    def _read_anew(self) -> None:
        if self._generation >= 0 and self._is_stale:
            self.read(self.place())
