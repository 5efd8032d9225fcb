"""Texts from elsewhere made plain: no markup, no needless space, one line where there is room for one."""

import html
import re
from typing import Final

_BREAKS: Final = {ord(sign): "\n" for sign in "\x0b\x0c\x85\u2028\u2029"}
"""What Excel, Word and others put where a line ends."""
_BREAKING: Final = re.compile(r"(?i)<(?:br|/?p|/?div|/?ul|/?ol|/?table|/?tr|/?h[1-6])\b[^<>]{0,500}>")
_ITEM: Final = re.compile(r"(?i)<li\b[^<>]{0,500}>")
_MARKUP: Final = re.compile(
    r"(?i)</?(?:a|b|code|em|font|i|img|li|pre|small|span|strong|sub|sup|t[dh]|tbody|thead|u)\b[^<>]{0,500}>"
)
_SPACES: Final = re.compile(r"[^\S\n]+")
_BULLET: Final = re.compile(r"^(?:[-–—•*·▪●]+|\(?(?:\d{1,2}|[a-zа-я])[.)])\s+")
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_SHORT: Final = 120


def broken(text: str) -> str:
    """The text with one kind of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)


def tidy(text: str) -> str:
    """Paragraphs without markup: tags of HTML become breaks or nothing, a lone “<” stays."""
    text = broken(text)
    if "<" in text:
        text = _MARKUP.sub("", _ITEM.sub("\n- ", _BREAKING.sub("\n", text)))
    if "&" in text:
        text = broken(html.unescape(text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """The text without breaks."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """The beginning of a text, fit for a title; cut between words."""
    line = one_line(text)
    if len(line) <= _SHORT:
        return line
    head = line[:_SHORT].rsplit(" ", 1)[0] if " " in line[:_SHORT] else line[:_SHORT]
    return f"{head.rstrip(' ,;:.–-')}…"


def headed(title: str, number: str) -> str:
    """The title behind a number, unless it begins with that already."""
    begins = title.casefold().startswith(number.casefold()) and not title[len(number) : len(number) + 1].isalnum()
    return title if begins else f"{number} {title}"


def entries(lines: list[str]) -> tuple[str, ...]:
    """The entries of a list that was written as lines, without their bullets."""
    found = (_BULLET.sub("", one_line(part)) for line in lines for part in tidy(line).split("\n"))
    return tuple(entry for entry in found if entry)


def language_of(texts: list[str]) -> str:
    """Russian where a good part of the letters is Cyrillic, English otherwise."""
    sample = "".join(texts)[:20_000]
    letters = sum(sign.isalpha() for sign in sample)
    return "ru" if letters and len(_CYRILLIC.findall(sample)) * 3 > letters else "en"
