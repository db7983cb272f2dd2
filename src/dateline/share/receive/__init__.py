"""What a partner sends -> kept as it came, mapped to claims with their origin, linked to our incidents.

delivery   a file or an address -> bytes, within limits, with their signature verified before anything is read
taxii      a partner's TAXII server -> deliveries, each from where the last one ended
parsing    bytes -> objects: depth, numbers and repeated names checked
checking   objects against each other and against what came before
retelling  a partner's reading -> one whose every value stands in a text of ours
keeping    all of it into the record; nothing of ours is overwritten
"""

from __future__ import annotations

from dateline.share.receive.delivery import Delivery, fetched, from_file
from dateline.share.receive.keeping import Received, receive

__all__ = ["Delivery", "Received", "fetched", "from_file", "receive"]
