"""The entry of the program: a command line when a command is given, the window otherwise."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Runs isodesk; returns the exit status."""
    from isodesk.cli import main as command_line

    arguments = command_line.parser().parse_args(list(sys.argv[1:] if argv is None else argv))
    if command_line.is_command(arguments):
        return command_line.run(arguments)
    return show_window(
        Path(arguments.workspace) if arguments.workspace else None,
        language=arguments.language or "",
        until="ready" if arguments.exit_when_ready else "",
    )


def show_window(workspace: Path | None, *, language: str = "", until: str = "") -> int:
    """Opens the window; returns the exit status. Until it is filled nothing becomes garbage that would be worth the search."""
    gc.disable()
    from isodesk.app.start import open_window

    return open_window(workspace, language=language, until=until)
