"""The sample clients are complete, believable on any day, and made once; the certified one moves to the next edition."""

import re
import time
import tomllib
from collections.abc import Iterable, Iterator
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
from isodesk.domain.samples import Sample
from isodesk.domain.schedule import working_days
from isodesk.errors import ReadOnlyWorkspace
from isodesk.i18n import LANGUAGES
from isodesk.services import sample, sample_file
from isodesk.services.evidence import Subject
from isodesk.services.plan import TaskKind
from isodesk.services.question_views import QuestionView
from isodesk.services.workspace import Services, open_workspace

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STANDARD = "iso-9001-2026"
BEFORE = "iso-9001-2015"
EVERY = [(which, language) for which in Sample for language in LANGUAGES]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_workspace(tmp_path, actor="Test", clock=lambda: MONDAY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A workspace with both firms of the beginner, for reading only."""
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


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_processes_carry_every_clause_that_is_not_excluded(which: Sample, language: str) -> None:
    data = sample_file.read(which, language, MONDAY.date())
    excluded = [exclusion["clause"] for exclusion in data.exclusions]
    asked = {
        clause.number
        for clause in Shelf().standard(data.standard).clauses
        if clause.questions and not any(is_within(clause.number, out) for out in excluded)
    }
    carried = [clause for process in data.processes for clause in process.clauses]
    assert sorted(carried) == sorted(asked)
    assert {process.owner for process in data.processes} <= {person.key for person in data.people}


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_texts_show_dates_and_keep_to_the_house_style(which: Sample, language: str) -> None:
    source = resources.path("samples", f"{which}.{language}.toml").read_text("utf-8")
    assert not re.search("[ёЁ]", source)
    assert not re.search("[а-яА-Я][a-zA-Z]|[a-zA-Z][а-яА-Я]", source)
    texts = list(_texts(tomllib.loads(source)))
    repeated = {text for text in texts if len(text) > 45 and texts.count(text) > 1}
    assert repeated == set()
    if language == "ru":
        assert not [text for text in texts if '"' in text and ";" not in text]
    data = sample_file.read(which, language, MONDAY.date())
    assert not re.search(r"\{-?\d+\}", repr(data))
    day = {
        (Sample.BEGINNER, "ru"): "07.09.2026",
        (Sample.BEGINNER, "en"): "10 Sept 2026",
        (Sample.CERTIFIED, "ru"): "02.10.2026",
        (Sample.CERTIFIED, "en"): "8 Oct 2026",
    }
    assert day[which, language] in repr(data)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize("which", Sample)
def test_the_russian_firm_has_right_numbers_of_a_region_that_is_none(which: Sample) -> None:
    details = sample_file.read(which, "ru", MONDAY.date()).details
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
    assert 0.3 < len(done) / len(tasks) < 0.45
    assert sum(task.is_overdue(today) for task in tasks) == 2
    assert sum(0 < task.done < 100 and not task.is_overdue(today) for task in tasks) >= 4
    assert all(task.done_on is not None and task.done_on <= today for task in done)
    starts = min(task.start for task in tasks if task.start)
    ends = max(task.due for task in tasks if task.due)
    assert timedelta(days=39) <= today - starts <= timedelta(days=45)
    assert timedelta(days=100) <= ends - today <= timedelta(days=140)
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
    shipped = [file for file in resources.path("samples").glob("beginner-*") if file.suffix != ".toml"]
    assert sum(file.stat().st_size for file in shipped) < 60_000


def test_a_second_call_gives_the_same_client_and_the_first_is_quick(services: Services) -> None:
    begun = time.perf_counter()
    first = sample.create(services, "ru")
    assert time.perf_counter() - begun < 5
    assert sample.create(services, "ru") == first
    assert services.history.undoable is None
    other = sample.create(services, "en")
    third = sample.create(services, "ru", Sample.CERTIFIED)
    assert sample.create(services, "ru", Sample.CERTIFIED) == third
    assert len({first, other, third}) == 3
    assert {view.id for view in services.clients.listed()} == {first, other, third}
    services.clients.archive(first)
    assert sample.create(services, "ru") not in {first, other}


def test_an_unknown_language_gets_the_english_sample(services: Services) -> None:
    assert sample.create(services, "de") == sample.create(services, "en")


def test_a_sample_that_fails_half_way_goes_to_the_trash(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_wishes: object) -> int:
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


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A workspace with both certified firms; tests leave them as they are."""
    opened = open_workspace(tmp_path_factory.mktemp("certified"), clock=lambda: MONDAY)
    for language in LANGUAGES:
        sample.create(opened, language, Sample.CERTIFIED)
    yield opened
    opened.close()


@pytest.fixture(params=LANGUAGES)
def holder(request: pytest.FixtureRequest, certified: Services) -> tuple[ClientId, str]:
    return next(view.id for view in certified.clients.listed() if view.language == request.param), request.param


@pytest.mark.parametrize(("language", "conforms", "left_out"), [("ru", 119, 2), ("en", 111, 10)])
def test_the_certified_firm_has_few_gaps_and_says_what_it_has(language: str, conforms: int, left_out: int) -> None:
    data = sample_file.read(Sample.CERTIFIED, language, MONDAY.date())
    assert [answer.question for answer in data.answers] == list(Shelf().standard(BEFORE).question_keys)
    by_verdict: dict[str, list[sample_file.Answer]] = {}
    for answer in data.answers:
        by_verdict.setdefault(answer.conformity, []).append(answer)
    assert {verdict: len(answers) for verdict, answers in by_verdict.items()} == {
        Conformity.CONFORMS: conforms,
        Conformity.PARTLY: 8,
        Conformity.ABSENT: 2,
        Conformity.NOT_APPLICABLE: left_out,
    }
    assert all(answer.existing and answer.missing for answer in by_verdict[Conformity.PARTLY])
    assert all(answer.missing for answer in by_verdict[Conformity.ABSENT])
    assert sum(bool(answer.existing) for answer in by_verdict[Conformity.CONFORMS]) > 0.9 * conforms
    assert not any(answer.missing or answer.reason for answer in by_verdict[Conformity.CONFORMS])


def test_the_certified_firm_holds_its_certificate_and_plans_little(
    certified: Services, holder: tuple[ClientId, str]
) -> None:
    client, language = holder
    firm = certified.clients.get(client)
    assert firm.is_sample
    assert (firm.standards, firm.staff, firm.language) == ((BEFORE,), 48, language)
    assert sum(site.staff or 0 for site in certified.clients.sites(client)) == 48
    view = certified.overview.view(client, language)
    done = {page for page, state in view.states.items() if state is PageState.DONE}
    assert done >= {Page.SCOPE, Page.TEAM, Page.GAP, Page.RESULTS, Page.PLAN, Page.CHECKLIST, Page.AUDIT_REPORT}
    assert view.phase is Phase.AUDIT
    facts = view.facts
    assert (facts.questions, facts.answered, facts.not_applicable_without_reason) == (131, 131, 0)
    assert (facts.processes, facts.processes_without_owner, facts.months_since_audit) == (11, 0, 1)
    assert facts.people in range(9, 13)
    assert (facts.gaps, facts.gaps_without_task, facts.tasks_overdue) == (10, 0, 0)
    today = certified.workshop.today
    plan = certified.plan.tasks(client, language)
    tasks = [task for task in plan if task.kind is TaskKind.TASK]
    assert len(tasks) == 12, "ten gaps, a nonconformity and an objective"
    assert all(task.done < 100 and task.due is not None and task.due > today for task in tasks)
    assert 4 <= sum(task.done > 0 for task in tasks) <= 8
    ends = {task.id: task.due for task in plan}
    for task in plan:
        assert all((ends[before] or today) <= (task.due or today) for before in task.predecessors), task.title
    milestones = {task.due: task.done for task in plan if task.kind is TaskKind.MILESTONE and task.due}
    assert [done for _due, done in sorted(milestones.items())] == [100, 0, 0, 0]


def test_both_audits_are_finished_and_one_nonconformity_is_open(
    certified: Services, holder: tuple[ClientId, str]
) -> None:
    client, language = holder
    audits = certified.audits.listed(client)
    prefix = {"ru": "ПА", "en": "IA"}[language]
    assert [audit.number for audit in audits] == [f"{prefix}-25-01", f"{prefix}-26-01"]
    assert all(audit.state is AuditState.FINISHED and not audit.dependences for audit in audits)
    assert audits[0].answered > audits[1].answered >= 15
    lengths = [working_days(audit.starts_on, audit.ends_on) for audit in audits if audit.starts_on and audit.ends_on]
    assert lengths == [3, 2]
    for audit in audits:
        assert all((audit.conclusion, audit.strengths, audit.not_covered, audit.objective, audit.places, audit.methods))
        rows = certified.checklists.rows(audit.id, language)
        assert audit.answered == len(rows)
        assert all(row.evidence for row in rows)
        assert all(row.findings for row in rows if row.verdict is Verdict.NONCONFORMING)
        raised = certified.findings.listed(client, language, audit.id)
        assert 2 <= len(raised) <= 4
        assert all(f.raised_on == audit.ends_on and f.number[3:5] == audit.number[3:5] for f in raised)
    found = certified.findings.listed(client, language)
    assert {finding.grade for finding in found} == {Grade.MINOR, Grade.OPPORTUNITY}
    (left,) = (finding for finding in found if finding.stage is not Stage.CLOSED)
    assert (left.stage, left.audit) == (Stage.CARRYING_OUT, audits[1].id)
    assert all(f.verification and f.effective for f in found if f.grade is Grade.MINOR and f is not left)


@pytest.mark.parametrize("days", [1, 5, 45, 90, 200, 300])
def test_the_certified_firm_looks_the_same_on_any_day_of_the_year(tmp_path: Path, days: int) -> None:
    opened = open_workspace(tmp_path, clock=lambda: MONDAY + timedelta(days=days))
    client = sample.create(opened, "ru", Sample.CERTIFIED)
    today = opened.workshop.today
    first, second = opened.audits.listed(client)
    assert first.starts_on is not None
    assert second.starts_on is not None
    assert first.starts_on.year < second.starts_on.year
    assert all(a.ends_on and a.reported_on and a.ends_on <= a.reported_on < today for a in (first, second))
    assert opened.overview.view(client, "ru").facts.tasks_overdue == 0
    days_of = [(f.raised_on, f.done_on, f.verified_on) for f in opened.findings.listed(client, "ru")]
    assert all(raised <= done <= (verified or done) <= today for raised, done, verified in days_of if done)
    opened.close()


def _files(services: Services, client: ClientId, questions: Iterable[QuestionView]) -> set[tuple[str, str, bytes]]:
    return {
        (question.key, view.name, services.evidence.content(view))
        for question in questions
        for view in services.evidence.listed(client, Subject.ANSWER, question.key)
    }


def _notes(questions: Iterable[QuestionView]) -> dict[str, tuple[object, ...]]:
    return {q.key: (q.conformity, q.existing, q.missing, q.reason, q.owner) for q in questions}


@pytest.mark.parametrize("language", LANGUAGES)
def test_moving_the_certified_firm_carries_every_answer_and_undo_takes_it_back(
    services: Services, language: str
) -> None:
    client = sample.create(services, language, Sample.CERTIFIED)
    old = services.assessment.questions(client, language)
    notes, files = _notes(old), _files(services, client, old)
    scopes = [process.clauses for process in services.team.processes(client)]
    assert len(files) == 4
    shelf = Shelf()
    asked, kept = set(shelf.standard(STANDARD).question_keys), set(shelf.standard(BEFORE).question_keys)

    assert services.adoptions.move(client, BEFORE, STANDARD) == 2

    new = services.assessment.questions(client, language)
    assert {q.key for q in new if q.conformity is None} == asked - kept == services.adoptions.fresh(client)
    assert len(asked - kept) == 7
    assert {key: note for key, note in _notes(new).items() if key in kept} == {
        key: note for key, note in notes.items() if key in asked
    }
    assert _files(services, client, new) == files
    assert services.clients.get(client).standards == (STANDARD,)
    excluded = {"ru": [], "en": [(STANDARD, "8.3")]}[language]
    assert [(e.standard, e.clause) for e in services.clients.exclusions(client)] == excluded
    assert {standard for process in services.team.processes(client) for standard, _clause in process.clauses} == {
        STANDARD
    }
    assert _notes(services.assessment.questions(client, language, 1)) == notes

    services.history.undo()

    assert services.clients.get(client).standards == (BEFORE,)
    again = services.assessment.questions(client, language)
    assert _notes(again) == notes
    assert _files(services, client, again) == files
    assert [process.clauses for process in services.team.processes(client)] == scopes
    assert len(services.assessment.rounds(client)) == 1


def test_the_certified_firm_is_made_in_less_than_six_seconds(services: Services) -> None:
    begun = time.perf_counter()
    sample.create(services, "ru", Sample.CERTIFIED)
    assert time.perf_counter() - begun < 6
