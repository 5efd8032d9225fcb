"""What an assessment says: readiness by section, the gaps that matter most, the work they mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from isodesk.catalog.standard import Standard
from isodesk.domain.charts import Radar, SectionBars, Spoke
from isodesk.domain.conformity import EffortSize
from isodesk.domain.keys import ClientId, clause_order
from isodesk.domain.progress import Progress
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.grouping import GroupResult, by_clause, by_section, by_theme
from isodesk.services.standards import Standards

TOP = 10


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The outcome of a round."""

    progress: Progress
    sections: tuple[GroupResult, ...]
    gaps: tuple[QuestionView, ...]
    """All gaps, the most important and the most absent first."""
    hours: int
    """Effort to close all gaps; a partly closed one counts half."""

    @property
    def top(self) -> tuple[QuestionView, ...]:
        """The first gaps."""
        return self.gaps[:TOP]

    @property
    def standards(self) -> tuple[tuple[str, str], ...]:
        """(key, designation) of the standards that the sections belong to."""
        return tuple(dict.fromkeys((section.standard, section.designation) for section in self.sections))

    @property
    def bars(self) -> SectionBars:
        """Readiness by section as a chart; where there are several standards, each section names its own."""
        several = len(self.standards) > 1
        return SectionBars(tuple(section.bar(several=several) for section in self.sections))

    def bars_of(self, standard: str) -> SectionBars:
        """The sections of one standard as a chart."""
        return SectionBars(tuple(section.bar() for section in self.sections if section.standard == standard))

    @property
    def section_titles(self) -> dict[tuple[str, str], str]:
        """Heads of groups of questions by (standard, section); the standard is named where there are several."""
        several = len(self.standards) > 1
        return {
            (s.standard, s.number): f"{s.designation + ' · ' if several else ''}{s.number} {s.title}"
            for s in self.sections
        }

    def by_size(self) -> dict[EffortSize, int]:
        """Number of gaps of each size."""
        counts = dict.fromkeys(EffortSize, 0)
        for gap in self.gaps:
            counts[EffortSize.of(gap_hours(gap))] += 1
        return counts


def gap_hours(gap: QuestionView) -> float:
    """Hours left to close a gap: all of the bank's estimate when absent, half when partly there."""
    return gap.effort if gap.worst is not None and gap.worst.weight == 0 else gap.effort / 2


def gap_order(gap: QuestionView) -> tuple[object, ...]:
    """Sorts gaps: importance, absent before partly, then the order of the standard."""
    weight = gap.worst.weight if gap.worst else 0.0
    return (gap.importance.rank, weight, clause_order(gap.clause), gap.number)


class Results:
    """Reads the outcome of the current round, or of an earlier one."""

    def __init__(self, assessment: Assessment, standards: Standards) -> None:
        self._assessment = assessment
        self._standards = standards

    def view(self, client: ClientId, language: str, only: str = "", round_: int | None = None) -> ResultsView:
        """The outcome with titles in `language`: for all standards of the client, or for the one with the key `only`; of
        the current round, or of an earlier one by its number. Raises NotFound."""
        asked, standards = self._asked(client, language, only, round_)
        sections = [found for standard in standards for found in by_section(standard, asked, language)]
        gaps = sorted((view for view in asked if _is_gap(view, only)), key=gap_order)
        verdicts = (view.verdict_for(only) if only else view.conformity for view in asked)
        return ResultsView(
            Progress.of(verdicts), tuple(sections), tuple(gaps), round(sum(gap_hours(gap) for gap in gaps))
        )

    def clauses(self, client: ClientId, language: str, only: str = "") -> tuple[GroupResult, ...]:
        """The current round by clauses of the second level."""
        asked, standards = self._asked(client, language, only, None)
        return tuple(found for standard in standards for found in by_clause(standard, asked, language))

    def themes(self, client: ClientId, language: str, only: str = "") -> tuple[GroupResult, ...]:
        """The current round by subjects that the standards share. Raises ContentError."""
        asked, _standards = self._asked(client, language, only, None)
        return tuple(by_theme(self._standards.shelf.themes, asked, language))

    def radar(self, client: ClientId, language: str, only: str = "") -> Radar:
        """Maturity by section in this round and in the one before; readiness where this round has no levels. Of several
        standards, the sections with one number share an axis: they have one subject in the common structure."""
        view = self.view(client, language, only)
        numbers = [item.number for item in self._assessment.rounds(client)]
        before = self.view(client, language, "", numbers[-2]).sections if len(numbers) > 1 else ()
        return radar_of(view.sections, before)

    def _asked(
        self, client: ClientId, language: str, only: str, round_: int | None
    ) -> tuple[tuple[QuestionView, ...], list[Standard]]:
        questions = self._assessment.questions(client, language, round_)
        held = self._standards.of(client) if round_ is None else self._standards.in_round(client, round_)
        if only:
            questions = tuple(view for view in questions if only in dict(view.counts_for))
        return questions, [standard for standard in held if only in ("", standard.key)]


def _is_gap(view: QuestionView, standard: str) -> bool:
    verdict = view.verdict_for(standard) if standard else view.worst
    return verdict is not None and verdict.is_gap


def radar_of(sections: Iterable[GroupResult], before: Iterable[GroupResult] = ()) -> Radar:
    """Sections as axes of a radar."""
    now, then = _by_number(sections), _by_number(before)
    rated = any(section.rated for parts in now.values() for section in parts)
    value = _level if rated else _readiness
    spokes = tuple(
        Spoke(number, parts[0].title, value(parts), value(then[number]) if number in then else None)
        for number, parts in now.items()
    )
    return Radar(spokes, most=5 if rated else 100, rings=5 if rated else 4, is_maturity=rated)


def _by_number(sections: Iterable[GroupResult]) -> dict[str, list[GroupResult]]:
    found: dict[str, list[GroupResult]] = {}
    for section in sections:
        found.setdefault(section.number, []).append(section)
    return found


def _level(parts: list[GroupResult]) -> float | None:
    rated = sum(part.rated for part in parts)
    return sum(part.maturity * part.rated for part in parts if part.maturity is not None) / rated if rated else None


def _readiness(parts: list[GroupResult]) -> float | None:
    whole = Progress()
    for part in parts:
        whole += part.progress
    return whole.ready * 100 if whole.answered else None
