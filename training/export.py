"""Turn a checkpoint into the shipped weights: `python -m training.export --run DIR [--into FOLDER]`.

In: model.pt and labels.json of a training run. Out: reader.onnx (dynamic int8), relations.npz, labels.json and vocab.txt.
Nothing is written unless the float graph agrees with PyTorch on inputs that are four separate tensors (one tensor
given twice is folded into one input, and the outputs become constant), and each file is renamed into place.
"""

import argparse
import json
import logging
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.fit import ENCODER
from training.network import Batch, Reader
from training.numbering import Labels

SHIPPED = Path(__file__).parents[1] / "src/dateline/annotate/weights"
OUTPUTS = ("upos", "xpos", "tags", "arcs", "dependents", "heads")
TOLERANCE = 2e-3
"""Largest difference of any output between PyTorch and the float graph."""


def restored(run: Path) -> Reader:
    """Return the model of a run, ready to read."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((run / "labels.json").read_text()).items()})
    model = Reader(labels.sizes())
    model.load_state_dict(torch.load(run / "model.pt", weights_only=True))
    return model.eval()


def sample(rows: int, length: int) -> Batch:
    """Return a batch of random pieces with different lengths; four tensors of their own."""
    chance = torch.Generator().manual_seed(rows * length)
    lengths = torch.randint(length // 2, length + 1, (rows,), generator=chance)
    lengths[0] = length
    first = torch.sort(torch.randint(0, length // 2, (rows, length // 2), generator=chance), 1).values
    return Batch(
        pieces=torch.randint(1000, 30000, (rows, length), generator=chance),
        cases=torch.randint(0, 5, (rows, length), generator=chance),
        mask=(torch.arange(length) < lengths[:, None]).long(),
        first=first,
    )


def inputs_of(batch: Batch) -> dict[str, Tensor]:
    """Return the batch by input name."""
    return {"pieces": batch.pieces, "cases": batch.cases, "mask": batch.mask, "first": batch.first}


def write_float(model: nn.Module, path: Path) -> None:
    """Export the float graph with free batch, piece and word axes."""
    axes = {
        name: {0: "sentences", 1: "words" if name == "first" else "pieces"}
        for name in inputs_of(sample(2, 8))
    }
    axes |= {name: {0: "sentences", 1: "words"} for name in OUTPUTS}
    axes["arcs"][2] = "words"
    torch.onnx.export(
        model, tuple(inputs_of(sample(3, 24)).values()), str(path), input_names=list(inputs_of(sample(2, 8))),
        output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


SHAPES = ((1, 12), (5, 40), (8, 90))
"""Rows and pieces of the batches on which a graph is compared with PyTorch."""


def difference(model: nn.Module, path: Path, batches: Iterable[dict[str, Tensor]]) -> float:
    """Return the largest difference of any output between PyTorch and a graph over batches of inputs by name."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    largest = 0.0
    for inputs in batches:
        with torch.no_grad():
            expected = model(**inputs)
        found = session.run(None, {name: value.numpy() for name, value in inputs.items()})
        largest = max(
            largest, *(float(np.abs(e.numpy() - f).max()) for e, f in zip(expected, found, strict=True))
        )
    return largest


def quantised(source: Path, target: Path, keep: tuple[str, ...]) -> None:
    """Write the graph with int8 weights, but for the nodes whose name contains one of `keep`."""
    graph = onnx.load(source).graph
    spared = [node.name for node in graph.node if any(word in node.name for word in keep)]
    quantize_dynamic(
        source, target, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8,
        nodes_to_exclude=spared, op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )  # fmt: skip


def write(run: Path, into: Path, keep: tuple[str, ...]) -> None:
    """Export one run into `into`, checked and file by file."""
    model, batches = restored(run), [inputs_of(sample(*shape)) for shape in SHAPES]
    with tempfile.TemporaryDirectory(dir=into.parent) as folder:
        work = Path(folder)
        write_float(model, work / "float.onnx")
        found = difference(model, work / "float.onnx", batches)
        if found > TOLERANCE:
            raise ValueError(f"float graph differs from PyTorch by {found:.4f}, more than {TOLERANCE}")
        quantised(work / "float.onnx", work / "reader.onnx", keep)
        np.savez(
            work / "relations.npz",
            weights=model.label.weight.detach().numpy().astype(np.float16),
            bias=model.label.bias.detach().numpy().astype(np.float16),
        )
        shutil.copy(run / "labels.json", work / "labels.json")
        shutil.copy(ENCODER / "vocab.txt", work / "vocab.txt")
        print(
            f"float graph within {found:.5f} of PyTorch; int8 differs by {difference(model, work / 'reader.onnx', batches):.3f}"
        )
        into.mkdir(parents=True, exist_ok=True)
        for name in ("relations.npz", "labels.json", "vocab.txt", "reader.onnx"):
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
