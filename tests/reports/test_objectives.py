"""Policy, objectives and the order that starts the project on paper."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from aiming import KEY
from press_room import NOON, compare, lines, room

from isodesk.domain.objectives import Measured
from isodesk.reports import objectives, pdf, project_order
from isodesk.reports.blocks import Approval, Bullets, Heading, KeepTogether, Paragraph, RuledLines, Signatures, Table
from isodesk.reports.document import Document

LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")
DOCUMENTS = ("policy", "objectives", "project-order")


def built(situation: str, key: str, language: str = "en") -> Document:
    return room().press.build(key, room().where(situation, KEY).client, language)


def tables(document: Document) -> list[Table]:
    found = []
    for section in document.sections:
        for block in section.blocks:
            inner = block.blocks if isinstance(block, KeepTogether) else (block,)
            found += [part for part in inner if isinstance(part, Table)]
    return found


def pages(document: Document) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_their_words_are_as_recorded(key: str, situation: str, language: str) -> None:
    compare(built(situation, key, language), f"{key}.{situation}.{language}")


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_same_data_gives_the_same_bytes(key: str, situation: str) -> None:
    printed = pdf.render_bytes(built(situation, key, "ru"))
    assert printed.startswith(b"%PDF")
    assert printed == pdf.render_bytes(built(situation, key, "ru"))


def test_the_columns_are_those_of_the_form() -> None:
    """print.md 3.12."""
    titles = [column.title for column in tables(built("typical", KEY, "en"))[0].columns]
    assert titles == [
        "No.",
        "Objective, process",
        "Measure and how it is calculated",
        "Base",
        "Target value",
        "Due",
        "Actions and resources",
        "Responsible",
        "How and when it is evaluated",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "Assessment",
    ]


def test_quarters_hold_what_was_measured_and_the_rest_is_left_to_the_pen() -> None:
    rows = tables(built("typical", KEY))[0].rows
    assert rows[0].cells[9:] == ("2.4", "2.1", "1.8", "1.5", "Reached")
    assert rows[1].cells[9:] == ("88", "", "", "89", "Behind")
    assert rows[2].cells[3:] == ("",) * 11


def test_what_is_missing_is_hatched_in_its_column() -> None:
    rows = tables(built("typical", KEY))[0].rows
    assert [row.marks for row in rows] == [(), (7, 8), (2, 4, 5, 7, 8)]


def test_a_quarter_counts_its_last_value_alone() -> None:
    values = tuple(Measured(date(2026, month, 1), float(month)) for month in range(1, 13))
    assert [objectives.of_quarter(values, 2026, quarter) for quarter in (1, 4)] == [values[2], values[11]]
    assert objectives.of_quarter(values, 2025, 1) is None


def test_the_title_names_the_field_and_the_year() -> None:
    assert built("typical", KEY, "ru").title == "Цели в области качества на 2026 год"
    assert built("typical", "policy", "ru").title == "Политика в области качества"


def test_the_awareness_sheet_names_the_people_and_leaves_room() -> None:
    sheet = tables(built("typical", KEY, "ru"))[-1]
    assert [row.cells[1] for row in sheet.rows][:3] == [
        "Соколов Андрей Викторович",
        "Иванова Анна Андреевна",
        "Белова Татьяна Игоревна",
    ]
    assert len(sheet.rows) == 14
    assert all(row.cells[3:] == ("", "") for row in sheet.rows)
    assert len(tables(built("extreme", KEY, "ru"))[-1].rows) == 19
    assert "Лист ознакомления с целями" in pages(built("empty", KEY, "ru"))[-1]


def test_the_policy_is_one_page_with_the_approval_of_its_day() -> None:
    document = built("typical", "policy", "ru")
    blocks = document.sections[0].blocks
    approval = next(block for block in blocks if isinstance(block, Approval))
    assert (approval.approver.name, approval.approver.date) == ("А. В. Соколов", date(2026, 9, 2))
    assert sum(isinstance(block, Bullets) for block in blocks) == 1
    (page,) = pages(document)
    assert "УТВЕРЖДАЮ" in page
    assert "металлической мебели" in page
    assert any(isinstance(block, RuledLines) for block in built("empty", "policy").sections[0].blocks)


def test_the_order_appoints_those_who_have_the_roles() -> None:
    found = lines(built("typical", "project-order", "ru"))
    assert any("(представителем руководства): Иванова Анна Андреевна, менеджер по качеству." in line for line in found)
    assert any("аудиторами: Белова Татьяна Игоревна, начальник производства." in line for line in found)
    assert "1 | Производство | Белова Татьяна Игоревна | Начальник производства" in found
    assert [row.cells for row in tables(built("typical", "project-order", "ru"))[0].rows][1] == ("2", "Закупки", "", "")
    assert any("«1» сентября 2026 г." in line for line in found)
    assert any("14-П" in line for line in found)
    assert any(line == "Место: г. Тверь" for line in found)


def test_what_is_not_known_is_a_line_for_the_pen_and_never_made_up() -> None:
    document = built("empty", "project-order", "ru")
    numbered = [
        block.text
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.text[:2] in {"1.", "2.", "3.", "5."}
    ]
    assert len(numbered) == 4
    assert all(project_order.BLANK in text for text in numbered)
    assert all(not any(row.cells[1:]) for row in tables(document)[0].rows)
    text = "\n".join(lines(document))
    assert "None" not in text
    assert "«___» ____________ 20__ г." in text


def test_the_order_has_the_requisites_of_an_order_in_their_order() -> None:
    """Name of the document, date and number, heading to the text, text, signature, acquaintance."""
    text = " ".join(pages(built("typical", "project-order", "ru")))
    places = [
        text.index(words)
        for words in (
            "«1» сентября 2026",
            "О начале работ",
            "В целях",
            "ПРИКАЗЫВАЮ:",
            "1. Начать",
            "7. Контроль",
            "/А. В. Соколов/",
            "С приказом ознакомлены",
        )
    ]
    assert places == sorted(places)
    document = built("typical", "project-order")
    heads = [b.text for s in document.sections for b in s.blocks if isinstance(b, Heading)]
    assert heads[0] == "ORDER"
    assert (document.number, document.date) == ("14-П", date(2026, 9, 1))


def test_the_head_signs_beside_the_last_point() -> None:
    kept = [b for s in built("typical", "project-order").sections for b in s.blocks if isinstance(b, KeepTogether)]
    assert any(isinstance(part, Signatures) for part in kept[0].blocks)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("170000, г. Тверь, ул. Заводская, д. 5", "г. Тверь"),
        ("пос. Заречный, ул. Дорожная", "пос. Заречный"),
        ("ул. Мельничная, д. 3", ""),
        ("Quarry House, 2 Chapel Rise, Hollinsby", ""),
        ("", ""),
    ],
)
def test_the_town_is_told_from_a_russian_address_only_where_it_stands(address: str, place: str) -> None:
    client = room().services.clients.get(room().where("empty", KEY).client)
    assert project_order.place_of(replace(client, legal_address=address)) == place


def test_the_year_follows_the_objectives() -> None:
    services = room().services
    client = room().where("typical", KEY).client
    listed = services.objectives.listed(client)
    aimed = objectives.Aimed(services.clients.get(client), services.objectives.policy(client), listed, (), {})
    assert aimed.year(NOON.date()) == 2026
    assert aimed.year(date(2027, 1, 10)) == 2027
    assert aimed.year(date(2025, 1, 10)) == 2026
