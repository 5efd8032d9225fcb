"""A filled checklist made by isodesk, and the very same strings and strokes drawn on a bare reportlab canvas.

paper.py record ROWS FILE      notes every string and stroke of the checklist
paper.py document ROWS PDF     isodesk: from the questions to the file
paper.py canvas FILE PDF       the noted strings and strokes, without any layout
"""

import json
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from isodesk.catalog.shelf import DEFAULT, Shelf
from isodesk.reports.blocks import Checklist, ChecklistPart, ChecklistRow
from isodesk.reports.document import Document, Section

NOTE = "Реестр поставщиков, ред. 3 от 12.01.2026; оценка за 2025 год, строки 2, 5, 9; показал начальник отдела"


def checklist(rows: int) -> Document:
    """A checklist of the shipped questions, repeated until there are enough."""
    standard = Shelf().standard(DEFAULT)
    keys = list(islice(cycle(standard.question_keys), rows))
    lines = []
    for number, key in enumerate(keys, start=1):
        text = standard.questions[key].text("ru")
        mark = "СЗН–"[number % 4]
        lines.append(
            ChecklistRow(
                number=str(number),
                clause=standard.clause_of[key],
                question=text.question,
                look_for="; ".join(text.look_for),
                mark=mark,
                evidence=NOTE,
            )
        )
    block = Checklist(parts=(ChecklistPart("Закупки", tuple(lines)),), letters=("С", "З", "Н", "–"))
    return Document(
        key="benchmark",
        title="Чек-лист аудитора",
        language="ru",
        organisation="ООО «Пример»",
        system_name="Система менеджмента качества",
        sections=(Section((block,), "landscape"),),
    )


def record(rows: int, target: Path) -> None:
    """Renders once and notes what reaches the canvas, page by page."""
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

    from isodesk.reports import pdf

    pages: list[dict[str, Any]] = []
    now: dict[str, Any] = {"texts": [], "lines": [], "circles": []}
    originals = (PDFTextObject.textLine, Canvas.lines, Canvas.circle, Canvas.showPage)

    def text_line(self: Any, text: str = "") -> None:
        now["texts"].append((self._fontname, self._fontsize, self._x, self._y, text))
        originals[0](self, text)

    def lines(self: Any, linelist: Any) -> None:
        now["lines"].append([tuple(line) for line in linelist])
        originals[1](self, linelist)

    def circle(self: Any, x: float, y: float, r: float, **keywords: Any) -> None:
        now["circles"].append((x, y, r))
        originals[2](self, x, y, r, **keywords)

    def show_page(self: Any) -> None:
        pages.append({**now, "size": tuple(self._pagesize)})
        now.update(texts=[], lines=[], circles=[])
        originals[3](self)

    PDFTextObject.textLine, Canvas.lines, Canvas.circle, Canvas.showPage = text_line, lines, circle, show_page
    pdf.render_bytes(checklist(rows))
    target.write_text(json.dumps(pages, ensure_ascii=False), "utf-8")


def document(rows: int, target: Path) -> None:
    """What isodesk does for the user."""
    from isodesk.reports import pdf

    pdf.render(checklist(rows), target)


def canvas(source: Path, target: Path) -> None:
    """The floor: no layout, only drawing."""
    import fontpkg_pt_sans
    import fontpkg_pt_serif
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pages = json.loads(source.read_text("utf-8"))
    files = {}
    for package in (fontpkg_pt_sans, fontpkg_pt_serif):
        files.update({file.stem: file for file in (Path(package.ROOT) / "files").glob("*.ttf")})
    names = {text[0] for page in pages for text in page["texts"]}
    for name in names:
        pdfmetrics.registerFont(TTFont(name, str(_file_of(name, files))))
    paper = Canvas(str(target), invariant=1, initialFontName=next(iter(names)))
    for page in pages:
        paper.setPageSize(page["size"])
        for name, size, x, y, words in page["texts"]:
            paper.setFont(name, size)
            paper.drawString(x, y, words)
        for group in page["lines"]:
            paper.lines(group)
        for x, y, radius in page["circles"]:
            paper.circle(x, y, radius)
        paper.showPage()
    paper.save()


def _file_of(name: str, files: dict[str, Path]) -> Path:
    wanted = name.replace("-", "").casefold()
    matches = [file for stem, file in files.items() if stem.replace("-", "").replace("_", "").casefold() == wanted]
    return matches[0] if matches else next(iter(files.values()))


if __name__ == "__main__":
    what, first, second = sys.argv[1:4]
    if what == "canvas":
        canvas(Path(first), Path(second))
    else:
        {"record": record, "document": document}[what](int(first), Path(second))
