"""Frameworks of open libraries become standards of ours, whatever shape they have; what is no framework is refused."""

import time
from pathlib import Path

import pytest
from foreign_files import FRAMEWORK, MAPPED

from isodesk.catalog import frameworks, naming, pack, plain_text, rules
from isodesk.catalog.found import Found
from isodesk.catalog.mapping import Mapping, Pair, Relation
from isodesk.catalog.standard import Exclusion, Standard
from isodesk.domain.conformity import Importance
from isodesk.domain.people import Role
from isodesk.errors import ContentError, InvalidInput
from isodesk.i18n import speech

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "ciso-assistant"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"the frameworks from elsewhere are not in {SAMPLES}")


def read(text: str, **wishes: str) -> Found:
    return frameworks.read(text, "kitchen.yaml", **wishes)


def standard(text: str, **wishes: str) -> Standard:
    content = read(text, **wishes).content
    assert isinstance(content, Standard)
    assert rules.structure(content) == []
    return content


def framework(*nodes: str, locale: str = "en") -> str:
    """A library with these nodes, each a line of fields in braces."""
    listed = "".join(f"    - {{{node}}}\n" for node in nodes)
    return f"locale: {locale}\nobjects:\n  framework:\n    ref_id: F-1\n    requirement_nodes:\n{listed}"


def tree(text: str) -> list[tuple[str, str]]:
    return [(clause.number, clause.title("en")) for clause in standard(text).clauses]


def test_a_framework_becomes_a_standard() -> None:
    found = read(FRAMEWORK)
    held = standard(FRAMEWORK)

    assert (found.kind, found.key, found.nodes, found.assessable) == ("standard", "kitchen-2024", 4, 3)
    assert (held.designation, held.edition, held.family) == ("Kitchen-2024", "2024", "kitchen")
    assert held.titles == {"en": "Kitchen rules"}
    assert str(held.published) == "2024-05-26"
    assert held.source == "bakers\n© the bakers\nurn:baker:risk:framework:kitchen-2024"
    assert held.exclusion is Exclusion.ALLOW
    assert not held.harmonized
    assert [(clause.number, dict(clause.titles)) for clause in held.clauses] == [
        ("1", {"en": "Stoves", "fr": "Fourneaux"}),
        ("1.10", {"en": "Fire"}),
        ("1.2", {"en": "K-7 Knives are sharp, all of them & always."}),
        ("2", {"en": "A Annex"}),
    ]


def test_every_assessable_node_is_asked_about() -> None:
    held = standard(FRAMEWORK)

    assert held.question_keys == (
        "kitchen-2024.1.10",
        "kitchen-2024.k.question-1",
        "kitchen-2024.k.question-2",
        "kitchen-2024.a",
    )
    fire = held.questions["kitchen-2024.1.10"]
    assert (fire.common, fire.importance, fire.effort, fire.role) == (False, Importance.MEDIUM, 4, Role.QUALITY)
    text = fire.text("en")
    assert (text.question, text.why) == ("The fire is watched.", "Fires spread.")
    assert text.look_for == ("a rota", "a burn mark")
    assert held.questions["kitchen-2024.a"].text("en").question == "A Annex"


def test_questions_of_a_node_are_asked_one_by_one() -> None:
    held = standard(FRAMEWORK)
    first = held.questions["kitchen-2024.k.question-1"].text("en")

    assert first.question == "Are knives sharp?"
    assert first.why == "Knives are sharp,\nall of them & always."
    assert first.example == "Yes"
    assert held.questions["kitchen-2024.k.question-2"].text("en").question == "Who sharpens them?"


def test_what_was_left_aside_is_said() -> None:
    said = [remark.text(speech("en")) for remark in read(FRAMEWORK).remarks]
    assert said == [
        "Numbers that do not lie below their parent's became part of the title; 2 requirements.",
        "Groups of requirements are not taken; requirements that belong to one: 1.",
    ]
    mapped = FRAMEWORK + MAPPED[MAPPED.index("  requirement_mapping_sets") :]
    assert "The file holds mappings too; they were not taken." in [r.text(speech("en")) for r in read(mapped).remarks]
    assert all(remark.text(speech("ru")) for remark in read(mapped).remarks)


def test_a_preview_shows_the_first_requirements() -> None:
    found = read(FRAMEWORK)

    assert found.languages() == ("en", "fr")
    first, second = found.first(2, "fr")
    assert (first.number, first.title, first.level, first.question) == ("1", "Fourneaux", 1, "")
    assert (second.number, second.title, second.level, second.question) == ("1.10", "Fire", 2, "The fire is watched.")


def test_key_and_designation_can_be_chosen() -> None:
    held = standard(FRAMEWORK, key="my-kitchen", designation="MK")

    assert (held.key, held.designation, held.question_keys[0]) == ("my-kitchen", "MK", "my-kitchen.1.10")
    with pytest.raises(InvalidInput, match="cannot be the key"):
        read(FRAMEWORK, key="My kitchen")


@pytest.mark.parametrize("place", ["framework", "frameworks"])
def test_a_framework_may_stand_in_a_list(place: str) -> None:
    head, body = FRAMEWORK.split("  framework:\n")
    first = body.replace("    urn: urn:baker:risk:framework", "  - urn: urn:baker:risk:framework", 1)
    listed = f"{head}  {place}:\n{first}"
    assert standard(listed).clauses == standard(FRAMEWORK).clauses

    found = read(f"{listed}  - ref_id: SECOND\n    name: Second\n")
    assert found.nodes == 4
    assert "others: 1" in found.remarks[0].text(speech("en"))


def test_numbers_stay_as_they_are_written() -> None:
    assert tree(framework("urn: a, ref_id: 1, name: One", "urn: b, parent_urn: a, ref_id: 1.10, name: Ten")) == [
        ("1", "One"),
        ("1.10", "Ten"),
    ]
    assert tree(framework("urn: a, ref_id: 007, name: Bond", "urn: b, ref_id: 1e3, name: Big")) == [
        ("007", "Bond"),
        ("1e3", "Big"),
    ]


SHAPES = [
    ("no numbers", ("urn: a, name: One", "urn: b, name: Two"), [("1", "One"), ("2", "Two")]),
    ("one number twice", ("urn: a, ref_id: XY, name: One", "urn: b, ref_id: XY, name: Two"), [("1", "XY One"), ("2", "XY Two")]),
    ("children first", ("urn: b, parent_urn: A, name: Two", "urn: a, name: One"), [("1", "One"), ("1.1", "Two")]),
    ("depth alone", ("urn: a, depth: 1, name: One", "urn: b, depth: 2, name: Two"), [("1", "One"), ("1.1", "Two")]),
    ("deep at once", ("urn: a, depth: 3, name: One", "urn: b, depth: x, name: Two"), [("1", "One"), ("2", "Two")]),
    ("numbers without parents", ("urn: a, ref_id: 1.1, name: One", "urn: b, ref_id: 1.2, name: Two"), [("1", "1.1 One"), ("2", "1.2 Two")]),
    ("a number in between", ("urn: a, ref_id: 2, name: Two", "urn: b, name: One"), [("2", "Two"), ("3", "One")]),
    ("sections of an annex", ("urn: a, ref_id: A.5, name: Five", "urn: b, parent_urn: a, ref_id: A.5.1, name: One"), [("A.5", "Five"), ("A.5.1", "One")]),
    ("an annex", ("urn: a, ref_id: A, name: Annex", "urn: b, parent_urn: a, ref_id: A.5, name: Five"), [("1", "A Annex"), ("A.5", "Five")]),
    ("letters", ("urn: a, ref_id: GV, name: Govern", "urn: b, parent_urn: a, ref_id: GV.OC, name: Context", "urn: c, parent_urn: b, ref_id: GV.OC-01, name: Mission"), [("GV", "Govern"), ("GV.OC", "Context"), ("GV.OC.1", "GV.OC-01 Mission")]),
    ("spaces", ("urn: a, ref_id: Art. 5, name: One", "urn: b, ref_id: ' 7 ', name: Two"), [("1", "Art. 5 One"), ("7", "Two")]),
    ("a title with its number", ("urn: a, ref_id: (1), name: (1) One",), [("1", "(1) One")]),
    ("nothing but a number", ("urn: a, ref_id: 12, assessable: true",), [("12", "12")]),
    ("nothing at all", ("urn: urn:x:risk:req_node:f:12:b, name: null",), [("1", "12:b")]),
    ("a flag in quotes", ('urn: a, name: One, assessable: "True"',), [("1", "One")]),
]  # fmt: skip


@pytest.mark.parametrize(("nodes", "wanted"), [pytest.param(*shape[1:], id=shape[0]) for shape in SHAPES])
def test_frameworks_of_many_shapes_are_numbered(nodes: tuple[str, ...], wanted: list[tuple[str, str]]) -> None:
    assert tree(framework(*nodes)) == wanted


def test_a_description_alone_becomes_title_and_question() -> None:
    long = "The organization keeps a list of everything that it owns, whoever uses it, wherever it stands, and for how long."
    held = standard(framework(f"urn: a, assessable: true, description: '{long * 2}'"))

    assert held.clauses[0].title("en").endswith("…")
    assert len(held.clauses[0].title("en")) <= 121
    assert held.questions["f-1.a"].text("en").question == long * 2


def test_each_text_speaks_the_languages_in_which_it_is_there() -> None:
    held = standard(
        framework(
            "urn: a, assessable: true, name: Um, description: Texto, annotation: Nota, "
            "translations: {en: {name: One}, de-DE: {description: Satz, annotation: null}, xx-: {name: ''}}",
            locale="pt-BR",
        )
    )

    assert held.clauses[0].titles == {"pt": "Um", "en": "One", "de": "Satz"}
    texts = held.questions["f-1.a"].texts
    assert {language: text.question for language, text in texts.items()} == {"pt": "Texto", "en": "One", "de": "Satz"}
    assert {language: text.why for language, text in texts.items()} == {"pt": "Nota", "en": "", "de": ""}


def test_questions_may_stand_in_a_row_and_in_the_older_way() -> None:
    row = "urn: a, name: N, assessable: true, questions: [{urn: 'a:q:1', text: One?}, {urn: 'a:q:2', text: Two?, choices: [A, B]}]"
    assert [q.text("en").question for q in standard(framework(row)).questions.values()] == ["One?", "Two?"]
    assert [q.text("en").example for q in standard(framework(row)).questions.values()] == ["", "A\nB"]
    older = "urn: a, name: N, assessable: true, question: {question_type: text, questions: [{urn: x, text: Old?}]}"
    assert [q.text("en").question for q in standard(framework(older)).questions.values()] == ["Old?"]
    silent = "urn: a, name: N, assessable: true, questions: {x: {type: text, text: null}}"
    assert [q.text("en").question for q in standard(framework(silent)).questions.values()] == ["N"]


def test_keys_of_questions_are_distinct_and_latin() -> None:
    nodes = [
        f"urn: 'urn:x:risk:req_node:f:{tail}', name: N, assessable: true"
        for tail in ("Пункт 1", "punkt-1", "號", "号", "É.1")
    ]
    assert list(standard(framework(*nodes)).questions) == [
        "f-1.punkt-1", "f-1.punkt-1-2", "f-1.requirement", "f-1.requirement-2", "f-1.e.1",
    ]  # fmt: skip


FAULTS = [
    ("an anchor", "name: Fire", "name: &x Fire", 0, "anchors and aliases are not taken"),
    ("an alias", "name: Fire", "name: *x", 0, "anchors and aliases are not taken"),
    ("a tag", "name: Fire", "name: !!python/object:os.system Fire", 0, "the tag “tag:yaml.org,2002:python/object"),
    ("a tag of its own", "name: Fire", "name: !secret Fire", 0, "the tag “!secret” is not taken"),
    ("a field twice", "name: Fire", "name: Fire\n      name: Ice", 1, "“name” stands here for the second time"),
    ("a second document", "name: Fire", "name: Fire\n---\na: b", 1, "a second document begins here"),
    ("a hidden mark", "name: Fire", "name: Fi\u202ere", 0, "cannot be seen, U+202E"),
    ("a hidden mark, escaped", "name: Fire", 'name: "Fi\\u202ere"', 0, "cannot be seen, U+202E"),
    ("a hidden mark of HTML", "name: Fire", "name: Fi&#x202e;re", 0, "cannot be seen, U+202E"),
    ("a zero", "name: Fire", 'name: "Fi\\0re"', 0, "cannot be seen, U+0000"),
    ("a list for a text", "name: Fire", "name: [Fire]", 0, "“name” must be a text"),
    ("a table for a text", "ref_id: 1.10", "ref_id: {a: b}", 0, "“ref_id” must be a text"),
    ("a word for a flag", "assessable: true", "assessable: perhaps", 0, "“assessable” must be true or false"),
    ("no urn", "- urn: urn:baker:risk:req_node:kitchen-2024:1.10", "- urn: null", 0, "1.10: an entry has no “urn”"),
    ("one urn twice", "kitchen-2024:1.10", "kitchen-2024:1", 0, "stands here for the second time"),
    ("a parent nowhere", "KITCHEN-2024:1", "KITCHEN-2024:9", 0, "its parent “urn:baker:risk:req_node:KITCHEN-2024:9” is"),
    ("its own parent", "KITCHEN-2024:1", "kitchen-2024:1.10", -3, "its parents lead back to itself"),
    ("no nodes", "requirement_nodes:", "requirement_notes:", -3, "neither a framework with requirements nor"),
    ("nodes as a text", "requirement_nodes:\n", "requirement_nodes: x\n    y:\n", 0, "“requirement_nodes” must be a list"),
    ("questions as a text", "description: The fire", "questions: The fire", 0, "“questions” must be a list"),
    ("objects as a list", "objects:\n", "objects: [1]\nx:\n", 0, "“objects” must have fields of its own"),
    ("a list for a name", "name: Fire", "? [a]\n      : b", 0, "“?” must be a text"),
    ("evidence in tables", "typical_evidence: |\n        - a rota", "typical_evidence:\n        - {a: b}", 1, "“typical_evidence” must be"),
    ("broken", "name: Fire", "name: 'Fire", None, "the file cannot be read on from here"),]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "below", "fault"), [pytest.param(*fault[1:], id=fault[0]) for fault in FAULTS])
def test_a_fault_of_a_framework_names_file_line_and_key(old: str, new: str, below: int | None, fault: str) -> None:
    """`below` is how many lines below the change the fault is found; None where the library decides."""
    place = FRAMEWORK.index(old)
    with pytest.raises(ContentError) as caught:
        read(FRAMEWORK[:place] + new + FRAMEWORK[place + len(old) :])

    error = caught.value
    assert error.fields["file"] == "kitchen.yaml"
    assert error.fields["key"]
    if below is not None:
        assert error.fields["line"] == FRAMEWORK.count("\n", 0, place) + 1 + below
    assert str(error).startswith(f"kitchen.yaml, line {error.fields['line']}, {error.fields['key']}: ")
    assert fault in str(error)
    assert error.text(speech("ru"))


def test_evidence_may_be_a_list() -> None:
    held = standard(framework("urn: a, name: N, assessable: true, typical_evidence: ['1. rota', ' * mark ', '']"))
    assert held.questions["f-1.a"].text("en").look_for == ("rota", "mark")


def test_what_grows_too_long_when_it_is_joined_is_refused() -> None:
    long = "word " * 3000
    node = (
        f"urn: a, name: N, assessable: true, description: {long}, annotation: {long}, questions: [{{urn: q, text: Q}}]"
    )
    with pytest.raises(ContentError, match="line 6, a: a text has more than 20000 characters"):
        read(framework(node))


def many(count: int, *more: str) -> str:
    lines = "".join(f"    - urn: n{place}\n      name: N\n" + "".join(more).format(place - 1) for place in range(count))
    return f"objects:\n  framework:\n    requirement_nodes:\n{lines}"


PATIENCE = 3
"""Seconds: one on a quiet machine, more where others work beside and every line is counted for coverage."""
HOSTILE = {
    "levels": ("".join(" " * depth + "a:\n" for depth in range(1500)), "line 65, .*more than 64 levels"),
    "levels in a line": ("a: " + "[" * 20_000, "line 1, "),
    "a bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "line 1, a: anchors"),
    "values": ("- a\n" * 1_200_000, "more than 250000 entries"),
    "a number without end": (
        FRAMEWORK.replace("version: 3", "version: " + "9" * 100_000),
        "more than 20000 characters",
    ),
    "nodes": (many(20_001), "more than 20000 entries"),
    "a chain of parents": (
        many(10_000, "      parent_urn: n{}\n").replace("n-1", "n9999"),
        "parents lead back to itself",
    ),
    "comments": ("#\n" * 2_400_000 + "a: &x b", "line 2400001, a: anchors"),
    "no table": ("just words", "neither a framework"),
    "nothing": ("", "neither a framework"),
    "another library": ("urn: x\nobjects:\n  threats: []\n", "neither a framework"),
}


@pytest.mark.parametrize(("content", "fault"), HOSTILE.values(), ids=HOSTILE)
def test_a_library_made_to_do_harm_is_refused_at_once(content: str, fault: str) -> None:
    start = time.process_time()
    with pytest.raises(ContentError, match=fault):
        read(content)
    assert time.process_time() - start < PATIENCE


def test_requirements_that_lie_too_deep_are_refused() -> None:
    chain = many(40, "      parent_urn: n{}\n").replace("      parent_urn: n-1\n", "")
    with pytest.raises(ContentError, match="n12: it lies more than 12 levels deep"):
        read(chain)


def test_a_large_framework_takes_seconds_not_minutes() -> None:
    """Numbers and keys are found without looking at everything again for each."""
    start = time.process_time()
    found = read(many(19_000, "      ref_id: SAME\n      assessable: true\n"))
    assert (found.nodes, found.assessable) == (19_000, 19_000)
    assert time.process_time() - start < 20


def test_a_mapping_is_taken_from_both_of_its_directions() -> None:
    found = read(MAPPED)

    assert (found.kind, found.key, found.nodes, found.assessable) == ("mapping", "mapping-bakery-kitchen", 3, 0)
    bridge = found.content
    assert isinstance(bridge, Mapping)
    assert bridge.names == {"en": "Bakery and kitchen"}
    assert (bridge.source.key, bridge.target.key) == ("bakery", "kitchen")
    assert bridge.pairs == (
        Pair("1", "A.4", Relation.EQUAL),
        Pair("2.1", "A.5", Relation.SUBSET),
        Pair("9", "A.9", Relation.INTERSECT),
    )
    assert [line.number for line in found.first(2, "en")] == ["1", "2.1"]


def test_a_mapping_alone_may_stand_in_the_older_place() -> None:
    forward = MAPPED[: MAPPED.index("  - urn: urn:baker:risk:req_mapping_set:kitchen-bakery")]
    older = forward.replace("requirement_mapping_sets:\n  - urn", "requirement_mapping_set:\n    urn")
    assert read(older).content == read(forward).content
    with pytest.raises(ContentError, match="neither a framework with requirements nor a mapping"):
        read(older.replace("requirement_mappings:", "mappings:"))
    other = MAPPED.replace(
        "target_framework_urn: urn:baker:risk:framework:bakery", "target_framework_urn: urn:x:y:z:else"
    )
    assert "not taken: 1." in read(other).remarks[0].text(speech("en"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("relationship: subset", "relationship: sideways", "“sideways” is not a known relation"),
        ("source_framework_urn: urn:baker:risk:framework:bakery", "x: y", "an entry has no “source_framework_urn”"),
        (
            "target_requirement_urn: urn:baker:risk:req_node:kitchen:a.4",
            "x: y",
            "1: an entry has no “target_requirement_urn”",
        ),
        (
            "urn:baker:risk:req_node:kitchen:a.4",
            "'urn:baker:risk:req_node:kitchen:'",
            "an entry has no “target_requirement_urn”",
        ),
        ("relationship: equal", "relationship: [equal]", "“relationship” must be a text"),
    ],
)
def test_a_fault_of_a_mapping_names_its_place(old: str, new: str, fault: str) -> None:
    assert old in MAPPED
    with pytest.raises(ContentError, match=r"kitchen\.yaml, line \d+, ") as caught:
        read(MAPPED.replace(old, new, 1))
    assert fault in str(caught.value)


def test_relations_are_read_as_they_are_written_here_and_there() -> None:
    for written, wanted in (("Equal", "equal"), ("not related", "not_related"), ("null", "intersect")):
        bridge = read(MAPPED.replace("relationship: equal", f"relationship: {written}")).content
        assert isinstance(bridge, Mapping)
        assert bridge.pairs[0].relation == wanted


SIZES = {
    "asf-baseline-v2": (14, 14),
    "checklist-dossier-homologation": (19, 16),
    "dynamic-questionnaire": (14, 7),
    "mapping-iso27001-2013-to-iso27001-2022": (134, 0),
    "vendor-due-diligence": (55, 46),
}


@needs_samples
@pytest.mark.parametrize("name", SIZES)
def test_real_files_are_taken_whole(name: str, tmp_path: Path) -> None:
    found = frameworks.read((SAMPLES / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")

    assert (found.nodes, found.assessable) == SIZES[name]
    if isinstance(found.content, Standard):
        assert rules.structure(found.content) == []
        (tmp_path / "x.toml").write_text(pack.write(found.content, {}), "utf-8")
        assert pack.read(tmp_path / "x.toml", {}) == found.content


@needs_samples
def test_a_real_mapping_answers() -> None:
    name = "mapping-iso27001-2013-to-iso27001-2022.yaml"
    bridge = frameworks.read((SAMPLES / name).read_text("utf-8"), name).content
    assert isinstance(bridge, Mapping)
    assert [pair.target for pair in bridge.counterparts("A.9.2.1")] == ["A.5.16"]
    assert bridge.target.means(standard(framework("urn: a, name: N"), key="iso-iec-27001-2022"))
    assert not bridge.target.means(standard(framework("urn: a, name: N"), key="iso-iec-27001-2013"))


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("a <b>bold</b> word", "a bold word"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("<p>One</p><ul><li>two</li><li>three</li></ul>", "One\n\n- two\n- three"),
        ("fewer than < 250 people, more > 3", "fewer than < 250 people, more > 3"),
        ("AT&amp;T &lt;script&gt;", "AT&T <script>"),
        ("  much\t space \x0b and\r\nlines\u2028here ", "much space\nand\nlines\nhere"),
        ("<a href='x'>link</a>", "link"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a" * 3000 + "<b", "a" * 3000 + "<b"),
    ],
)
def test_texts_are_made_plain(markup: str, plain: str) -> None:
    assert plain_text.tidy(markup) == plain


def test_keys_are_told_from_names() -> None:
    assert naming.standard_key("", "ISO/IEC 27001:2022") == "iso-iec-27001-2022"
    assert naming.standard_key("Требования к пекарне (ёж)") == "trebovaniya-k-pekarne-ezh"
    assert naming.standard_key("号", "con", "x") == "own-standard"
    assert len(naming.standard_key("a" * 300)) == 60
