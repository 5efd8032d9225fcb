"""A printed document as a value: builders make it, renderers put it on paper or into text, tests compare it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from isodesk.reports.blocks import Block

Orientation = Literal["portrait", "landscape"]

Progress = Callable[[int, int], None]
"""Called with (pages done, pages in all); what it raises cancels the print."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that share one orientation of the paper."""

    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"
    new_page: bool = True
    """A change of orientation starts a new page anyway."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that stands on the paper. Holds no clock and no path: same value, same bytes."""

    key: str
    title: str
    language: str
    sections: tuple[Section, ...] = ()
    organisation: str = ""
    system_name: str = ""
    """The upper line in the middle of the head: the name of the management system."""
    form: str = ""
    """Code and revision of the form."""
    number: str = ""
    author: str = ""
    date: dt.date | None = None
    logo: bytes | None = None
    sample: bool = False
    """Marks every page as taken from a sample client."""
    stamp: str = ""
    """When and by whom it was printed; empty for a copy whose bytes must repeat."""
    page_fields: tuple[tuple[str, str], ...] = ()
    """Small labels and values on each page, so that loose sheets can be sorted; a blank value leaves a line for the pen."""
    legend: str = ""
    """The key of letters and signs, on top of each page."""
    foot_fields: tuple[str, ...] = ()
    """Labels with a line for the pen at the lower right of each page."""
