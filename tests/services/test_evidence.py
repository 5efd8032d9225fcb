"""Evidence: attached, shown, removed and brought back; a program is never taken for a record."""

import os
from pathlib import Path

import pytest
from builders import audit, finding, questions
from conftest import ACTOR, StillClock

from isodesk.domain.events import AnswersChanged, AuditsChanged, Event, EvidenceChanged
from isodesk.domain.keys import ClientId, EvidenceId
from isodesk.errors import FileRefused, NotFound, StorageTrouble
from isodesk.services.evidence import Evidence, Subject
from isodesk.services.workspace import Services


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "Акт приёмки <b>№1.PDF"
    file.write_bytes(b"%PDF evidence")
    return file


@pytest.fixture
def key(services: Services, client: ClientId) -> str:
    return questions(services, client)[0].key


def stored(services: Services) -> list[Path]:
    return [path for path in (services.folder / "attachments").rglob("*") if path.is_file()]


def test_a_file_is_attached_to_an_answer(
    services: Services, client: ClientId, key: str, source: Path, clock: StillClock
) -> None:
    assert services.evidence.listed(client, Subject.ANSWER, key) == ()
    attached = services.evidence.attach(client, Subject.ANSWER, key, source)
    (view,) = services.evidence.listed(client, Subject.ANSWER, key)

    assert (view.id, view.name, view.size) == (attached, "Акт приёмки <b>№1.PDF", 13)
    assert (view.media_type, view.is_picture) == ("application/pdf", False)
    assert (view.attached_at, view.attached_by) == (clock.now, ACTOR)
    assert services.evidence.content(view) == b"%PDF evidence"
    assert questions(services, client)[0].evidence == 1


def test_rows_and_findings_have_evidence_too(services: Services, client: ClientId, source: Path) -> None:
    audit_ = audit(services, client)
    raised = finding(services, client, audit_)
    item = services.checklists.rows(audit_, "en")[0].id
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    services.evidence.attach(client, Subject.ITEM, item, source)
    services.evidence.attach(client, Subject.FINDING, raised, source)

    assert services.checklists.rows(audit_, "en")[0].files == 1
    assert services.findings.get(client, raised, "en").files == 1
    assert len(services.evidence.listed(client, Subject.ITEM, item)) == 1
    assert heard == [EvidenceChanged(client), AuditsChanged(client)] * 2
    assert len(stored(services)) == 1


def test_attaching_again_keeps_one_copy_and_two_records(
    services: Services, client: ClientId, key: str, source: Path
) -> None:
    services.evidence.attach(client, Subject.ANSWER, key, source)
    services.evidence.paste(client, Subject.ANSWER, key, source.read_bytes(), "из буфера.png")

    views = services.evidence.listed(client, Subject.ANSWER, key)
    assert len(views) == 2
    assert len({view.digest for view in views}) == len(stored(services)) == 1


def test_a_pasted_picture_is_a_picture(services: Services, client: ClientId, key: str) -> None:
    services.evidence.paste(client, Subject.ANSWER, key, b"\x89PNG", "снимок.png")
    services.evidence.paste(client, Subject.ANSWER, key, b"x", "\x00")
    pictures = {view.name: view.is_picture for view in services.evidence.listed(client, Subject.ANSWER, key)}

    assert pictures == {"снимок.png": True, "file": False}


@pytest.mark.parametrize("name", ["virus.exe", "Договор.pdf.LNK", "a.desktop", "b.Js", "c.bat"])
def test_a_program_is_not_a_record(services: Services, client: ClientId, key: str, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"MZ")
    with pytest.raises(FileRefused, match="is a program"):
        services.evidence.attach(client, Subject.ANSWER, key, file)
    assert stored(services) == []
    services.evidence.paste(client, Subject.ANSWER, key, b"MZ", name)
    (view,) = services.evidence.listed(client, Subject.ANSWER, key)
    with pytest.raises(FileRefused):
        services.evidence.copy_for_viewing(view)


class Cancelled(Exception):
    """The user pressed Cancel."""


def test_cancelling_attaches_nothing(services: Services, client: ClientId, key: str, source: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        services.evidence.attach(client, Subject.ANSWER, key, source, cancel)

    assert stored(services) == []
    assert services.evidence.listed(client, Subject.ANSWER, key) == ()
    assert services.history.undoable is None


def test_a_file_removed_comes_back_with_undo(services: Services, client: ClientId, key: str, source: Path) -> None:
    heard: list[Event] = []
    attached = services.evidence.attach(client, Subject.ANSWER, key, source)
    services.bus.subscribe(Event, heard.append)
    services.evidence.remove(client, attached)
    assert services.evidence.listed(client, Subject.ANSWER, key) == ()
    assert heard == [EvidenceChanged(client), AnswersChanged(client)]
    assert services.evidence.sweep() == 0
    services.history.undo()
    (view,) = services.evidence.listed(client, Subject.ANSWER, key)
    assert services.evidence.content(view) == b"%PDF evidence"
    with pytest.raises(NotFound):
        services.evidence.remove(client, EvidenceId("gone"))


def test_a_crash_between_file_and_row_leaves_an_orphan_that_is_swept(
    services: Services, client: ClientId, key: str, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Evidence, "_keep", crash)
        with pytest.raises(KeyboardInterrupt):
            services.evidence.attach(client, Subject.ANSWER, key, source)
    assert len(stored(services)) == 1

    assert services.evidence.sweep() == 1
    assert stored(services) == []
    services.evidence.attach(client, Subject.ANSWER, key, source)
    assert services.evidence.sweep() == 0


def test_what_was_changed_outside_is_not_shown(services: Services, client: ClientId, key: str, source: Path) -> None:
    services.evidence.attach(client, Subject.ANSWER, key, source)
    (view,) = services.evidence.listed(client, Subject.ANSWER, key)
    (file,) = stored(services)
    file.write_bytes(b"forged")
    for attempt in (services.evidence.content, services.evidence.copy_for_viewing):
        with pytest.raises(StorageTrouble, match="changed outside"):
            attempt(view)


@pytest.mark.parametrize(
    ("name", "suffix"), [("акт.PDF", ".pdf"), ("../../evil.html", ".bin"), ("без имени", ".bin"), ("a.docm", ".bin")]
)
def test_what_is_shown_is_a_read_only_copy_of_ours(
    services: Services, client: ClientId, key: str, name: str, suffix: str
) -> None:
    services.evidence.paste(client, Subject.ANSWER, key, b"content", name)
    (view,) = services.evidence.listed(client, Subject.ANSWER, key)
    copy = services.evidence.copy_for_viewing(view)

    assert copy.suffix == suffix
    assert copy.parent == services.folder / "cache" / "viewing"
    assert copy.read_bytes() == b"content"
    assert os.name == "nt" or copy.stat().st_mode & 0o777 == 0o400
    assert services.evidence.copy_for_viewing(view) == copy
