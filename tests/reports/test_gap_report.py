"""The gap assessment report and its form."""

from dataclasses import replace

import pytest
from press_room import NOON, compare, lines, room

from isodesk.domain.charts import Radar
from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId
from isodesk.i18n import speech
from isodesk.reports import gap_report, letterhead, pdf
from isodesk.reports.blocks import Chart, Figures, KeepTogether, Row, Table
from isodesk.reports.document import Document
from isodesk.reports.gap_groups import Group, group_of
from isodesk.reports.gap_report import Assessed
from isodesk.reports.press import Press
from isodesk.services.workspace import Services

LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, "gap-report", language), f"gap-report.{situation}.{language}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_words_of_the_form_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, "gap-report", language, blank=True), f"gap-report-blank.{situation}.{language}")


def table(document: Document) -> Table:
    """The big table in landscape."""
    section = next(section for section in document.sections if section.orientation == "landscape")
    return next(block for block in section.blocks if isinstance(block, Table))


def questions(document: Document) -> list[Row]:
    return [row for row in table(document).rows if row.style == "normal"]


@pytest.mark.parametrize("blank", [False, True])
def test_every_question_stands_once_with_its_number_on_screen(blank: bool) -> None:
    client = room().known["typical"].client
    shown = room().services.assessment.questions(client, "en")
    rows = questions(room().build("typical", "gap-report", blank=blank))
    assert [row.cells[0] for row in rows] == [str(view.number) for view in shown]
    assert [row.cells[2] for row in rows] == [view.question for view in shown]


def test_it_says_that_it_is_no_internal_audit() -> None:
    assert any("not an internal audit" in line for line in lines(room().build("empty", "gap-report")))


def test_the_big_numbers_are_those_of_the_results_page() -> None:
    results = room().services.results.view(room().known["typical"].client, "en")
    summary = room().build("typical", "gap-report").sections[0].blocks
    figures = next(block for block in summary if isinstance(block, Figures))
    chart = next(block for block in summary if isinstance(block, KeepTogether)).blocks[0]
    progress = results.progress
    assert figures.items[0][0] == f"{int(progress.ready * 100 + 1e-9)}%"
    assert figures.items[1][0] == f"{progress.answered} of {progress.total}"
    assert figures.items[2][0] == str(len(results.gaps))
    assert isinstance(chart, Chart)
    assert chart.value == results.bars


def test_what_is_absent_is_marked_for_a_black_and_white_copy() -> None:
    shown = room().services.assessment.questions(room().known["typical"].client, "en")
    rows = questions(room().build("typical", "gap-report"))
    assert [bool(row.marks) for row in rows] == [view.conformity is Conformity.ABSENT for view in shown]


def test_an_exclusion_and_its_reason_stand_on_the_first_page() -> None:
    assert "Clauses that do not apply: 8.3 – Изделия делаются по чертежам заказчика." in lines(
        room().build("typical", "gap-report")
    )


def test_the_forecast_follows_the_plan_where_there_is_one() -> None:
    client = room().known["typical"].client
    tasks = room().services.plan.tasks(client, "en")
    last = max(task.due for task in tasks if task.due and task.question)
    said = "\n".join(lines(room().build("typical", "gap-report")))
    assert f"closed on {last.day} {last:%b %Y}" in said
    assert "There is no plan yet" not in said


def test_the_form_is_blank_and_its_rows_are_as_high_as_asked() -> None:
    form = room().build("typical", "gap-report", blank=True, row_mm=22)
    assert all(cell == "" for row in questions(form) for cell in row.cells[3:])
    assert table(form).min_row_mm == 22
    assert dict(form.page_fields)["Assessor"] == ""
    assert form.legend.startswith("1 – conforms · 2 – partly")
    assert form.title == "Gap assessment form"


def test_the_report_and_its_form_have_codes_of_their_own() -> None:
    assert room().build("empty", "gap-report", "ru").form == "Ф-1.5 ред. 1"
    assert room().build("empty", "gap-report", "en", blank=True).form == "F-1.4 rev. 1"


@pytest.mark.parametrize("blank", [False, True])
def test_the_worst_client_prints_and_repeats_to_the_byte(blank: bool) -> None:
    document = room().build("extreme", "gap-report", "ru", blank=blank)
    printed = pdf.render_bytes(document)
    assert printed.startswith(b"%PDF")
    assert printed == pdf.render_bytes(room().build("extreme", "gap-report", "ru", blank=blank))


def test_without_a_plan_the_forecast_says_what_it_rests_on() -> None:
    """Ten hours a week, the gaps of the client, and the day on which the certificate is wanted."""
    where, services = room().known["typical"], room().services
    assessed = Assessed(
        services.clients.get(where.client),
        (),
        services.assessment.questions(where.client, "en"),
        services.results.view(where.client, "en"),
        NOON.date(),
        None,
    )
    document = gap_report.build(assessed, letterhead.of(services, where.client, "en"), speech("en"))
    said = "\n".join(lines(document))
    weeks = -(-assessed.results.hours // 10)
    assert f"One person who spares 10 hours a week would need: {weeks} weeks." in said
    assert "The certificate is wanted by 1 Jun 2027." in said
    assert "Build the plan from the gaps" in said
    assert document.date == NOON.date()


def test_a_missing_reason_is_among_the_next_steps() -> None:
    where, services = room().known["typical"], room().services
    questions = services.assessment.questions(where.client, "en")
    without = tuple(replace(view, reason="") for view in questions)
    assessed = Assessed(
        services.clients.get(where.client),
        (),
        without,
        services.results.view(where.client, "en"),
        NOON.date(),
        NOON.date(),
    )
    document = gap_report.build(assessed, letterhead.of(services, where.client, "en"), speech("en"))
    assert any("called “not applicable” do not apply" in line for line in lines(document))


def test_levels_make_a_radar_and_a_round_before_is_compared(services: Services, client: ClientId) -> None:
    """On paper: both shapes, their numbers, what became worse by name, who assessed with the days."""
    keys = [view.key for view in services.assessment.questions(client, "en")]
    services.assessment.record_many(client, keys, Conformity.PARTLY)
    services.assessment.change(client, keys, maturity=2)
    services.rounds.start(client, carry=True)
    services.assessment.set_assessor(client, "Anna <&>")
    services.assessment.record(client, keys[0], Conformity.ABSENT)
    services.assessment.change(client, keys[:1], maturity=5)
    document = Press(services).build("gap-report", client, "en")
    said = "\n".join(lines(document))
    radar = next(
        chart.value
        for block in document.sections[0].blocks
        if isinstance(block, KeepTogether)
        for chart in block.blocks
        if isinstance(chart, Chart) and isinstance(chart.value, Radar)
    )
    assert radar.is_shape
    assert "5 Leadership | 2 | 2" in said
    assert "became worse: 1" in said
    assert "Anna <&>, 23 Nov 2026" in said
    assert pdf.render_bytes(document).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("conformity", "changes", "group"),
    [
        (Conformity.CONFORMS, {}, Group.TO_DOCUMENT),
        (Conformity.CONFORMS, {"existing": "a sheet"}, Group.DOCUMENTED),
        (Conformity.CONFORMS, {"evidence": 1}, Group.DOCUMENTED),
        (Conformity.CONFORMS, {"maturity": 3}, Group.DOCUMENTED),
        (Conformity.CONFORMS, {"maturity": 2}, Group.TO_DOCUMENT),
        (Conformity.PARTLY, {"existing": "a sheet"}, Group.TO_REDESIGN),
        (Conformity.ABSENT, {}, Group.ABSENT),
        (Conformity.NOT_APPLICABLE, {}, None),
        (None, {}, None),
    ],
)
def test_each_question_is_in_one_of_four_groups(
    conformity: Conformity | None, changes: dict[str, object], group: Group | None
) -> None:
    view = room().services.assessment.questions(room().known["empty"].client, "en")[0]
    assert group_of(replace(view, conformity=conformity, **changes)) is group  # type: ignore[arg-type]
