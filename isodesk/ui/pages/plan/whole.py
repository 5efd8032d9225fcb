"""What is done to the plan as a whole: kept as a template, made from one, handed to a calendar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from isodesk.domain.keys import TemplateId
from isodesk.errors import InvalidInput
from isodesk.i18n import LANGUAGES
from isodesk.reports import plan_dates
from isodesk.services.plan_calendar_file import dated
from isodesk.services.plan_layout import Laid
from isodesk.ui.case import Case
from isodesk.ui.dialogs.export_dates import ExportDatesDialog
from isodesk.ui.dialogs.plan_templates import KeepTemplateDialog, UseTemplateDialog
from isodesk.ui.jobs import Job
from isodesk.ui.speech import _, plural, speech


class WholePlan(QObject):
    """Opens the small dialogs and does what they were told."""

    def __init__(self, case: Case, host: QWidget) -> None:
        super().__init__(host)
        self._case = case
        self._host = host

    def keep_template(self) -> None:
        """Asks for a name and keeps the plan under it."""
        client = self._case.client
        standards = ", ".join(standard.designation for standard in self._case.services.standards.of(client))

        def attempt(name: str) -> str:
            return self._named(lambda: self._case.services.plan_templates.keep(client, name))

        dialog = KeepTemplateDialog(standards, attempt, self._host)
        dialog.accepted.connect(lambda: self._tell(_("The plan was kept as a template for other clients")))
        _open(dialog)

    def use_template(self) -> None:
        """Chooses a template; renames and removes them too."""
        templates, client = self._case.services.plan_templates, self._case.client
        dialog = UseTemplateDialog(self._case.services.plan.today(), self._host)
        dialog.set_templates(templates.listed())

        def rename(key: TemplateId, name: str) -> None:
            trouble = self._named(lambda: templates.rename(client, key, name))
            if trouble:
                dialog.set_error("name", trouble)
            else:
                dialog.set_templates(templates.listed())

        def remove(key: TemplateId) -> None:
            if self._case.attempt(lambda: templates.remove(client, key)):
                dialog.set_templates(templates.listed())
                self._tell(_("The template was removed"))

        dialog.renamed.connect(rename)
        dialog.removed.connect(remove)
        dialog.accepted.connect(lambda: self._use(dialog))
        _open(dialog)

    def _use(self, dialog: UseTemplateDialog) -> None:
        chosen = dialog.chosen()
        if chosen is None:
            return
        laid: list[Laid] = []
        templates = self._case.services.plan_templates
        if self._case.attempt(lambda: laid.append(templates.apply(self._case.client, *chosen))):
            added = plural("{count} task added to the plan", "{count} tasks added to the plan", laid[0].added)
            left = plural("{count} left out", "{count} left out", laid[0].left_out)
            self._tell(f"{added}, {left}" if laid[0].left_out else added)

    def export(self) -> None:
        """Asks what the calendar file shall hold and where it goes, and writes it beside the window."""
        services, client = self._case.services, self._case.client
        tasks = services.plan.tasks(client, speech().language)
        counts = (len(dated(tasks, open_only=True)), len(dated(tasks, open_only=False)))
        own = services.clients.get(client).language
        dialog = ExportDatesDialog(own if own in LANGUAGES else speech().language, *counts, self._host)
        dialog.accepted.connect(lambda: self._write(dialog))
        _open(dialog)

    def _write(self, dialog: ExportDatesDialog) -> None:
        services, client, language = self._case.services, self._case.client, str(dialog.language.value())
        folder = Path(self._case.preferences.current.print_folder or str(Path.home()))
        proposed = folder / plan_dates.proposed_name(services, client, language)
        chosen, _filter = QFileDialog.getSaveFileName(
            self._host, _("Export dates"), str(proposed), _("Calendar files (*.ics)")
        )
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".ics") else Path(f"{chosen}.ics")
        remind, open_only = dialog.remind_days(), not dialog.finished_too.isChecked()
        job = Job(
            _("Exporting the dates of the plan"),
            lambda _report: plan_dates.write(services, client, language, path, remind_days=remind, open_only=open_only),
        )
        job.succeeded.connect(lambda count: self._written(path, count))
        job.failed.connect(self._case.messages.failure)
        self._case.jobs.start(job)

    def _written(self, path: Path, count: object) -> None:
        self._case.preferences.update(print_folder=str(path.parent))
        number = count if isinstance(count, int) else 0
        dates = plural("{count} date", "{count} dates", number)
        text = _("Saved as “{name}”: {dates}.").format(name=path.name, dates=dates)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        self._case.messages.toast(text, _("Open folder"), show)

    def _named(self, action: Callable[[], object]) -> str:
        """Tries what needs a name; the sentence for its field where the name cannot be."""
        trouble = [""]

        def write() -> None:
            try:
                action()
            except InvalidInput as error:
                trouble[0] = error.text(speech())

        self._case.attempt(write)
        return trouble[0]

    def _tell(self, text: str) -> None:
        self._case.messages.toast(text, _("Undo"), lambda: self._case.attempt(self._case.services.history.undo))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
