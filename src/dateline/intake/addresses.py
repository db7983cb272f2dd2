"""Which network addresses a fetch may connect to: public ones, unless a setting allows more.

In: an IP address. Out: whether it is public. A page's address or redirect that leads to a private one would let a
stranger's text read what only this machine can reach (server-side request forgery, CWE-918).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 addresses inside IPv6 ones for translation (RFC 6052)."""


def is_public(address: str) -> bool:
    """Whether an address, as a connection names it, is globally reachable unicast.

    Private, loopback, link-local, shared, reserved, unspecified and multicast addresses are not (IANA's
    special-purpose registries), nor IPv6 addresses that carry such an IPv4 address: mapped, 6to4, Teredo, NAT64.
    """
    found = ip_address(address.partition("%")[0])
    carried = _carried(found) if isinstance(found, IPv6Address) else []
    return all(map(_is_public, carried)) if carried else _is_public(found)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: IPv6Address) -> list[IPv4Address]:
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address.sixtofour]
    if address.teredo:
        return list(address.teredo)
    if address in TRANSLATED:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []
