"""`dateline serve`: the page and the API on this machine, or safely for others."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.api.options import ServeOptions
    from dateline.api.serving import Certificate

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    "serve",
    epilog="Examples: dateline serve · dateline serve --record attacks.sqlite --port 9000 · "
    "dateline serve --host 0.0.0.0 --name desk.example.org --tls-cert chain.pem --tls-key key.pem",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name browsers reach it by; repeatable."
)
@click.option("--tls-cert", type=FILE, help="The certificate with its chain, in PEM.")
@click.option("--tls-key", type=FILE, help="The certificate's key, in PEM.")
@click.option(
    "--trusted-proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="A proxy that has TLS; may be repeated.",
)
@click.option(
    "--tile-style",
    envvar="DATELINE_TILE_STYLE",
    default="",
    metavar="URL",
    help="A map style to fetch tiles by. [default: outlines that come with the page; DATELINE_TILE_STYLE]",
)
@click.option(
    "--rate",
    type=click.FloatRange(1),
    default=50,
    show_default=True,
    help="Requests a second from one address.",
)
@record_option
def command(
    tls_cert: Path | None,
    tls_key: Path | None,
    record_url: str | None,
    **given: object,
) -> None:
    """Serve the page and the API.

    On this machine alone no set-up is needed. Any other address takes an admin with a password (`dateline user`), TLS or a
    trusted proxy, and the name by which browsers reach the desk.
    """
    from dateline.api.application import create_app
    from dateline.api.serving import bound, check_safe, greeting, server_of
    from dateline.api.taxii import TAXII

    certificate = _certificate(tls_cert, tls_key)
    options = _options(certificate is not None, **given)  # type: ignore[arg-type]
    with open_record(record_url, must_exist=False) as record:
        check_safe(record, options)
        served = create_app(record, options, getpass.getuser(), (TAXII,))
        with bound(options) as listening:
            for line in greeting(served, listening.getsockname()[1], certificate):
                click.echo(line)
            server_of(served, certificate).run([listening])


def _certificate(chain: Path | None, key: Path | None) -> Certificate | None:
    from dateline.api.serving import Certificate

    if chain and key:
        return Certificate(chain, key)
    if chain or key:
        raise UsageError("--tls-cert and --tls-key go together; give both")
    return None


def _options(
    has_tls: bool,
    host: str,
    port: int,
    names: tuple[str, ...],
    proxies: tuple[str, ...],
    **others: object,
) -> ServeOptions:
    from dateline.api.options import Rates, ServeOptions
    from dateline.settings import read_settings

    rate = float(str(others["rate"]))
    return ServeOptions(
        host=host,
        port=port,
        names=names,
        secure=has_tls or bool(proxies),
        trusted_proxies=proxies,
        tiles=str(others["tile_style"]),
        rates=Rates(rate, int(rate * 6)),
        settings=read_settings(),
    )
