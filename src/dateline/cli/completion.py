"""`dateline completion`: the shell's completion script."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from dateline.errors import UsageError


@click.command("completion", epilog="Example: dateline completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in SHELL."""
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"no completion is known for {shell!r}; use bash, zsh or fish")
    root = ctx.find_root().command
    click.echo(kind(root, {}, "dateline", "_DATELINE_COMPLETE").source())
