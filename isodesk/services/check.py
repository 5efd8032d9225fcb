"""Looks for damage that nobody has noticed yet: in the database, the attached files and the standards."""

from collections.abc import Iterator
from dataclasses import dataclass

from isodesk.catalog import rules
from isodesk.errors import ContentError, StorageTrouble, UserError
from isodesk.i18n import N_
from isodesk.services.workspace import Services
from isodesk.storage import database, files
from isodesk.storage.files import FileStore


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check found. The title is a source string."""

    key: str
    title: str
    faults: tuple[UserError, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check(services: Services) -> tuple[Outcome, ...]:
    """Every check, whatever the others find. Raises StorageTrouble when the database cannot be read at all."""
    return (
        Outcome("database", N_("Database"), tuple(_database(services))),
        Outcome("attachments", N_("Attached files"), tuple(_attachments(services))),
        Outcome("standards", N_("Standards"), tuple(_standards(services))),
    )


def _database(services: Services) -> Iterator[UserError]:
    fault = database.integrity_fault(services.workshop.engine)
    if fault:
        yield StorageTrouble(
            N_("The database is damaged: {fault}."),
            N_("Restore the workspace from a copy; keep the damaged one aside."),
            fault=fault,
        )


def _attachments(services: Services) -> Iterator[UserError]:
    folder = services.folder / "attachments"
    store = FileStore(folder)
    with services.workshop.read() as session:
        digests = sorted(files.known(session))
    for digest in digests:
        path = store.path(digest).relative_to(services.folder).as_posix()
        if not store.path(digest).is_file():
            yield StorageTrouble(N_("{path} is missing."), N_("Restore it from a copy."), path=path)
            continue
        try:
            store.read(digest)
        except StorageTrouble:
            yield StorageTrouble(
                N_("{path} was changed outside isodesk or cannot be read."), N_("Restore it from a copy."), path=path
            )


def _standards(services: Services) -> Iterator[UserError]:
    for key in services.standards.shelf.keys:
        try:
            standard = services.standards.shelf.standard(key)
        except ContentError as error:
            yield error
            continue
        shipped = key in services.standards.shelf.shipped
        bank = services.standards.shelf.bank
        for fault in rules.faults(standard, bank) if shipped else rules.structure(standard):
            yield ContentError(
                N_("{standard}: {fault}."),
                N_("Mend the file, or remove it from the standards folder, and start again."),
                standard=key,
                fault=fault,
            )
    yield from _mappings(services)


def _mappings(services: Services) -> Iterator[UserError]:
    shelf = services.standards.shelf
    for key in shelf.mapping_keys:
        try:
            shelf.mapping(key)
        except ContentError as error:
            yield error
