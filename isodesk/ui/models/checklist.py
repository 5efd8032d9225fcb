"""The rows of an audit checklist in their order, with a heading before each process."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt

from isodesk import wording
from isodesk.domain.audits import Verdict
from isodesk.i18n import N_
from isodesk.services.checklists import ChecklistView
from isodesk.ui.models.audits import VERDICT_SIGNS, verdict_word
from isodesk.ui.models.rows import DISPLAY, SPOKEN, Column, Index, RowsModel, folded
from isodesk.ui.speech import _

NUMBER: Final = 0
QUESTION: Final = 1
CLAUSE: Final = 2
VERDICT: Final = 3
EVIDENCE: Final = 4
INTERVIEWED: Final = 5
LINKS: Final = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A process and how far its rows are."""

    key: str
    title: str
    answered: int
    total: int


Line = ChecklistView | Heading


def lines(rows: Iterable[ChecklistView]) -> list[Line]:
    """`rows` with a heading before each run of one process."""
    result: list[Line] = []
    runs: list[list[ChecklistView]] = []
    for row in rows:
        if not runs or runs[-1][0].process != row.process:
            runs.append([])
        runs[-1].append(row)
    for run in runs:
        answered = sum(row.verdict is not None for row in run)
        title = run[0].process_name or _("Clauses beside the processes")
        result.append(Heading(f"heading {run[0].process} {len(result)}", title, answered, len(run)))
        result.extend(run)
    return result


def matches(row: ChecklistView, words: str) -> bool:
    """Whether every word of a search stands somewhere in the row."""
    text = folded(
        " ".join(
            (row.question, row.clause, row.process_name, row.evidence, row.interviewed, str(row.number), *row.findings)
        )
    )
    return all(word in text for word in folded(words).split())


def links(row: ChecklistView) -> str:
    """Findings raised here and how many files are attached."""
    parts = [", ".join(row.findings)] if row.findings else []
    if row.files:
        parts.append(_("files: {count}").format(count=row.files))
    return " · ".join(parts)


def letter(verdict: Verdict | None) -> str:
    """Letter and word, so that colour never says it alone."""
    return f"{_(wording.VERDICT_LETTER[verdict])}  {verdict_word(verdict)}" if verdict else ""


class ChecklistModel(RowsModel[Line]):
    """Headings cannot be entered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(self._verdict), _key, parent)
        self._short = False

    def set_short(self, short: bool) -> None:
        """A narrow table shows the letter of a verdict alone, beside its sign."""
        if short != self._short:
            self._short = short
            self.retranslate()

    def _verdict(self, line: Line) -> str:
        if not isinstance(line, ChecklistView) or line.verdict is None:
            return ""
        return _(wording.VERDICT_LETTER[line.verdict]) if self._short else letter(line.verdict)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """A verdict is spoken as a word, however it is shown."""
        if role == SPOKEN and index.column() == VERDICT:
            line = self.at(index)
            return verdict_word(line.verdict) if isinstance(line, ChecklistView) else ""
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing for a heading."""
        if isinstance(self.at(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def item(self, key: Hashable) -> ChecklistView | None:
        """The row of an item id; None for headings and strangers."""
        line = self.at(self.row_of(key))
        return line if isinstance(line, ChecklistView) else None


def _key(line: Line) -> Hashable:
    return line.key if isinstance(line, Heading) else line.id


def _title(line: Line) -> str:
    return line.title if isinstance(line, Heading) else str(line.number)


def _count(line: Line) -> str:
    if isinstance(line, Heading):
        return _("{done} of {total}").format(done=line.answered, total=line.total)
    return ""


def _columns(verdict: Callable[[Line], str]) -> tuple[Column[Line], ...]:
    return (
        Column(N_("No."), _title, second=_count, tooltip=N_("The same number as on paper")),
        Column(N_("Question"), lambda v: v.question if isinstance(v, ChecklistView) else ""),
        Column(N_("Clause"), lambda v: v.clause if isinstance(v, ChecklistView) else "", token=lambda _line: "muted"),
        Column(
            N_("Verdict"),
            verdict,
            sign=lambda v: VERDICT_SIGNS[v.verdict] if isinstance(v, ChecklistView) else None,
        ),
        Column(N_("Evidence"), lambda v: v.evidence if isinstance(v, ChecklistView) else ""),
        Column(N_("Interviewed"), lambda v: v.interviewed if isinstance(v, ChecklistView) else ""),
        Column(N_("Findings, files"), lambda v: links(v) if isinstance(v, ChecklistView) else ""),
    )
