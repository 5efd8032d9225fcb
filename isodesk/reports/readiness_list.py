"""The list that explains readiness: every point of Stage 1 and Stage 2, met or not, with what is missing there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isodesk import wording
from isodesk.domain.journey import NUMBERS
from isodesk.domain.readiness import AuditStage, Check
from isodesk.i18n import Speech
from isodesk.reports.blocks import Block, Bullets, Column, Facts, Figures, Heading, Paragraph, Row, Table
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.clients import ClientView
from isodesk.services.readiness import CheckView, ReadinessView

KEY: Final = "readiness"
FORM: Final = "1.7"


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything that the list says, as the services gave it."""

    client: ClientView
    view: ReadinessView


def build(ready: Ready, letterhead: Letterhead, words: Speech) -> Document:
    """The list as it stands on the day of the letterhead."""
    title = words("Readiness for the certification audit")
    blocks: list[Block] = [Heading(0, title), _about(ready, letterhead, words), _figures(ready, words)]
    for stage in AuditStage:
        blocks += [Heading(1, words(wording.AUDIT_STAGE[stage])), _points(ready.view.of(stage), words)]
    blocks += _missing(ready, words)
    return letterhead.document(KEY, title, form_code(words, FORM), (Section(tuple(blocks)),), date=letterhead.date)


def _about(ready: Ready, letterhead: Letterhead, words: Speech) -> Facts:
    return Facts(
        (
            (words("Organization"), ready.client.name),
            (words("Standard"), letterhead.standards),
            (words("Scope"), ready.client.scope),
            (words("As of"), words.date(letterhead.date)),
        )
    )


def _figures(ready: Ready, words: Speech) -> Figures:
    progress, of = ready.view.progress, words("{done} of {total}")
    one, two = (ready.view.met(stage) for stage in AuditStage)
    return Figures(
        (
            (of.format(done=progress.answered, total=progress.total), words("questions answered")),
            (
                of.format(done=words.number(progress.ready_points), total=progress.applicable),
                words("readiness: conforming and half of the partly conforming"),
            ),
            (of.format(done=one[0], total=one[1]), words("points met for Stage 1")),
            (of.format(done=two[0], total=two[1]), words("points met for Stage 2, Stage 1 counted in")),
        )
    )


def _points(lines: tuple[CheckView, ...], words: Speech) -> Table:
    columns = (
        Column(words("Met"), mm=14, kind="tick"),
        Column(words("What the auditor looks for")),
        Column(words("There is"), mm=26, align="center"),
        Column(words("Page"), mm=20, align="center"),
    )
    return Table(columns, tuple(_point(line.check, words) for line in lines))


def _point(check: Check, words: Speech) -> Row:
    title, why = words(wording.POINT[check.point]), words(wording.POINT_WHY[check.point])
    count = words("{done} of {total}").format(done=check.done, total=check.total) if check.total > 1 else ""
    text = title if check.is_met else f"{title}\n{why}"
    cells = ("x" if check.is_met else "", text, count or ("" if check.is_met else words("missing")))
    return Row((*cells, NUMBERS[check.page]), marks=() if check.is_met else (2,))


def _missing(ready: Ready, words: Speech) -> Iterator[Block]:
    named = [line for line in ready.view.lines if line.details and not line.check.is_met]
    if not named:
        return
    yield Heading(1, words("What is missing in particular"))
    for line in named:
        yield Heading(2, words(wording.POINT[line.check.point]))
        yield Bullets(tuple(detail.text for detail in line.details))
    yield Paragraph(words("The certification body decides by its own audit; this list is no promise."), "small")
