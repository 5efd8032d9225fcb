"""Reads the data of a sample client; `{-70}` in its texts becomes the date 70 days ago, so it always looks alive."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from isodesk import resources
from isodesk.domain.schedule import is_working_day
from isodesk.i18n import LANGUAGES, SOURCE_LANGUAGE, Speech, speech

_FOLDER = "samples"
_DAY = re.compile(r"\{(-?\d+)\}")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the firm; others name them by `key`."""

    key: str
    name: str
    post: str
    roles: list[str]
    hours_a_week: float
    email: str = ""
    phone: str = ""
    competence: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """A process with its owner's key."""

    key: str
    name: str
    owner: str
    clauses: list[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question of the assessment."""

    question: str
    conformity: str
    existing: str = ""
    missing: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What the auditor noted on one row of the checklist."""

    question: str
    verdict: str
    interviewed: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding on the row of `question`; due, done and verified are days from today, people are keys."""

    question: str
    grade: str
    statement: str
    requirement: str = ""
    correction: str = ""
    whys: list[str] = field(default_factory=list)
    cause: str = ""
    elsewhere: str = ""
    action: str = ""
    responsible: str = ""
    due: int | None = None
    done: int | None = None
    verified: int | None = None
    verified_by: str = ""
    verification: str = ""
    effective: bool | None = None
    task: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on an answer or on a checklist row: shipped beside the data, or a short text."""

    name: str
    answer: str = ""
    row: str = ""
    file: str = ""
    text: str = ""

    @property
    def content(self) -> bytes:
        """Its bytes; a text begins with a mark by which spreadsheets know UTF-8."""
        if self.file:
            return resources.path(_FOLDER, self.file).read_bytes()
        return self.text.encode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class Audit:
    """A finished audit of so many working days with what came of it; ends and reported are days from today."""

    processes: list[str]
    lead: str
    members: list[str]
    ends: int
    reported: int
    objective: str
    criteria: str
    places: str
    methods: str
    conclusion: str
    strengths: str
    not_covered: str
    rows: list[Row]
    findings: list[Finding]
    attachments: list[Attachment]
    days: int = 2


@dataclass(frozen=True, slots=True)
class Milestone:
    """A standard milestone of the plan on another day, from today, and under another title; one in the past was reached."""

    key: str
    day: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class SampleFile:
    """All of one sample client in one language."""

    language: str
    standard: str
    name: str
    short_name: str
    staff: int
    target: int
    details: dict[str, object]
    sites: list[dict[str, Any]]
    exclusions: list[dict[str, str]]
    people: list[Person]
    processes: list[Process]
    answers: list[Answer]
    plan_start: int
    moved: dict[str, list[int]]
    """Tasks moved by hand, by question: first and last day, from today."""
    late: dict[str, int]
    """Overdue tasks by question: percent done."""
    deliverables: dict[str, str]
    task_notes: dict[str, str]
    milestones: list[Milestone]
    only_these: bool
    """Whether the plan has no other standard milestones than those given: a firm that has its certificate."""
    audits: list[Audit]
    """In the order in which they were held."""
    attachments: list[Attachment]
    """Files on answers; those on checklist rows are with their audit."""
    ready: list[str]
    """Pages that the firm called ready by hand."""


def read(sample: str, language: str, today: date) -> SampleFile:
    """The sample of that name in `language`; English for a language that isodesk does not speak."""
    spoken = language if language in LANGUAGES else SOURCE_LANGUAGE
    source = tomllib.loads(resources.path(_FOLDER, f"{sample}.{spoken}.toml").read_text("utf-8"))
    data = _dated(source, today, speech(spoken))
    firm, plan = data["firm"], data["plan"]
    return SampleFile(
        language=spoken,
        standard=data["standard"],
        name=firm["name"],
        short_name=firm["short_name"],
        staff=firm["staff"],
        target=firm["target"],
        details=firm["details"],
        sites=data["site"],
        exclusions=data.get("exclusion", []),
        people=[Person(**table) for table in data["person"]],
        processes=[Process(**table) for table in data["process"]],
        answers=[Answer(**table) for table in data["answer"]],
        plan_start=plan["start"],
        moved=plan["moved"],
        late=plan["late"],
        deliverables=plan["deliverables"],
        task_notes=plan["notes"],
        milestones=[Milestone(**table) for table in plan.get("milestone", [])],
        only_these=plan.get("only_these_milestones", False),
        audits=[_audit(table) for table in data["audit"]],
        attachments=[Attachment(**table) for table in data["evidence"]],
        ready=data["ready"],
    )


def read_part(sample: str, noun: str, language: str, today: date) -> dict[str, Any]:
    """A file that holds one kind of record of a sample, as it stands, with its dates written out."""
    source = tomllib.loads(resources.path(_FOLDER, f"{sample}-{noun}.{language}.toml").read_text("utf-8"))
    found: dict[str, Any] = _dated(source, today, speech(language))
    return found


def _audit(table: dict[str, Any]) -> Audit:
    return Audit(
        rows=[Row(**row) for row in table.pop("row")],
        findings=[Finding(**finding) for finding in table.pop("finding")],
        attachments=[Attachment(**file) for file in table.pop("evidence", [])],
        **table,
    )


def working_day(today: date, offset: int) -> date:
    """The working day `offset` days from today; past days stay in the past, future ones in the future."""
    day = today + timedelta(days=offset)
    step = timedelta(days=-1 if offset < 0 else 1)
    while not is_working_day(day):
        day += step
    return day


def _dated(value: Any, today: date, words: Speech) -> Any:
    """`value` with the dates written out in its texts, however deep they stand."""
    if isinstance(value, str):
        return _DAY.sub(lambda found: words.date(working_day(today, int(found[1]))), value).strip()
    if isinstance(value, Mapping):
        return {key: _dated(item, today, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, today, words) for item in value]
    return value
