"""Words for roles."""

from typing import Final

from isodesk.domain.people import Role
from isodesk.i18n import N_

ROLE: Final = {
    Role.HEAD: N_("Head of the firm"),
    Role.QUALITY: N_("Responsible for the management system"),
    Role.HR: N_("Personnel"),
    Role.SALES: N_("Sales"),
    Role.PURCHASING: N_("Purchasing"),
    Role.ENGINEERING: N_("Engineering"),
    Role.PRODUCTION: N_("Production"),
    Role.INSPECTION: N_("Inspection and measuring"),
    Role.DOCUMENTS: N_("Documents and records"),
    Role.AUDITOR: N_("Internal auditor"),
    Role.ENVIRONMENT: N_("Environment"),
    Role.SAFETY: N_("Occupational safety"),
    Role.SECURITY: N_("Information security"),
    Role.IT: N_("Computers and networks"),
    Role.CONTINUITY: N_("Business continuity"),
}
ROLE_SHORT: Final = {
    Role.HEAD: N_("Head"),
    Role.QUALITY: N_("Quality"),
    Role.HR: N_("Personnel"),
    Role.SALES: N_("Sales"),
    Role.PURCHASING: N_("Purchasing"),
    Role.ENGINEERING: N_("Engineering"),
    Role.PRODUCTION: N_("Production"),
    Role.INSPECTION: N_("Inspection"),
    Role.DOCUMENTS: N_("Documents"),
    Role.AUDITOR: N_("Auditor"),
    Role.ENVIRONMENT: N_("Environment"),
    Role.SAFETY: N_("Safety"),
    Role.SECURITY: N_("Information security"),
    Role.IT: N_("IT"),
    Role.CONTINUITY: N_("Continuity"),
}
"""For a column of a table, where the long name does not fit."""
