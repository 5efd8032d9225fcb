"""What a certification body looks for in the words of a scope (ISO/IEC 17021-1, 8.2.2; ISO 9001, 4.3): found or missing.

Both languages are read by simple stems. The check warns and never forbids: a false alarm costs a glance.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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


_ACTIVITY: Final = re.compile(
    r"\b(manufactur|produc|fabricat|machin|assembl|install|design|develop|engineer|construct|build|repair|maintain|"
    r"mainten|servic|provi[ds]|suppl|deliver|sale|sell|trad|distribut|import|export|storag|stor(?:ing|e\b)|warehous|"
    r"transport|pack|print|process|treat|clean|test|inspect|calibrat|train|teach|consult|advi[sc]|support|host|rent|"
    r"mak(?:e\b|es\b|ing)|leas|cut|weld|mill|bak|grow|collect|recycl|dispos|operat|manag|program|publish|research|market)\w*"
    r"|\b(изготов|производ|выпуск|сборк|проектир|разработ|конструир|монтаж|установк|строительств|ремонт|обслужив|"
    r"сервис|оказани|выполнени|поставк|продаж|реализац|торгов|сбыт|импорт|экспорт|хранени|перевоз|доставк|транспорт|"
    r"упаков|фасов|печат|обработк|переработ|очистк|испытани|контрол|поверк|калибров|обучени|консультир|сопровожд|"
    r"поддержк|аренд|предоставл|резк|сварк|выпечк|выращив|сбор|утилизац|эксплуатац|управлени|наладк|внедрени|уборк|"
    r"охран|лечени|диагностик|отгрузк|пошив|литье|штамповк|покраск|окраск)\w*",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(everything|anything|etc\b|and so on|and (?:other|more)\b|all kinds|any kind|full range|whole range|wide range|"
    r"all (?:our )?(?:activities|services|products))"
    r"|(\bвсе(?:го|му|м)? подряд|\bвсе виды|\bлюб(?:ые|ых|ая|ой)\b|\bвесь спектр|\bполный (?:спектр|комплекс|цикл услуг)|"
    r"\bширокий (?:спектр|ассортимент)|\bи (?:др|пр)\.|\bи т\. ?[дп]\.|\bи проч|\bпрочи[ех]\b|\bвся деятельность|"
    r"\bвсе услуги)",
    re.IGNORECASE,
)
_PRAISE: Final = re.compile(
    r"\b(best|leading|world-?class|high[- ]quality|top[- ]quality|premium|unique|innovative|excellent|first-class|"
    r"finest|outstanding|state[- ]of[- ]the[- ]art)\b"
    r"|\b(лучш\w+|ведущ(?:ий|ая|ее|ие|их|его|ей)|высококачествен\w+|качественн(?:ый|ая|ое|ые|ых|ого|ой)|уникальн\w+|"
    r"инновационн\w+|премиальн\w+|надежн(?:ый|ая|ое|ые|ых|ого|ой)|непревзойден\w+|передов\w+|первоклассн\w+)\b",
    re.IGNORECASE,
)
_STANDARD: Final = re.compile(
    r"\b(?:ISO|ИСО|IEC|МЭК|ГОСТ(?: Р)?|EN|BS|OHSAS)\b[\s/A-Za-zА-Яа-я-]{0,14}"
    r"(?:9001|14001|45001|18001|27001|22301|22000|13485|50001|37001)\b|\b(?:ИСМ|СМК|QMS|EMS|ISMS)\b",
    re.IGNORECASE,
)
_ABBREVIATION: Final = re.compile(r"(?<![\w-])[A-ZА-Я]{2,6}(?![\w-]| ?[-–]?\d)")
_KNOWN: Final = frozenset(
    [
        "ООО",
        "АО",
        "ПАО",
        "ЗАО",
        "ОАО",
        "ИП",
        "НПО",
        "НПП",
        "ГУП",
        "МУП",
        "ФГУП",
        "РФ",
        "ЕС",
        "США",
        "СНГ",
        "ЕАЭС",
        "ЧПУ",
        "ИТ",
        "АЗС",
        "ЖКХ",
        "ТЭЦ",
        "АЭС",
        "ГОСТ",
        "ТУ",
        "ОТК",
        "ПВХ",
        "LTD",
        "LLC",
        "PLC",
        "GMBH",
        "AG",
        "SA",
        "INC",
        "BV",
        "UK",
        "US",
        "USA",
        "EU",
        "CNC",
        "IT",
        "LED",
        "PVC",
        "PCB",
        "HVAC",
        "PDF",
        "ISO",
        "IEC",
        "EN",
        "OK",
        "TV",
        "PC",
        "CAD",
        "DIN",
    ]
)
_DESIGN: Final = re.compile(
    r"\b(?:design|develop)(?:s|ed|ing|ment)?\b|\b(?:проектировани|проектируе|разработк|конструировани)\w*",
    re.IGNORECASE,
)
_FOREIGN_DESIGN: Final = re.compile(
    r"(?:customer|client|their|own|supplied|agreed)(?:['’]?s?['’]?)? (?:\w+ )?designs?\b|\bdesigns? (?:of|supplied by|from) "
    r"(?:the |our )?(?:customer|client)|business development|land development"
    r"|(?:по|на основе|согласно) (?:чужи\w+ |готов\w+ )?(?:проект|разработк)\w*|разработк\w* (?:заказчик|клиент)\w*|разработк\w* (?:технологи|карьер|"
    r"месторожд|грунт|недр|управляющих программ)\w*|(?:без|кроме) (?:проектировани|разработк|design)\w*"
    r"|without (?:any )?(?:design|development)|(?:no|excluding) design",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Za-zА-Яа-яЁё]{4,}")
_IDLE: Final = frozenset(
    [
        "with",
        "from",
        "this",
        "that",
        "their",
        "your",
        "ours",
        "customers",
        "customer",
        "clients",
        "client",
        "according",
        "site",
        "sites",
        "office",
        "workshop",
        "для",
        "при",
        "что",
        "это",
        "или",
        "также",
        "всех",
        "наших",
        "ваших",
        "площадки",
        "площадка",
        "офис",
        "цех",
        "город",
        "улица",
        "заказчика",
        "заказчиков",
        "клиентов",
        "works",
        "work",
        "работ",
        "работы",
        "услуг",
        "услуги",
        "services",
        "service",
        "товаров",
        "продукции",
        "products",
        "product",
        "изделий",
    ]
)


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
    return {word[:_STEM] for word in _WORD.findall(_folded(text)) if word not in _IDLE}


def _contents(text: str, facts: ScopeFacts) -> Iterator[ScopeFinding]:
    """What is done, what with, and whether page 1.1 says the same."""
    plain = _folded(text)
    acts = list(dict.fromkeys(match.group() for match in _ACTIVITY.finditer(plain)))
    yield ScopeFinding(ScopeRule.ACTIVITY, bool(acts), ", ".join(acts[:3]))
    rest = plain
    for pattern in (_VAGUE, _PRAISE, _STANDARD, _ACTIVITY):
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
    return {word for word in _WORD.findall(_folded(words)) if word not in _IDLE}


def _sites(text: str, facts: ScopeFacts) -> Iterator[ScopeFinding]:
    if len(facts.sites) < 2:
        return
    said = _stems(text) | {word[:_STEM] for word in _WORD.findall(_folded(text))}
    unnamed = [name for name, address in facts.sites if not _is_named(name, address, said)]
    yield ScopeFinding(ScopeRule.SITES, not unnamed, ", ".join(unnamed))


def _is_named(name: str, address: str, said: set[str]) -> bool:
    """By any word of its name, or by a word of its address."""
    words = {word[:_STEM] for word in _WORD.findall(_folded(f"{name} {address}"))}
    return not words or not words.isdisjoint(said)


def _length(text: str) -> Iterator[ScopeFinding]:
    length = len(text.strip())
    if length < SHORTEST or length > LONGEST:
        yield ScopeFinding(ScopeRule.LENGTH, good=False, subject=TOO_SHORT if length < SHORTEST else "")


def _words(text: str) -> Iterator[ScopeFinding]:
    """Words that a certification body strikes out."""
    plain = _folded(text) if len(_folded(text)) == len(text) else text
    for rule, pattern in ((ScopeRule.VAGUE, _VAGUE), (ScopeRule.PRAISE, _PRAISE), (ScopeRule.STANDARD, _STANDARD)):
        match = pattern.search(plain)
        if match:
            yield ScopeFinding(rule, good=False, subject=text[match.start() : match.end()], start=match.start())
    if text == text.upper():
        return
    for match in _ABBREVIATION.finditer(text):
        word = match.group()
        numeral = set(word) <= set("IVX")
        if (
            word not in _KNOWN
            and not numeral
            and not _STANDARD.match(text, match.start())
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
    hidden = _FOREIGN_DESIGN.sub(lambda found: " " * len(found.group()), plain)
    match = _DESIGN.search(hidden)
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
