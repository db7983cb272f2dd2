"""The TAXII 2.1 server: what each partner was released, and an inbox for what it sends (OASIS TAXII 2.1, 10 June 2021).

media         the media type, and what a client accepts and sends
problems      errors in TAXII's shape, on every way out
partners      HTTP Basic -> the partner behind a request
collections   discovery, the API root, and a partner's two collections
asked         filters and paging of a request
answers       rows of what a partner has -> envelopes, manifests, versions
pushes        a partner's envelope -> the record, and a status
application   the routes
"""

from __future__ import annotations

from dateline.api.taxii.application import TAXII

__all__ = ["TAXII"]
