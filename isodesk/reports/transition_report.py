"""The transition gap report: what a new edition changes for this client, what carried over, and what is left to do."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from isodesk import wording
from isodesk.catalog.editions import Change, Delta, QuestionChange
from isodesk.catalog.standard import in_language
from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import clause_order, section_of
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Block,
    Bullets,
    Column,
    Facts,
    Figures,
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
from isodesk.services.assessment import QuestionView
from isodesk.services.clients import ClientView
from isodesk.services.results import gap_hours

KEY: Final = "transition-report"
FORM: Final = "1.2"


@dataclass(frozen=True, slots=True)
class Moving:
    """Everything that the report says, as the services gave it."""

    client: ClientView
    delta: Delta
    moved_on: dt.date | None
    """None while the client still works to the old edition: the report then says what moving would mean."""
    questions: Mapping[str, QuestionView]
    """Answers in force, by key."""
    former: Mapping[str, Conformity | None]
    """What was answered to questions that are gone."""

    def answer(self, item: QuestionChange) -> Conformity | None:
        """The answer of the new edition's round; before the move, what would carry over."""
        view = self.questions.get(item.question.key)
        return view.verdict_for(self.delta.new.key if self.moved_on else self.delta.old.key) if view else None

    @property
    def left(self) -> tuple[QuestionChange, ...]:
        """Questions that are new and not answered yet."""
        return tuple(item for item in self.delta.of(Change.NEW) if self.answer(item) is None)

    @property
    def gaps(self) -> tuple[QuestionChange, ...]:
        """Questions whose answer leaves work, new ones included."""
        asked = self.delta.of(Change.NEW, Change.MOVED, Change.UNCHANGED)
        return tuple(item for item in asked if (verdict := self.answer(item)) is not None and verdict.is_gap)


def build(moving: Moving, letterhead: Letterhead, words: Speech) -> Document:
    """The report on one change of edition."""
    title = words("Transition gap report")
    first = (
        Heading(0, title),
        _about(moving, words),
        *_summary(moving, words),
        *_dates(moving, words),
        *_new_questions(moving, words),
        *_gaps(moving, words),
        *_clauses(moving, words),
        *_documents(moving, words),
    )
    second = (*_moved(moving, words), *_gone(moving, words), *_closing(moving, letterhead, words))
    return letterhead.document(
        KEY,
        title,
        form_code(words, FORM),
        (Section(first), Section(second, new_page=False)),
        date=moving.moved_on or letterhead.date,
    )


def _about(moving: Moving, words: Speech) -> Facts:
    delta = moving.delta
    moved = words.date(moving.moved_on) if moving.moved_on else words("not yet; this shows what moving would mean")
    return Facts(
        (
            (words("Organization"), moving.client.name),
            (words("From"), f"{delta.old.designation}. {delta.old.title(words.language)}"),
            (words("To"), f"{delta.new.designation}. {delta.new.title(words.language)}"),
            (words("Moved on"), moved),
            (
                words("How it was found"),
                words("Both editions ask by the same question keys; what both ask carries over with its evidence."),
            ),
        )
    )


def _summary(moving: Moving, words: Speech) -> Iterator[Block]:
    delta = moving.delta
    kept = delta.count(Change.UNCHANGED) + delta.count(Change.MOVED)
    yield Heading(1, words("What the new edition changes"))
    yield Figures(
        (
            (str(kept), words("questions stay")),
            (str(delta.count(Change.MOVED)), words("of them in another clause")),
            (str(delta.count(Change.NEW)), words("are new")),
            (str(delta.count(Change.GONE)), words("are no longer asked")),
            (str(len(moving.gaps)), words("gaps to close")),
        )
    )
    if moving.moved_on is not None:
        yield Paragraph(_progress(moving, words))


def _progress(moving: Moving, words: Speech) -> str:
    if moving.left:
        return words.plural(
            "{count} new question is not answered yet.", "{count} new questions are not answered yet.", len(moving.left)
        )
    return words("Every new question is answered.")


def _dates(moving: Moving, words: Speech) -> Iterator[Block]:
    days = moving.delta.new.transition
    if days:
        columns = (Column(words("Date"), mm=28), Column(words("What changes on that day")))
        rows = tuple(Row((words.date(day.on), in_language(day.about, words.language))) for day in days)
        note = words("Dates as known to isodesk; ask your certification body for its own.")
        yield KeepTogether(
            (Heading(1, words("Dates of the transition")), Table(columns, rows), Paragraph(note, "small"))
        )


def _new_questions(moving: Moving, words: Speech) -> Iterator[Block]:
    new = moving.delta.of(Change.NEW)
    yield Heading(1, words("What is new"))
    if not new:
        yield Paragraph(words("Nothing: every question of the new edition was asked by the old one too."))
        return
    yield _question_table(moving, new, words)


def _question_table(moving: Moving, items: tuple[QuestionChange, ...], words: Speech) -> Table:
    columns = (
        Column(words("Clause"), mm=16),
        Column(words("Question and what closes the gap"), weight=1.5),
        Column(words("Answer"), mm=26),
        Column(words("What is missing"), weight=0.9),
    )
    return Table(columns, tuple(_question_rows(moving, items, words)))


def _question_rows(moving: Moving, items: tuple[QuestionChange, ...], words: Speech) -> Iterator[Row]:
    for item in items:
        text = item.question.text(words.language)
        view = moving.questions.get(item.question.key)
        verdict = moving.answer(item)
        yield Row(
            (
                item.new,
                "\n".join(part for part in (text.question, text.action) if part),
                _answer(verdict, words),
                "\n".join(part for part in (view.missing, _work(view, words)) if part) if view else "",
            ),
            marks=(2,) if verdict is Conformity.ABSENT else (),
        )


def _work(view: QuestionView, words: Speech) -> str:
    if not view.is_gap:
        return view.owner_name
    hours = words("{hours} h").format(hours=words.number(gap_hours(view)))
    return ", ".join(part for part in (hours, view.owner_name) if part)


def _answer(verdict: Conformity | None, words: Speech) -> str:
    return words(wording.CONFORMITY[verdict] if verdict else wording.NOT_ASSESSED)


def _gaps(moving: Moving, words: Speech) -> Iterator[Block]:
    carried = tuple(item for item in moving.gaps if item.change is not Change.NEW)
    if not carried:
        return
    yield Heading(1, words("Gaps that came along"))
    yield _question_table(moving, carried, words)


def _clauses(moving: Moving, words: Speech) -> Iterator[Block]:
    delta, language = moving.delta, words.language
    lines = [(new.number, words("new"), new.title(language)) for new in delta.new_clauses]
    lines += [(new.number, old.title(language), new.title(language)) for old, new in delta.titled_anew(language)]
    lines += [(old.number, old.title(language), words("no longer there")) for old in delta.gone_clauses]
    rows = [Row(line) for line in sorted(lines, key=lambda line: clause_order(line[0]))]
    if rows:
        columns = (
            Column(words("Clause"), mm=16),
            Column(delta.old.designation),
            Column(delta.new.designation),
        )
        yield Heading(1, words("Clauses that are new, renamed or gone"))
        yield Table(columns, tuple(rows))


def _documents(moving: Moving, words: Speech) -> Iterator[Block]:
    """By their keys; what only the facts of one edition list separately shows too, so the reader compares."""
    before = {document.key for document in moving.delta.old.documents}
    fresh = [document for document in moving.delta.new.documents if document.key not in before]
    if fresh:
        columns = (Column(words("Clause"), mm=20), Column(words("Document")), Column(words("Why"), weight=1.2))
        rows = tuple(
            Row((d.clause, in_language(d.names, words.language), in_language(d.whys, words.language))) for d in fresh
        )
        yield KeepTogether((Heading(1, words("Documents that the new edition adds")), Table(columns, rows)))


def _moved(moving: Moving, words: Speech) -> Iterator[Block]:
    moved = moving.delta.of(Change.MOVED)
    if not moved:
        return
    columns = (
        Column(moving.delta.old.edition, mm=18),
        Column(moving.delta.new.edition, mm=18),
        Column(words("Question")),
        Column(words("Answer"), mm=30),
    )
    rows: list[Row] = []
    section = ""
    for item in moved:
        if section_of(item.new) != section:
            section = section_of(item.new)
            rows.append(Row((f"{section} {moving.delta.new.by_number[section].title(words.language)}",), "group"))
        rows.append(
            Row((item.old, item.new, item.question.text(words.language).question, _answer(moving.answer(item), words)))
        )
    yield Heading(1, words("What stands in another clause now"))
    yield Table(columns, tuple(rows))


def _gone(moving: Moving, words: Speech) -> Iterator[Block]:
    gone = moving.delta.of(Change.GONE)
    if not gone:
        return
    columns = (
        Column(moving.delta.old.edition, mm=18),
        Column(words("Question")),
        Column(words("Answer until now"), mm=34),
    )
    rows = tuple(
        Row(
            (
                item.old,
                item.question.text(words.language).question,
                _answer(moving.former.get(item.question.key), words),
            )
        )
        for item in gone
    )
    yield Heading(1, words("What is no longer asked"))
    yield Table(columns, rows)
    yield Paragraph(words("These answers stay readable in the earlier assessment."), "small")


def _closing(moving: Moving, letterhead: Letterhead, words: Speech) -> Iterator[Block]:
    head = letterhead.approver(words)
    yield KeepTogether(
        (
            Heading(1, words("Next steps")),
            Bullets(tuple(_next_steps(moving, words))),
            Signatures(
                (
                    Signature(words("Prepared by"), letterhead.author),
                    Signature(words("Taken note: {post}").format(post=head.post), head.name),
                )
            ),
        )
    )


def _next_steps(moving: Moving, words: Speech) -> Iterator[str]:
    if moving.moved_on is None:
        yield words("Start the transition on page 1.2; every answer that is still asked comes along.")
    if moving.left:
        yield words("Answer the questions that are new: {count}.").format(count=len(moving.left))
    if moving.gaps:
        yield words("Bring the plan up to date from the gaps and close them.")
    yield words(
        "Name the new edition in the policy, the manual, the audit criteria and every contract that quotes the old one."
    )
    yield words("Hold an internal audit and a management review against the new edition.")
    yield words("Agree with the certification body when it audits against the new edition.")
