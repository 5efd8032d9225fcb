"""What the check of the scope is told of a client."""

from builders import STANDARD

from isodesk.domain.keys import ClientId
from isodesk.domain.scope_check import ScopeRule
from isodesk.services.workspace import Services


def test_it_knows_activity_sites_exclusions_and_design(services: Services, client: ClientId) -> None:
    services.clients.change(client, activity="Sheet metal")
    site = services.clients.add_site(client, "Forge")
    services.clients.change_site(client, site, address="Forge Lane")
    services.clients.exclude(client, STANDARD, "8.3", "Made to drawings")
    facts = services.scope_check.facts(client)
    assert facts.activity == "Sheet metal"
    assert facts.sites == (("Forge", "Forge Lane"),)
    assert [(row.clause, row.reason, row.allowed) for row in facts.exclusions] == [("8.3", "Made to drawings", True)]
    assert facts.design_clauses == {(STANDARD, "8.3")}
    found = services.scope_check.check("Design and manufacture of sheet metal parts", facts)
    assert {f.rule for f in found if not f.good} == {ScopeRule.DESIGN_EXCLUDED, ScopeRule.REASON_SHORT}


def test_a_standard_that_forbids_leaving_out_is_heard(services: Services, client: ClientId) -> None:
    """An exclusion that came along from another edition may stand against the new one."""
    services.adoptions.add(client, "iso-14001-2026")
    (standard,) = (s for s in services.standards.of(client) if s.family == "iso-14001")
    assert (standard.key, "8.3") not in services.scope_check.facts(client).design_clauses
