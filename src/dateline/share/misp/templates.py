"""The MISP object templates that are used: MISP's own where there is one, and three of ours (docs/misp-objects).

Of MISP's templates only the relations that are used stand here, with the type and category of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TEXT = ("text", "Other")


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its UUID and version in misp-objects, and the type and category of each relation."""

    name: str
    uuid: str
    version: str
    category: str
    types: Mapping[str, tuple[str, str]]
    description: str = ""


INCIDENT = Template(
    "incident",
    "38597424-f9bb-4865-9b4b-819172df0334",
    "1",
    "misc",
    dict.fromkeys(("name", "description", "incident_type"), TEXT),
)
GEOLOCATION = Template(
    "geolocation",
    "cd6f2238-ba55-4888-82c4-104e6e1acf21",
    "8",
    "misc",
    {
        **dict.fromkeys(("city", "region", "country", "countrycode", "text"), TEXT),
        **dict.fromkeys(("latitude", "longitude", "accuracy-radius"), ("float", "Other")),
    },
)
NEWS_MEDIA = Template(
    "news-media",
    "691463c5-5302-4847-9bec-4c56ccfec677",
    "3",
    "misc",
    {"source": TEXT, "title": TEXT, "content": TEXT, "url": ("url", "External analysis")},
)
ASSESSMENT = Template(
    "intelligence-source-assessment",
    "2d3a5895-6c54-50b5-bd25-ce33e974c50a",
    "1",
    "misc",
    dict.fromkeys(("source-summary", "source-reliability", "information-credibility"), TEXT),
)
DISSEMINATION = Template(
    "intelligence-dissemination",
    "fca90ca9-b3a9-52c2-972f-6617b75665f6",
    "1",
    "misc",
    dict.fromkeys(("related-report", "originator", "classification", "handling-instructions"), TEXT),
)
VICTIM = Template(
    "victim",
    "a8806e40-39ad-435f-be02-ac2a13d6fc7d",
    "10",
    "misc",
    {"name": ("target-org", "Targeting data"), "description": TEXT},
)
CASUALTIES = Template(
    "sourced-casualties",
    "6f0c2a3e-4b7d-4d4b-9a55-2f8b6c1d7e31",
    "1",
    "misc",
    dict.fromkeys(("metric", "low", "best", "high", "claimant", "as-of"), TEXT),
    "A number of dead or wounded as a range; an open range has no high.",
)
CLAIM = Template(
    "sourced-claim",
    "b2d9e6a4-17c5-4f0e-8a3b-5c7e9f1a2d64",
    "1",
    "misc",
    dict.fromkeys(("kind", "said", "claimant", "incident", "report", "certainty", "sentence"), TEXT),
    "What one report says of one happening, of a total, or of who is responsible.",
)
OBJECT = Template(
    "sourced-object",
    "d81f4c72-9e3a-4b6c-b1d0-3a6e8c5f7b92",
    "1",
    "misc",
    {"type": TEXT, "identifier": TEXT, "object": TEXT},
    "An object of the profile 'Sourced incidents' of STIX 2.1 as JSON, so that nothing is lost.",
)
OURS = (CASUALTIES, CLAIM, OBJECT)
