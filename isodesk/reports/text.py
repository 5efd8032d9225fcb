"""A document as plain text: what tests compare and what the clipboard gets."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from isodesk.domain.charts import Gantt, GanttBar, Radar, RiskMatrix, SectionBars
from isodesk.i18n import N_, Speech, speech
from isodesk.reports.blocks import (
    Approval,
    Approver,
    Band,
    BandedForm,
    Block,
    Bullets,
    Chart,
    Checklist,
    ChecklistRow,
    Choice,
    Column,
    Facts,
    Figures,
    GanttRow,
    GanttTable,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Photos,
    RuledLines,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from isodesk.reports.document import Document

SEPARATOR: Final = " | "
BLANK: Final = "________"
VERDICTS: Final = (N_("In place"), N_("Partly"), N_("Absent"), N_("Not assessed"), N_("Not applicable"))

Lines = list[str]


def render(document: Document) -> str:
    """The whole document; every word that would be on paper, in the same order, once instead of on each page."""
    words = speech(document.language)
    lines = _front(document, words)
    for section in document.sections:
        for block in section.blocks:
            lines += block_lines(block, words)
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def block_lines(block: Block, words: Speech) -> Lines:
    """One block with an empty line before it, for copying a part."""
    lines = _WRITERS[type(block)](block, words)
    return ["", *lines] if lines else []


def _front(document: Document, words: Speech) -> Lines:
    number = words("No. {number}").format(number=document.number) if document.number else ""
    first = _joined((document.organisation, document.system_name, document.title))
    second = _joined((document.form, number, words.date(document.date)))
    sample = words("SAMPLE") if document.sample else ""
    fields = [f"{label}: {value or BLANK}" for label, value in document.page_fields]
    lines = [sample, first, second, *fields, document.legend, document.stamp]
    return [line for line in lines if line]


def _joined(parts: Iterable[str]) -> str:
    return SEPARATOR.join(part for part in parts if part)


def _row(cells: Iterable[str]) -> str:
    """Cells side by side; a line break within a cell would tear the row apart."""
    return SEPARATOR.join(" / ".join(cell.splitlines()) for cell in cells)


def _heading(block: Heading, _words: Speech) -> Lines:
    return [f"{'#' * (block.level + 1)} {block.text}"]


def _paragraph(block: Paragraph, _words: Speech) -> Lines:
    return block.text.splitlines()


def _bullets(block: Bullets, _words: Speech) -> Lines:
    return [f"– {item}" for item in block.items]


def _facts(block: Facts, _words: Speech) -> Lines:
    return [f"{label}: {value or BLANK}" for label, value in block.rows]


def _figures(block: Figures, _words: Speech) -> Lines:
    return [f"{value} – {caption}" for value, caption in block.items]


def _letters(letters: Sequence[str], chosen: str) -> str:
    return " ".join(f"({letter})" if letter == chosen else letter for letter in letters)


def _cell(column: Column, text: str) -> str:
    if column.kind == "letters":
        return _letters(column.letters, text)
    if column.kind == "tick":
        return "[x]" if text else "[ ]"
    return text


def _table(block: Table, _words: Speech) -> Lines:
    lines = [_row(column.title for column in block.columns)]
    for row in block.rows:
        if row.style == "group":
            lines.append(f"== {row.cells[0] if row.cells else ''}")
            continue
        plain = row.style == "total"
        pairs = zip(block.columns, row.cells, strict=False)
        lines.append(_row(text if plain else _cell(column, text) for column, text in pairs))
    return lines


def _checklist(block: Checklist, words: Speech) -> Lines:
    lines: Lines = []
    for part in block.parts:
        lines += [f"== {part.title}"] if part.title else []
        lines += [_question(row, block.letters, words) for row in part.rows]
    return lines


def _question(row: ChecklistRow, letters: Sequence[str], words: Speech) -> str:
    hint = words("look for: {what}").format(what=row.look_for) if row.look_for else ""
    asked = f"{row.question} ({hint})" if hint else row.question
    cells = (row.number, row.clause, asked or BLANK, _letters(letters, row.mark), row.evidence or BLANK, row.reference)
    return _row(cells)


def _person(word: str, person: Approver, words: Speech) -> str:
    return _joined((word, person.post, f"{BLANK} {person.name}".rstrip(), words.long_date(person.date)))


def _approval(block: Approval, words: Speech) -> Lines:
    agreed = [_person(words("AGREED"), person, words) for person in block.agreed]
    return [_person(words("APPROVED"), block.approver, words), *agreed]


def _signatures(block: Signatures, words: Speech) -> Lines:
    return [_signature(row, words) for row in block.rows]


def _signature(row: Signature, words: Speech) -> str:
    return _joined((row.role, BLANK, f"/{row.name or BLANK}/", words.long_date(row.date)))


def _ruled_lines(block: RuledLines, _words: Speech) -> Lines:
    label = [block.label] if block.label else []
    return [*label, *(block.text.splitlines() or [BLANK] * block.count)]


def _choice(block: Choice, _words: Speech) -> Lines:
    options = (f"[{'x' if index in block.chosen else ' '}] {option}" for index, option in enumerate(block.options))
    return [f"{block.label}: {'  '.join(options)}"]


def _banded_form(block: BandedForm, words: Speech) -> Lines:
    return [line for band in block.bands for line in _band(band, words)]


def _band(band: Band, words: Speech) -> Lines:
    title = f"=== {band.title}" if band.title else "==="
    return [title, *(line for block in band.blocks for line in block_lines(block, words)[1:])]


def _chart(block: Chart, words: Speech) -> Lines:
    caption = [block.caption] if block.caption else []
    if isinstance(block.value, SectionBars):
        return [*caption, *_section_bars(block.value, words)]
    if isinstance(block.value, RiskMatrix):
        return [*caption, *_risk_matrix(block.value)]
    if isinstance(block.value, Radar):
        return [*caption, *map(_row, (radar_heads(block.value, words), *radar_values(block.value, words)))]
    return [*caption, *_gantt(block.value, words)]


def radar_heads(value: Radar, words: Speech) -> tuple[str, ...]:
    """Heads of the table of a radar; the round before has a column where there is one."""
    heads = (words("Section"), words("Now"), words("Before"))
    return heads if value.has_before else heads[:2]


def radar_values(value: Radar, words: Speech) -> tuple[tuple[str, ...], ...]:
    """The numbers of a radar as they are written: levels with one decimal, readiness in percent."""

    def said(number: float | None) -> str:
        if number is None:
            return "–"
        return words.number(round(number, 1)) if value.is_maturity else f"{int(number + 1e-9)} %"

    rows = ((f"{s.label} {s.title}", said(s.now), said(s.before)) for s in value.spokes)
    return tuple(row if value.has_before else row[:2] for row in rows)


def _section_bars(value: SectionBars, words: Speech) -> Lines:
    lines = [_row(("", *(words(name) for name in VERDICTS)))]
    for bar in value.bars:
        numbers = (bar.conforms, bar.partly, bar.absent, bar.unanswered, bar.not_applicable)
        lines.append(_row((bar.label, *(str(number) for number in numbers))))
    return lines


def _risk_matrix(value: RiskMatrix) -> Lines:
    lines = [_row(("", *(f"{step} {word}" for step, word in enumerate(value.impacts, start=1))))]
    for start in range(0, len(value.cells), value.size):
        cells = value.cells[start : start + value.size]
        step = cells[0].likelihood
        said = (" ".join((f"{cell.letter}{cell.score}", ", ".join(cell.entries))).rstrip() for cell in cells)
        lines.append(_row((f"{step} {value.likelihoods[step - 1]}", *said)))
    return lines


def _gantt(value: Gantt, words: Speech) -> Lines:
    return [_row((bar.label, _span(bar, words))) for bar in value.bars]


def _span(bar: GanttBar, words: Speech) -> str:
    days = words.date(bar.due) if bar.milestone else f"{words.date(bar.start)} – {words.date(bar.due)}"
    if bar.baseline is not None:
        first, last = (words.date(day) for day in bar.baseline)
        days = f"{days} [{last if bar.milestone else f'{first} – {last}'}]"
    return f"{days} !" if bar.critical else days


def _gantt_table(block: GanttTable, words: Speech) -> Lines:
    return [_row(column.title for column in block.columns), *(_gantt_row(row, words) for row in block.rows)]


def _gantt_row(row: GanttRow, words: Speech) -> str:
    return _row((*row.cells, _span(row.bar, words) if row.bar else ""))


def _photos(block: Photos, _words: Speech) -> Lines:
    return [f"[ {photo.caption} ]" for photo in block.items]


def _space(_block: PageBreak | Spacer, _words: Speech) -> Lines:
    return []


def _keep_together(block: KeepTogether, words: Speech) -> Lines:
    return [line for inner in block.blocks for line in block_lines(inner, words)][1:]


_WRITERS: Final[dict[type, Callable[[Any, Speech], Lines]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Figures: _figures,
    Table: _table,
    Checklist: _checklist,
    Approval: _approval,
    Signatures: _signatures,
    RuledLines: _ruled_lines,
    Choice: _choice,
    BandedForm: _banded_form,
    Chart: _chart,
    GanttTable: _gantt_table,
    Photos: _photos,
    PageBreak: _space,
    Spacer: _space,
    KeepTogether: _keep_together,
}
