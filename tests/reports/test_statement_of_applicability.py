"""The Statement of Applicability on paper."""

import io
from collections.abc import Iterator
from pathlib import Path

import annex
import pypdf
import pytest
from press_room import NOON, compare, lines, room
from stating import KEY

from isodesk.domain.applicability import Fault, Reason
from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId
from isodesk.errors import NotAllowed, NotFound
from isodesk.i18n import speech
from isodesk.reports import pdf
from isodesk.reports.blocks import Bullets, Facts, Figures, KeepTogether, Row, Signatures, Table
from isodesk.reports.document import Document
from isodesk.reports.press import Press
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services, open_workspace
from isodesk.wording import REASON, reason_letter

LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")
WHY, EVIDENCE, OWNER = 3, 5, 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_same_data_gives_the_same_bytes(situation: str, language: str) -> None:
    printed = pdf.render_bytes(room().build(situation, KEY, language))
    assert printed.startswith(b"%PDF")
    assert printed == pdf.render_bytes(room().build(situation, KEY, language))


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def controls(document: Document) -> dict[str, Row]:
    """Rows of the big table by the number of the control."""
    return {row.cells[0]: row for row in tables(document)[0].rows if row.style == "normal"}


def missing(document: Document) -> tuple[str, ...]:
    """The list of what is missing."""
    kept = [block for section in document.sections for block in section.blocks if isinstance(block, KeepTogether)]
    return next((inner.items for block in kept for inner in block.blocks if isinstance(inner, Bullets)), ())


def test_every_control_stands_once_below_its_section() -> None:
    document = room().build("typical", KEY)
    assert tuple(controls(document)) == annex.CONTROLS
    heads = [row.cells[0] for row in tables(document)[0].rows if row.style == "group"]
    assert heads == ["A.5 Organizational controls", "A.8 Technological controls"]
    assert all(section.orientation == "landscape" for section in document.sections)


def test_a_control_says_whether_why_how_far_by_what_and_by_whom() -> None:
    found = controls(room().build("typical", KEY))
    assert found["A.5.1"].cells == (
        "A.5.1",
        "Policies",
        "Yes",
        "L, C\n152-ФЗ, ст. 19; договор с банком, п. 4.2",
        "Implemented",
        "Политика ИБ, ред. 2 от 12.01.2026\nFiles attached: 1",
        "Лебедева Инна Олеговна",
    )
    assert found["A.8.1"].cells == ("A.8.1", "Devices", "No", "Ноутбуков нет: все за терминалами", "", "", "")
    assert found["A.8.2"].cells[2] == "–"


def test_what_is_missing_is_hatched_where_it_is_missing_and_listed() -> None:
    document = room().build("typical", KEY)
    assert {number: row.marks for number, row in controls(document).items()} == {
        "A.5.1": (),
        "A.5.2": (),
        "A.5.10": (OWNER,),
        "A.8.1": (),
        "A.8.2": (2,),
    }
    assert missing(document) == ("Not decided: A.8.2", "No owner: A.5.10")
    worst = {number: row.marks for number, row in controls(room().build("extreme", KEY)).items()}
    assert worst == {"A.5.1": (), "A.5.2": (), "A.5.10": (EVIDENCE,), "A.8.1": (2, WHY), "A.8.2": ()}


def test_the_counts_are_those_of_the_page() -> None:
    counts = {}
    for block in room().build("typical", KEY).sections[0].blocks:
        if isinstance(block, Figures):
            counts |= {caption: number for number, caption in block.items}
    assert counts == {
        "controls": "5",
        "apply": "3",
        "do not apply": "1",
        "not decided": "1",
        "implemented": "1",
        "partly implemented": "1",
        "still planned": "1",
        "of unknown status": "0",
    }
    where = room().where("typical", KEY)
    found = room().services.applicability.completeness(where.client)
    assert (found.total, found.applicable, found.excluded, found.undecided) == (5, 3, 1, 1)


def test_excluded_controls_stand_together_once_more() -> None:
    second = tables(room().build("typical", KEY))[1]
    assert [row.cells for row in second.rows] == [("A.8.1", "Devices", "Ноутбуков нет: все за терминалами")]
    assert len(tables(room().build("empty", KEY))) == 1


def test_version_date_and_signatures_stand_on_the_first_page() -> None:
    document = room().build("typical", KEY)
    assert document.date == NOON.date()
    facts = next(dict(block.rows) for block in document.sections[0].blocks if isinstance(block, Facts))
    assert facts["As of"] == "23 Nov 2026"
    assert facts["State"] == "draft: something is still missing"
    assert facts["Version, in force from"].count("_") > 10
    assert facts["Responsible for information security"] == "Лебедева Инна Олеговна"
    signatures = next(block for block in document.sections[0].blocks if isinstance(block, Signatures))
    assert [row.name for row in signatures.rows] == ["Иванова А. А.", "И. О. Лебедева"]
    first = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages[0].extract_text()
    for words in ("APPROVED", "А. В. Соколов", "И. О. Лебедева"):
        assert words in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_letters_that_differ_and_are_explained_on_each_page(language: str) -> None:
    words = speech(language)
    letters = [reason_letter(reason, words) for reason in Reason]
    assert len(set(letters)) == len(letters)
    document = room().build("typical", KEY, language)
    pages = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages
    assert len(pages) >= 2
    for page in pages:
        for reason in Reason:
            said = f"{reason_letter(reason, words)} – {words(REASON[reason]).lower()}"
            assert "".join(said.split()) in "".join(page.extract_text().split())


def test_a_complete_statement_says_so_and_hatches_nothing(stated: tuple[Services, ClientId]) -> None:
    services, client = stated
    document = Press(services).build(KEY, client, "en")
    assert any("State: complete" in line for line in lines(document))
    assert not any(row.marks for table in tables(document) for row in table.rows)
    assert missing(document) == ()
    assert "Hatched" not in document.legend


def test_each_fault_is_hatched(stated: tuple[Services, ClientId]) -> None:
    """Whatever the check finds shows in its row, and nothing else does."""
    services, client = stated
    one = [annex.key("A.5.1")]
    for change in (
        lambda: services.applicability.set_reasons(client, one, frozenset()),
        lambda: services.applicability.set_owner(client, one, None),
        lambda: services.applicability.decide(client, one, None),
        lambda: services.applicability.decide(client, one, False),
        lambda: services.assessment.record_many(
            client, [q.key for q in services.assessment.questions(client, "en")], Conformity.NOT_APPLICABLE
        ),
    ):
        change()
        document = Press(services).build(KEY, client, "en")
        marked = {number for number, row in controls(document).items() if row.marks}
        named = [view.clause for view in services.applicability.controls(client, "en") if view.faults]
        assert marked == set(named)
        assert named
        while services.history.undo():
            if services.applicability.completeness(client).is_complete:
                break


@pytest.fixture
def stated(tmp_path: Path) -> Iterator[tuple[Services, ClientId]]:
    """A client of whose statement nothing is missing."""
    services = open_workspace(tmp_path / "workspace", shelf=annex.AnnexShelf())
    client = services.clients.create(NewClient("Vector", annex.STANDARD, "en"))
    services.applicability.propose(client)
    owner = services.team.add_person(client, "A. Falcon")
    services.applicability.set_owner(client, map(annex.key, annex.CONTROLS), owner)
    assert services.applicability.completeness(client).is_complete
    yield services, client
    services.close()


def test_a_client_without_controls_is_told_what_to_do() -> None:
    client = room().known["typical"].client
    with pytest.raises(NotFound, match=r"has an annex of controls\. Add such a standard on page 1\.2"):
        room().press.build(KEY, client, "en")
    with pytest.raises(NotAllowed, match="no form to fill in"):
        room().press.build(KEY, room().where("typical", KEY).client, "en", blank=True)


def test_it_is_offered_only_where_there_are_controls() -> None:
    press = room().press
    assert KEY in {kind.key for kind in press.offered(room().where("empty", KEY).client)}
    plain = [kind.key for kind in press.offered(room().known["empty"].client)]
    assert plain == [
        "project-order",
        "gap-report",
        "context",
        "readiness",
        "plan",
        "policy",
        "objectives",
        "risk-register",
        "responsibility-matrix",
        "budget",
        "audit-checklist",
        "nonconformity",
        "audit-report",
    ]


def test_a_transition_is_offered_before_and_after_a_move() -> None:
    press = room().press
    for situation in ("empty", "typical"):
        client = room().where(situation, "transition-report").client
        assert "transition-report" in {kind.key for kind in press.offered(client)}


def test_every_fault_has_a_column_to_hatch() -> None:
    from isodesk.reports import statement_of_applicability

    assert set(statement_of_applicability._MISSING_AT) == set(Fault)
