"""Both languages at once in one process: the window may speak English while a Russian checklist prints (decisions 3, 26).

English is the source language of our words; `resources/i18n/ru/LC_MESSAGES/isodesk.po` holds the Russian ones.
"""

import datetime as dt
import gettext
import io
import os
import string
import struct
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from isodesk import resources

LANGUAGE_NAMES: Final = {"ru": "Русский", "en": "English"}
"""Each language under its own name: whoever needs it can read it."""
LANGUAGES: Final = tuple(LANGUAGE_NAMES)
SOURCE_LANGUAGE: Final = "en"


def N_(message: str) -> str:
    """Marks a constant for extraction; it is translated where it is shown."""
    return message


def system_language() -> str:
    """Russian where the system speaks Russian, English everywhere else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "ru" if value.lower().startswith("ru") else "en"
    import locale

    system = locale.getlocale()[0] or ""
    return "ru" if system.lower().startswith("ru") else "en"


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _same_fields(translated: str, message: str) -> bool:
    try:
        return translated == message or _fields(translated) == _fields(message)
    except ValueError:
        return False


class Speech:
    """Our words, dates and numbers in one language. Immutable; one object per language."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str) -> str:
        """`message` in this language; a translation with other {fields} than the source is refused."""
        if not message:
            return ""
        translated = self._catalogue.gettext(message)
        return translated if _same_fields(translated, message) else message

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for `count`, with {count} filled in (three forms in Russian)."""
        form = self._catalogue.ngettext(one, many, count)
        if not _same_fields(form, many):
            form = one if count == 1 else many
        return form.format(count=count)

    def date(self, value: dt.date | None) -> str:
        """15.03.2026 in Russian, 15 Mar 2026 in English; empty for None."""
        if value is None:
            return ""
        if self.language == "ru":
            return value.strftime("%d.%m.%Y")
        from babel.dates import format_date

        return format_date(value, "d MMM yyyy", locale="en_GB")

    def long_date(self, value: dt.date | None) -> str:
        """«15» марта 2026 г. in Russian, 15 March 2026 in English; a line to fill in by pen for None."""
        if value is None:
            return "«___» ____________ 20__ г." if self.language == "ru" else "____ ____________ 20__"
        from babel.dates import format_date

        if self.language == "ru":
            return format_date(value, "«d» MMMM yyyy 'г'.", locale="ru")
        return format_date(value, "d MMMM yyyy", locale="en_GB")

    def month(self, value: dt.date) -> str:
        """A month's short name with its year, for the head of a timeline."""
        from babel.dates import format_date

        return format_date(value, "LLL yyyy", locale="ru" if self.language == "ru" else "en_GB")

    def month_alone(self, value: dt.date) -> str:
        """A month's short name, where the year stands above it."""
        from babel.dates import format_date

        return format_date(value, "LLL", locale="ru" if self.language == "ru" else "en_GB")

    def quarter(self, value: dt.date) -> str:
        """I кв. 2027 in Russian, Q1 2027 in English."""
        number = (value.month - 1) // 3
        if self.language == "ru":
            return f"{('I', 'II', 'III', 'IV')[number]} кв. {value.year}"
        return f"Q{number + 1} {value.year}"

    def time(self, value: dt.datetime) -> str:
        """Hours and minutes, as both languages write them."""
        return value.strftime("%H:%M")

    def number(self, value: float) -> str:
        """A number with the decimal sign of the language and no needless zeros."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale="ru" if self.language == "ru" else "en_GB"))

    def money(self, value: float, currency: str) -> str:
        """An amount with its currency, such as 12 500 ₽, £12,500 or RUB 12,500; pennies only where there are some."""
        from babel.numbers import format_decimal, get_currency_symbol

        locale = "ru" if self.language == "ru" else "en_GB"
        whole = round(value, 2) == round(value)
        number = str(format_decimal(abs(value), "#,##0" if whole else "#,##0.00", locale=locale))
        sign = "−" if round(value, 2) < 0 else ""
        symbol = str(get_currency_symbol(currency, locale)) if currency else ""
        if not symbol:
            return f"{sign}{number}"
        if self.language == "ru":
            return f"{sign}{number}\u00a0{symbol}"
        return f"{sign}{symbol}{'' if len(symbol) == 1 else chr(0xA0)}{number}"


def _compiled(source: Path) -> gettext.NullTranslations:
    compiled = source.with_suffix(".mo")
    if not compiled.is_file() or (source.is_file() and compiled.stat().st_mtime < source.stat().st_mtime):
        content = _compile(source)
        _keep(compiled, content)
        return gettext.GNUTranslations(io.BytesIO(content))
    try:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return gettext.GNUTranslations(io.BytesIO(_compile(source)))


def _compile(source: Path) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def _keep(compiled: Path, content: bytes) -> None:
    """Saves the compiled catalogue for the next start; a read-only installation goes on without."""
    try:
        with tempfile.NamedTemporaryFile(dir=compiled.parent, delete=False) as file:
            file.write(content)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(compiled)
    except OSError:
        return


@cache
def speech(language: str) -> Speech:
    """The words of `language`; English for a language that isodesk does not speak."""
    if language == SOURCE_LANGUAGE or language not in LANGUAGES:
        return Speech(SOURCE_LANGUAGE, gettext.NullTranslations())
    return Speech(language, _compiled(resources.path("i18n", language, "LC_MESSAGES", "isodesk.po")))
