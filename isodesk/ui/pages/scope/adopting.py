"""What a person does to a client's standards: adds, takes off, brings up to date, moves to the next edition."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from isodesk.catalog.standard import Heading
from isodesk.errors import UserError
from isodesk.ui.case import Case
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job
from isodesk.ui.pages.scope.card import Held
from isodesk.ui.speech import _


class Adopting(QObject):
    """`moved` tells of a new edition; `read` that it is known now which texts are newer."""

    moved = Signal()
    read = Signal()

    def __init__(self, case: Case, page: QWidget) -> None:
        super().__init__(page)
        self._case = case
        self._page = page
        self._outdated: frozenset[str] | None = None
        self._reading = JobGroup(case.jobs, lambda _error: None)

    def held(self) -> tuple[Held, ...]:
        """The client's standards with what can be done. Whether their texts are the newest is found out beside the
        window: all questions have to be read for it."""
        services, client = self._case.services, self._case.client
        standards = services.standards.of(client)
        writable = services.read_only is None
        staff = services.clients.get(client).staff
        later: dict[str, list[Heading]] = {}
        if writable:
            for key, heading in services.adoptions.transitions(client):
                later.setdefault(key, []).append(heading)
        if self._outdated is None and writable:
            self._look_for_newer_texts()
        return tuple(
            Held(
                standard,
                tuple(later.get(standard.key, ())),
                outdated=standard.key in (self._outdated or ()),
                removable=writable and len(standards) > 1,
                audit_days=services.standards.audit_days(standard.family, staff),
            )
            for standard in standards
        )

    def _look_for_newer_texts(self) -> None:
        self._reading.forget()  # an answer to an older question would come too late
        self._outdated = frozenset()
        services, client = self._case.services, self._case.client
        job = Job(_("Reading the standards"), lambda _report: services.adoptions.outdated(client))
        self._reading.start(job, self._found)

    def _found(self, standards: tuple[object, ...]) -> None:
        self._outdated = frozenset(getattr(standard, "key", "") for standard in standards)
        if self._outdated:
            self.read.emit()

    def add(self) -> None:
        """Asks which standard and adds it."""
        from isodesk.ui.dialogs.add_standard import AddStandardDialog

        dialog = AddStandardDialog(self._case, self._page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            designation = self._case.services.standards.shelf.heading(dialog.chosen()).designation
            self._say(_("{standard} is added.").format(standard=designation))
        dialog.deleteLater()

    def advise(self) -> None:
        """Asks the advisor; the standard that is picked there is added."""
        from isodesk.ui.dialogs.which_standard import WhichStandardDialog

        services, client = self._case.services, self._case.client
        advice = services.advice
        dialog = WhichStandardDialog(
            advice,
            advice.answers(client),
            verb=_("Add {standard}"),
            held={standard.family for standard in services.standards.of(client)},
            keep=lambda question, choice: advice.answer(client, question, choice),
            read_only=services.read_only is not None,
            parent=self._page.window(),
        )
        picked = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        if picked and self._case.attempt(lambda: services.adoptions.add(client, picked)):
            designation = services.standards.shelf.heading(picked).designation
            self._say(_("{standard} is added.").format(standard=designation))

    def move(self, key: str, heading: Heading) -> None:
        """Shows what moving means and moves."""
        from isodesk.ui.dialogs.move_edition import MoveEditionDialog

        dialog = MoveEditionDialog(self._case, key, heading, self._page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.moved.emit()
        dialog.deleteLater()

    def update(self, key: str) -> None:
        """Binds the client to the newer texts."""
        adoptions, client = self._case.services.adoptions, self._case.client
        self._outdated = (self._outdated or frozenset()) - {key}
        if self._case.attempt(lambda: adoptions.update(client, key)):
            self._say(_("The questions are up to date; answers stayed."))

    def remove(self, key: str) -> None:
        """Takes a standard off; its answers stay in the workspace."""
        services, client = self._case.services, self._case.client
        designation = next(s.designation for s in services.standards.of(client) if s.key == key)
        if self._case.attempt(lambda: services.adoptions.remove(client, key)):
            self._say(_("{standard} is taken off; its answers are kept.").format(standard=designation))

    def show_rounds(self) -> None:
        """Earlier rounds of the assessment, to be read."""
        from isodesk.ui.dialogs.earlier_rounds import EarlierRoundsDialog

        dialog = EarlierRoundsDialog(self._case, self._page.window())
        dialog.exec()
        dialog.deleteLater()

    def _say(self, words: str) -> None:
        services = self._case.services

        def undo() -> None:
            try:
                services.history.undo()
            except UserError as error:
                self._case.messages.failure(error)

        self._case.messages.toast(words, _("Undo"), undo)
