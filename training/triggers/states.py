"""The tagger's own vectors of words as one more output of its int8 graph: `python -m training.triggers.states --graph FILE`.

In: `reader.onnx` as `training.export` writes it. Out: the same file with the output `states` [sentences, words, 3 x 384]: for
each word the vectors that the second, fourth and sixth layer have made of its first piece. The weights stay as they
are, so that every other output keeps its figures. A graph that has the output already is left alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper

LAYERS = (2, 4, 6)
"""Of 1 to 6: what words mean is told best by the second, who does what by the later ones (table in CARD.md)."""
WIDTH = 384
OUTPUT = "states"


def add_states(path: Path) -> bool:
    """Add the output; whether the graph lacked it."""
    model = onnx.load(path)
    graph = model.graph
    if any(output.name == OUTPUT for output in graph.output):
        return False
    gather = next(node for node in graph.node if node.op_type == "GatherElements")
    parts = []
    for layer in LAYERS:
        source, part = f"/encoder/layers.{layer - 1}/norm/LayerNormalization_output_0", f"{OUTPUT}_{layer}"
        graph.node.append(helper.make_node("GatherElements", [source, gather.input[1]], [part], part, axis=1))
        parts.append(part)
    graph.node.append(helper.make_node("Concat", parts, [OUTPUT], OUTPUT, axis=-1))
    shape = ["sentences", "words", len(LAYERS) * WIDTH]
    graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, shape))
    onnx.checker.check_model(model)
    onnx.save(model, path.with_suffix(".partial"))
    path.with_suffix(".partial").rename(path)
    return True


def main() -> None:
    """Add the output to the shipped graph or another."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--graph", type=Path, required=True)
    asked = ask.parse_args()
    print("added" if add_states(asked.graph) else "was there already", asked.graph)


if __name__ == "__main__":
    main()
