"""What is said of a risk or an opportunity, as a form; for several at once only what can be set for all of them."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from isodesk.domain.risks import DECISIONS, RiskKind
from isodesk.services.risks import RiskView
from isodesk.ui import icons
from isodesk.ui.models import risks
from isodesk.ui.pages.risks.chosen import Chosen
from isodesk.ui.pages.risks.tasks import TaskLines
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.text_field import TextArea
from isodesk.wording import risks as risk_words

TEXTS: Final = ("title", "cause", "consequence", "existing", "treatment", "effectiveness")
STEPS: Final = ("likelihood", "residual_likelihood", "impact", "residual_impact")
_SHARED: Final = frozenset({"decision", "owner_id", "due_on"})
_ROOM: Final = 32
_MIXED: Final = "mixed"
"""Stands for values that differ: no choice shows."""


class _Badge(QWidget):
    """A level with its sign, letter, number and word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._sign: QLabel = label()
        self._words: QLabel = label(wrap=True)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)

    def show_level(self, view: RiskView, *, after: bool) -> None:
        sign = risks.level_sign(view, after=after)
        level = view.residual_level if after else view.level
        words = risks.level_words(view, after=after)
        if level is not None:
            words = f"{words} · {_(risk_words.LEVEL[view.kind][level])}"
        icons.put(self._sign, sign.icon if sign else "answer-none", sign.token if sign else "muted", 16)
        said = words or _("not weighed yet")
        self._words.setText(said)
        self._words.setToolTip(tip(said))


class RiskForm(Form):
    """`edited` carries a field of `Risks.change` and its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
        self._processes: tuple[tuple[Hashable, str], ...] = ()
        self._people: tuple[tuple[Hashable, str], ...] = ()
        self._choices = {name: _choice() for name in ("kind", "process_id", *STEPS, "decision", "owner_id")}
        self.tasks = TaskLines(self)
        self._levels = QWidget(self)
        self.before, self.after = _Badge(self._levels), _Badge(self._levels)
        row = QHBoxLayout(self._levels)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.before, 1)
        row.addWidget(self.after, 1)
        self.add_row(("title", TextArea(least=2, most=4), 1))
        self.add_row(("kind", self._choices["kind"], 2), ("process_id", self._choices["process_id"], 3))
        self.add_row(("cause", TextArea(least=2, most=5), 1))
        self.add_row(("consequence", TextArea(least=2, most=5), 1))
        self.add_row(("existing", TextArea(least=2, most=5), 1))
        for name in ("likelihood", "impact"):
            after = f"residual_{name}"
            self.add_row((name, self._choices[name], 1), (after, self._choices[after], 1))
        self.add_widget(self._levels)
        self.add_row(("decision", self._choices["decision"], 1))
        self.add_row(("treatment", TextArea(least=2, most=8), 1))
        self.add_row(("owner_id", self._choices["owner_id"], 3), ("due_on", DateField(), 2))
        self.add_widget(self.tasks)
        self.add_row(("effectiveness", TextArea(least=2, most=5), 1))
        self.retranslate()

    def set_lists(self, processes: Iterable[tuple[Hashable, str]], people: Iterable[tuple[Hashable, str]]) -> None:
        """Processes and people, as (id, name)."""
        fresh = (tuple(processes), tuple(people))
        if fresh != (self._processes, self._people):
            self._processes, self._people = fresh
            self._fill()

    def show_chosen(self, chosen: Chosen) -> None:
        """Values of one entry, or what several have in common."""
        self._chosen = chosen
        for name, field in self.fields.items():
            field.setVisible(chosen.is_single or name in _SHARED)
        for part in (self.tasks, self._levels):
            part.setVisible(chosen.is_single)
        self._fill()
        view = chosen.first
        self.set_values({"due_on": chosen.common(lambda one: one.due, None)})
        if chosen.is_single:
            self.set_values({name: getattr(view, name) for name in TEXTS})
            self.before.show_level(view, after=False)
            self.after.show_level(view, after=True)
            self.tasks.show_tasks(view.tasks)

    def set_read_only(self, read_only: bool) -> None:
        """The tasks too."""
        super().set_read_only(read_only)
        self.tasks.set_read_only(read_only)

    def _fill(self) -> None:
        """Choices and the values in force: words of the steps differ by kind and scale."""
        chosen = self._chosen
        if chosen is None:
            return
        view, kind = chosen.first, chosen.kind
        words = {"likelihood": risk_words.LIKELIHOOD, "impact": risk_words.IMPACT[view.kind]}
        for name in STEPS:
            steps = words[name.removeprefix("residual_")][view.scale.size]
            numbered = [(step, f"{step}  {_(word)}") for step, word in enumerate(steps, start=1)]
            self._put(name, [(None, _("not weighed")), *numbered], getattr(view, name))
        kinds = [(known, _(risk_words.KIND[known])) for known in RiskKind]
        self._put("kind", kinds, view.kind)
        self._put("process_id", [(None, _("No process")), *self._processes], view.process)
        self._put("owner_id", [(None, _("Nobody yet")), *self._people], chosen.common(lambda one: one.owner, _MIXED))
        self._put("decision", _decisions(kind), chosen.common(lambda one: one.decision, _MIXED))

    def _put(self, name: str, choices: Sequence[tuple[Hashable, str]], value: Hashable) -> None:
        control = self._choices[name]
        control.set_choices(choices)
        control.set_value(value)
        control.view().setMinimumWidth(control.view().sizeHintForColumn(0) + _ROOM)

    def retranslate(self) -> None:
        """Every word."""
        for name, text, hint in (
            ("title", _("&What could happen"), ""),
            ("kind", _("&Kind"), ""),
            ("process_id", _("&Process"), ""),
            ("cause", _("Ca&use"), ""),
            ("consequence", _("&Consequence"), ""),
            ("existing", _("&Measures in place"), ""),
            ("likelihood", _("&Likelihood now"), ""),
            ("residual_likelihood", _("Likelihood af&ter"), ""),
            ("impact", _("&Impact now"), ""),
            ("residual_impact", _("Impact a&fter"), ""),
            ("decision", _("&Decision"), ""),
            ("treatment", _("Mea&sures"), _("One measure in a line: each can become a task of the plan.")),
            ("owner_id", _("&Owner"), ""),
            ("due_on", _("By w&hen"), ""),
            ("effectiveness", _("What the measures achie&ved"), ""),
        ):
            self.set_words(name, text, hint)
        self._fill()
        chosen = self._chosen
        if chosen is not None and chosen.is_single:
            self.before.show_level(chosen.first, after=False)
            self.after.show_level(chosen.first, after=True)


def _decisions(kind: RiskKind | None) -> list[tuple[Hashable, str]]:
    """The decisions of a kind with their keys; none for a mixed choice."""
    made: list[tuple[Hashable, str]] = [(None, _("not decided"))]
    for decision in DECISIONS[kind] if kind else ():
        digit = risks.digit_of(kind, decision) if kind else 0
        words = _("{decision}: {what}").format(
            decision=_(risk_words.DECISION[decision]), what=_(risk_words.DECISION_WHY[decision])
        )
        made.append((decision, f"{digit}  {words}"))
    return made


def _choice() -> ChoiceField:
    made = ChoiceField()
    made.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
