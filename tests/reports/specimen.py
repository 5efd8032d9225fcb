"""One document with every block, in both languages: what tests measure and people look at."""

import io
from datetime import date, timedelta

from isodesk.domain.charts import Gantt, GanttBar, SectionBar, SectionBars
from isodesk.reports.blocks import (
    Approval,
    Approver,
    Band,
    BandedForm,
    Block,
    Bullets,
    Chart,
    Checklist,
    ChecklistPart,
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
    Photo,
    Photos,
    Row,
    RuledLines,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from isodesk.reports.document import Document, Section

WORDS = {
    "ru": {
        "title": "Отчет о внутреннем аудите",
        "system": "СИСТЕМА МЕНЕДЖМЕНТА КАЧЕСТВА",
        "firm": "ООО «Вымпел», завод металлоконструкций",
        "text": "Аудит проведен выборочно; отсутствие замечаний по процессу не означает, что несоответствий в нем нет.",
        "person": "И. О. Фамилия",
        "post": "Генеральный директор ООО «Вымпел»",
        "question": "Как Вы узнаете, что чертеж в цехе действующей редакции, и что происходит с отмененными?",
        "look": "штамп на чертеже, запись в реестре документов, папка мастера",
        "evidence": "Чертеж ВМ-114, ред. 2 от 03.02.2026, у мастера Петрова; в реестре – ред. 3.",
        "place": "Цех № 2, мастер участка",
        "task": "Разработать порядок управления документированной информацией",
        "letters": "С З Н –",
        "legend": "С – соответствует · З – замечание · Н – несоответствие · – не проверялось. Обведите букву.",
        "yes": "Да",
        "no": "Нет",
        "part": "Часть",
        "label": "Проверяемое подразделение",
    },
    "en": {
        "title": "Internal audit report",
        "system": "QUALITY MANAGEMENT SYSTEM",
        "firm": "Vympel Ltd, steel structures",
        "text": "The audit was a sample; the absence of findings in a process does not mean that it has no nonconformities.",
        "person": "A. N. Other",
        "post": "Managing Director, Vympel Ltd",
        "question": "How do you know that the drawing on the shop floor is the current revision, and what becomes of old ones?",
        "look": "the stamp on the drawing, the entry in the register, the foreman's folder",
        "evidence": "Drawing VM-114 rev. 2 of 3 Feb 2026 with foreman Peters; the register says rev. 3.",
        "place": "Shop 2, foreman",
        "task": "Draw up the procedure for control of documented information",
        "letters": "C O N –",
        "legend": "C – conforms · O – observation · N – nonconformity · – not checked. Circle one letter.",
        "yes": "Yes",
        "no": "No",
        "part": "Part",
        "label": "Audited department",
    },
}  # fmt: skip


def picture(colour: str = "gray", size: tuple[int, int] = (400, 300)) -> bytes:
    """A small PNG."""
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


def checklist(language: str, rows: int = 12, *, filled: bool = True, row_mm: float = 16.0) -> Checklist:
    """Questions at one place, then three rows for one's own."""
    words = WORDS[language]
    letters = tuple(words["letters"].split())
    lines = [
        ChecklistRow(
            number=str(index + 1),
            clause=f"7.5.{index % 4 + 1}",
            question=words["question"],
            look_for=words["look"],
            mark=letters[index % 4] if filled else "",
            evidence=words["evidence"] if filled and index % 3 else "",
            reference=f"{words['letters'][4]}-{index}" if filled and index % 4 == 2 else "",
        )
        for index in range(rows)
    ]
    own = [ChecklistRow(number=str(rows + index + 1)) for index in range(3)]
    return Checklist((ChecklistPart(words["place"], (*lines, *own)),), letters, row_mm)


def plan(language: str, months: int = 6) -> tuple[GanttRow, ...]:
    """A group, tasks of a month each, and a milestone."""
    words = WORDS[language]
    starts = [date(2026 + (2 + index) // 12, (2 + index) % 12 + 1, 9) for index in range(months)]
    last = date(starts[-1].year, starts[-1].month, 28)
    rows = [GanttRow((words["part"], "", ""), GanttBar(words["part"], starts[0], last, group=True))]
    for index, start in enumerate(starts):
        due = date(start.year, start.month, 27)
        approved = (start - timedelta(days=10), due - timedelta(days=4)) if index % 3 == 1 else None
        done = max(0.0, 1 - index / 3)
        bar = GanttBar(words["task"], start, due, done=done, critical=index % 2 == 0, baseline=approved)
        rows.append(GanttRow((f"1.{index + 1}", words["task"], words["person"]), bar))
    rows.append(GanttRow(("1.99", words["place"], ""), GanttBar("M", last, last, milestone=True, critical=True)))
    return tuple(rows)


def table(language: str, rows: int = 9) -> Table:
    """Every kind of column and row."""
    words = WORDS[language]
    columns = (
        Column("№", mm=10, align="right"),
        Column(words["question"][:20], weight=3),
        Column(words["label"], weight=2),
        Column(words["letters"], mm=30, kind="letters", letters=tuple(words["letters"].split())),
        Column(words["yes"], mm=12, kind="tick"),
        Column(words["place"], mm=9, turned=True, align="center"),
    )
    letters = words["letters"].split()
    body = [Row((f"{words['part']} 1",), "group")]
    for index in range(rows):
        cells = (str(index + 1), words["question"], words["person"], letters[index % 4], "x" * (index % 2), "П")
        body.append(Row(cells, marks=(2,) if index == 1 else ()))
    return Table(columns, (*body, Row(("", words["part"], str(rows)), "total")))


def banded(language: str) -> BandedForm:
    """A nonconformity record in three bands."""
    words = WORDS[language]
    fields = Facts(((words["label"], words["place"]), (words["person"], ""), (words["part"], "")), 2, ruled=True)
    return BandedForm(
        (
            Band("", (fields,)),
            Band(f"{words['part']} 1", (fields, RuledLines(5, words["question"], words["evidence"]))),
            Band(
                f"{words['part']} 2",
                (
                    RuledLines(4, words["question"]),
                    Choice(words["label"], (words["yes"], words["no"]), (0,)),
                    Signatures((Signature(words["post"], words["person"]),)),
                ),
            ),
        )
    )


def prose(language: str) -> tuple[Block, ...]:
    """What one reads."""
    words = WORDS[language]
    return (
        Approval(
            Approver(words["post"], words["person"]), (Approver(words["post"], words["person"], date(2026, 3, 15)),)
        ),
        Heading(0, words["title"]),
        Facts(((words["label"], words["place"]), (words["person"], words["post"]), (words["part"], "ISO 9001:2026"))),
        Heading(1, f"1 {words['part']}"),
        Paragraph(words["text"], "lead"),
        Figures((("84 %", words["label"]), ("118", words["question"][:40]), ("3", words["no"]), ("—", words["yes"]))),
        Paragraph(f"{words['text']} {words['text']}\n{words['text']}"),
        Heading(2, f"1.1 {words['part']}"),
        Bullets((words["text"], words["evidence"], words["look"])),
        Paragraph(words["text"], "note"),
        Paragraph(words["text"], "small"),
        Heading(3, f"1.1.1 {words['part']}"),
        KeepTogether((Paragraph(words["text"]), Spacer(4), Choice(words["label"], (words["yes"], words["no"])))),
    )


def charts(language: str) -> tuple[Block, ...]:
    """Pictures of numbers."""
    words = WORDS[language]
    bars = SectionBars(tuple(SectionBar(f"{n} {words['label']}", n, 12 - n, n // 2, 2, n % 3) for n in range(4, 11)))
    rows = plan(language)
    return (
        Heading(1, f"2 {words['part']}"),
        Chart(bars, words["title"]),
        Chart(Gantt(tuple(row.bar for row in rows if row.bar), date(2026, 4, 20)), words["task"]),
    )


def every_block(language: str, orientation: str = "portrait", *, filled: bool = True) -> Document:
    """All blocks of the language in one document; the wide ones follow in landscape."""
    words = WORDS[language]
    columns = (Column("№", mm=12), Column(words["question"][:20]), Column(words["person"], mm=26))
    photos = tuple(Photo(picture(colour, size), words["evidence"]) for colour, size in
                   (("gray", (400, 300)), ("black", (200, 400)), ("white", (640, 200))))  # fmt: skip
    signatures = Signatures(
        (Signature(words["post"], words["person"]), Signature(words["place"], "", date(2026, 3, 15)))
    )
    first = (*prose(language), PageBreak(), *charts(language), table(language), Photos(photos), signatures)
    second = (
        checklist(language, filled=filled),
        RuledLines(4, words["place"]),
        GanttTable(columns, plan(language), date(2026, 5, 6)),
        GanttTable(columns, plan(language, 17), date(2026, 5, 6)),
    )
    return Document(
        key="specimen",
        title=words["title"],
        language=language,
        organisation=words["firm"],
        system_name=words["system"],
        form="Ф-09.03 ред. 2",
        number="ПА-26-02",
        author=words["person"],
        date=date(2026, 3, 15),
        logo=picture("black", (300, 120)),
        sample=True,
        page_fields=((words["label"], words["place"]), (words["person"], ""), (words["part"], "1")),
        legend=words["legend"],
        foot_fields=("НС №", "НС №"),
        sections=(
            Section(first, "landscape" if orientation == "landscape" else "portrait"),
            Section((banded(language),), "landscape" if orientation == "landscape" else "portrait"),
            Section(second, "portrait" if orientation == "landscape" else "landscape"),
        ),
    )
