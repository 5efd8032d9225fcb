"""Titles of the sections of a client's standards, under which documents group their rows."""

from isodesk.reports.order import Order
from isodesk.services.workspace import Services


def section_titles(services: Services, order: Order) -> dict[tuple[str, str], str]:
    """By (standard, section); standards that were retired too."""
    return {
        (standard.key, section.number): section.title(order.language)
        for standard in services.standards.known(order.client).values()
        for section in standard.sections
    }
