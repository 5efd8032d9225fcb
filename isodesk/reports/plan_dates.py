"""Writes the dates of a plan into a calendar file: whole or not at all, and read again before anybody relies on it."""

from pathlib import Path

from isodesk.domain.keys import ClientId
from isodesk.errors import PrintFailed
from isodesk.i18n import N_, speech
from isodesk.reports.file_names import safe_name
from isodesk.services import plan_calendar_file
from isodesk.services.plan_calendar_file import CalendarOrder
from isodesk.services.workspace import Services


def proposed_name(services: Services, client: ClientId, language: str) -> str:
    """A name for the file: “Dates of the plan Machine shop.ics”."""
    pdf = safe_name(speech(language)("Dates of the plan"), services.clients.get(client).label)
    return f"{pdf.removesuffix('.pdf')}.ics"


def write(
    services: Services,
    client: ClientId,
    language: str,
    path: Path,
    *,
    remind_days: int | None = None,
    open_only: bool = True,
) -> int:
    """Writes the file and returns how many dates it holds. Raises PrintFailed."""
    from isodesk.reports.pdf import target

    view = services.clients.get(client)
    order = CalendarOrder(
        view.short_name or view.name, speech(language), services.workshop.now, remind_days, open_only=open_only
    )
    tasks = services.plan.tasks(client, language)
    target.save(plan_calendar_file.content(tasks, order), path)
    wanted = {task.id for task in plan_calendar_file.dated(tasks, open_only=open_only)}
    try:
        found = plan_calendar_file.read_back(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _incomplete(path) from error
    if found != wanted:
        raise _incomplete(path)
    return len(found)


def _incomplete(path: Path) -> PrintFailed:
    return PrintFailed(
        N_("{path} was written, but reading it again did not give all dates."), N_("Save in another folder."), path=path
    )
