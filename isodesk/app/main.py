"""The entry of the program: a command line when a command is given, the window otherwise."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Runs isodesk; returns the exit status."""
    from isodesk.cli import main as command_line

    arguments = command_line.parser().parse_args(list(sys.argv[1:] if argv is None else argv))
    if command_line.is_command(arguments):
        return command_line.run(arguments)
    from isodesk.app.start import open_window

    return open_window(
        Path(arguments.workspace) if arguments.workspace else None,
        language=arguments.language or "",
        until="ready" if arguments.exit_when_ready else "",
    )
