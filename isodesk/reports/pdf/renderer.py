"""Turns a document into PDF: all pages are laid out first, so every page knows how many there are."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from isodesk.i18n import speech
from isodesk.reports.document import Document, Orientation, Progress
from isodesk.reports.pdf import charts, forms, gantt, photos, prose, risk_matrix, tables
from isodesk.reports.pdf.flow import Placed, paginate
from isodesk.reports.pdf.fonts import BODY, face
from isodesk.reports.pdf.frame import LEFT, Frame
from isodesk.reports.pdf.pen import Pen
from isodesk.reports.pdf.pieces import Piece, Room, pieces_of
from isodesk.reports.pdf.target import save

LAYOUTS = (charts, forms, gantt, photos, prose, risk_matrix, tables)
"""Imported so that each registers the blocks it lays out."""


@dataclass(frozen=True, slots=True)
class _Page:
    frame: Frame
    placed: list[Placed]


def render(document: Document, path: Path, progress: Progress | None = None) -> int:
    """Writes the document as PDF and returns its number of pages; raises PrintFailed if the file cannot be written."""
    pages = _pages(document)
    save(_drawn(document, pages, progress), path)
    return len(pages)


def render_bytes(document: Document, progress: Progress | None = None) -> bytes:
    """The document as PDF in memory, for the preview."""
    return _drawn(document, _pages(document), progress)


def _pages(document: Document) -> list[_Page]:
    words = speech(document.language)
    frames: dict[Orientation, Frame] = {}
    runs: list[tuple[Orientation, list[Piece]]] = []
    for section in document.sections:
        frame = frames.get(section.orientation)
        if frame is None:
            frame = frames[section.orientation] = Frame(document, section.orientation, words)
        room = Room(frame.width, frame.height, words)
        if section.new_page or not runs or runs[-1][0] != section.orientation:
            runs.append((section.orientation, []))
        for block in section.blocks:
            runs[-1][1].extend(pieces_of(block, room))
    pages = [
        _Page(frames[orientation], placed)
        for orientation, pieces in runs
        for placed in paginate(pieces, frames[orientation].height)
        if placed
    ]
    return pages or [_Page(Frame(document, "portrait", words), [])]


def _drawn(document: Document, pages: list[_Page], progress: Progress | None) -> bytes:
    target = io.BytesIO()
    pen = Pen(_canvas(document, target))
    total = len(pages)
    for index, page in enumerate(pages, start=1):
        frame = page.frame
        pen.start_page(frame.page_width, frame.page_height)
        if index == 1:
            pen.bookmark(document.title or document.key, 0)
        frame.draw(pen, index, total)
        for placed in page.placed:
            if placed.piece.draw:
                placed.piece.draw(pen, LEFT, frame.top + placed.top)
        pen.canvas.showPage()
        if progress:
            progress(index, total)
    pen.canvas.save()
    return target.getvalue()


def _canvas(document: Document, target: io.BytesIO) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    body = face(BODY.face)
    canvas = Canvas(
        target,
        pageCompression=1,
        invariant=1,
        initialFontName=body.name,
        initialFontSize=BODY.size,
        lang="ru-RU" if document.language == "ru" else "en-GB",
    )
    canvas.setTitle(body.clean(document.title))
    canvas.setAuthor(body.clean(document.author or document.organisation))
    canvas.setSubject(body.clean(document.system_name))
    canvas.setCreator("isodesk")
    canvas.setProducer("isodesk")
    return canvas
