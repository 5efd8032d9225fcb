"""Breaks text into lines of a given width, without markup: what a user typed can never become a command."""

import re
from typing import Final

from isodesk.reports.pdf.fonts import Face, Style, face

_JOINTS: Final = re.compile(r"(?<=[-/\\–—_.,;:@&=?])")
ELLIPSIS: Final = "…"


def wrap(text: str, style: Style, width: float, limit: int = 0) -> list[str]:
    """Lines no wider than `width`; with `limit` at most so many, the last one ending in an ellipsis if text is lost."""
    if not text:
        return []
    look = face(style.face)
    lines: list[str] = []
    for paragraph in look.clean(text).strip("\n").split("\n"):
        _fill(lines, paragraph, look, style.size, width)
        if limit and len(lines) > limit:
            break
    if limit and len(lines) > limit:
        lines = lines[:limit]
        lines[-1] = shorten(lines[-1] + ELLIPSIS, style, width)
    return lines


def text_width(text: str, style: Style) -> float:
    """Width of one line as it will be printed."""
    look = face(style.face)
    return look.width(look.clean(text).replace("\n", " "), style.size)


def shorten(text: str, style: Style, width: float) -> str:
    """`text` as one line, cut with an ellipsis where it does not fit."""
    look = face(style.face)
    line = look.clean(text).replace("\n", " ")
    if look.width(line, style.size) <= width:
        return line
    line = line.rstrip(ELLIPSIS)
    room = width - look.width(ELLIPSIS, style.size)
    return _start(line, look, style.size, room).rstrip() + ELLIPSIS


def longest_word(text: str, style: Style) -> float:
    """Width of the widest word, the least that a column needs."""
    look = face(style.face)
    return max((look.width(word, style.size) for word in look.clean(text).split()), default=0.0)


def _fill(lines: list[str], paragraph: str, look: Face, size: float, width: float) -> None:
    space = look.width(" ", size)
    line: list[str] = []
    used = 0.0
    for word in paragraph.split(" "):
        if not word:
            continue
        wide = look.width(word, size)
        if line and used + space + wide <= width:
            line.append(word)
            used += space + wide
            continue
        if line:
            lines.append(" ".join(line))
        rest = word
        if wide > width:
            *whole, rest = _broken(word, look, size, width)
            lines.extend(whole)
            wide = look.width(rest, size)
        line, used = [rest], wide
    lines.append(" ".join(line))


def _broken(word: str, look: Face, size: float, width: float) -> list[str]:
    """A word wider than a line: broken after joints where it has them, else between characters."""
    pieces: list[str] = []
    line, used = "", 0.0
    for part in _JOINTS.split(word):
        wide = look.width(part, size)
        if line and used + wide > width:
            pieces.append(line)
            line, used = "", 0.0
        for bit in (part,) if wide <= width else part:
            step = look.width(bit, size)
            if line and used + step > width:
                pieces.append(line)
                line, used = "", 0.0
            line += bit
            used += step
    pieces.append(line)
    return pieces


def _start(text: str, look: Face, size: float, width: float) -> str:
    """The longest beginning that fits; characters are measured one by one, so it takes time for what it returns."""
    used = 0.0
    for index, character in enumerate(text):
        used += look.width(character, size)
        if used > width:
            return text[:index]
    return text
