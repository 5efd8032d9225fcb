"""The sample client is complete, believable on any day, and made once."""

import re
import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from isodesk import resources
from isodesk.catalog.shelf import Shelf
from isodesk.domain.audits import AuditState, Grade, Stage, Verdict
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page, PageState, Phase
from isodesk.domain.keys import ClientId, is_within
from isodesk.domain.registration import inn_fault, ogrn_fault
from isodesk.errors import ReadOnlyWorkspace
from isodesk.i18n import LANGUAGES
from isodesk.services import sample, sample_file
from isodesk.services.evidence import Subject
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services, open_workspace

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STANDARD = "iso-9001-2026"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_workspace(tmp_path, actor="Test", clock=lambda: MONDAY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A workspace with both samples, for reading only."""
    opened = open_workspace(tmp_path_factory.mktemp("samples"), clock=lambda: MONDAY)
    for language in LANGUAGES:
        sample.create(opened, language)
    yield opened
    opened.close()


@pytest.fixture(params=LANGUAGES)
def made(request: pytest.FixtureRequest, finished: Services) -> tuple[ClientId, str]:
    return next(view.id for view in finished.clients.listed() if view.language == request.param), request.param


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_an_answer_with_its_notes(language: str) -> None:
    data = sample_file.read("beginner", language, MONDAY.date())
    assert [answer.question for answer in data.answers] == list(Shelf().standard(STANDARD).question_keys)
    by_verdict: dict[str, list[sample_file.Answer]] = {}
    for answer in data.answers:
        by_verdict.setdefault(answer.conformity, []).append(answer)
    assert {verdict: len(answers) for verdict, answers in by_verdict.items()} == {
        Conformity.CONFORMS: 65,
        Conformity.PARTLY: 38,
        Conformity.ABSENT: 23,
        Conformity.NOT_APPLICABLE: 10,
    }
    assert all(answer.existing and answer.missing for answer in by_verdict[Conformity.PARTLY])
    assert all(answer.missing for answer in by_verdict[Conformity.ABSENT])
    assert sum(bool(answer.existing) for answer in by_verdict[Conformity.CONFORMS]) >= 65 / 3
    assert not any(answer.missing or answer.reason for answer in by_verdict[Conformity.CONFORMS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_processes_carry_every_clause_that_is_not_excluded(language: str) -> None:
    data = sample_file.read("beginner", language, MONDAY.date())
    excluded = [exclusion["clause"] for exclusion in data.exclusions]
    asked = {
        clause.number
        for clause in Shelf().standard(STANDARD).clauses
        if clause.questions and not any(is_within(clause.number, out) for out in excluded)
    }
    carried = [clause for process in data.processes for clause in process.clauses]
    assert sorted(carried) == sorted(asked)
    assert {process.owner for process in data.processes} <= {person.key for person in data.people}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_show_dates_and_keep_to_the_house_style(language: str) -> None:
    source = resources.path("samples", f"beginner.{language}.toml").read_text("utf-8")
    assert not re.search("[ёЁ]", source)
    assert not re.search("[а-яА-Я][a-zA-Z]|[a-zA-Z][а-яА-Я]", source)
    texts = list(_texts(tomllib.loads(source)))
    repeated = {text for text in texts if len(text) > 45 and texts.count(text) > 1}
    assert repeated == set()
    if language == "ru":
        assert not [text for text in texts if '"' in text and ";" not in text]
    data = sample_file.read("beginner", language, MONDAY.date())
    assert not re.search(r"\{-?\d+\}", repr(data))
    assert {"ru": "07.09.2026", "en": "10 Sept 2026"}[language] in repr(data)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def test_the_russian_firm_has_right_numbers_of_a_region_that_is_none() -> None:
    details = sample_file.read("beginner", "ru", MONDAY.date()).details
    inn, ogrn = str(details["inn"]), str(details["ogrn"])
    assert (inn_fault(inn), ogrn_fault(ogrn)) == (None, None)
    assert (inn[:2], ogrn[3:5]) == ("00", "00")


def test_the_overview_tells_of_a_plan_in_progress(finished: Services, made: tuple[ClientId, str]) -> None:
    client, language = made
    view = finished.overview.view(client, language)
    done = {page for page, state in view.states.items() if state is PageState.DONE}
    assert done >= {Page.ORGANISATION, Page.SCOPE, Page.TEAM, Page.GAP, Page.RESULTS, Page.CHECKLIST, Page.AUDIT_REPORT}
    assert view.phase is Phase.PLANNING
    assert (view.progress.conforms, view.progress.partly, view.progress.absent) == (65, 38, 23)
    assert 0.65 < view.progress.ready < 0.68
    facts = view.facts
    assert (facts.people, facts.processes, facts.processes_without_owner) == (9, 9, 0)
    assert (facts.gaps, facts.gaps_without_task, facts.tasks_overdue) == (61, 0, 2)
    assert (facts.nonconformities, facts.nonconformities_closed, facts.nonconformities_overdue) == (4, 1, 0)
    assert facts.not_applicable_without_reason == 0
    client_view = finished.clients.get(client)
    assert client_view.is_sample
    assert (client_view.staff, client_view.language, len(finished.clients.sites(client))) == (18, language, 2)
    assert sum(site.staff or 0 for site in finished.clients.sites(client)) == 18


@pytest.mark.parametrize("days", [0, 4, 5, 6])
def test_the_plan_looks_the_same_on_monday_and_at_the_end_of_the_week(tmp_path: Path, days: int) -> None:
    opened = open_workspace(tmp_path, clock=lambda: MONDAY + timedelta(days=days))
    client = sample.create(opened, "en")
    today = opened.workshop.today
    tasks = [task for task in opened.plan.tasks(client, "en") if task.kind is TaskKind.TASK]
    done = [task for task in tasks if task.done == 100]
    assert 0.3 < len(done) / len(tasks) < 0.4
    assert sum(task.is_overdue(today) for task in tasks) == 2
    assert sum(0 < task.done < 100 and not task.is_overdue(today) for task in tasks) >= 4
    assert all(task.done_on is not None and task.done_on <= today for task in done)
    starts = min(task.start for task in tasks if task.start)
    ends = max(task.due for task in tasks if task.due)
    assert timedelta(days=39) <= today - starts <= timedelta(days=45)
    assert timedelta(days=110) <= ends - today <= timedelta(days=140)
    audit = opened.audits.listed(client)[0]
    assert audit.starts_on is not None
    assert audit.ends_on is not None
    assert audit.reported_on is not None
    assert audit.starts_on < audit.ends_on <= audit.reported_on < today
    raised = opened.findings.listed(client, "en")
    assert all(f.raised_on == audit.ends_on for f in raised)
    assert all(f.raised_on <= f.done_on <= today for f in raised if f.done_on)
    opened.close()


def test_the_audit_is_finished_and_its_findings_stand_at_different_steps(
    finished: Services, made: tuple[ClientId, str]
) -> None:
    client, language = made
    (audit,) = finished.audits.listed(client)
    assert audit.state is AuditState.FINISHED
    assert audit.dependences == ()
    assert len(audit.processes) == 3
    assert all((audit.conclusion, audit.strengths, audit.not_covered, audit.objective, audit.places, audit.methods))
    rows = finished.checklists.rows(audit.id, language)
    assert len(rows) == audit.answered == 34
    assert all(row.evidence for row in rows)
    assert audit.count(Verdict.NONCONFORMING) == 4
    findings = finished.findings.listed(client, language, audit.id)
    assert sorted((finding.grade, finding.stage) for finding in findings) == sorted(
        [
            (Grade.MAJOR, Stage.VERIFICATION),
            (Grade.MINOR, Stage.CLOSED),
            (Grade.MINOR, Stage.CARRYING_OUT),
            (Grade.MINOR, Stage.CAUSE),
            (Grade.OPPORTUNITY, Stage.ACTION),
        ]
    )
    assert all(row.findings for row in rows if row.verdict is Verdict.NONCONFORMING)


def test_evidence_is_small_and_real(finished: Services, made: tuple[ClientId, str]) -> None:
    client, language = made
    found = []
    for key in ("policy.text", "qms.suppliers.evaluation", "qms.nonconforming.handling"):
        found += finished.evidence.listed(client, Subject.ANSWER, key)
    for row in finished.checklists.rows(finished.audits.listed(client)[0].id, language):
        found += finished.evidence.listed(client, Subject.ITEM, row.id)
    heads = {view.name[-4:]: finished.evidence.content(view)[:3] for view in found}
    assert len(found) == 4
    assert heads == {".pdf": b"%PD", ".csv": b"\xef\xbb\xbf", ".jpg": b"\xff\xd8\xff"}
    shipped = resources.path("samples").glob("beginner-*")
    assert sum(file.stat().st_size for file in shipped) < 60_000


def test_a_second_call_gives_the_same_client_and_the_first_is_quick(services: Services) -> None:
    begun = time.perf_counter()
    first = sample.create(services, "ru")
    assert time.perf_counter() - begun < 5
    assert sample.create(services, "ru") == first
    assert services.history.undoable is None
    other = sample.create(services, "en")
    assert {view.id for view in services.clients.listed()} == {first, other}
    services.clients.archive(first)
    assert sample.create(services, "ru") not in {first, other}


def test_an_unknown_language_gets_the_english_sample(services: Services) -> None:
    assert sample.create(services, "de") == sample.create(services, "en")


def test_a_sample_that_fails_half_way_goes_to_the_trash(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        message = "no room"
        raise OSError(message)

    monkeypatch.setattr(type(services.planning), "build", refuse)
    with pytest.raises(OSError, match="no room"):
        sample.create(services, "en")
    assert services.clients.listed() == ()
    assert len(services.clients.listed(archived=True)) == 1
    monkeypatch.undo()
    assert services.overview.view(sample.create(services, "en"), "en").facts.audits_finished == 1


def test_a_read_only_workspace_says_so(services: Services, tmp_path: Path) -> None:
    second = open_workspace(tmp_path)
    with pytest.raises(ReadOnlyWorkspace):
        sample.create(second, "en")
    second.close()
