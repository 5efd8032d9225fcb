"""What an assessment says: readiness by section, the gaps that matter most, the work they mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from isodesk.catalog.standard import Standard
from isodesk.domain.charts import SectionBar, SectionBars
from isodesk.domain.conformity import EffortSize
from isodesk.domain.keys import ClientId, clause_order, section_of
from isodesk.domain.progress import Progress
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.standards import Standards

TOP = 10


@dataclass(frozen=True, slots=True)
class SectionResult:
    """One section of one standard."""

    standard: str
    designation: str
    number: str
    title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The outcome of a round."""

    progress: Progress
    sections: tuple[SectionResult, ...]
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
        return SectionBars(tuple(_bar(s, f"{s.designation} · " if several else "") for s in self.sections))

    def bars_of(self, standard: str) -> SectionBars:
        """The sections of one standard as a chart."""
        return SectionBars(tuple(_bar(section) for section in self.sections if section.standard == standard))

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


def _bar(section: SectionResult, before: str = "") -> SectionBar:
    return SectionBar(
        f"{before}{section.number} {section.title}",
        section.progress.conforms,
        section.progress.partly,
        section.progress.absent,
        section.progress.unanswered,
        section.progress.not_applicable,
    )


def gap_hours(gap: QuestionView) -> float:
    """Hours left to close a gap: all of the bank's estimate when absent, half when partly there."""
    return gap.effort if gap.worst is not None and gap.worst.weight == 0 else gap.effort / 2


def gap_order(gap: QuestionView) -> tuple[object, ...]:
    """Sorts gaps: importance, absent before partly, then the order of the standard."""
    weight = gap.worst.weight if gap.worst else 0.0
    return (gap.importance.rank, weight, clause_order(gap.clause), gap.number)


class Results:
    """Reads the outcome of the current round."""

    def __init__(self, assessment: Assessment, standards: Standards) -> None:
        self._assessment = assessment
        self._standards = standards

    def view(self, client: ClientId, language: str, only: str = "") -> ResultsView:
        """The outcome with titles in `language`: for all standards of the client, or for the one with the key `only`."""
        questions = self._assessment.questions(client, language)
        standards = [s for s in self._standards.of(client) if only in ("", s.key)]
        if only:
            questions = tuple(view for view in questions if only in dict(view.counts_for))
        sections = [found for standard in standards for found in _sections(standard, questions, language)]
        gaps = sorted((view for view in questions if _is_gap(view, only)), key=gap_order)
        verdicts = (view.verdict_for(only) if only else view.conformity for view in questions)
        return ResultsView(
            Progress.of(verdicts), tuple(sections), tuple(gaps), round(sum(gap_hours(gap) for gap in gaps))
        )


def _is_gap(view: QuestionView, standard: str) -> bool:
    verdict = view.verdict_for(standard) if standard else view.worst
    return verdict is not None and verdict.is_gap


def _sections(standard: Standard, questions: tuple[QuestionView, ...], language: str) -> Iterator[SectionResult]:
    for section in standard.sections:
        inside = [
            view
            for view in questions
            if any(key == standard.key and section_of(c) == section.number for key, c in view.counts_for)
        ]
        if inside:
            yield SectionResult(
                standard.key,
                standard.designation,
                section.number,
                section.title(language),
                Progress.of(view.verdict_for(standard.key) for view in inside),
            )
