"""Files from elsewhere, written for the tests: a sound one of each kind, and ways to spoil them."""

import io
import zipfile
from collections.abc import Callable
from random import Random

PACK = """\
# A pack that a colleague has written by hand.
key = "bakery-rules"
family = "bakery"
designation = "BR 1"
edition = "2"
published = 2026-02-01
exclusion = "allow"
source = "Our own"
paragraphs = ["2.1.1"]

[title]
ru = "Правила пекарни"
de = "Regeln der Backstube"

[system]
ru = "Порядок пекарни"

[[clause]]
number = "1"
title.ru = "Чистота"
title.de = "Sauberkeit"
questions = ["bakery.clean"]

[[clause]]
number = "2"
title.ru = "Тесто"
exclusion = "forbid"

[[clause]]
number = "2.1"
title.ru = "Закваска"
questions = ["bakery.dough.age", "bakery.dough.log"]

[[question]]
key = "bakery.clean"
scope = "common"
importance = "high"
effort = 3
role = "quality"
follows = []
[question.ru]
question = "Чисто ли на столе?"
why = "Грязь попадает в хлеб."
look_for = ["стол без муки", "чистые полотенца"]
[question.de]
question = "Ist der Tisch sauber?"

[[question]]
key = "bakery.dough.age"
scope = "specific"
importance = "medium"
effort = 1
role = "head"
follows = ["bakery.clean"]
ru.question = "Известен ли возраст закваски?"

[[question]]
key = "bakery.dough.log"
scope = "specific"
importance = "low"
effort = 40
role = "quality"
follows = []
ru.question = "Ведётся ли журнал закваски?"
ru.action = "Завести журнал"

[[focus]]
question = "bakery.clean"
ru = "Смотрят под столом."

[[document]]
key = "dough-log"
clause = "2.1.1"
kind = "retain"
need = "expected"
name.ru = "Журнал закваски"
why.ru = "Видно, сколько ей дней."
confidence = "low"

[[review]]
clause = "1"
direction = "in"
name.ru = "Жалобы на чистоту"
"""

MAPPING = """\
kind = "mapping"
key = "bakery-to-kitchen"
origin = "Our own"

[name]
en = "Bakery to kitchen"

[source]
urn = "urn:baker:risk:framework:bakery"
key = "bakery"

[target]
urn = "urn:baker:risk:framework:kitchen"
key = "kitchen"

[[pair]]
source = "1"
target = "A.4"
relation = "equal"

[[pair]]
source = "2.1"
target = "A.5"
relation = "subset"
"""

FRAMEWORK = """\
convert_library_version: v2
urn: urn:baker:risk:library:kitchen
locale: en
ref_id: Kitchen-2024
name: Kitchen rules
description: Rules for kitchens
copyright: © the bakers
version: 3
publication_date: 2024-05-26
provider: bakers
packager: bakers
translations:
  fr:
    name: Règles de cuisine
objects:
  reference_controls:
  - urn: urn:baker:risk:reference_control:kitchen:c1
    ref_id: C1
  framework:
    urn: urn:baker:risk:framework:kitchen-2024
    ref_id: Kitchen-2024
    name: Kitchen rules
    requirement_nodes:
    - urn: urn:baker:risk:req_node:kitchen-2024:1
      assessable: false
      depth: 1
      ref_id: 1
      name: Stoves
      translations:
        fr:
          name: Fourneaux
    - urn: urn:baker:risk:req_node:kitchen-2024:1.10
      assessable: true
      depth: 2
      parent_urn: urn:baker:risk:req_node:KITCHEN-2024:1
      ref_id: 1.10
      name: Fire
      description: The fire is watched.
      annotation: Fires spread.
      typical_evidence: |
        - a rota
        - a burn mark
      implementation_groups:
      - BASIC
    - urn: urn:baker:risk:req_node:kitchen-2024:k
      assessable: true
      depth: 2
      parent_urn: urn:baker:risk:req_node:kitchen-2024:1
      ref_id: K-7
      description: "Knives are <b>sharp</b>,<br>all of them &amp; always."
      questions:
        urn:baker:risk:req_node:kitchen-2024:k:question:1:
          type: unique_choice
          text: Are knives sharp?
          choices:
          - urn: urn:baker:risk:req_node:kitchen-2024:k:question:1:choice:1
            value: "Yes"
            compute_result: compliant
          - urn: urn:baker:risk:req_node:kitchen-2024:k:question:1:choice:2
            value: "No"
        urn:baker:risk:req_node:kitchen-2024:k:question:2:
          type: text
          text: Who sharpens them?
    - urn: urn:baker:risk:req_node:kitchen-2024:a
      assessable: true
      ref_id: A
      name: Annex
      description: null
"""

MAPPED = """\
urn: urn:baker:risk:library:mapping-bakery-kitchen
locale: en
ref_id: mapping-bakery-kitchen
name: Bakery and kitchen
provider: bakers
objects:
  requirement_mapping_sets:
  - urn: urn:baker:risk:req_mapping_set:bakery-kitchen
    source_framework_urn: urn:baker:risk:framework:bakery
    target_framework_urn: urn:baker:risk:framework:kitchen
    requirement_mappings:
    - source_requirement_urn: urn:baker:risk:req_node:bakery:1
      target_requirement_urn: urn:baker:risk:req_node:kitchen:a.4
      relationship: equal
    - source_requirement_urn: urn:baker:risk:req_node:bakery:2.1
      target_requirement_urn: urn:baker:risk:req_node:kitchen:a.5
      relationship: subset
      rationale: semantic
      strength_of_relationship: 4
  - urn: urn:baker:risk:req_mapping_set:kitchen-bakery
    source_framework_urn: urn:baker:risk:framework:kitchen
    target_framework_urn: urn:baker:risk:framework:bakery
    requirement_mappings:
    - source_requirement_urn: urn:baker:risk:req_node:kitchen:a.5
      target_requirement_urn: urn:baker:risk:req_node:bakery:2.1
      relationship: superset
    - source_requirement_urn: urn:baker:risk:req_node:kitchen:a.9
      target_requirement_urn: urn:baker:risk:req_node:bakery:9
      relationship: intersect
"""

LIST = """\
№;Раздел;Название;Вопрос;Описание
4;;Среда;;
4.1;4;Факторы;Известны ли факторы?;Без них не понять рисков
4.2;4;Стороны;"Известны ли; стороны?";
;Прочее;Люди;Есть ли люди?;
5.1.1;;Роли;Названы ли роли?;
"""


def workbook(rows: list[list[object]] | None = None) -> bytes:
    """A workbook with the list, or with other rows."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows or [line.replace('"', "").split(";") for line in LIST.splitlines()]:
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def seeds() -> list[tuple[str, bytes]]:
    """A name and the bytes of a sound file of each kind."""
    return [
        ("pack.toml", PACK.encode()),
        ("mapping.toml", MAPPING.encode()),
        ("framework.yaml", FRAMEWORK.encode()),
        ("mapped.yaml", MAPPED.encode()),
        ("list.csv", LIST.encode("cp1251")),
        ("list.xlsx", workbook()),
    ]


class Chance(Random):
    """Chance that takes the same way for the same seed."""


Change = Callable[[bytes, Chance], bytes]
_ODD = [
    *(
        "1",
        "true",
        "null",
        "~",
        "[]",
        "{}",
        "[1, [2]]",
        "{a: 1}",
        "{a = 1}",
        '""',
        '"x"',
        "2026-02-30",
        "1e999",
        "-0.0",
    ),
    *("9" * 5000, "0x" + "f" * 300, "²", "٣", "A", "..", "1.", "1..1", "1.1.1.1.1.1.1.1.1.1.1.1.1.1", "x" * 21_000),
    *(
        "&a x",
        "*a",
        "!!python/object:os.system x",
        "!x y",
        "<<",
        "? x",
        "|",
        ">",
        "- ",
        "\x00",
        "\x1b",
        "\u202e",
        "\u2066",
    ),
    *(
        '"\\u202e"',
        '"\\ud800"',
        "\u00a0",
        "\ufeff",
        "\u2028",
        "<script>",
        "&#x202e;",
        "../../etc",
        "con",
        "key",
        "=1+1",
    ),
    *("[" * 80 + "]" * 80, "{a: " * 80 + "}" * 80, "a." * 100 + "a = 1", "[[clause]]", "---", "...", "%YAML 1.2"),
]


def _lines(content: bytes) -> list[bytes]:
    return content.split(b"\n")


def _flip(content: bytes, chance: Chance) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _repeat_line(content: bytes, chance: Chance) -> bytes:
    lines = _lines(content)
    place = chance.randrange(len(lines))
    return b"\n".join([*lines[:place], *[lines[place]] * chance.randint(2, 4), *lines[place + 1 :]])


def _drop_lines(content: bytes, chance: Chance) -> bytes:
    lines = _lines(content)
    place = chance.randrange(len(lines))
    return b"\n".join(lines[:place] + lines[place + chance.randint(1, 3) :])


def _swap_lines(content: bytes, chance: Chance) -> bytes:
    lines = _lines(content)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _copy_block(content: bytes, chance: Chance) -> bytes:
    lines = _lines(content)
    place = chance.randrange(len(lines))
    block = lines[place : place + chance.randint(2, 12)]
    target = chance.randrange(len(lines))
    return b"\n".join(lines[:target] + block * chance.randint(1, 3) + lines[target:])


def _other_value(content: bytes, chance: Chance) -> bytes:
    """Puts something of another type behind a sign of assignment."""
    lines = _lines(content)
    place = chance.randrange(len(lines))
    for sign in (b"=", b": ", b";", b",", b">"):
        head, found, _rest = lines[place].partition(sign)
        if found:
            lines[place] = head + found + b" " + chance.choice(_ODD).encode("utf-8", "surrogatepass")
            break
    return b"\n".join(lines)


def _insert(content: bytes, chance: Chance) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(_ODD).encode("utf-8", "surrogatepass") + content[place:]


def _insert_line(content: bytes, chance: Chance) -> bytes:
    lines = _lines(content)
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(_ODD).encode("utf-8", "surrogatepass"))
    return b"\n".join(lines)


def _cut(content: bytes, chance: Chance) -> bytes:
    return content[: chance.randrange(len(content))]


def _indent(content: bytes, chance: Chance) -> bytes:
    lines = _lines(content)
    place = chance.randrange(len(lines))
    lines[place] = b" " * chance.randint(0, 9) + lines[place].lstrip()
    return b"\n".join(lines)


def _reword(content: bytes, chance: Chance) -> bytes:
    """Puts one word of the file in the place of another."""
    words = content.split(b" ")
    words[chance.randrange(len(words))] = chance.choice(words)
    return b" ".join(words)


CHANGES: list[Change] = [
    *(_flip, _repeat_line, _drop_lines, _swap_lines, _copy_block, _other_value, _other_value, _insert, _insert_line),
    *(_cut, _indent, _reword),
]


def spoilt(name: str, content: bytes, chance: Chance) -> bytes:
    """The file with one to three changes; of a workbook one of its parts is changed more often than the zip."""
    if name.endswith(".xlsx") and chance.random() < 0.8:
        return _rezipped(content, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        content = chance.choice(CHANGES)(content, chance) or b"x"
    return content


def _rezipped(content: bytes, chance: Chance) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as made:
        chosen = chance.choice([*archive.namelist(), *["xl/worksheets/sheet1.xml"] * 6, "xl/workbook.xml"])
        for part in archive.namelist():
            inside = archive.read(part).replace(b"><", b">\n<")
            made.writestr(part, chance.choice(CHANGES)(inside, chance) if part == chosen else inside)
    return target.getvalue()
