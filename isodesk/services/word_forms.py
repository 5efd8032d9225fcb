"""What the forms of a word have in common, in Russian and English, for searching: поставщиками and поставщик, audits and
audited (decisions 31)."""

import re
from functools import cache, lru_cache
from typing import Final, Protocol

_CYRILLIC: Final = re.compile(r"[а-я]")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:
        """The stem of a folded word."""


@cache
def _stemmer(language: str) -> _Stemmer:
    import snowballstemmer

    made: _Stemmer = snowballstemmer.stemmer(language)
    return made


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """The stem of a folded word; what ends in a digit is left as it is."""
    if not word[-1:].isalpha():
        return word
    return _stemmer("russian" if _CYRILLIC.search(word) else "english").stemWord(word)
