"""What an assessment says: readiness by section, the gaps that matter most, the work they mean."""

from dataclasses import dataclass

from isodesk.domain.charts import SectionBar, SectionBars
from isodesk.domain.conformity import EffortSize
from isodesk.domain.keys import ClientId, clause_order, section_of
from isodesk.domain.progress import Progress
from isodesk.services.assessment import Assessment, QuestionView, progress_of
from isodesk.services.standards import Standards

TOP = 10


@dataclass(frozen=True, slots=True)
class SectionResult:
    """One section of one standard."""

    standard: str
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
    def bars(self) -> SectionBars:
        """Readiness by section as a chart."""
        return SectionBars(
            tuple(
                SectionBar(
                    f"{section.number} {section.title}",
                    section.progress.conforms,
                    section.progress.partly,
                    section.progress.absent,
                    section.progress.unanswered,
                    section.progress.not_applicable,
                )
                for section in self.sections
            )
        )

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
    """Reads the outcome of the current round."""

    def __init__(self, assessment: Assessment, standards: Standards) -> None:
        self._assessment = assessment
        self._standards = standards

    def view(self, client: ClientId, language: str) -> ResultsView:
        """The outcome with titles in `language`."""
        questions = self._assessment.questions(client, language)
        sections: list[SectionResult] = []
        for standard in self._standards.of(client):
            for section in standard.sections:
                inside = [
                    view
                    for view in questions
                    if any(key == standard.key and section_of(c) == section.number for key, c in view.counts_for)
                ]
                if inside:
                    sections.append(
                        SectionResult(
                            standard.key,
                            section.number,
                            section.title(language),
                            Progress.of(view.verdict_for(standard.key) for view in inside),
                        )
                    )
        gaps = sorted((view for view in questions if view.is_gap), key=gap_order)
        return ResultsView(
            progress_of(questions), tuple(sections), tuple(gaps), round(sum(gap_hours(gap) for gap in gaps))
        )
