"""The audit checklist, blank for the pen and filled in: the same numbers as on screen, the same geometry in both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from isodesk import wording
from isodesk.domain.audits import Verdict
from isodesk.domain.keys import ItemId
from isodesk.domain.people import decoded_signature
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Block,
    Bullets,
    Checklist,
    ChecklistPart,
    ChecklistRow,
    Facts,
    Figures,
    Heading,
    KeepTogether,
    Paragraph,
    Photo,
    Photos,
    RuledLines,
    Signature,
    Signatures,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code, period
from isodesk.services.audits import AuditView
from isodesk.services.checklists import ChecklistView

KEY: Final = "audit-checklist"
FORM: Final = "4.3"
ROW_HEIGHTS: Final = (12, 16, 22)
OWN_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on a checklist row; `picture` holds the bytes of one that can be printed."""

    name: str
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that the checklist says, as the services gave it."""

    audit: AuditView
    rows: tuple[ChecklistView, ...]
    files: Mapping[ItemId, tuple[Attachment, ...]]


def build(checked: Checked, letterhead: Letterhead, words: Speech, *, blank: bool, row_mm: float) -> Document:
    """The checklist; `blank` leaves out everything that was noted and adds rows for own questions."""
    audit = checked.audit
    photos = {} if blank else _numbered_photos(checked)
    parts = tuple(_parts(checked, photos, words, blank=blank))
    letters = tuple(words(wording.VERDICT_LETTER[verdict]) for verdict in Verdict)
    body: list[Block] = [_about(audit, letterhead, words)]
    body.append(Checklist(parts, letters, row_mm) if parts else Paragraph(words("The checklist has no rows.")))
    body += _end(audit, words, blank=blank)
    sections = [Section(tuple(body), "landscape")]
    annex = () if blank else tuple(_annex(checked, photos, words))
    if annex:
        sections.append(Section(annex))
    document = letterhead.document(
        KEY,
        words("Internal audit checklist"),
        form_code(words, FORM),
        tuple(sections),
        number=audit.number,
        date=audit.starts_on,
    )
    foot_fields = (words("NC No."), words("NC No.")) if blank else ()
    return replace(
        document, page_fields=_page_fields(checked, words, blank=blank), legend=legend(words), foot_fields=foot_fields
    )


def legend(words: Speech) -> str:
    """The key of the letters, on every page (print.md 2)."""
    meanings = (
        f"{words(wording.VERDICT_LETTER[verdict])} – {words(wording.VERDICT[verdict]).lower()}" for verdict in Verdict
    )
    return words("{key}. Circle one letter.").format(key=" · ".join(meanings))


def _page_fields(checked: Checked, words: Speech, *, blank: bool) -> tuple[tuple[str, str], ...]:
    """What sorts loose sheets; whatever is not known yet is left to the pen."""
    audit = checked.audit
    asked = dict.fromkeys(row.interviewed for row in checked.rows if row.interviewed)
    return (
        (words("Audit No."), audit.number),
        (words("Place"), " ".join(audit.places.split())),
        (words("Who was asked"), "" if blank else ", ".join(asked)),
        (words("Date"), period(words, audit.starts_on, audit.ends_on)),
        (words("Auditor"), ", ".join(filter(None, (audit.lead_name, *(name for _, name in audit.members))))),
    )


def _about(audit: AuditView, letterhead: Letterhead, words: Speech) -> Facts:
    rows = (
        (words("Objective"), audit.objective),
        (words("Criteria"), audit.criteria or letterhead.standards),
        (words("Lead auditor"), audit.lead_name),
        (words("Audit team"), ", ".join(name for _, name in audit.members)),
    )
    return Facts(tuple((label, text) for label, text in rows if text))


def _numbered_photos(checked: Checked) -> dict[ItemId, list[tuple[int, Attachment]]]:
    """Photos of each row with numbers that run through the annex."""
    numbered: dict[ItemId, list[tuple[int, Attachment]]] = {}
    number = 0
    for row in checked.rows:
        for file in checked.files.get(row.id, ()):
            if file.picture is not None:
                number += 1
                numbered.setdefault(row.id, []).append((number, file))
    return numbered


def _parts(
    checked: Checked, photos: Mapping[ItemId, Sequence[tuple[int, Attachment]]], words: Speech, *, blank: bool
) -> Iterator[ChecklistPart]:
    """Rows in the order of the screen, under the process where they are asked."""
    owners = {process: owner for process, _, owner in checked.audit.processes}
    for process, inside in groupby(checked.rows, key=lambda row: row.process):
        views = list(inside)
        name = views[0].process_name if process else words("Further clauses")
        owner = owners.get(process, "") if process else ""
        rows = [_row(view, [number for number, _ in photos.get(view.id, ())], words, blank=blank) for view in views]
        if blank:
            # Numbered under the row above, so that the numbers of the screen stay free.
            rows += [ChecklistRow(f"{views[-1].number}.{index}") for index in range(1, OWN_ROWS + 1)]
        yield ChecklistPart(" – ".join(filter(None, (name, owner))), tuple(rows))


def _row(view: ChecklistView, photos: Sequence[int], words: Speech, *, blank: bool) -> ChecklistRow:
    plain = ChecklistRow(str(view.number), view.clause, view.question, "; ".join(map(_continued, view.look_for)))
    if blank:
        return plain
    asked = words("Asked: {who}").format(who=view.interviewed) if view.interviewed else ""
    shown = words("Photo {numbers}").format(numbers=", ".join(str(number) for number in photos)) if photos else ""
    return ChecklistRow(
        plain.number,
        plain.clause,
        plain.question,
        plain.look_for,
        mark=words(wording.VERDICT_LETTER[view.verdict]) if view.verdict else "",
        evidence="\n".join(part for part in (view.evidence, asked) if part),
        reference="\n".join(part for part in (*view.findings, shown) if part),
    )


def _continued(text: str) -> str:
    """A sentence within a list goes on in small letters, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2].isspace() else text


def _end(audit: AuditView, words: Speech, *, blank: bool) -> Iterator[Block]:
    if blank:
        yield RuledLines(8, words("Further notes"))
    else:
        counts = [(str(audit.count(verdict)), words(wording.VERDICT[verdict])) for verdict in Verdict]
        left = (str(audit.rows - audit.answered), words("No verdict yet"))
        yield KeepTogether((Heading(1, words("Summary")), Figures((*counts, left))))
    owners = dict.fromkeys(owner for _, _, owner in audit.processes if owner)
    auditors = [Signature(words("Auditor"), decoded_signature(audit.lead_name))]
    yield Signatures(
        (*auditors, *(Signature(words("Taken note"), decoded_signature(owner)) for owner in owners or ("",)))
    )


def _annex(
    checked: Checked, photos: Mapping[ItemId, Sequence[tuple[int, Attachment]]], words: Speech
) -> Iterator[Block]:
    """Photos two in a row; other files by name."""
    if photos:
        yield Heading(1, words("Annex: photos"))
        pictures = []
        for row in checked.rows:
            for number, file in photos.get(row.id, ()):
                caption = words("Photo {number} to row {row}: {name}").format(
                    number=number, row=row.number, name=file.name
                )
                pictures.append(Photo(file.picture or b"", caption))
        yield Photos(tuple(pictures))
    others = [
        words("Row {row}: {name}").format(row=row.number, name=file.name)
        for row in checked.rows
        for file in checked.files.get(row.id, ())
        if file.picture is None
    ]
    if others:
        yield Heading(1, words("Annex: files kept in the program"))
        yield Bullets(tuple(others))
