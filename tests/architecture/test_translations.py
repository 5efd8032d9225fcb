"""Every word of the program is there in Russian, with the three forms that Russian counts in (ux.md U64, U65)."""

import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from isodesk import resources
from isodesk.i18n import speech

COUNTS = {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 25: 2, 101: 0, 111: 2}
"""Which of the three forms a number takes (ux.md U64)."""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with resources.path("i18n", "ru", "LC_MESSAGES", "isodesk.po").open("rb") as file:
        return read_po(file)


def plurals(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.pluralizable]


def test_nothing_is_left_untranslated(catalogue: Catalog) -> None:
    """U65: no empty and no doubtful translation."""
    left = [
        message.id
        for message in catalogue
        if message.id
        and (message.fuzzy or not all([message.string] if isinstance(message.string, str) else message.string))
    ]
    assert left == []
    assert len(catalogue) > 1000


def test_each_plural_has_its_three_forms(catalogue: Catalog) -> None:
    """U64: 0, 1, 2, 5, 11, 12, 14, 21, 22, 25, 101, 111 of whatever is counted."""
    russian, wrong = speech("ru"), []
    for message in plurals(catalogue):
        one, many = message.id
        for count, form in COUNTS.items():
            said = russian.plural(one, many, count)
            if said != message.string[form].format(count=count) or not re.search("[а-я]", said):
                wrong.append(f"{count}: {said}")
    assert wrong == []
    assert len(plurals(catalogue)) > 10


def test_counted_things_are_bent(catalogue: Catalog) -> None:
    """U64: «1 задача, 2 задачи, 5 задач»: a form used twice is a form forgotten, but for words that do not bend."""
    same = [m.string for m in plurals(catalogue) if m.string[0] == m.string[1] or m.string[0] == m.string[2]]
    assert [forms for forms in same if not re.search(r"просроч|ч\b|мин\b|шт\b|дн\b", forms[0])] == []
