"""The context of the organization on paper: issues, interested parties with their requirements, the climate statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from isodesk import wording
from isodesk.domain.context import Side
from isodesk.domain.people import Role, decoded_signature
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Approval,
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.clients import ClientView
from isodesk.services.context_views import ClimateView, IssueView, PartyView, on_climate
from isodesk.services.team import PersonView

KEY: Final = "context"
FORM: Final = "1.6"
_EFFECT, _WANTED, _MET = 3, 1, 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything that the document says, as the services gave it."""

    client: ClientView
    issues: tuple[IssueView, ...]
    parties: tuple[PartyView, ...]
    climate: ClimateView
    people: tuple[PersonView, ...] = ()


def build(found: Surroundings, letterhead: Letterhead, words: Speech) -> Document:
    """The context as it stands on the day of the letterhead; what is still missing is hatched or said."""
    title = words("Context of the organization")
    blocks = (
        Approval(letterhead.approver(words)),
        Heading(0, title),
        _about(found, letterhead, words),
        Heading(1, words("1. Internal and external issues")),
        *_issues(found, words),
        Heading(1, words("2. Interested parties and their requirements")),
        *_parties(found, words),
        *_climate(found, words),
        _signatures(found, letterhead, words),
    )
    section = Section(blocks, "landscape")
    return letterhead.document(KEY, title, form_code(words, FORM), (section,), date=letterhead.date)


def _about(found: Surroundings, letterhead: Letterhead, words: Speech) -> Facts:
    rows = (
        (words("Organization"), found.client.name),
        (words("Standard"), letterhead.standards),
        (words("Scope"), found.client.scope),
        (words("As of"), words.date(letterhead.date)),
    )
    return Facts(rows, 2)


def _issues(found: Surroundings, words: Speech) -> Iterator[Block]:
    if not found.issues:
        yield Paragraph(words("No issues have been written down yet."))
        return
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Category"), mm=38),
        Column(words("Issue")),
        Column(words("What it means for the management system"), weight=1.3),
        Column(words("Helps or hinders"), mm=24),
    )
    order = list(Side)
    rows: list[Row] = []
    number = 0
    sorted_issues = sorted(found.issues, key=lambda issue: order.index(issue.side))
    for side, inside in groupby(sorted_issues, key=lambda issue: issue.side):
        rows.append(Row((words("External issues") if side is Side.EXTERNAL else words("Internal issues"),), "group"))
        for issue in inside:
            number += 1
            rows.append(_issue(issue, number, words))
    yield Table(columns, tuple(rows))
    for side in Side:
        if side not in {issue.side for issue in found.issues}:
            missing = {
                Side.EXTERNAL: words("No external issue has been written down yet."),
                Side.INTERNAL: words("No internal issue has been written down yet."),
            }
            yield Paragraph(missing[side])


def _issue(issue: IssueView, number: int, words: Speech) -> Row:
    cells = (
        str(number),
        words(wording.CATEGORY[issue.category]) if issue.category else "–",
        issue.text,
        issue.effect,
        words(wording.FAVOURABLE[issue.favourable]) if issue.favourable is not None else "–",
    )
    return Row(cells, marks=() if issue.effect.strip() else (_EFFECT,))


def _parties(found: Surroundings, words: Speech) -> Iterator[Block]:
    if not found.parties:
        yield Paragraph(words("No interested parties have been written down yet."))
        return
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Requirement")),
        Column(words("How we meet it")),
        Column(words("Obligation"), mm=26, align="center"),
        Column(words("On climate"), mm=22, align="center"),
    )
    rows: list[Row] = []
    for number, party in enumerate(found.parties, start=1):
        name = f"{party.name} – {' '.join(party.note.split())}" if party.note.strip() else party.name
        rows.append(Row((name,), "group"))
        rows += list(_wanted(party, number, words))
    yield Table(columns, tuple(rows))


def _wanted(party: PartyView, number: int, words: Speech) -> Iterator[Row]:
    if not party.requirements:
        yield Row((str(number), "", "", "", ""), marks=(_WANTED, _MET))
    for place, wanted in enumerate(party.requirements, start=1):
        cells = (
            f"{number}.{place}",
            wanted.text,
            wanted.met_by,
            words("yes") if wanted.is_obligation else "–",
            words("yes") if wanted.on_climate else "–",
        )
        yield Row(cells, marks=() if wanted.met_by.strip() else (_MET,))


def _climate(found: Surroundings, words: Speech) -> Iterator[Block]:
    stated = {
        True: words("Climate change is a relevant issue for the organization."),
        False: words("Climate change is not a relevant issue for the organization."),
        None: words("Whether climate change is a relevant issue has not been decided yet."),
    }[found.climate.relevant]
    lines: list[Block] = [Heading(1, words("3. Climate change")), Paragraph(stated)]
    if found.climate.relevant is not None:
        reason = found.climate.reason or words("not written yet")
        lines.append(Paragraph(words("Reason: {reason}").format(reason=reason)))
    wanted = on_climate(found.parties)
    if wanted:
        lines.append(Paragraph(words("Requirements of interested parties about climate change:")))
        lines.append(Bullets(tuple(f"{party.name}: {' '.join(view.text.split())}" for party, view in wanted)))
    else:
        lines.append(Paragraph(words("No requirements of interested parties about climate change are known.")))
    if found.climate.decided_on is not None:
        decided = words("Decided on {date}").format(date=words.date(found.climate.decided_on))
        lines.append(Paragraph(f"{decided}."))
    yield KeepTogether(tuple(lines))


def _signatures(found: Surroundings, letterhead: Letterhead, words: Speech) -> Block:
    quality = ", ".join(person.name for person in found.people if Role.QUALITY in person.roles)
    author = letterhead.author or quality
    return Signatures((Signature(words("Prepared by"), decoded_signature(author)),))
