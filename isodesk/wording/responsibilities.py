"""The letters and words of the responsibility matrix, shared by page and paper."""

from collections.abc import Iterable
from typing import Final

from isodesk.domain.responsibility import Fault, Letter
from isodesk.i18n import N_, Speech

LETTERS: Final = {
    Letter.DOES: N_("R – does it"),
    Letter.ANSWERS: N_("A – answers for it"),
    Letter.ASKED: N_("C – is asked"),
    Letter.TOLD: N_("I – is told"),
}
"""Each begins with the letter by which it is written in a cell."""
FAULTS: Final = {
    Fault.NO_ACCOUNTABLE: N_("Nobody answers for it"),
    Fault.SEVERAL_ACCOUNTABLE: N_("Several answer for it"),
    Fault.NOBODY_DOES: N_("Nobody does it"),
}


def letter_of(letter: Letter, words: Speech) -> str:
    """The letter in the language of `words`; a legend explains it."""
    return words(LETTERS[letter])[:1]


def cell_of(letters: Iterable[Letter], words: Speech) -> str:
    """A cell of the matrix, such as “R, A”."""
    held = frozenset(letters)
    return ", ".join(letter_of(letter, words) for letter in Letter if letter in held)


def shortened(text: str, most: int) -> str:
    """`text` in one line and up to so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
