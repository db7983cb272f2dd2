"""Turn a role checkpoint into the shipped weights: `python -m training.roles.export --run DIR [--into FOLDER]`.

In: model.pt of a run. Out: roles.onnx (dynamic int8) and roles.json (the labels). Nothing is written unless the float
graph agrees with PyTorch on three tensors of their own.
"""

import argparse
import json
import logging
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor
from training.export import TOLERANCE, quantised, sample
from training.roles.gold import ROLES, TYPES
from training.roles.network import RoleReader
from training.roles.view import SHIPPED

INPUTS, OUTPUTS = ("pieces", "mask", "first"), ("roles", "word_kinds", "kinds")


def restored(run: Path) -> RoleReader:
    """Return the model of a run, ready to read."""
    model = RoleReader(len(ROLES), len(TYPES))
    model.load_state_dict(torch.load(run / "model.pt", weights_only=True))
    return model.eval()


def inputs_of(rows: int, length: int) -> dict[str, Tensor]:
    """Return random inputs by name."""
    batch = sample(rows, length)
    return {"pieces": batch.pieces, "mask": batch.mask, "first": batch.first}


def write_float(model: RoleReader, path: Path) -> None:
    """Export the float graph with free batch, piece and word axes."""
    axes = {"pieces": {0: "windows", 1: "pieces"}, "mask": {0: "windows", 1: "pieces"},
            "first": {0: "windows", 1: "words"}, "roles": {0: "windows", 1: "words"},
            "word_kinds": {0: "windows", 1: "words"}, "kinds": {0: "windows"}}  # fmt: skip
    torch.onnx.export(
        model, tuple(inputs_of(3, 24).values()), str(path), input_names=list(INPUTS),
        output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def difference(model: RoleReader, path: Path) -> float:
    """Return the largest difference between PyTorch and a graph over three batches of other shapes."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    largest = 0.0
    for rows, length in ((1, 12), (2, 300), (3, 90)):
        inputs = inputs_of(rows, length)
        with torch.no_grad():
            expected = model(**inputs)
        found = session.run(None, {name: value.numpy() for name, value in inputs.items()})
        largest = max(
            largest, *(float(np.abs(e.numpy() - f).max()) for e, f in zip(expected, found, strict=True))
        )
    return largest


def write(run: Path, into: Path, keep: tuple[str, ...]) -> None:
    """Export one run into `into`, checked and file by file."""
    model = restored(run)
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=into.parent) as folder:
        work = Path(folder)
        write_float(model, work / "float.onnx")
        found = difference(model, work / "float.onnx")
        if found > TOLERANCE:
            raise ValueError(f"float graph differs from PyTorch by {found:.4f}, more than {TOLERANCE}")
        quantised(work / "float.onnx", work / "roles.onnx", keep)
        (work / "roles.json").write_text(
            json.dumps({"roles": ROLES, "kinds": TYPES}, indent=1) + "\n", "utf-8"
        )
        print(
            f"float within {found:.5f} of PyTorch; int8 differs by {difference(model, work / 'roles.onnx'):.3f}"
        )
        for name in ("roles.json", "roles.onnx"):
            (work / name).rename(into / name)
            print(f"{name}: {(into / name).stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=SHIPPED)
    parser.add_argument("--keep", action="append", default=[], help="leave nodes of this name in float")
    given = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    write(given.run, given.into, tuple(given.keep))


if __name__ == "__main__":
    main()
