"""Page 1.3: people with their roles, processes with their owners."""

from isodesk.ui.pages.team.page import TeamPage

__all__ = ["TeamPage"]
