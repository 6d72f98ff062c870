"""What every subcommand of `minhbach` shares: a help text with examples, printed as written."""

from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class PlainCommand(BaseCommand):
    """A subcommand whose `help` holds its examples; `shown_name` is how people type it."""

    shown_name = ""
    requires_system_checks: list[str] = []
    # Django's own options are for its developers; they still work, but the help shows only ours.
    suppressed_base_arguments = {
        "--version",
        "--verbosity",
        "--settings",
        "--pythonpath",
        "--traceback",
        "--no-color",
        "--force-color",
        "--skip-checks",
    }

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Return the parser, with the subcommand's own line breaks kept and its name as people type it."""
        shown = self.shown_name or subcommand
        return super().create_parser(prog_name, shown, formatter_class=RawDescriptionHelpFormatter, **kwargs)
