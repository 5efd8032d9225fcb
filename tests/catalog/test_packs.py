"""A pack is written, read, checked and kept whole, or refused with file, line and key."""

import time
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from builders import clause, question, standard
from foreign_files import FRAMEWORK, MAPPING, PACK
from hypothesis import given
from hypothesis import strategies as st

from isodesk.catalog import foreign, limits, mapping, naming, numbering, pack, reader, rules, storing
from isodesk.catalog.mapping import Pair, Relation
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import (
    Clause,
    Confidence,
    Direction,
    DocumentKind,
    Exclusion,
    Need,
    Question,
    QuestionText,
    RequiredDocument,
    ReviewTopic,
    Standard,
)
from isodesk.domain.conformity import Importance
from isodesk.domain.keys import clause_order
from isodesk.domain.people import Role
from isodesk.errors import ContentError, InvalidInput, NotAllowed, NotFound, StorageTrouble
from isodesk.i18n import speech


@pytest.fixture(scope="module")
def shipped() -> Shelf:
    """What ships, read once; tests that write take a shelf of their own."""
    return Shelf()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """What ships, with an empty folder of one's own."""
    return Shelf(own=tmp_path / "own")


def written(tmp_path: Path, text: str | bytes, name: str = "pack.toml") -> Path:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return file


def bakery(tmp_path: Path, **changes: Any) -> Standard:
    return replace(pack.read(written(tmp_path, PACK), {}), **changes)


def test_a_pack_may_speak_any_language(tmp_path: Path) -> None:
    found = pack.read(written(tmp_path, PACK), {})

    assert (found.key, found.family, found.edition) == ("bakery-rules", "bakery", "2")
    assert (found.title("de"), found.title("en")) == ("Regeln der Backstube", "Правила пекарни")
    assert found.by_number["2.1"].title("de") == "Закваска"
    clean = found.questions["bakery.clean"]
    assert set(clean.texts) == {"ru", "de"}
    assert clean.text("de") == QuestionText("Ist der Tisch sauber?")
    assert found.questions["bakery.dough.log"].text("ru").action == "Завести журнал"
    assert found.exclusion_of("2.1") is Exclusion.FORBID
    assert found.documents[0].confidence is Confidence.LOW
    assert found.focus_of("bakery.clean", "ru") == "Смотрят под столом."


def test_every_standard_that_ships_comes_back_equal(shipped: Shelf, tmp_path: Path) -> None:
    for key in shipped.shipped:
        held = shipped.standard(key)
        for bank in (shipped.bank, {}):
            file = written(tmp_path, pack.write(held, bank))
            assert pack.read(file, bank) == held
            assert pack.check(file, bank) == []
        assert len(pack.write(held, shipped.bank)) * 3 < len(pack.write(held, {}))


def test_the_same_standard_is_written_the_same(tmp_path: Path) -> None:
    first = bakery(tmp_path)
    turned = replace(first, questions=dict(reversed(first.questions.items())))

    assert pack.write(first, {}) == pack.write(turned, {})
    assert pack.write(pack.read(written(tmp_path, pack.write(first, {})), {}), {}) == pack.write(first, {})


def test_what_a_standard_may_say_is_all_written(tmp_path: Path, shipped: Shelf) -> None:
    """A field that somebody adds to Standard has to find its way into packs too."""
    said = {item.name for item in fields(Standard)}
    spoken = [shipped.standard(key) for key in shipped.shipped] + [bakery(tmp_path)]
    unheard = {name for name in said if not any(getattr(each, name) for each in spoken)}
    assert unheard == set()


LINE = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\uffff\ufffe",
    ),
    min_size=1,
    max_size=40,
).filter(str.strip)
TEXT = st.lists(LINE, max_size=3).map("\n\t".join)
LANGUAGES = st.lists(st.sampled_from(["ru", "en", "de", "fr", "pt", "zho"]), min_size=1, max_size=3, unique=True)


def spoken(texts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return LANGUAGES.flatmap(lambda languages: st.fixed_dictionaries(dict.fromkeys(languages, texts)))


QUESTION_TEXT = st.builds(QuestionText, LINE, TEXT, st.lists(LINE, max_size=3).map(tuple), TEXT, TEXT)


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    """Any standard that is sound in structure."""
    parents = draw(st.lists(st.integers(0, 5), min_size=1, max_size=12))
    items = [
        numbering.Item("", parent if parent < place and place % 3 else None) for place, parent in enumerate(parents)
    ]
    numbers = [item.number for item in numbering.numbers(items)]
    questions, clauses = {}, []
    for number in numbers:
        keys = [f"own.{number}.{place}" for place in range(draw(st.integers(0, 2)))]
        for key in keys:
            questions[key] = Question(
                key,
                draw(st.booleans()),
                draw(st.sampled_from(Importance)),
                draw(st.integers(1, 40)),
                draw(st.sampled_from(Role)),
                (),
                draw(spoken(QUESTION_TEXT)),
            )
        clauses.append(Clause(number, draw(spoken(LINE)), tuple(keys), draw(st.sampled_from([None, *Exclusion]))))
    document = st.builds(
        RequiredDocument,
        st.just("document"),
        st.sampled_from(numbers),
        st.sampled_from(DocumentKind),
        st.sampled_from(Need),
        spoken(LINE),
        spoken(LINE),
        st.sampled_from(Confidence),
    )
    topic = st.builds(
        ReviewTopic, st.sampled_from(numbers), st.sampled_from(Direction), spoken(LINE), st.sampled_from(Confidence)
    )
    return Standard(
        key=draw(st.from_regex(r"[a-z0-9-]{2,60}", fullmatch=True).filter(naming.is_standard_key)),
        designation=draw(LINE),
        edition=draw(TEXT),
        titles=draw(spoken(LINE)),
        system=draw(spoken(LINE)),
        clauses=tuple(clauses),
        questions=questions,
        published=draw(st.none() | st.dates()),
        source=draw(TEXT),
        family=draw(LINE),
        exclusion=draw(st.sampled_from(Exclusion)),
        harmonized=draw(st.booleans()),
        documents=tuple(draw(st.lists(document, max_size=1))),
        review=tuple(draw(st.lists(topic, max_size=2))),
        focus={key: draw(spoken(LINE)) for key in list(questions)[:1]},
    )


@given(held=standards())
def test_any_standard_comes_back_equal(held: Standard, tmp_path: Path) -> None:
    file = written(tmp_path, pack.write(held, {}))

    assert pack.read(file, {}) == held
    heading = reader.read_heading(file, own=True)
    assert (heading.key, heading.titles, heading.published) == (held.key, held.titles, held.published)


QUESTION_OF_OURS = question("a.b")
AGE, LOG, CLEAN = 'key = "bakery.dough.age"', 'key = "bakery.dough.log"', 'key = "bakery.clean"'
FAULTS = [
    ("a key in capitals", 'key = "bakery-rules"', 'key = "Bakery"', "", "Bakery", "“key” must have"),
    ("a key that is a device", 'key = "bakery-rules"', 'key = "con"', "", "con", "“key” must have"),
    ("no language", 'ru.question = "Известен ли возраст закваски?"\n', "", AGE, "bakery.dough.age", "no text in any"),
    ("no code of a language", 'title.ru = "Тесто"', 'title.russian = "Т"', 'number = "2"', "2", "no text in any"),
    ("one more", 'title.ru = "Тесто"', 'title.ru = "Т"\ntitle.pt-br = "T"', 'number = "2"', "2", "“pt-br” in “title”"),
    ("a misspelt field", 'why = "Грязь попадает в хлеб."', 'wyy = "Г"', CLEAN, "bakery.clean", "“wyy” is not a known"),
    ("effort of a week", "effort = 40", "effort = 41", LOG, "bakery.dough.log", "effort must be 1 to 40"),
    ("a question twice", 'questions = ["bakery.clean"]', 'questions = ["bakery.dough.age"]', AGE, "bakery.dough.age", "in more than one clause"),
    ("a letter alone", 'number = "2"\n', 'number = "A"\n', 'number = "A"', "A", "sections of an annex A.1, A.2"),
    ("a raised number", 'number = "2"\n', 'number = "²"\n', 'number = "²"', "²", "is no number"),
    ("two dots", 'number = "2.1"', 'number = "2..1"', 'number = "2..1"', "2..1", "is no number"),
    ("no parent", 'number = "2.1"', 'number = "3.1"', 'number = "3.1"', "3.1", "has no parent 3"),
    ("an empty title", 'title.ru = "Закваска"', 'title.ru = " "', 'number = "2.1"', "2.1", "empty title"),
    ("a document nowhere", 'clause = "2.1.1"', 'clause = "9"', 'key = "dough-log"', "dough-log", "which is no clause"),
    ("a topic nowhere", 'clause = "1"\n', 'clause = "9"\n', 'clause = "9"', "9", "which is no clause"),
    ("an odd paragraph", '"2.1.1"]', '"2.1.1", "½"]', 'key = "bakery-rules"', "bakery-rules", "no number of a paragraph"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "anchor", "key", "fault"), [pytest.param(*fault[1:], id=fault[0]) for fault in FAULTS]
)
def test_a_fault_of_a_pack_names_file_line_and_key(
    tmp_path: Path, old: str, new: str, anchor: str, key: str, fault: str
) -> None:
    assert PACK.count(old) == 1
    spoilt = PACK.replace(old, new)
    line = spoilt[: spoilt.index(anchor)].count("\n") + 1
    file = written(tmp_path, spoilt)
    with pytest.raises(ContentError) as caught:
        pack.read(file, {})

    error = caught.value
    assert (error.fields["file"], error.fields["line"], error.fields["key"]) == ("pack.toml", line, key)
    assert str(error).startswith(f"pack.toml, line {line}, {key}: ")
    assert fault in str(error)
    assert str(pack.check(file, {})[0]) == str(error)


def test_questions_that_follow_one_another_in_a_circle_are_refused(tmp_path: Path) -> None:
    spoilt = PACK.replace("follows = []", 'follows = ["bakery.dough.age"]')
    with pytest.raises(ContentError, match="in a circle"):
        pack.read(written(tmp_path, spoilt), {})


def test_a_question_that_ships_may_not_say_something_else(tmp_path: Path) -> None:
    other = replace(QUESTION_OF_OURS, key="bakery.clean")
    with pytest.raises(ContentError, match="ships with isodesk and says something else"):
        pack.read(written(tmp_path, PACK), {"bakery.clean": other})
    own = bakery(tmp_path)
    assert pack.read(written(tmp_path, pack.write(own, own.questions)), own.questions) == own


def test_a_question_comes_from_the_bank_where_the_pack_has_none(tmp_path: Path) -> None:
    text = PACK.replace('questions = ["bakery.clean"]', 'questions = ["bakery.clean", "a.b"]')
    assert pack.read(written(tmp_path, text), {"a.b": QUESTION_OF_OURS}).questions["a.b"] is QUESTION_OF_OURS
    with pytest.raises(ContentError, match=r"line 19, 1: the question “a\.b” is not in the bank"):
        pack.read(written(tmp_path, text), {})


def test_a_check_names_every_fault_once(tmp_path: Path) -> None:
    spoilt = PACK.replace("effort = 3", 'effort = "3"').replace('role = "head"', 'role = "boss"')
    spoilt = spoilt.replace('kind = "retain"', 'kind = "keep"').replace('direction = "in"', 'direction = "up"')
    found = pack.check(written(tmp_path, spoilt), {})

    assert [error.fields["key"] for error in found] == ["bakery.clean", "bakery.dough.age", "dough-log", "1"]
    several = PACK.replace('number = "2.1"', 'number = "3.1"').replace("effort = 40", "effort = 41")
    assert [error.fields["key"] for error in pack.check(written(tmp_path, several), {})] == ["3.1", "bakery.dough.log"]
    assert len(pack.check(written(tmp_path, "key = ["), {})) == 1


def test_a_check_stops_at_a_hundred_faults(tmp_path: Path) -> None:
    spoilt = PACK + "".join(f'[[clause]]\nnumber = "9.{number}"\ntitle.ru = "x"\n' for number in range(300))
    assert len(pack.check(written(tmp_path, spoilt), {})) == limits.SHOWN


PATIENCE = 3
"""Seconds: one on a quiet machine, more where others work beside and every line is counted for coverage."""
HOSTILE = {
    "more than it may hold": (PACK + "#" * limits.SIZE, "larger than 5 MB"),
    "a marked text": (PACK.replace("Тесто", "Те\u202eсто"), "line 26, -: .*U\\+202E|line 26, ru: .*U\\+202E"),
    "a marked text, escaped": (PACK.replace('"Тесто"', '"Те\\u202Eсто"'), "line 26, ru: .*U\\+202E"),
    "a control character": (PACK.replace('"Тесто"', '"Те\\u001bсто"'), "line 26, ru: .*U\\+001B"),
    "a marked field": (PACK.replace("title.de = ", '"d\\u2066e" = '), "U\\+2066"),
    "a text of a book": (PACK.replace("Тесто", "Тесто " * 5000), "line 26, ru: a text has more than 20000"),
    "a number without end": (PACK.replace("effort = 3", "effort = " + "9" * 5000), "line .* is not valid TOML"),
    "lists in lists": (PACK.replace("follows = []", "follows = " + "[" * 5000), "is not valid TOML"),
    "lists in lists, closed": (PACK.replace('["2.1.1"]', "[" * 70 + "]" * 70), "more than 64 levels"),
    "a key of many parts": ("a" + ".a" * 20_000 + " = 1", "line 1, -: the file holds more than"),
    "the same in braces": ("x = 1\ny = {a" + ".a" * 20_000 + " = 1}", "line 2, -: the file holds more than"),
    "quoted parts": ("x = 1\n" + '"a b".' * 20_000 + "a = 1", "line 2, -: the file holds more than"),
    "tables without end": ("[[clause]]\n" * 100_000, "holds more than 20000 entries"),
    "clauses without end": (PACK + "[[clause]]\nnumber = '9'\ntitle.ru = 'x'\n" * 21_000, "more than 20000 tables"),
    "values without end": ("".join(f"a{place} = 1\n" for place in range(300_000)), "holds more than 20000 entries"),
    "bytes": (b"\xff" * 5000, "is not UTF-8"),
}


@pytest.mark.parametrize(("content", "fault"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_made_to_do_harm_is_refused_at_once(tmp_path: Path, content: str | bytes, fault: str) -> None:
    file = written(tmp_path, content)
    start = time.process_time()
    with pytest.raises(ContentError, match=fault):
        foreign.read(file, {})
    assert time.process_time() - start < PATIENCE


def test_what_is_too_much_from_outside_may_lie_in_ones_own_folder(tmp_path: Path, shelf: Shelf) -> None:
    """A list of twenty thousand rows can be imported, though as a pack it is longer than a file from outside may be."""
    long = bakery(tmp_path, source="x" * 20_000)
    keys = [f"long.q{place}" for place in range(300)]
    questions = {key: question(key, text={"why": "y" * 19_000}) for key in keys}
    long = replace(
        long, clauses=(clause("1", *questions),), questions=questions, documents=(), review=(), focus={}, paragraphs=()
    )
    shelf.install(long)

    assert shelf.standard("bakery-rules") == long
    with pytest.raises(ContentError, match="larger than 5 MB"):
        foreign.read(shelf.own_folder / "bakery-rules.toml", {})


def test_an_installed_pack_is_on_the_shelf(tmp_path: Path, shelf: Shelf) -> None:
    shelf.install(bakery(tmp_path))

    assert shelf.own == ("bakery-rules",)
    assert shelf.standard("bakery-rules") == bakery(tmp_path)
    assert shelf.faulty() == ()
    assert [heading.designation for heading in shelf.headings() if heading.own] == ["BR 1"]
    assert [file.name for file in shelf.own_folder.iterdir()] == ["bakery-rules.toml"]


def test_a_pack_replaces_another_only_when_told_so(tmp_path: Path, shelf: Shelf) -> None:
    shelf.install(bakery(tmp_path))
    assert shelf.standard("bakery-rules").edition == "2"
    with pytest.raises(NotAllowed, match="already"):
        shelf.install(bakery(tmp_path, edition="3"))
    assert shelf.standard("bakery-rules").edition == "2"

    shelf.install(bakery(tmp_path, edition="3"), replace=True)
    assert shelf.standard("bakery-rules").edition == "3"


@pytest.mark.parametrize("key", ["iso-9001-2026", "iso-iec-27001-2022"])
def test_what_ships_is_neither_replaced_nor_removed(tmp_path: Path, shelf: Shelf, key: str) -> None:
    with pytest.raises(NotAllowed, match="ships with isodesk"):
        shelf.install(bakery(tmp_path, key=key), replace=True)
    with pytest.raises(NotAllowed, match="ships with isodesk"):
        shelf.remove(key)
    assert not shelf.own_folder.exists()


@pytest.mark.parametrize("key", ["", "a", "A-b", "a b", "../up", "a/b", "con", "lpt1", "x" * 61, "a.b", "ключ"])
def test_a_key_must_be_a_file_name_everywhere(tmp_path: Path, shelf: Shelf, key: str) -> None:
    with pytest.raises(InvalidInput, match="cannot be the key"):
        shelf.install(bakery(tmp_path, key=key))
    assert not shelf.own_folder.exists()


def test_nothing_is_half_installed(tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.install(bakery(tmp_path))
    before = (shelf.own_folder / "bakery-rules.toml").read_bytes()
    with pytest.raises(ContentError, match="is no number"):
        shelf.install(bakery(tmp_path, clauses=(clause("²"),), documents=(), review=(), focus={}), replace=True)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storing.os, "fsync", full)
    with pytest.raises(StorageTrouble, match="No space left"):
        shelf.install(bakery(tmp_path, edition="9"), replace=True)
    assert [file.name for file in shelf.own_folder.iterdir()] == ["bakery-rules.toml"]
    assert (shelf.own_folder / "bakery-rules.toml").read_bytes() == before


def test_an_own_pack_can_be_removed(tmp_path: Path, shelf: Shelf) -> None:
    shelf.install(bakery(tmp_path))
    shelf.remove("bakery-rules")

    assert shelf.own == ()
    with pytest.raises(NotFound):
        shelf.standard("bakery-rules")
    with pytest.raises(NotFound, match="There is no standard"):
        shelf.remove("bakery-rules")


def test_what_cannot_be_removed_is_said(tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.install(bakery(tmp_path))

    def refuse(_self: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StorageTrouble, match="could not be removed: Permission denied"):
        shelf.remove("bakery-rules")


def test_a_pack_under_another_name_is_named_and_left_out(tmp_path: Path, shelf: Shelf) -> None:
    shelf.install(bakery(tmp_path))
    (shelf.own_folder / "bakery-rules.toml").rename(shelf.own_folder / "other.toml")

    assert [heading.key for heading in shelf.headings() if heading.own] == []
    (fault,) = shelf.faulty()
    assert "must be called bakery-rules.toml" in str(fault)


def test_a_spoilt_pack_hides_no_other(tmp_path: Path, shelf: Shelf) -> None:
    shelf.install(bakery(tmp_path))
    (shelf.own_folder / "bad.toml").write_text(PACK.replace("effort = 3", "effort = " + "9" * 5000), "utf-8")
    (shelf.own_folder / "marked.toml").write_text(PACK.replace("BR 1", "BR\u202e 1"), "utf-8")
    (shelf.own_folder / "mappings").mkdir()
    (shelf.own_folder / "mappings" / "bad.toml").write_text(MAPPING.replace("subset", "sideways"), "utf-8")

    assert [heading.key for heading in shelf.headings() if heading.own] == ["bakery-rules"]
    assert [fault.fields["file"] for fault in shelf.faulty()] == ["bad.toml", "marked.toml", "bad.toml"]
    assert shelf.mappings() == ()


def test_an_exported_standard_can_be_imported_by_a_colleague(tmp_path: Path, shelf: Shelf) -> None:
    shelf.install(bakery(tmp_path))
    colleague = Shelf(own=tmp_path / "colleague")
    found = foreign.read(written(tmp_path, shelf.exported("bakery-rules"), "given.toml"), colleague.bank)
    colleague.install(found.content)

    assert colleague.standard("bakery-rules") == shelf.standard("bakery-rules")
    given = foreign.read(
        written(tmp_path, shelf.exported("iso-9001-2026"), "given.toml"),
        colleague.bank,
        foreign.Wishes("my-9001", "My 9001"),
    )
    colleague.install(given.content)
    held = colleague.standard("my-9001")
    assert (held.designation, held.question_keys) == ("My 9001", shelf.standard("iso-9001-2026").question_keys)
    with pytest.raises(NotFound):
        shelf.exported("nothing")


def test_a_mapping_is_kept_beside_the_packs(tmp_path: Path, shelf: Shelf) -> None:
    found = foreign.read(written(tmp_path, MAPPING), {})
    shelf.install(found.content)

    assert shelf.own == ()
    assert shelf.mapping_keys == ("bakery-to-kitchen",)
    assert shelf.mappings() == (found.content,)
    assert mapping.read(written(tmp_path, shelf.exported("bakery-to-kitchen"))) == found.content
    with pytest.raises(NotAllowed, match="already"):
        shelf.install(found.content)
    shelf.remove("bakery-to-kitchen")
    assert shelf.mapping_keys == ()
    with pytest.raises(NotFound, match="no mapping"):
        shelf.mapping("bakery-to-kitchen")


def test_a_mapping_answers_from_both_sides(tmp_path: Path) -> None:
    bridge = mapping.read(written(tmp_path, MAPPING))
    own = bakery(tmp_path, key="bakery")
    kitchen = standard(clause("1"), key="some-kitchen", source="urn:baker:risk:framework:kitchen")

    assert bridge.counterparts("2.1") == (Pair("2.1", "A.5", Relation.SUBSET),)
    assert bridge.counterparts("nothing", "1") == (Pair("1", "A.4", Relation.EQUAL),)
    assert bridge.seen_from(own) is bridge
    turned = bridge.seen_from(kitchen)
    assert turned is not None
    assert turned.counterparts("a.5") == (Pair("A.5", "2.1", Relation.SUPERSET),)
    assert bridge.seen_from(standard(clause("1"), key="iso-test")) is None
    assert turned.turned() == bridge


def test_requirements_that_are_not_related_answer_nothing(tmp_path: Path) -> None:
    bridge = mapping.read(written(tmp_path, MAPPING.replace("subset", "not_related")))
    assert bridge.counterparts("2.1") == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('relation = "subset"', 'relation = "sideways"', "line 22, 2.1: “relation” must be one of equal"),
        ('source = "2.1"', 'source = " "', "“source” and “target” must name requirements"),
        ('kind = "mapping"', 'kind = "map"', "“kind” must be mapping"),
        ('key = "bakery-to-kitchen"', 'key = "B"', "“key” must have"),
        ('target = "A.4"', "target = 4", "line 17, 1: “target” must be a text"),
        (MAPPING[MAPPING.index("[[pair]]") :], "", "there must be 1 to 20000 pairs"),
        ('origin = "Our own"', 'origins = "Our own"', "“origins” is not a known field"),
    ],
)
def test_a_fault_of_a_mapping_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert MAPPING.count(old) == 1
    with pytest.raises(ContentError, match=fault):
        foreign.read(written(tmp_path, MAPPING.replace(old, new)), {})


def test_files_are_known_by_what_they_hold(tmp_path: Path) -> None:
    for text, kind in ((PACK, "pack"), (MAPPING, "mapping"), (FRAMEWORK, "library")):
        assert foreign.kind_of(written(tmp_path, text, "file.download")) == kind
    with pytest.raises(ContentError, match="of no kind that can be imported"):
        foreign.kind_of(written(tmp_path, "hello", "file.download"))
    with pytest.raises(ContentError, match=r"gone\.toml cannot be read"):
        foreign.read(tmp_path / "gone.toml", {})


def test_the_remedy_fits_a_file_that_is_not_in_the_standards_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        foreign.read(written(tmp_path, PACK.replace("effort = 3", "effort = 0")), {})
    assert "standards folder" not in str(caught.value)
    assert caught.value.text(speech("ru"))


@pytest.mark.parametrize("number", ["4", "4.10", "A.5.1", "GV.OC-01", "10-b", "Б.1", "4.а", "0"])
def test_what_can_be_a_number_of_a_clause(number: str) -> None:
    assert numbering.is_number(number)
    assert clause_order(number)


@pytest.mark.parametrize(
    "number", ["", ".", "A", "Я", "4.", ".4", "4..1", "4 1", "²", "½", "1.²", "a_b", "-1", "1" * 41, "٣"]
)
def test_what_cannot(number: str) -> None:
    assert not numbering.is_number(number)


def test_structure_names_a_letter_alone_with_a_remedy() -> None:
    (fault,) = rules.structure(standard(clause("A"), clause("A.5")))
    assert fault == "clause A is a letter alone: number the sections of an annex A.1, A.2 and so on"
