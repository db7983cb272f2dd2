"""A released view -> STIX 2.1 objects by the profile of docs/stix-profile, and back.

constants  ids that never change: our extension, its author, the canonical TLP 2.0 markings
content    objects whose id follows from their content, the same wherever they come from
handling   markings: one TLP label, and the caveats that TLP doesn't know
export     view -> objects with ids of the partner's own
reading    objects -> readings and incidents, as they were
versions   objects -> versions of a release
"""
