"""What page 1.4 does with the assessment as a whole: a new round, earlier ones, who assesses, to Excel and back."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from isodesk.services.assessment import QuestionView
from isodesk.ui.case import Case
from isodesk.ui.pages.gap.answering import Answering
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.menu_button import MenuButton

_COLUMNS: Final = "gap-columns"


class Tools(QObject):
    """`assessor_changed` tells that another person signs now, `columns_changed` which optional columns are shown
    (places 0 to 2: maturity, assessor, day)."""

    assessor_changed = Signal()
    columns_changed = Signal(object)

    def __init__(self, case: Case, answering: Answering, page: QWidget) -> None:
        super().__init__(page)
        self._case = case
        self._answering = answering
        self._page = page
        self._views: tuple[QuestionView, ...] = ()
        self._names: tuple[str, ...] = ()
        self._store = TableLayouts(case.preferences)
        self.menu = MenuButton("more", page)
        self.menu.setProperty("look", "icon")
        for run in (self.start_round, self.show_rounds, self.choose_assessor, self.paste, self.copy_all):
            self.menu.add(run)
        for place in range(3):
            self.menu.add_switch(partial(self._switch, place))
        kept = self._store.get(f"assessor:{case.client}", "")
        if kept:
            case.services.assessment.set_assessor(case.client, kept)
        self.shown = frozenset(place for place in range(3) if str(place) in self._store.get(_COLUMNS, ""))
        for place in self.shown:
            self.menu.set_on(5 + place, True)

    def set_rows(self, views: tuple[QuestionView, ...]) -> None:
        """What "copy" copies: the rows shown."""
        self._views = views

    def set_names(self, names: Iterable[str]) -> None:
        """Who may be the assessor: the team, and whoever assessed before."""
        self._names = tuple(dict.fromkeys(name for name in names if name))

    def say(self, rounds: int) -> None:
        """Names the commands; earlier rounds are offered where there are any."""
        self.menu.set_name(
            _("The assessment as a whole"),
            (
                _("New assessment…"),
                _("Earlier assessments…"),
                _("Assessor…"),
                _("Paste from Excel…"),
                _("Copy for Excel"),
                _("Column “Maturity”"),
                _("Column “Assessor”"),
                _("Column “Assessed on”"),
            ),
        )
        writable, any_rows = self._answering.writable, bool(self._names or self._views)
        self.menu.set_enabled(
            (writable and any_rows, rounds > 1, writable, writable and any_rows, any_rows, True, True, True)
        )

    def start_round(self) -> None:
        """Asks how, and begins."""
        from isodesk.ui.dialogs.new_round import NewRoundDialog

        rounds = self._case.services.assessment.rounds(self._case.client)
        dialog = NewRoundDialog(self._case, rounds[-1], self._page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            words = _("Assessment {number} has begun; the one before is kept.").format(number=rounds[-1].number + 1)
            self._case.messages.toast(words, _("Undo"), self._case.services.history.undo)
        dialog.deleteLater()

    def show_rounds(self) -> None:
        """Earlier rounds, to be read."""
        from isodesk.ui.dialogs.earlier_rounds import EarlierRoundsDialog

        dialog = EarlierRoundsDialog(self._case, self._page.window())
        dialog.exec()
        dialog.deleteLater()

    def choose_assessor(self) -> None:
        """Who signs the next answers; remembered for this client on this computer."""
        from isodesk.ui.dialogs.assessor import AssessorDialog

        assessment, client = self._case.services.assessment, self._case.client
        dialog = AssessorDialog(
            self._names,
            assessment.assessor(client),
            self._page.window(),
            sentence=_("Signs the answers that are given from now on. Answers given before keep their names."),
        )
        if dialog.exec() == QDialog.DialogCode.Accepted and self._case.attempt(
            lambda: assessment.set_assessor(client, dialog.name())
        ):
            self._store[f"assessor:{client}"] = dialog.name()
            self.assessor_changed.emit()
        dialog.deleteLater()

    def change_signature(self, views: list[QuestionView]) -> None:
        """Who gave these answers, and when."""
        from isodesk.ui.dialogs.assessor import AssessorDialog

        if not views or not self._answering.writable:
            return
        today = self._case.services.workshop.today
        dialog = AssessorDialog(
            self._names, views[0].assessor, self._page.window(), day=views[0].assessed_on or today, today=today
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._answering.sign([view.key for view in views], dialog.name(), dialog.day())
        dialog.deleteLater()

    def paste(self) -> None:
        """Shows what the clipboard would change, and changes it when asked to."""
        from isodesk.ui.dialogs.paste_answers import PasteAnswersDialog

        if not self._answering.writable:
            return
        dialog = PasteAnswersDialog(self._case, QGuiApplication.clipboard().text(), self._page.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.written:
            words = plural("{count} question changed", "{count} questions changed", dialog.written)
            self._case.messages.toast(words, _("Undo"), self._case.services.history.undo)
        dialog.deleteLater()

    def copy_all(self) -> None:
        """The rows shown, with heads, for a spreadsheet."""
        self.copy(self._views)

    def copy(self, views: tuple[QuestionView, ...]) -> None:
        """These rows, with heads, for a spreadsheet."""
        from isodesk.services.pasting import copied

        if not views:
            return
        QGuiApplication.clipboard().setText(copied(views, speech()))
        words = plural("{count} row copied", "{count} rows copied", len(views))
        self._case.messages.toast(_("{rows}: paste them into Excel.").format(rows=words))

    def _switch(self, place: int, on: bool) -> None:
        self.shown = self.shown | {place} if on else self.shown - {place}
        self._store[_COLUMNS] = "".join(str(item) for item in sorted(self.shown))
        self.columns_changed.emit(self.shown)
