"""The page of the reading names every key that is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import schema

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
SHAPES = [
    shape
    for shape in vars(schema).values()
    if isinstance(shape, type) and issubclass(shape, schema.Shape) and shape.model_fields
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_key_is_explained(shape: type[schema.Shape]) -> None:
    missing = [key for key in shape.model_fields if f"`{key}`" not in PAGE and f'"{key}"' not in PAGE]
    assert not missing
