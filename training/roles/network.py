"""The role model: MiniLM-L6 over a document, and heads for the roles of words, their incident types and the document's.

In: piece ids and mask [B, P], first pieces [B, W] (0 where there is no word). Out: role logits [B, W, 3 * roles] (outside,
begins, continues for each role), word types [B, W, types] and document types [B, types], the last two independent.
"""

import torch
from torch import Tensor, nn
from training.network import ATTENTION_HEADS, HIDDEN, Batch, Encoder, Layer


def without_attention_dropout(layer: Layer, x: Tensor, bias: Tensor) -> Tensor:
    """Run a block as `Layer` does, but for dropout in the attention: over whole documents it costs more than the rest."""
    b, p, _ = x.shape
    q, k, v = (
        f(x).view(b, p, ATTENTION_HEADS, -1).transpose(1, 2) for f in (layer.query, layer.key, layer.value)
    )
    mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
    mixed = mixed.transpose(1, 2).reshape(b, p, HIDDEN)
    x = layer.attention_norm(x + layer.dropout(layer.out(mixed)))
    return layer.norm(x + layer.dropout(layer.outer(nn.functional.gelu(layer.inner(x)))))


class LongEncoder(Encoder):
    """The same encoder with the blocks run by `without_attention_dropout`."""

    def forward(self, batch: Batch) -> Tensor:
        """Return the last layer's vectors [B, P, HIDDEN]."""
        places = self.position.weight[: batch.pieces.shape[1]] + self.kind.weight[0]
        x = self.dropout(self.norm(self.piece(batch.pieces) + places))
        bias = (1.0 - batch.mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = without_attention_dropout(layer, x, bias)
        return x


class RoleReader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, roles: int, types: int) -> None:
        super().__init__()
        self.encoder = LongEncoder()
        self.inner = nn.Linear(2 * HIDDEN, HIDDEN)
        self.roles, self.word_types = nn.Linear(HIDDEN, 3 * roles), nn.Linear(HIDDEN, types)
        self.attention, self.types = nn.Linear(HIDDEN, 1), nn.Linear(HIDDEN, types)
        self.dropout = nn.Dropout(0.2)

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return roles [B, W, 3R], word types [B, W, T] and document types [B, T]."""
        x = self.encoder(Batch(pieces, torch.zeros_like(pieces), mask, first))
        bias = (1.0 - mask.to(x.dtype)) * -1e4
        weights = (self.attention(x)[:, :, 0] + bias).softmax(-1)
        whole = (weights[:, None, :] @ x)[:, 0]
        words = x.gather(1, first[:, :, None].expand(-1, -1, HIDDEN))
        both = torch.cat([words, whole[:, None, :].expand(-1, words.shape[1], -1)], -1)
        inner = self.dropout(nn.functional.gelu(self.inner(self.dropout(both))))
        return self.roles(inner), self.word_types(inner), self.types(self.dropout(whole))
