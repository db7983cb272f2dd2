"""`dateline user`: who may use a desk that others can reach."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from typing import Any

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record

ROLES = ("reader", "analyst", "admin")
"""The names of `record.accounts.Role`, written out so that help doesn't load the record; a test compares the two."""


@click.group(
    "user",
    epilog="Examples: dateline user add anna --role admin · dateline user list · dateline user disable anna",
)
def command() -> None:
    """Add, list, change and disable the users of a record's desk (`dateline serve`).

    A reader reads; an analyst also sees private persons' names, decides and adds sources; an admin also looks after users.
    """


def _password_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--password-stdin",
        "from_stdin",
        is_flag=True,
        help="Take the password from standard input's first line.",
    )(function)


def _password(from_stdin: bool) -> str:
    """A password that is never on the command line, where everybody on the machine could see it."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    told: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return told


@command.command("add", epilog="Example: dateline user add anna --role analyst")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True)
@_password_option
@record_option
def add(name: str, role: str, from_stdin: bool, record_url: str | None) -> None:
    """Add user NAME; asks for a password."""
    from dateline.api.passwords import Passwords
    from dateline.record.accounts import Role

    password = Passwords().hashed(_password(from_stdin))
    with open_record(record_url, must_exist=False) as record, record.accounts() as accounts:
        user = accounts.add_user(name, Role(role), password)
        _note(accounts, "user added", name, role=role)
    click.echo(f"{user.name} may log in as {user.role.value}")


@command.command("role", epilog="Example: dateline user role anna admin")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@record_option
def role(name: str, role: str, record_url: str | None) -> None:
    """Give user NAME another ROLE."""
    from dateline.record.accounts import Role

    with open_record(record_url) as record, record.accounts() as accounts:
        accounts.change_user(name, role=Role(role))
        _note(accounts, "user changed", name, role=role)
    click.echo(f"{name} is {role} now")


@command.command("password", epilog="Example: dateline user password anna")
@click.argument("name")
@_password_option
@record_option
def password(name: str, from_stdin: bool, record_url: str | None) -> None:
    """Give user NAME a new password; their sessions end."""
    from dateline.api.passwords import Passwords

    new = Passwords().hashed(_password(from_stdin))
    with open_record(record_url) as record, record.accounts() as accounts:
        accounts.change_user(name, password=new)
        _note(accounts, "user changed", name, password=True)
    click.echo(f"{name} has a new password")


@command.command("disable", epilog="Example: dateline user disable anna")
@click.argument("name")
@record_option
def disable(name: str, record_url: str | None) -> None:
    """User NAME may not log in any more, their sessions and tokens end; what they decided stays."""
    _switch(record_url, name, disabled=True)


@command.command("enable", epilog="Example: dateline user enable anna")
@click.argument("name")
@record_option
def enable(name: str, record_url: str | None) -> None:
    """User NAME may log in again."""
    _switch(record_url, name, disabled=False)


@command.command("list", epilog="Example: dateline user list")
@record_option
def list_all(record_url: str | None) -> None:
    """Everybody with an account."""
    with open_record(record_url) as record, record.accounts(writes=False) as accounts:
        for user in accounts.users():
            state = "  disabled" if user.disabled else ""
            click.echo(f"{user.name:20}  {user.role.value:8}  since {user.created:%Y-%m-%d}{state}")


def _switch(record_url: str | None, name: str, disabled: bool) -> None:
    with open_record(record_url) as record, record.accounts() as accounts:
        accounts.change_user(name, disabled=disabled)
        _note(accounts, "user changed", name, disabled=disabled)
    click.echo(f"{name} may {'not log in any more' if disabled else 'log in again'}")


def _note(accounts: Any, action: str, name: str, **detail: object) -> None:
    accounts.note(getpass.getuser(), "command line", action, name, **detail)
