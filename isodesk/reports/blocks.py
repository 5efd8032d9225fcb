"""What a document consists of: frozen blocks that know nothing of paper, fonts or files."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from isodesk.domain.charts import Gantt, GanttBar, Radar, RiskMatrix, SectionBars

Align = Literal["left", "center", "right"]
ColumnKind = Literal["text", "letters", "tick"]
RowStyle = Literal["normal", "group", "total"]
ParagraphStyle = Literal["body", "lead", "small", "note"]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 0 is the name of the document, centred; 1 to 3 are parts. All become bookmarks."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept."""

    text: str
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order does not matter."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values in one or two columns. `ruled` leaves a line for the pen under each value."""

    rows: tuple[tuple[str, str], ...]
    columns: Literal[1, 2] = 1
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """A few big numbers in a row, each with its caption."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`mm` is a fixed width; without it the column gets a share by `weight`.

    Kind `letters` prints all `letters` and circles the one in the cell; kind `tick` prints a box, ticked if the cell
    holds anything.
    """

    title: str
    weight: float = 1.0
    mm: float = 0.0
    align: Align = "left"
    kind: ColumnKind = "text"
    letters: tuple[str, ...] = ()
    turned: bool = False
    """The head is written upwards, for narrow columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a group row shows its first cell over the whole width. `marks` are columns to hatch."""

    cells: tuple[str, ...]
    style: RowStyle = "normal"
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that repeat on each page. Numbers of rows come from the builder."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    min_row_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A question with what was found; without a question it is a row for one's own."""

    number: str
    clause: str = ""
    question: str = ""
    look_for: str = ""
    mark: str = ""
    evidence: str = ""
    reference: str = ""
    """Numbers of photos and nonconformities."""


@dataclass(frozen=True, slots=True)
class ChecklistPart:
    """The questions asked at one place or of one person."""

    title: str
    rows: tuple[ChecklistRow, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """An audit checklist; blank and filled have the same geometry."""

    parts: tuple[ChecklistPart, ...]
    letters: tuple[str, ...]
    row_mm: float = 16.0


@dataclass(frozen=True, slots=True)
class Approver:
    """Who approves or agrees; a blank date is left to the pen."""

    post: str
    name: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """The approval at the top right of the first sheet; those who agree stand at the left."""

    approver: Approver
    agreed: tuple[Approver, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with the name spelled out."""

    role: str
    name: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Those who sign at the end of the document."""

    rows: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class RuledLines:
    """Lines for handwriting under a label; `text` is typed onto them and adds lines when it needs more."""

    count: int
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Options with boxes to tick; `chosen` are the positions of those ticked already."""

    label: str
    options: tuple[str, ...]
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a form that one party fills in."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class BandedForm:
    """Parts with thick borders, so that each party finds its own."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption; the renderer writes the numbers beside the picture."""

    value: SectionBars | Gantt | Radar | RiskMatrix
    caption: str = ""


@dataclass(frozen=True, slots=True)
class GanttRow:
    """The cells of a task and its bar; a row without a bar leaves the time axis empty."""

    cells: tuple[str, ...]
    bar: GanttBar | None = None


@dataclass(frozen=True, slots=True)
class GanttTable:
    """Tasks at the left, their bars on the same rows at the right."""

    columns: tuple[Column, ...]
    rows: tuple[GanttRow, ...]
    today: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file's bytes and what it shows."""

    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures, two in a row."""

    items: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty space; it vanishes at the top of a page."""

    mm: float


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page if a page can hold them."""

    blocks: tuple["Block", ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Figures
    | Table
    | Checklist
    | Approval
    | Signatures
    | RuledLines
    | Choice
    | BandedForm
    | Chart
    | GanttTable
    | Photos
    | PageBreak
    | Spacer
    | KeepTogether
)
