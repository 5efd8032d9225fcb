"""Tries isodesk where it is installed: a workspace of its own, the sample client, an answer, undo, every document."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId, QuestionKey
from isodesk.errors import UserError
from isodesk.i18n import LANGUAGES, Speech
from isodesk.reports.press import Press
from isodesk.reports.registry import Kind, title_of
from isodesk.services import check, sample
from isodesk.services.workspace import Services, open_workspace


class _Failed(Exception):
    """A step gave another answer than it must."""


def run(words: Speech) -> int:
    """Prints a line for each step; 0 when all went well, 1 at the first that did not."""
    with tempfile.TemporaryDirectory(prefix="isodesk-", ignore_cleanup_errors=True) as folder:
        try:
            for line in _steps(Path(folder), words):
                print(f"ok      {line}")
        except UserError as error:
            print(f"FAILED  {error.text(words)}")
            return 1
        except (_Failed, OSError) as error:
            print(f"FAILED  {error}")
            return 1
    print(words("Everything works."))
    return 0


def _steps(folder: Path, words: Speech) -> Iterator[str]:
    services = open_workspace(folder / "workspace")
    try:
        yield words("workspace made")
        client = sample.create(services, words.language)
        yield words("sample client: {name}").format(name=services.clients.get(client).name)
        yield from _answer(services, client, words)
        yield from _print_all(services, client, folder, words)
        for outcome in check.check(services):
            _expect(outcome.is_sound, "; ".join(fault.text(words) for fault in outcome.faults))
        yield words("workspace sound")
    finally:
        services.close()


def _answer(services: Services, client: ClientId, words: Speech) -> Iterator[str]:
    question = services.assessment.questions(client, words.language)[0]
    other = Conformity.ABSENT if question.conformity is not Conformity.ABSENT else Conformity.PARTLY
    services.assessment.record(client, question.key, other)
    _expect(_conformity(services, client, question.key) is other, words("the answer was not kept"))
    yield words("answer recorded")
    services.history.undo()
    _expect(_conformity(services, client, question.key) is question.conformity, words("undo did not bring it back"))
    yield words("answer taken back")


def _conformity(services: Services, client: ClientId, key: QuestionKey) -> Conformity | None:
    return next(view.conformity for view in services.assessment.questions(client, "en") if view.key == key)


def _print_all(services: Services, client: ClientId, folder: Path, words: Speech) -> Iterator[str]:
    press = Press(services)
    for kind in press.offered(client):
        for language in LANGUAGES:
            for blank in (False, True) if kind.can_be_blank else (False,):
                yield _print(press, kind, client, language, folder, words, blank=blank)


def _print(
    press: Press, kind: Kind, client: ClientId, language: str, folder: Path, words: Speech, *, blank: bool
) -> str:
    path = folder / press.file_name(kind.key, client, language, blank=blank)
    pages = press.print(kind.key, client, language, path, blank=blank)
    _expect(path.read_bytes().startswith(b"%PDF"), words("{name} is not a PDF").format(name=path.name))
    counted = words.plural("{count} page", "{count} pages", pages)
    return f"{title_of(kind, words, blank=blank)}, {language}: {counted}"


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise _Failed(otherwise)
