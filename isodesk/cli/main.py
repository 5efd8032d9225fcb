"""The command line: understands what was typed, runs it, and turns trouble into one line and an exit status."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from isodesk.cli import arguments
from isodesk.errors import UserError
from isodesk.i18n import Speech, speech, system_language

OK = 0
FAULTS_FOUND = 1
TROUBLE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; without one it shows the help. Returns the exit status."""
    typed = list(sys.argv[1:] if argv is None else argv)
    made = parser(typed)
    parsed = made.parse_args(typed)
    if is_command(parsed):
        return run(parsed)
    made.print_help()
    return OK


def parser(argv: Sequence[str] | None = None) -> arguments.Parser:
    """Knows all commands and the options of the window."""
    _speak_utf8()
    return arguments.parser(argv)


def is_command(parsed: argparse.Namespace) -> bool:
    """Whether something is to be done here, rather than a window to be opened."""
    return bool(parsed.command or parsed.self_test)


def run(parsed: argparse.Namespace) -> int:
    """Does what was asked for: 0 done, 1 faults found, 2 trouble that one line on stderr explains."""
    _speak_utf8()
    words = _words(parsed)
    try:
        status = _run(parsed, words)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the answer has read enough; Python must not complain when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except UserError as error:
        return _complain(error.text(words))
    except OSError as error:
        reason = " ".join(str(part) for part in (error.strerror or type(error).__name__, error.filename) if part)
        return _complain(words("The system refused: {reason}.").format(reason=reason))
    except KeyboardInterrupt:
        return _complain(words("Stopped."))
    return status


def _run(parsed: argparse.Namespace, words: Speech) -> int:
    if parsed.self_test:
        from isodesk.cli import self_test

        return self_test.run(words)
    from isodesk.cli import commands

    return commands.COMMANDS[parsed.command](parsed, words)


def _words(parsed: argparse.Namespace) -> Speech:
    return speech(parsed.ui_language or parsed.language or system_language())


def _complain(text: str) -> int:
    print(f"{arguments.PROGRAM}: {' '.join(text.split())}", file=sys.stderr)
    return TROUBLE


def _speak_utf8() -> None:
    """A pipe may think that it is ASCII; names of clients are not. A program without a console has no streams."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
