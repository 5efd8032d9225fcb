"""A workspace that is open for reading refuses every change, and nothing in it moves."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import dump
from commands import COMMANDS

from isodesk.domain.keys import ClientId
from isodesk.errors import ReadOnlyWorkspace
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services, open_workspace


@pytest.fixture(scope="module")
def writer(furnished_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The first window."""
    folder = tmp_path_factory.mktemp("read-only") / "workspace"
    shutil.copytree(furnished_template, folder)
    opened = open_workspace(folder, actor="writer")
    client = opened.clients.listed()[0].id
    COMMANDS["verdict"](opened, client, 30)
    COMMANDS["change_audit"](opened, client, 33)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reader(writer: Services) -> Iterator[Services]:
    """A second window on the same workspace."""
    opened = open_workspace(writer.folder, actor="reader")
    assert opened.read_only is not None
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client(reader: Services) -> ClientId:
    return reader.clients.listed()[0].id


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_change_is_refused(reader: Services, client: ClientId, name: str) -> None:
    before = dump(reader.folder / "isodesk.db")
    with pytest.raises(ReadOnlyWorkspace) as caught:
        COMMANDS[name](reader, client, 3)

    assert "Close the other window" in str(caught.value)
    assert dump(reader.folder / "isodesk.db") == before
    assert reader.history.undoable is None


def test_clients_are_neither_made_nor_thrown_away(reader: Services, client: ClientId, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    for change in (
        lambda: reader.clients.create(NewClient("x", "iso-9001-2026", "en")),
        lambda: reader.clients.archive(client),
        lambda: reader.clients.restore(client),
        lambda: reader.clients.set_logo(client, None),
        lambda: reader.evidence.paste(client, Subject.ANSWER, "context.issues", b"x", "x.png"),
    ):
        with pytest.raises(ReadOnlyWorkspace):
            change()
    assert not logo.exists()


def test_looking_around_leaves_no_trace_and_raises_nothing(reader: Services, client: ClientId) -> None:
    before = dump(reader.folder / "isodesk.db")
    reader.clients.opened(client)
    reader.assessment.look(client, reader.assessment.questions(client, "ru")[5].key)
    reader.overview.view(client, "ru")
    reader.results.view(client, "en")

    assert dump(reader.folder / "isodesk.db") == before


def test_a_reader_never_sweeps_the_files_of_the_writer(writer: Services, reader: Services) -> None:
    store = writer.folder / "attachments"
    fresh = store / "ab" / "just being attached.part"
    fresh.parent.mkdir(exist_ok=True)
    fresh.write_bytes(b"half")

    assert reader.evidence.sweep() == 0
    assert fresh.exists()
    assert writer.evidence.sweep() == 1


def test_no_file_is_copied_for_nothing(reader: Services, client: ClientId, tmp_path: Path) -> None:
    source = tmp_path / "new.txt"
    source.write_text("never seen before")
    before = {path for path in (reader.folder / "attachments").rglob("*") if path.is_file()}
    with pytest.raises(ReadOnlyWorkspace):
        reader.evidence.attach(client, Subject.ANSWER, "context.issues", source)

    assert {path for path in (reader.folder / "attachments").rglob("*") if path.is_file()} == before


def test_a_reader_sees_what_the_writer_does(writer: Services, reader: Services, client: ClientId) -> None:
    writer.clients.change(client, address="Новый адрес")

    assert reader.clients.get(client).address == "Новый адрес"
