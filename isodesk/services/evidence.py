"""Evidence: files attached to answers, checklist rows and findings. The file is stored first, the row after it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from isodesk.domain.events import AnswersChanged, AuditsChanged, EvidenceChanged
from isodesk.domain.keys import ClientId, EvidenceId
from isodesk.errors import FileRefused, NotFound
from isodesk.i18n import N_
from isodesk.services.fields import clean
from isodesk.services.history import History
from isodesk.storage import assessment, files
from isodesk.storage.files import FileStore, Progress
from isodesk.storage.tables import EvidenceRow
from isodesk.storage.work import Work, Workshop

_NAME_LIMIT: Final = 500
_MEDIA: Final = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_NEVER: Final = frozenset(
    [
        ".exe",
        ".com",
        ".bat",
        ".cmd",
        ".scr",
        ".pif",
        ".msi",
        ".lnk",
        ".url",
        ".js",
        ".jse",
        ".vbs",
        ".vbe",
        ".wsf",
        ".ps1",
        ".hta",
        ".jar",
        ".reg",
        ".desktop",
        ".sh",
        ".app",
    ]
)


class Subject(StrEnum):
    """What a file can be evidence of."""

    ANSWER = "answer"
    ITEM = "item"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """An attached file."""

    id: EvidenceId
    name: str
    digest: str
    size: int
    media_type: str
    attached_at: datetime
    attached_by: str

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown and printed as a photo."""
        return self.media_type.startswith("image/")


class Evidence:
    """Attaches, lists, opens and removes files."""

    def __init__(self, workshop: Workshop, history: History, store: FileStore, views: Path) -> None:
        self._workshop = workshop
        self._history = history
        self._store = store
        self._views = views

    def attach(
        self, client: ClientId, subject: Subject, key: str, source: Path, progress: Progress | None = None
    ) -> EvidenceId:
        """Copies a file in and attaches it; may run in a worker. `key` is a question key for an answer, else an id.

        Raises FileRefused, StorageTrouble, and whatever `progress` raises to cancel: nothing is attached then.
        """
        _refuse_program(source.name)
        self._workshop.require_writable()
        stored = self._store.put(source, progress)
        return self._keep(client, subject, key, source.name, stored)

    def paste(self, client: ClientId, subject: Subject, key: str, content: bytes, name: str) -> EvidenceId:
        """Attaches a picture from the clipboard. Raises as `attach`."""
        self._workshop.require_writable()
        return self._keep(client, subject, key, name, self._store.put_bytes(content, name))

    def listed(self, client: ClientId, subject: Subject, key: str) -> tuple[EvidenceView, ...]:
        """Files attached to one record, oldest first."""
        with self._workshop.read() as session:
            identifier: str | None = key
            if subject is Subject.ANSWER:
                row = assessment.answers(session, assessment.current_round(session, client).id).get(key)
                identifier = row.id if row else None
            if identifier is None:
                return ()
            return tuple(
                EvidenceView(
                    EvidenceId(evidence.id),
                    evidence.name,
                    evidence.digest,
                    file.size,
                    file.media_type,
                    evidence.attached_at,
                    evidence.attached_by,
                )
                for evidence, file in assessment.evidence(session, f"{subject.value}_id", identifier)
            )

    def content(self, evidence: EvidenceView) -> bytes:
        """The bytes of an attached file. Raises StorageTrouble when it is missing or was changed."""
        return self._store.read(evidence.digest)

    def copy_for_viewing(self, evidence: EvidenceView) -> Path:
        """A read-only copy under our own name for another program to show. Raises FileRefused for a program."""
        suffix = Path(evidence.name).suffix.lower()
        _refuse_program(evidence.name)
        target = self._views / f"{evidence.digest[:16]}{suffix if suffix in _MEDIA else '.bin'}"
        content = self.content(evidence)
        if not target.is_file() or target.stat().st_size != len(content):
            self._views.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            target.chmod(0o400)
        return target

    def remove(self, client: ClientId, evidence: EvidenceId) -> None:
        """Takes a file off its record; undo brings it back, the stored copy stays."""
        with self._history.step(N_("remove a file")) as work:
            row = work.session.get(EvidenceRow, evidence)
            if row is None:
                raise NotFound(N_("This file is no longer attached."), N_("Choose another one from the list."))
            row.archived_at = work.now
            _record(work, client, row)

    def sweep(self) -> int:
        """Removes stored files that no row names: leftovers of a crash between file and row. Called while nothing is being
        attached; the writer's files are left alone where the workspace is read-only."""
        if self._workshop.read_only:
            return 0
        with self._workshop.read() as session:
            known = files.known(session)
        return self._store.sweep(known)

    def _keep(self, client: ClientId, subject: Subject, key: str, name: str, stored: files.Stored) -> EvidenceId:
        shown = clean("name", name, _NAME_LIMIT) or "file"
        with self._history.step(N_("attach “{name}”"), name=shown) as work:
            media = _MEDIA.get(Path(shown).suffix.lower(), "")
            files.note(work.session, stored.digest, stored.size, media, work.now)
            target = key
            if subject is Subject.ANSWER:
                target = assessment.answer(work, assessment.current_round(work.session, client).id, key).id
            row = EvidenceRow(
                client_id=client,
                digest=stored.digest,
                name=shown,
                attached_at=work.now,
                attached_by=work.actor,
                **{f"{subject.value}_id": target},
            )
            work.session.add(row)
            _record(work, client, row)
            return EvidenceId(row.id)


def _record(work: Work, client: ClientId, row: EvidenceRow) -> None:
    work.record(EvidenceChanged(client))
    work.record(AnswersChanged(client) if row.answer_id else AuditsChanged(client))


def _refuse_program(name: str) -> None:
    if Path(name).suffix.lower() in _NEVER:
        raise FileRefused(
            N_("“{name}” is a program, not a record."),
            N_("Attach a document, a table, a picture or a scan."),
            name=name,
        )
