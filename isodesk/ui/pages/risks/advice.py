"""Plain words about a risk or an opportunity, for the panel at the right (ux.md U68)."""

from isodesk.domain.risks import RiskKind
from isodesk.ui.case import RowHelp
from isodesk.ui.speech import _


def advice(kind: RiskKind) -> RowHelp:
    """What to think of, what an auditor looks for, an example."""
    if kind is RiskKind.OPPORTUNITY:
        return RowHelp(
            _("What could turn out well, and what would we have to do for it?"),
            _(
                "– Opportunities are named, not risks alone\n– Somebody answers for each one that is pursued\n"
                "– Its actions stand in the plan, and their effect is judged"
            ),
            _("A larger customer asks for the certificate: offers are prepared for the day on which we have it."),
            "6.1",
        )
    return RowHelp(
        _("What could keep us from good results: how likely is it, how much would it matter, what do we do about it?"),
        _(
            "– The risks fit the firm, its context and its processes\n– Measures stand in the plan, with owner and date\n"
            "– After treatment they are weighed again, with what shows that the measures work\n"
            "– The register is reviewed, at least before the management review"
        ),
        _("One buyer knows all suppliers. A second person is trained, prices and contacts stand in a common list."),
        "6.1",
    )
