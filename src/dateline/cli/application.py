"""The group of all commands, each loaded only when it is asked for, so that one command doesn't wait for another."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from dateline import __version__
from dateline.errors import DatelineError, UsageError

COMMANDS: tuple[tuple[str, str], ...] = (
    ("demo", "Read the sample reports into a temporary record and show what it found."),
    ("read", "Read sources and print what they say; keep nothing."),
    ("add", "Read sources and keep them in the record; safe to repeat."),
    ("relink", "Link the whole record anew, as if all reports had come at once."),
    ("incidents", "List and filter the incidents on record."),
    ("search", "Find documents by their words, each with a passage."),
    ("tallies", "Every claimed total beside what the record shows."),
    ("show", "One incident or document: each claim with its sentence and speaker."),
    ("judge", "Confirm, merge, split, correct, dispute, retract; every decision can be undone."),
    ("review", "The least certain links and values first, each answered with one key."),
    ("report", "One incident or one week as a single HTML file to send around."),
    ("export", "Write the record in another format."),
    ("partner", "Those you share the record with: add, list, show, remove; who consents to what."),
    ("mark", "Say who may have a document, a claim, a field or a judgement, and how."),
    ("receive", "Take what a partner sends: verified, kept as it came, linked to your incidents."),
    ("release", "What a partner would get; give it, take it back; who confirmed what."),
    ("compare", "Set the record beside another one and show what differs."),
    ("serve", "The page and the API, on this machine or safely for others."),
    ("user", "Who may use a desk that others can reach."),
    ("check", "Check that every value fits its text and every row the others."),
    ("backup", "Copy a record that may be in use into one verified file."),
    ("restore", "Make a record from a backup, in a file or in PostgreSQL."),
    ("gazetteer", "Look up places, or load a GeoNames dump."),
    ("completion", "Print the script that completes commands in your shell."),
)
"""The commands in the order of the help page, with the line that it shows."""


class _Lazy(click.Group):
    """A group whose commands are modules of this package, imported by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of `COMMANDS`."""
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in dict(COMMANDS):
            return None
        command: click.Command = import_module(f"dateline.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error that Dateline raises on purpose becomes one line and an exit code."""
        try:
            return super().invoke(ctx)
        except UsageError as problem:
            click.echo(f"dateline: {problem}", err=True)
            sys.exit(2)
        except DatelineError as problem:
            click.echo(f"dateline: {problem}", err=True)
            sys.exit(1)


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Try: dateline demo · dateline read article.html · dateline COMMAND --help",
)
@click.version_option(__version__, prog_name="dateline")
def application() -> None:
    """Dateline reads reporting about attacks and keeps a sourced incident record."""
