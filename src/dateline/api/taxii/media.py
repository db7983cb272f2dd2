"""The media type of TAXII 2.1, and whether a client takes or sends it (TAXII 2.1, sections 1.6.7 and 3.3)."""

from __future__ import annotations

from email.message import Message

TAXII_TYPE = "application/taxii+json"
MEDIA = f"{TAXII_TYPE};version=2.1"
STIX_MEDIA = "application/stix+json;version=2.1"


def is_accepted(accept: str | None) -> bool:
    """Whether a client that sends this Accept takes our answers; without a version, the newest is meant."""
    if accept is None or not accept.strip():
        return True
    return any(_takes(one) for one in accept.split(","))


def is_ours(content_type: str | None) -> bool:
    """Whether a body of this type is TAXII 2.1."""
    kind, version, _ = _parts(content_type or "")
    return kind == TAXII_TYPE and version in ("", "2.1")


def _takes(one: str) -> bool:
    kind, version, weight = _parts(one)
    if weight == 0:
        return False
    return kind in ("*/*", "application/*") or (kind == TAXII_TYPE and version in ("", "2.1"))


def _parts(told: str) -> tuple[str, str, float]:
    """The type, its version and its weight."""
    message = Message()
    message["Content-Type"] = told.strip()
    try:
        weight = float(str(message.get_param("q", "1")))
    except ValueError:
        weight = 0.0
    return message.get_content_type() if "/" in told else "", str(message.get_param("version", "")), weight
