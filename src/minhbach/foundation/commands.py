"""What the subcommands of `minhbach` that use Django share: their own name, their own help, nothing of Django's."""

from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class PlainCommand(BaseCommand):
    """A subcommand whose help shows only its own options, and an `example`."""

    example = ""
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

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        """Return the parser under the name that people type: load-agencies, not load_agencies."""
        options.setdefault("formatter_class", RawDescriptionHelpFormatter)
        options.setdefault("epilog", self.example)
        return super().create_parser(prog_name, subcommand.replace("_", "-"), **options)
