"""Turn a role checkpoint into the shipped weights: `python -m training.roles.export --run DIR [--into FOLDER]`.

In: model.pt of a run. Out: NAME.onnx (dynamic int8), and roles.json, which names the labels and each network with its windows. Nothing is written unless the float
graph agrees with PyTorch on three tensors of their own.
"""

import argparse
import json
import logging
import tempfile
from pathlib import Path

import torch
from torch import Tensor
from training.export import TOLERANCE, difference, quantised, sample
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


SHAPES = ((1, 12), (2, 300), (3, 90))
"""Rows and pieces of the batches on which a graph is compared with PyTorch."""


def write(run: Path, into: Path, member: tuple[str, int], keep: tuple[str, ...] = ()) -> None:
    """Export one run into `into` as the network of that name and windows of so many pieces, checked and file by file."""
    name, longest = member
    model, batches = restored(run), [inputs_of(*shape) for shape in SHAPES]
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=into.parent) as folder:
        work = Path(folder)
        write_float(model, work / "float.onnx")
        found = difference(model, work / "float.onnx", batches)
        if found > TOLERANCE:
            raise ValueError(f"float graph differs from PyTorch by {found:.4f}, more than {TOLERANCE}")
        quantised(work / "float.onnx", work / f"{name}.onnx", keep)
        (work / "roles.json").write_text(
            json.dumps(labels_with(into / "roles.json", f"{name}.onnx", longest), indent=1) + "\n", "utf-8"
        )
        print(
            f"float within {found:.5f} of PyTorch; int8 differs by {difference(model, work / f'{name}.onnx', batches):.3f}"
        )
        for file in (f"{name}.onnx", "roles.json"):
            (work / file).rename(into / file)
            print(f"{file}: {(into / file).stat().st_size / 1e6:.2f} MB")


def labels_with(path: Path, file: str, longest: int) -> dict[str, object]:
    """The labels and the networks that a folder's roles.json names, with one more or one replaced."""
    held = json.loads(path.read_text("utf-8")).get("members", []) if path.exists() else []
    others = [one for one in held if one["file"] != file]
    members = sorted([*others, {"file": file, "longest": longest}], key=lambda one: str(one["file"]))
    return {"roles": ROLES, "kinds": TYPES, "members": members}


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=SHIPPED)
    parser.add_argument("--name", default="roles", help="of the network's file")
    parser.add_argument("--longest", type=int, default=512, help="pieces of the windows that it reads")
    parser.add_argument("--keep", action="append", default=[], help="leave nodes of this name in float")
    given = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    write(given.run, given.into, (given.name, given.longest), tuple(given.keep))


if __name__ == "__main__":
    main()
