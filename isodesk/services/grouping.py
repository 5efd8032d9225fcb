"""Questions of an assessment put together: by section, by clause of the second level, by theme that standards share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isodesk.catalog.crosswalk import Theme
from isodesk.catalog.standard import Standard
from isodesk.domain.charts import SectionBar
from isodesk.domain.keys import QuestionKey, is_within, level_of, section_of
from isodesk.domain.progress import Progress
from isodesk.i18n import N_, speech
from isodesk.services.question_views import QuestionView


@dataclass(frozen=True, slots=True)
class GroupResult:
    """How far one group of questions is: of one standard, or of all for a theme (standard and designation empty)."""

    standard: str
    designation: str
    number: str
    """Of the section or clause; empty for a theme."""
    title: str
    progress: Progress
    questions: tuple[QuestionView, ...] = ()
    maturity: float | None = None
    """The mean of the levels given; None where there is none."""
    rated: int = 0
    """Questions that have a level."""

    @property
    def name(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()

    @property
    def first_open(self) -> QuestionKey | None:
        """The question to look at first: not answered or a gap; else the first one."""
        wanted = next((view for view in self.questions if view.worst is None or view.is_gap), None)
        found = wanted or next(iter(self.questions), None)
        return found.key if found else None

    def bar(self, *, several: bool = False) -> SectionBar:
        """As a bar of a chart; where there are `several` standards, it names its own."""
        before = f"{self.designation} · " if several and self.designation else ""
        return bar_of(f"{before}{self.name}", self.progress)


def bar_of(label: str, progress: Progress) -> SectionBar:
    """Counts as a bar."""
    return SectionBar(
        label, progress.conforms, progress.partly, progress.absent, progress.unanswered, progress.not_applicable
    )


def by_section(standard: Standard, questions: Iterable[QuestionView], language: str) -> Iterator[GroupResult]:
    """The sections of a standard that ask something, in its order."""
    listed = tuple(questions)
    for section in standard.sections:
        inside = [
            v for v in listed if any(k == standard.key and section_of(c) == section.number for k, c in v.counts_for)
        ]
        if inside:
            yield _result(standard, section.number, section.title(language), inside)


def by_clause(standard: Standard, questions: Iterable[QuestionView], language: str) -> Iterator[GroupResult]:
    """Clauses of the second level (8.4) with all below them; where a section asks directly, the section itself."""
    placed: dict[str, list[QuestionView]] = {}
    for view in questions:
        for number in {_second_level(number) for key, number in view.counts_for if key == standard.key}:
            placed.setdefault(number, []).append(view)
    for clause in standard.clauses:
        if clause.number in placed:
            yield _result(standard, clause.number, clause.title(language), placed[clause.number])


def _second_level(number: str) -> str:
    while level_of(number) > 2:
        number = number.rpartition(".")[0]
    return number


def by_theme(themes: Iterable[Theme], questions: Iterable[QuestionView], language: str) -> Iterator[GroupResult]:
    """Subjects that the standards share, such as competence; a question stands once, under the theme of its nearest
    clause, or under the last head where it has none."""
    ordered = tuple(themes)
    placed: dict[str, list[QuestionView]] = {}
    for view in questions:
        theme = _theme_of(ordered, view)
        placed.setdefault(theme.key if theme else "", []).append(view)
    for theme in ordered:
        if theme.key in placed:
            yield _group("", "", "", theme.name(language), placed[theme.key], "")
    if "" in placed:
        yield _group("", "", "", speech(language)(N_("Subjects of one standard only")), placed[""], "")


def _theme_of(themes: tuple[Theme, ...], view: QuestionView) -> Theme | None:
    found: tuple[int, Theme] | None = None
    for theme in themes:
        for standard, number in view.counts_for:
            depths = [level_of(clause) for clause in theme.clauses.get(standard, ()) if is_within(number, clause)]
            if depths and (found is None or max(depths) > found[0]):
                found = (max(depths), theme)
    return found[1] if found else None


def _result(standard: Standard, number: str, title: str, inside: list[QuestionView]) -> GroupResult:
    return _group(standard.key, standard.designation, number, title, inside, standard.key)


def _group(
    standard: str, designation: str, number: str, title: str, inside: list[QuestionView], verdicts: str
) -> GroupResult:
    given = [view.maturity for view in inside if view.maturity is not None]
    answers = (view.verdict_for(verdicts) if verdicts else view.worst for view in inside)
    return GroupResult(
        standard,
        designation,
        number,
        title,
        Progress.of(answers),
        tuple(inside),
        sum(given) / len(given) if given else None,
        len(given),
    )
