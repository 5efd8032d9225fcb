"""Gathers what the words of a scope are compared with: activity, sites, exclusions, clauses about design."""

from typing import Final

from isodesk.catalog.standard import Exclusion, Standard
from isodesk.domain import scope_check
from isodesk.domain.keys import ClientId
from isodesk.domain.scope_check import ExcludedClause, ScopeFacts, ScopeFinding
from isodesk.services.clients import Clients
from isodesk.services.standards import Standards

DESIGN: Final = {"iso-9001": "8.3", "iso-13485": "7.3"}
"""The clause about design and development of products and services, by family."""


class ScopeCheck:
    """Reads the facts once; `check` is pure and may follow every key."""

    def __init__(self, clients: Clients, standards: Standards) -> None:
        self._clients = clients
        self._standards = standards

    def facts(self, client: ClientId) -> ScopeFacts:
        """What is known of the client now. Raises NotFound."""
        standards = {standard.key: standard for standard in self._standards.of(client)}
        return ScopeFacts(
            activity=self._clients.get(client).activity,
            sites=tuple((site.name, site.address) for site in self._clients.sites(client)),
            exclusions=tuple(
                ExcludedClause(row.standard, row.clause, row.reason, _allowed(standards.get(row.standard), row.clause))
                for row in self._clients.exclusions(client)
            ),
            design_clauses=frozenset(
                (standard.key, DESIGN[standard.family])
                for standard in standards.values()
                if standard.family in DESIGN and DESIGN[standard.family] in standard.by_number
            ),
        )

    def check(self, text: str, facts: ScopeFacts) -> tuple[ScopeFinding, ...]:
        """What is to be said of a scope; less than a millisecond for a usual one."""
        return scope_check.check(text, facts)


def _allowed(standard: Standard | None, clause: str) -> bool:
    return standard is None or standard.exclusion_of(clause) is not Exclusion.FORBID
