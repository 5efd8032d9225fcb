"""The register of risks and opportunities: the scale with its matrix first, then the entries, then who does what by when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from isodesk.domain.people import Role, decoded_signature
from isodesk.domain.risks import Level, RiskFault, RiskKind, Scale
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Approval,
    Block,
    Bullets,
    Chart,
    Column,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.clients import ClientView
from isodesk.services.risks import RiskTask, RiskView, by_level, matrix
from isodesk.services.team import PersonView
from isodesk.wording import risks as risk_words

KEY: Final = "risk-register"
FORM: Final = "2.3"
_LEVEL, _DECISION, _MEASURES, _OWNER, _RESIDUAL, _EFFECT = range(7, 13)
_MISSING_AT: Final = {
    RiskFault.UNWEIGHED: _LEVEL,
    RiskFault.UNDECIDED: _DECISION,
    RiskFault.NO_OWNER: _OWNER,
    RiskFault.NO_REASON: _MEASURES,
    RiskFault.NO_TREATMENT: _MEASURES,
    RiskFault.NO_DATE: _OWNER,
    RiskFault.NOT_REVIEWED: _RESIDUAL,
    RiskFault.GROWN: _EFFECT,
}
"""The column that is hatched for each fault."""
_BLANK_ROWS: Final = {RiskKind.RISK: 9, RiskKind.OPPORTUNITY: 4}
_BLANK_MM: Final = 14.0


@dataclass(frozen=True, slots=True)
class Registered:
    """Everything that the register says, as the services gave it."""

    client: ClientView
    entries: tuple[RiskView, ...]
    scale: Scale
    people: tuple[PersonView, ...]

    def of(self, kind: RiskKind) -> tuple[RiskView, ...]:
        """Entries of one kind, the heaviest first."""
        return by_level(view for view in self.entries if view.kind is kind)

    def named(self, role: Role) -> str:
        """The first person with a role."""
        return next((person.name for person in self.people if role in person.roles), "")


def build(registered: Registered, letterhead: Letterhead, words: Speech, *, blank: bool = False) -> Document:
    """The register on the day of the letterhead; `blank` leaves matrix and rows to the pen, for a workshop."""
    if blank:
        registered = replace(registered, entries=())
    year = "20___" if blank else str(letterhead.date.year)
    title = words("Register of risks and opportunities for {year}").format(year=year)
    first = (
        Approval(letterhead.approver(words)),
        Heading(0, title),
        _about(registered, letterhead, words, blank=blank),
        _chart(registered, words, after=False),
    )
    second = (
        KeepTogether((Heading(1, words("What the steps mean")), _steps(registered.scale, words))),
        *_entries(registered, RiskKind.RISK, words, blank=blank),
        *_entries(registered, RiskKind.OPPORTUNITY, words, blank=blank),
        *([] if blank else _after(registered, words)),
        *_plan(registered, words, blank=blank),
        *_missing(registered, words),
        _signatures(registered, letterhead, words),
    )
    sections = (Section(first, "landscape"), Section(second, "landscape"))
    day = None if blank else letterhead.date
    document = letterhead.document(KEY, title, form_code(words, FORM), sections, date=day)
    return replace(document, legend=_legend(registered, words))


def _about(registered: Registered, letterhead: Letterhead, words: Speech, *, blank: bool) -> Facts:
    risks, opportunities = (len(registered.of(kind)) for kind in RiskKind)
    rows = (
        (words("Organization"), registered.client.name),
        (words("Standard"), letterhead.standards),
        (words("As of"), "" if blank else words.date(letterhead.date)),
        (
            words("Entries"),
            "" if blank else words("risks: {risks}, opportunities: {more}").format(risks=risks, more=opportunities),
        ),
    )
    return Facts(rows, 2)


def _steps(scale: Scale, words: Speech) -> Table:
    """What each step means: two people who weigh the same must come to the same."""
    columns = (
        Column("", mm=9, align="center"),
        Column(words("Likelihood")),
        Column(words("Impact of a risk")),
        Column(words("Benefit of an opportunity")),
    )
    likelihoods = risk_words.LIKELIHOOD[scale.size]
    harm, benefit = (risk_words.IMPACT[kind][scale.size] for kind in RiskKind)
    rows = tuple(
        Row((str(step), words(likelihoods[step - 1]), words(harm[step - 1]), words(benefit[step - 1])))
        for step in range(1, scale.size + 1)
    )
    return Table(columns, rows)


def _chart(registered: Registered, words: Speech, *, after: bool) -> Chart:
    value = matrix(registered.entries, RiskKind.RISK, registered.scale, words, after=after)
    caption = words("Risks after treatment") if after else words("Risks before treatment, by their numbers")
    return Chart(value, caption)


def _legend(registered: Registered, words: Speech) -> str:
    scale = registered.scale
    said = []
    for kind in RiskKind:
        for level in Level:
            products = [product for product in scale.products if scale.level_of(product) is level]
            span = f"{products[0]}–{products[-1]}" if len(products) > 1 else str(products[0])
            name = words(risk_words.LEVEL[kind][level]).lower()
            said.append(f"{risk_words.level_letter(kind, level, words)} – {name} ({span})")
    lead = words("Level = likelihood × impact: {letters}.").format(letters=" · ".join(said))
    return " ".join((lead, words("Hatched: still missing."))) if any(v.faults for v in registered.entries) else lead


def _columns(kind: RiskKind, words: Speech) -> tuple[Column, ...]:
    is_risk = kind is RiskKind.RISK
    return (
        Column(words("No."), mm=9, align="center"),
        Column(words("Process"), mm=30),
        Column(words("Risk") if is_risk else words("Opportunity"), weight=1.2),
        Column(words("Cause; consequence") if is_risk else words("Reason; benefit"), weight=1.4),
        Column(words("Measures in place"), weight=1.0),
        Column(words("Likelihood"), mm=8, align="center", turned=True),
        Column(words("Impact") if is_risk else words("Benefit"), mm=8, align="center", turned=True),
        Column(words("Level"), mm=13, align="center", turned=True),
        Column(words("Decision"), mm=24),
        Column(words("Measures (No. of the task)"), weight=1.3),
        Column(words("Owner, date"), mm=27),
        Column(words("Residual"), mm=13, align="center", turned=True),
        Column(words("What was achieved"), weight=0.9),
    )


def _entries(registered: Registered, kind: RiskKind, words: Speech, *, blank: bool) -> Iterator[Block]:
    yield Heading(1, words("Risks") if kind is RiskKind.RISK else words("Opportunities"))
    columns = _columns(kind, words)
    if blank:
        yield Table(columns, (Row(("",) * len(columns)),) * _BLANK_ROWS[kind], _BLANK_MM)
        return
    rows = tuple(_entry(view, words) for view in registered.of(kind))
    if rows:
        yield Table(columns, rows)
    else:
        yield Paragraph(words("Nothing is in the register yet."))


def _entry(view: RiskView, words: Speech) -> Row:
    cells = (
        str(view.number),
        view.process_name,
        view.title,
        "\n".join(part for part in (view.cause, view.consequence) if part),
        view.existing,
        str(view.likelihood or ""),
        str(view.impact or ""),
        _level(view, view.level, view.score, words),
        words(risk_words.DECISION[view.decision]) if view.decision else "",
        _measures(view, words),
        "\n".join(part for part in (view.owner_name, words.date(view.due)) if part),
        _level(view, view.residual_level, view.residual_score, words),
        view.effectiveness,
    )
    return Row(cells, marks=tuple(sorted({_MISSING_AT[fault] for fault in view.faults})))


def _level(view: RiskView, level: Level | None, score: int | None, words: Speech) -> str:
    return "" if level is None else f"{risk_words.level_letter(view.kind, level, words)} {score}"


def _measures(view: RiskView, words: Speech) -> str:
    numbers = ", ".join(str(task.number) for task in view.tasks)
    tasks = words("Tasks: {numbers}").format(numbers=numbers) if numbers else ""
    return "\n".join(part for part in (view.treatment, tasks) if part)


def _after(registered: Registered, words: Speech) -> Iterator[Block]:
    if any(view.residual_score is not None for view in registered.of(RiskKind.RISK)):
        note = words("What is not weighed after treatment stands where it was before.")
        yield KeepTogether((_chart(registered, words, after=True), Paragraph(note, "small")))


def _plan(registered: Registered, words: Speech, *, blank: bool) -> Iterator[Block]:
    """Measures with who and by when: a measure without both is a wish."""
    columns = (
        Column(words("No. of the task"), mm=18, align="center"),
        Column(words("Risk, opportunity No."), mm=24, align="center"),
        Column(words("What"), weight=2),
        Column(words("Who"), weight=1),
        Column(words("By when"), mm=24),
        Column(words("State"), mm=36),
    )
    ordered = [view for kind in RiskKind for view in registered.of(kind)]
    rows = tuple(row for view in ordered for row in _actions(view, words))
    if blank:
        rows = (Row(("",) * len(columns)),) * _BLANK_ROWS[RiskKind.RISK]
    if rows:
        yield Heading(1, words("Action plan"))
        yield Table(columns, rows, _BLANK_MM if blank else 0.0)


def _actions(view: RiskView, words: Speech) -> Iterator[Row]:
    number = str(view.number)
    for task in view.tasks:
        yield Row((str(task.number), number, task.title, task.owner_name, words.date(task.due), _state(task, words)))
    if view.judged.is_idle or view.tasks:
        return
    for line in filter(None, map(str.strip, view.treatment.splitlines())):
        state = words("no task yet") if view.residual_score is None else words("done, weighed again")
        yield Row(("–", number, line, view.owner_name, words.date(view.due), state))


def _state(task: RiskTask, words: Speech) -> str:
    if task.done >= 100:
        return words("done")
    percent = words("{number}%").format(number=task.done)
    return f"{words('overdue')}, {percent}" if task.is_overdue else percent


def _missing(registered: Registered, words: Speech) -> Iterator[Block]:
    lines = []
    for fault in RiskFault:
        numbers = [str(view.number) for view in registered.entries if fault in view.faults]
        if numbers:
            what = words(risk_words.FAULT[fault])
            lines.append(words("{what}: No. {numbers}").format(what=what, numbers=", ".join(numbers)))
    if lines:
        yield KeepTogether((Heading(1, words("What is still missing")), Bullets(tuple(lines))))


def _signatures(registered: Registered, letterhead: Letterhead, words: Speech) -> Block:
    """Those who weighed together; names where they are known."""
    quality = registered.named(Role.QUALITY)
    author = letterhead.author or quality
    owners = list(dict.fromkeys(view.owner_name for view in registered.entries if view.owner_name))
    group = [name for name in owners if name not in (author, quality)][:2]
    rows = [Signature(words("Prepared by"), decoded_signature(author))]
    if quality != author:
        rows.append(Signature(words("Management system"), decoded_signature(quality)))
    rows += [Signature(words("Risk owner"), decoded_signature(name)) for name in group]
    return Signatures(tuple(rows))
