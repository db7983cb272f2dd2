"""The description holds: schemathesis makes requests of every kind from it, and no answer is a fault of the server's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from conftest import copy_of, running, with_users
from dateline.api.application import described
from dateline.record import Record

EXAMPLES = 12
"""Requests for each route: `pytest tests/api/test_description.py --hypothesis-profile=...` doesn't change it."""

schema = schemathesis.openapi.from_dict(described().openapi())


@pytest.fixture(scope="module")
def desk(filled, tmp_path_factory) -> Iterator[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """The address of a desk, and an admin's token."""
    with Record.open(str(copy_of(filled, tmp_path_factory.mktemp("described")))) as record:
        tokens = with_users(record)
        with running(record) as (_, address):
            yield address, tokens["admin"]


@schema.exclude(path_regex="/jobs/{id}/events$").parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_makes_the_server_fail(case: schemathesis.Case, desk: tuple[str, str]) -> None:
    address, token = desk
    answer = case.call(base_url=address, headers={"Authorization": f"Bearer {token}"})
    case.validate_response(
        answer, checks=[not_a_server_error, content_type_conformance, response_schema_conformance]
    )
