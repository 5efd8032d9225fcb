"""Puts finished pages on a printer: each at the printer's own fineness, in strips, on a worker's thread."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from isodesk.errors import PrintFailed
from isodesk.i18n import N_
from isodesk.ui.pdf_pages import PdfPages
from isodesk.ui.preferences import Preferences

Report = Callable[[int, int], None]
_FINE: Final = 600
"""Dots to the inch beyond which nobody sees a difference."""
_STRIP: Final = 1024
_POINTS_AN_INCH: Final = 72


def printers() -> list[str]:
    """Printers that are set up on this computer."""
    return list(QPrinterInfo.availablePrinterNames())


def prepared(preferences: Preferences) -> QPrinter:
    """The printer, paper and sides that were chosen last; one copy of all pages (ux.md U54)."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    current = preferences.current
    if current.printer in printers():
        printer.setPrinterName(current.printer)
    sizes = {QPageSize.key(size): size for size in QPageSize.PageSizeId if size is not QPageSize.PageSizeId.Custom}
    printer.setPageSize(QPageSize(sizes.get(current.paper, QPageSize.PageSizeId.A4)))
    duplex = {mode.name: mode for mode in QPrinter.DuplexMode}.get(current.duplex)
    if duplex is not None:
        printer.setDuplex(duplex)
    printer.setFullPage(True)
    return printer


def ask(printer: QPrinter, pages: int, parent: QWidget) -> bool:
    """The print dialog of the system. Our own PDF is better than what a printer would make a file of."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    dialog.setMinMax(1, pages)
    return bool(dialog.exec())


def remember(printer: QPrinter, preferences: Preferences) -> None:
    """Keeps printer, paper and sides; copies and pages are for this time only."""
    preferences.update(
        printer=printer.printerName(),
        paper=printer.pageLayout().pageSize().key(),
        duplex=printer.duplex().name,
    )


def send(printer: QPrinter, pages: PdfPages, report: Report) -> int:
    """Prints and returns how many sides went to the printer. Raises PrintFailed and what `report` raises to stop."""
    order = list(_order(printer, len(pages)))
    painter = QPainter()
    begun = False
    try:
        for done, page in enumerate(order):
            report(done, len(order))
            _turn_paper(printer, pages.sizes[page])
            started = printer.newPage() if begun else painter.begin(printer)
            if not started:
                raise PrintFailed(
                    N_("The printer “{name}” did not take the document."),
                    N_("Check that it is switched on and has paper, or save the document as PDF."),
                    name=printer.printerName(),
                )
            begun = True
            _draw(painter, printer, pages, page)
        report(len(order), len(order))
    except BaseException:
        if begun:
            printer.abort()
        raise
    finally:
        painter.end()
    return len(order)


def _order(printer: QPrinter, pages: int) -> Iterator[int]:
    """Pages from 0 in the order of printing; copies where the printer cannot make them itself."""
    first, last = 0, pages - 1
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage() - 1, min(last, (printer.toPage() or pages) - 1)
    chosen = list(range(first, last + 1))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        for _copy in range(copies):
            yield from chosen
    else:
        for page in chosen:
            yield from [page] * copies


def _turn_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    wide = size[0] > size[1]
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


def _draw(painter: QPainter, printer: QPrinter, pages: PdfPages, page: int) -> None:
    """At its own size; smaller where the paper is smaller, never larger."""
    dots = printer.resolution() / _POINTS_AN_INCH
    width, height = (side * dots for side in pages.sizes[page])
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    fit = min(1.0, paper.width() / width, paper.height() / height)
    width, height = width * fit, height * fit
    coarse = max(1.0, printer.resolution() / _FINE)
    across, down = max(1, round(width / coarse)), max(1, round(height / coarse))
    left, step = (paper.width() - width) / 2, height / down
    for top in range(0, down, _STRIP):
        bottom = min(down, top + _STRIP)
        strip = pages.strip(page, across, down, top, bottom)
        if printer.colorMode() is QPrinter.ColorMode.GrayScale or strip.isGrayscale():
            strip = strip.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(QRectF(left, top * step, width, (bottom - top) * step), strip)
