"""A peer for the speed measurements: a spaCy tagger and parser trained on the same treebank (UD English-EWT).

    python -m bench.peer [--data DIR] [--out .cache/spacy-ewt] [--minutes 8]

The CoNLL-U file's words, tags, heads and relations go in; a spaCy pipeline (CNN, default sizes: tok2vec, tagger,
parser) comes out in a folder, with its UAS and LAS on the development part printed. Training stops at `--minutes`.
spaCy is part of the `bench` extra: nothing outside `bench/` imports it.
"""

from __future__ import annotations

import argparse
import gzip
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(".cache/spacy-ewt")


def sentences(path: Path) -> Iterator[dict[str, list[Any]]]:
    """The sentences of a gzipped CoNLL-U file as spaCy's training annotation; empty nodes and ranges are left out."""
    rows: list[list[str]] = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif rows and not line.strip():
            yield _annotation(rows)
            rows = []


def _annotation(rows: list[list[str]]) -> dict[str, list[Any]]:
    return {
        "words": [row[1].replace(" ", "") for row in rows],
        "tags": [row[4] for row in rows],
        "heads": [int(row[6]) - 1 if row[6] != "0" else number for number, row in enumerate(rows)],
        "deps": [row[7] if row[6] != "0" else "ROOT" for row in rows],
    }


def train(data: Path, out: Path, minutes: float, seed: int = 1) -> dict[str, float]:
    """Train until the time is up, keep the pipeline in `out` and return spaCy's scores on the development part."""
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(seed)
    language = spacy.blank("en")
    for name in ("tok2vec", "tagger", "parser"):
        language.add_pipe(name, config=_listening(name))

    def examples(path: Path) -> list[Any]:
        docs = ((spacy.tokens.Doc(language.vocab, words=s["words"]), s) for s in sentences(path))
        return [Example.from_dict(doc, annotation) for doc, annotation in docs]

    gold, chance = examples(data / "en_ewt-train.conllu.gz"), random.Random(seed)
    optimizer = language.initialize(lambda: gold)
    ends, rounds = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < ends:
        chance.shuffle(gold)
        for batch in minibatch(gold, 64):
            language.update(batch, sgd=optimizer, drop=0.1)
            if time.monotonic() >= ends:
                break
        rounds += 1
    out.mkdir(parents=True, exist_ok=True)
    language.to_disk(out)
    scores = language.evaluate(examples(data / "en_ewt-dev.conllu.gz"))
    return {name: scores[name] for name in ("tag_acc", "dep_uas", "dep_las")} | {"rounds": rounds}


def _listening(name: str) -> dict[str, Any]:
    """Tagger and parser share one tok2vec, as in spaCy's own small pipelines."""
    if name == "tok2vec":
        return {}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    model = {"tok2vec": listener}
    return {"model": _TAGGER | model if name == "tagger" else _PARSER | model}


_TAGGER = {"@architectures": "spacy.Tagger.v2"}
_PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}


def main() -> None:
    """Train and print the scores."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/ud"))
    ask.add_argument("--out", type=Path, default=FOLDER)
    ask.add_argument("--minutes", type=float, default=8)
    opts = ask.parse_args()
    print(train(opts.data, opts.out, opts.minutes))


if __name__ == "__main__":
    main()
