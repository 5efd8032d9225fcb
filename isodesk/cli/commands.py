"""The commands: each reads what was typed, calls the services or the press, and prints the answer."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from isodesk import paths, settings, wording
from isodesk.cli import standards
from isodesk.cli.answers import print_json, target
from isodesk.domain.journey import Phase
from isodesk.domain.samples import Sample
from isodesk.errors import InvalidInput
from isodesk.i18n import LANGUAGES, N_, Speech, speech
from isodesk.reports import registry
from isodesk.reports.order import Options
from isodesk.reports.press import Press
from isodesk.reports.registry import Kind
from isodesk.services import check, sample
from isodesk.services.clients import ClientView
from isodesk.services.workspace import Services, open_workspace

MOST_REMIND_DAYS: Final = 60
Command = Callable[[argparse.Namespace, Speech], int]


@contextmanager
def workspace(parsed: argparse.Namespace) -> Iterator[Services]:
    """The workspace that was named, or the user's own. Where a window has it open, it is read only."""
    folder = Path(parsed.workspace) if parsed.workspace else paths.default_workspace()
    assessor = settings.load(paths.settings_file()).assessor
    services = open_workspace(folder, actor=assessor, cache=paths.cache_folder())
    try:
        yield services
    finally:
        services.close()


@dataclass(frozen=True, slots=True)
class _Client:
    """A client as `isodesk list` shows it; `ready` is in whole percent."""

    id: str
    name: str
    standards: tuple[str, ...]
    phase: Phase
    ready: int
    sample: bool


def list_clients(parsed: argparse.Namespace, words: Speech) -> int:
    """Names the clients with their standards and how far they are."""
    with workspace(parsed) as services:
        clients = [_client(services, view) for view in services.clients.listed()]
    if parsed.json:
        print_json({"clients": [asdict(client) for client in clients]})
        return 0
    for client in clients:
        mark = f" [{words(wording.SAMPLE_MARK)}]" if client.sample else ""
        ready = words("{number}%").format(number=client.ready)
        print(f"{client.name}{mark} – {', '.join(client.standards)} – {words(wording.PHASE[client.phase])} – {ready}")
    if not clients:
        print(words("There is no client in this workspace yet."))
    return 0


def _client(services: Services, view: ClientView) -> _Client:
    overview = services.overview.view(view.id, "en")
    ready = int(overview.progress.ready * 100 + 1e-9)
    return _Client(view.id, view.name, view.standards, overview.phase, ready, view.is_sample)


def make_sample(parsed: argparse.Namespace, words: Speech) -> int:
    """Makes a sample client unless it is there, and names it."""
    with workspace(parsed) as services:
        client = sample.create(services, parsed.data_language or words.language, Sample(parsed.which))
        print(services.clients.get(client).name)
    return 0


def list_documents(parsed: argparse.Namespace, words: Speech) -> int:
    """Names the documents: all of them, or those of which one client has something to print."""
    kinds = _offered(parsed) if parsed.client else registry.KINDS
    if parsed.json:
        documents = [
            {"key": kind.key, "title": {language: speech(language)(kind.title) for language in LANGUAGES}}
            for kind in kinds
        ]
        print_json({"documents": documents})
        return 0
    for kind in kinds:
        form = f" (--blank: {words(kind.blank_title)})" if kind.can_be_blank else ""
        print(f"{kind.key:16} {words(kind.title)}{form}")
    return 0


def _offered(parsed: argparse.Namespace) -> tuple[Kind, ...]:
    with workspace(parsed) as services:
        return Press(services).offered(services.clients.find(parsed.client).id)


def print_document(parsed: argparse.Namespace, words: Speech) -> int:
    """Prints one document and names the file."""
    registry.kind(parsed.document)
    with workspace(parsed) as services:
        client = services.clients.find(parsed.client)
        audit = services.audits.find(client.id, parsed.audit).id if parsed.audit else None
        options = Options(audit=audit, blank=parsed.blank, row_mm=parsed.row_height, finding=parsed.finding)
        language = parsed.data_language or (client.language if client.language in LANGUAGES else words.language)
        press = Press(services)
        path = target(parsed.out, press.file_name(parsed.document, client.id, language, **options))
        press.print(parsed.document, client.id, language, path, **options)
    print(path)
    return 0


def export_dates(parsed: argparse.Namespace, words: Speech) -> int:
    """Writes the dates of a plan as a calendar file, and names it with the number of its dates."""
    from isodesk.reports import plan_dates

    if parsed.remind is not None and not 0 <= parsed.remind <= MOST_REMIND_DAYS:
        raise InvalidInput(
            "--remind", N_("A reminder comes 0 to 60 days before its date."), N_("Correct the number of days.")
        )
    with workspace(parsed) as services:
        client = services.clients.find(parsed.client)
        language = parsed.data_language or (client.language if client.language in LANGUAGES else words.language)
        path = target(parsed.ics, plan_dates.proposed_name(services, client.id, language))
        count = plan_dates.write(
            services, client.id, language, path, remind_days=parsed.remind, open_only=not parsed.all
        )
    if parsed.json:
        print_json({"file": str(path), "dates": count})
    else:
        dates = words.plural("{count} date", "{count} dates", count)
        print(f"{path}: {dates}")
    return 0


def check_workspace(parsed: argparse.Namespace, words: Speech) -> int:
    """Looks for damage; leaves with 1 when there is some."""
    with workspace(parsed) as services:
        outcomes = check.check(services)
    sound = all(outcome.is_sound for outcome in outcomes)
    if parsed.json:
        checks = [
            {"name": outcome.key, "ok": outcome.is_sound, "faults": [fault.text(words) for fault in outcome.faults]}
            for outcome in outcomes
        ]
        print_json({"ok": sound, "checks": checks})
    else:
        for outcome in outcomes:
            state = words("sound") if outcome.is_sound else words("damaged")
            print(f"{words(outcome.title)}: {state}")
            for fault in outcome.faults:
                print(f"  {fault.text(words)}")
    return 0 if sound else 1


COMMANDS: Final[dict[str, Command]] = {
    "list": list_clients,
    "sample": make_sample,
    "documents": list_documents,
    "print": print_document,
    "plan-dates": export_dates,
    "standards": standards.run,
    "check": check_workspace,
}
