"""The encoder that role training starts from: the pinned MiniLM, or the shipped tagger's, which already knows syntax and names.

In: an encoder module. Out: the same with weights. The tagger ships as int8 only, so its matrices come back as
scale times (value minus zero point); `check` compares the outputs with those of the shipped graph.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor
from training.export import SHIPPED
from training.fit import ENCODER
from training.network import LAYERS, Encoder, load_encoder

STARTS = ("tagger", "pinned")
MATRICES = ("query", "key", "value", "out", "inner", "outer")
"""The products of a block in the order in which the graph makes them."""

LOWER = 1
"""The class of words in small letters, which role training's texts have throughout."""

Array = NDArray[np.float32]


def begin(encoder: Encoder, start: str) -> None:
    """Fill an encoder with the weights that `start` names."""
    load_encoder(encoder, ENCODER / "model.safetensors")
    if start == "tagger":
        encoder.load_state_dict(tagger_weights(SHIPPED / "reader.onnx", encoder.state_dict()))


def tagger_weights(path: Path, like: dict[str, Tensor]) -> dict[str, Tensor]:
    """The encoder's weights in a shipped graph, by the names of `like`; what the graph lacks stays as it is."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    out = dict(like)
    for name in like:
        if f"encoder.{name}" in held:
            out[name] = torch.from_numpy(held[f"encoder.{name}"].copy())
    for table in ("piece", "case"):
        out[f"{table}.weight"] = torch.from_numpy(_restored(held, f"encoder.{table}.weight"))
    products = sorted(
        n.removesuffix("_quantized")
        for n in held
        if n.startswith("onnx::MatMul") and n.endswith("_quantized")
    )
    products.sort(key=lambda n: int(n.rpartition("_")[2]))
    for place, name in enumerate(products[: LAYERS * len(MATRICES)]):
        layer, which = divmod(place, len(MATRICES))
        out[f"layers.{layer}.{MATRICES[which]}.weight"] = torch.from_numpy(_restored(held, name).T.copy())
    kind = next(v for n, v in held.items() if n.startswith("onnx::Add") and v.shape == (384,))
    out["kind.weight"] = torch.from_numpy(np.stack([kind, kind])) + out["case.weight"][LOWER]
    return out


def _restored(held: dict[str, Array], name: str) -> Array:
    values, zero = held[f"{name}_quantized"].astype(np.float32), held[f"{name}_zero_point"].astype(np.float32)
    return np.asarray((values - zero) * held[f"{name}_scale"], dtype=np.float32)
