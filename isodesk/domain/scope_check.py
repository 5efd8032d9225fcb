"""What a certification body looks for in the words of a scope (ISO/IEC 17021-1, 8.2.2; ISO 9001, 4.3): found or missing.

Both languages are read by simple stems. The check warns and never forbids: a false alarm costs a glance.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from isodesk.domain import scope_words

SHORTEST: Final = 25
"""Characters below which a scope says too little for a certificate."""
TOO_SHORT: Final = "short"
"""What the finding about length is about; else the scope is too long."""
LONGEST: Final = 600
"""Characters above which a certificate has no room."""
_READ: Final = 4000
"""Characters that are read; whatever comes behind is too long anyway, and every key must be answered at once."""
_REASON_WORDS: Final = 4
"""Words below which a reason is a wave of the hand."""
_STEM: Final = 5
"""Letters by which two words count as the same."""


class ScopeRule(StrEnum):
    """What is looked for, in the order in which it is said."""

    EMPTY = "empty"
    ACTIVITY = "activity"
    OBJECT = "object"
    SAME_BUSINESS = "same-business"
    SITES = "sites"
    LENGTH = "length"
    VAGUE = "vague"
    PRAISE = "praise"
    STANDARD = "standard"
    ABBREVIATION = "abbreviation"
    DESIGN_EXCLUDED = "design-excluded"
    DESIGN_UNNAMED = "design-unnamed"
    REASON_MISSING = "reason-missing"
    REASON_SHORT = "reason-short"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class ExcludedClause:
    """A clause that is left out."""

    standard: str
    clause: str
    reason: str
    allowed: bool
    """Whether the standard lets it be left out at all."""


@dataclass(frozen=True, slots=True)
class ScopeFacts:
    """What else is known of the client."""

    activity: str = ""
    """What the firm does, as page 1.1 says."""
    sites: tuple[tuple[str, str], ...] = ()
    """Name and address of each."""
    exclusions: tuple[ExcludedClause, ...] = ()
    design_clauses: frozenset[tuple[str, str]] = frozenset()
    """(standard, clause) of each clause about design and development that is in force; empty where no standard has one."""


@dataclass(frozen=True, slots=True)
class ScopeFinding:
    """One line of the check: good news or a warning."""

    rule: ScopeRule
    good: bool
    subject: str = ""
    """The words, sites or clause that it is about."""
    start: int = -1
    """Where in the scope the words stand, -1 for nowhere in particular."""
    clause: str = ""
    """The exclusion that it is about; empty: the words of the scope."""


def check(text: str, facts: ScopeFacts) -> tuple[ScopeFinding, ...]:
    """Everything that is to be said of a scope, warnings and good news in the order of `ScopeRule`."""
    found = list(_exclusions(facts))
    if not text.strip():
        found.append(ScopeFinding(ScopeRule.EMPTY, good=False))
    else:
        read = text[:_READ]
        found += [
            *_contents(read, facts),
            *_sites(read, facts),
            *_length(text),
            *_words(read),
            *_design(read, facts),
        ]
    order = list(ScopeRule)
    return tuple(sorted(found, key=lambda finding: order.index(finding.rule)))


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in scope_words.WORD.findall(_folded(text)) if word not in scope_words.IDLE}


def _contents(text: str, facts: ScopeFacts) -> Iterator[ScopeFinding]:
    """What is done, what with, and whether page 1.1 says the same."""
    plain = _folded(text)
    acts = list(dict.fromkeys(match.group() for match in scope_words.ACTIVITY.finditer(plain)))
    yield ScopeFinding(ScopeRule.ACTIVITY, bool(acts), ", ".join(acts[:3]))
    rest = plain
    for pattern in (scope_words.VAGUE, scope_words.PRAISE, scope_words.STANDARD, scope_words.ACTIVITY):
        rest = pattern.sub(" ", rest)
    for name, address in facts.sites:
        for part in _marks(f"{name} {address}"):
            rest = rest.replace(part, " ")
    yield ScopeFinding(ScopeRule.OBJECT, len(_stems(rest)) > 0)
    if _stems(facts.activity) and _is_cyrillic(facts.activity) == _is_cyrillic(text):
        yield ScopeFinding(ScopeRule.SAME_BUSINESS, not _stems(facts.activity).isdisjoint(_stems(text)))


def _is_cyrillic(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter > "\u0400" for letter in letters) * 2 > len(letters)


def _marks(words: str) -> set[str]:
    """Words of a site that are not about products."""
    return {word for word in scope_words.WORD.findall(_folded(words)) if word not in scope_words.IDLE}


def _sites(text: str, facts: ScopeFacts) -> Iterator[ScopeFinding]:
    if len(facts.sites) < 2:
        return
    said = _stems(text) | {word[:_STEM] for word in scope_words.WORD.findall(_folded(text))}
    unnamed = [name for name, address in facts.sites if not _is_named(name, address, said)]
    yield ScopeFinding(ScopeRule.SITES, not unnamed, ", ".join(unnamed))


def _is_named(name: str, address: str, said: set[str]) -> bool:
    """By any word of its name, or by a word of its address."""
    words = {word[:_STEM] for word in scope_words.WORD.findall(_folded(f"{name} {address}"))}
    return not words or not words.isdisjoint(said)


def _length(text: str) -> Iterator[ScopeFinding]:
    length = len(text.strip())
    if length < SHORTEST or length > LONGEST:
        yield ScopeFinding(ScopeRule.LENGTH, good=False, subject=TOO_SHORT if length < SHORTEST else "")


def _words(text: str) -> Iterator[ScopeFinding]:
    """Words that a certification body strikes out."""
    plain = _folded(text) if len(_folded(text)) == len(text) else text
    for rule, pattern in (
        (ScopeRule.VAGUE, scope_words.VAGUE),
        (ScopeRule.PRAISE, scope_words.PRAISE),
        (ScopeRule.STANDARD, scope_words.STANDARD),
    ):
        match = pattern.search(plain)
        if match:
            yield ScopeFinding(rule, good=False, subject=text[match.start() : match.end()], start=match.start())
    if text == text.upper():
        return
    for match in scope_words.ABBREVIATION.finditer(text):
        word = match.group()
        numeral = set(word) <= set("IVX")
        if (
            word not in scope_words.KNOWN
            and not numeral
            and not scope_words.STANDARD.match(text, match.start())
            and not _is_explained(text, match)
        ):
            yield ScopeFinding(ScopeRule.ABBREVIATION, good=False, subject=word, start=match.start())
            return


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """The words stand in brackets behind it, or it stands in brackets behind the words."""
    before = text[max(0, match.start() - 4) : match.start()].rstrip()
    after = text[match.end() : match.end() + 4].lstrip()
    return before.endswith("(") or after.startswith("(")


def _design(text: str, facts: ScopeFacts) -> Iterator[ScopeFinding]:
    """Design and development: named in the scope or left out, not both and not neither."""
    if not facts.design_clauses:
        return
    plain = _folded(text) if len(_folded(text)) == len(text) else text
    hidden = scope_words.FOREIGN_DESIGN.sub(lambda found: " " * len(found.group()), plain)
    match = scope_words.DESIGN.search(hidden)
    excluded = [row for row in facts.exclusions if (row.standard, row.clause) in facts.design_clauses]
    if excluded and match:
        words = text[match.start() : match.end()]
        yield ScopeFinding(ScopeRule.DESIGN_EXCLUDED, good=False, subject=words, start=match.start())
    elif not excluded and not match:
        yield ScopeFinding(ScopeRule.DESIGN_UNNAMED, good=False)


def _exclusions(facts: ScopeFacts) -> Iterable[ScopeFinding]:
    for row in facts.exclusions:
        if not row.allowed:
            yield ScopeFinding(ScopeRule.FORBIDDEN, good=False, subject=row.clause, clause=row.clause)
        elif not row.reason.strip():
            yield ScopeFinding(ScopeRule.REASON_MISSING, good=False, subject=row.clause, clause=row.clause)
        elif len(row.reason.split()) < _REASON_WORDS:
            yield ScopeFinding(ScopeRule.REASON_SHORT, good=False, subject=row.clause, clause=row.clause)
