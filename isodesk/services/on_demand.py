"""Services that are made when somebody asks for them, so that no start waits for what most starts do not need."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from isodesk.services.advice import Advice
    from isodesk.services.assessment import Assessment
    from isodesk.services.budget import Budget
    from isodesk.services.calendar import Calendar
    from isodesk.services.clients import Clients
    from isodesk.services.context import Context
    from isodesk.services.forecast import Forecasts
    from isodesk.services.history import History
    from isodesk.services.library import Library
    from isodesk.services.objectives import Objectives
    from isodesk.services.overview import Overview
    from isodesk.services.pasting import Pasting
    from isodesk.services.plan import Plan
    from isodesk.services.plan_pushing import PlanPushing
    from isodesk.services.plan_settings import PlanSettingsDesk
    from isodesk.services.plan_templates import PlanTemplates
    from isodesk.services.planning import Planning
    from isodesk.services.readiness import Readiness
    from isodesk.services.responsibilities import Responsibilities
    from isodesk.services.risks import Risks
    from isodesk.services.rounds import Rounds
    from isodesk.services.scheduling import Scheduling
    from isodesk.services.scope_check import ScopeCheck
    from isodesk.services.site_shifts import SiteShifts
    from isodesk.services.standards import Standards
    from isodesk.services.team import Team
    from isodesk.services.workload import Workloads
    from isodesk.storage.work import Workshop


class OnDemand:
    """Made out of the services that every start has; each is imported on its first use and kept."""

    workshop: "Workshop"
    history: "History"
    standards: "Standards"
    clients: "Clients"
    team: "Team"
    assessment: "Assessment"
    plan: "Plan"
    planning: "Planning"
    overview: "Overview"

    @cached_property
    def library(self) -> "Library":
        """The standards to be read; made when somebody asks, so that no start waits for it."""
        from isodesk.services.library import Library

        return Library(self.standards.shelf)

    @cached_property
    def readiness(self) -> "Readiness":
        """How ready a client is for the certification audit."""
        from isodesk.services.readiness import Readiness

        return Readiness(self.workshop, self.overview, self.assessment, self.standards)

    @cached_property
    def calendar(self) -> "Calendar":
        """Working days of a client."""
        from isodesk.services.calendar import Calendar

        return Calendar(self.workshop, self.history)

    @cached_property
    def plan_settings(self) -> "PlanSettingsDesk":
        """How a plan is dated and paid for."""
        from isodesk.services.plan_settings import PlanSettingsDesk

        return PlanSettingsDesk(self.workshop, self.history)

    @cached_property
    def budget(self) -> "Budget":
        """What a project costs."""
        from isodesk.services.budget import Budget

        return Budget(self.workshop, self.history, self.plan_settings)

    @cached_property
    def workload(self) -> "Workloads":
        """Who has how much work in which week."""
        from isodesk.services.workload import Workloads

        return Workloads(self.workshop, self.plan, self.team, self.calendar.working)

    @cached_property
    def pushing(self) -> "PlanPushing":
        """Moves along what waits for a task."""
        from isodesk.services.plan_pushing import PlanPushing

        return PlanPushing(self.workshop, self.history)

    @cached_property
    def responsibilities(self) -> "Responsibilities":
        """Who does and answers for what."""
        from isodesk.services.responsibilities import Responsibilities

        return Responsibilities(self.workshop, self.history, self.standards, self.team, self.clients)

    @cached_property
    def site_shifts(self) -> "SiteShifts":
        """The staff of each shift at the sites."""
        from isodesk.services.site_shifts import SiteShifts

        return SiteShifts(self.workshop, self.history)

    @cached_property
    def objectives(self) -> "Objectives":
        """The policy and the objectives; made when somebody asks."""
        from isodesk.services.objectives import Objectives

        return Objectives(self.workshop, self.history, self.standards)

    @cached_property
    def risks(self) -> "Risks":
        """The register of risks and opportunities; made when somebody asks."""
        from isodesk.services.risks import Risks

        return Risks(self.workshop, self.history, self.standards, self.plan, self.team)

    @cached_property
    def scheduling(self) -> "Scheduling":
        """Dates for the plan."""
        from isodesk.services.scheduling import Scheduling

        return Scheduling(self.workshop, self.history, self.standards)

    @cached_property
    def forecast(self) -> "Forecasts":
        """When the plan will be ready."""
        from isodesk.services.forecast import Forecasts

        return Forecasts(self.workshop, self.standards)

    @cached_property
    def pasting(self) -> "Pasting":
        """Answers pasted from a spreadsheet; made when something is pasted."""
        from isodesk.services.pasting import Pasting

        return Pasting(self.assessment, self.team)

    @cached_property
    def rounds(self) -> "Rounds":
        """Rounds of the assessment; most sessions begin and compare none."""
        from isodesk.services.rounds import Rounds

        return Rounds(self.workshop, self.history, self.standards, self.assessment)

    @cached_property
    def context(self) -> "Context":
        """Issues, interested parties, the climate question."""
        from isodesk.services.context import Context

        return Context(self.workshop, self.history)

    @cached_property
    def advice(self) -> "Advice":
        """Which standard a firm needs."""
        from isodesk.services.advice import Advice

        return Advice(self.workshop, self.history, self.standards.shelf)

    @cached_property
    def scope_check(self) -> "ScopeCheck":
        """What a certification body will find in the words of the scope."""
        from isodesk.services.scope_check import ScopeCheck

        return ScopeCheck(self.clients, self.standards)

    @cached_property
    def plan_templates(self) -> "PlanTemplates":
        """Plans kept for the next client; made when somebody asks."""
        from isodesk.services.plan_templates import PlanTemplates

        return PlanTemplates(self.workshop, self.history, self.standards, self.assessment, self.team)
