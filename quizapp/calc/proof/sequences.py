"""Embeddings, attention, recurrent layers and products of tensors, from the tensors allocated."""

import math

from quizapp.calc.layers.attention import (
    MultiheadAttention,
    TransformerDecoderLayer,
    TransformerEncoderLayer,
    TransformerLayer,
)
from quizapp.calc.layers.embedding import Embedding, EmbeddingBag, VectorTable
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.multiplying import Bilinear, DotProductAttention, MatrixProduct, Product
from quizapp.calc.layers.recurrent import Cell, Recurrence, RecurrentLayer
from quizapp.calc.proof.looks import Looks, looks
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.products import products
from quizapp.calc.proof.weights import Tensors, tensors


@tensors.register
def _(layer: VectorTable) -> Tensors:
    return {"weight": (layer.num_embeddings, layer.embedding_dim)}


@shape_after.register
def _(layer: Embedding, arriving: Arriving) -> Shape:
    return (*arriving[0], tensors(layer)["weight"][1])


@shape_after.register
def _(layer: EmbeddingBag, _arriving: Arriving) -> Shape:
    return (tensors(layer)["weight"][1],)


@tensors.register
def _(layer: Bilinear) -> Tensors:
    weight = (layer.out_features, layer.in1_features, layer.in2_features)
    return {"weight": weight, **({"bias": weight[:1]} if layer.bias else {})}


@tensors.register
def _(layer: MultiheadAttention) -> Tensors:
    side = layer.embed_dim
    keys, values = layer.kdim or side, layer.vdim or side
    if keys == values == side:
        found: dict[str, Shape] = {"in_proj_weight": (3 * side, side)}
    else:
        columns = {"q": side, "k": keys, "v": values}
        found = {f"{role}_proj_weight": (side, length) for role, length in columns.items()}
    if layer.bias:
        found["in_proj_bias"] = (3 * side,)
        found["out_proj.bias"] = (side,)
    if layer.add_bias_kv:
        found |= {"bias_k": (1, 1, side), "bias_v": (1, 1, side)}
    return {**found, "out_proj.weight": (side, side)}


@tensors.register
def _(layer: TransformerLayer) -> Tensors:
    side, hidden = layer.d_model, layer.dim_feedforward
    attention = tensors(MultiheadAttention(side, layer.nhead, bias=layer.bias))
    names = ("self_attn", "multihead_attn")[: layer.attentions]
    found = {f"{name}.{of}": shape for name in names for of, shape in attention.items()}
    found |= {"linear1.weight": (hidden, side), "linear2.weight": (side, hidden)}
    for number in range(1, layer.attentions + 2):
        found[f"norm{number}.weight"] = (side,)
    if layer.bias:
        plain = [name for name in found if name.startswith(("linear", "norm"))]
        found |= {name.replace("weight", "bias"): found[name][:1] for name in plain}
    return found


@tensors.register
def _(layer: RecurrentLayer) -> Tensors:
    found: dict[str, Shape] = {}
    rows, state = layer.gates * layer.hidden_size, layer.proj_size or layer.hidden_size
    ways = ("", "_reverse") if layer.bidirectional else ("",)
    arriving = layer.input_size
    for number in range(layer.num_layers):
        for way in ways:
            end = f"l{number}{way}"
            found |= {f"weight_ih_{end}": (rows, arriving), f"weight_hh_{end}": (rows, state)}
            if layer.bias:
                found |= {f"bias_ih_{end}": (rows,), f"bias_hh_{end}": (rows,)}
            if layer.proj_size:
                found[f"weight_hr_{end}"] = (state, layer.hidden_size)
        arriving = state * len(ways)
    return found


@tensors.register
def _(layer: Cell) -> Tensors:
    rows, state = layer.gates * layer.hidden_size, layer.hidden_size
    biases = {"bias_ih": (rows,), "bias_hh": (rows,)} if layer.bias else {}
    return {"weight_ih": (rows, layer.input_size), "weight_hh": (rows, state), **biases}


@tensors.register(MatrixProduct)
@tensors.register(DotProductAttention)
def _(_layer: Layer) -> Tensors:
    return {}


@shape_after.register
def _(layer: Bilinear, arriving: Arriving) -> Shape:
    return (*arriving[0][:-1], tensors(layer)["weight"][0])


@shape_after.register
def _(_layer: MatrixProduct, arriving: Arriving) -> Shape:
    return (*_pairs(arriving), arriving[0][-2], arriving[1][-1])


@shape_after.register
def _(_layer: DotProductAttention, arriving: Arriving) -> Shape:
    # Keys and values are stretched or repeated to the heads of the queries, or these to theirs.
    return (*_pairs(arriving), arriving[0][-2], arriving[-1][-1])


def _pairs(arriving: Arriving) -> Shape:
    """The sides in front of the matrices: a side that is stretched is the shorter one."""
    return tuple(map(max, *[shape[:-2] for shape in arriving], arriving[0][:-2]))


@shape_after.register(MultiheadAttention)
@shape_after.register(TransformerEncoderLayer)
@shape_after.register(TransformerDecoderLayer)
def _(_layer: Layer, arriving: Arriving) -> Shape:
    return arriving[0]


@shape_after.register
def _(layer: RecurrentLayer, arriving: Arriving) -> Shape:
    # What the second matrix of the first layer takes is a state, and so is what each way gives.
    states = [shape[1] for name, shape in tensors(layer).items() if name.startswith("weight_hh_l0")]
    return (arriving[0][0], sum(states))


@shape_after.register
def _(layer: Cell, _arriving: Arriving) -> Shape:
    return (tensors(layer)["weight_hh"][1],)


@products.register
def _(layer: Bilinear, _arriving: Arriving, leaving: Shape) -> int:
    _, *summed_over = tensors(layer)["weight"]
    return math.prod(leaving) * math.prod(summed_over)


@products.register
def _(_layer: MatrixProduct, arriving: Arriving, leaving: Shape) -> int:
    return math.prod(leaving) * arriving[0][-1]


@products.register
def _(_layer: DotProductAttention, arriving: Arriving, leaving: Shape) -> int:
    # Each score is a sum over a query's features, each number of the output one over all keys.
    query, key, _ = _roles(arriving)
    scores = math.prod(leaving[:-1]) * key[-2]
    return scores * query[-1] + math.prod(leaving) * key[-2]


@products.register
def _(layer: MultiheadAttention, arriving: Arriving, _leaving: Shape) -> int:
    query, key, _ = _roles(arriving)
    extra = [name for name in ("add_bias_kv", "add_zero_attn") if getattr(layer, name)]
    return _attended(layer, query[0], key[0], key[0] + len(extra))


def _roles(arriving: Arriving) -> Arriving:
    return arriving if len(arriving) > 1 else arriving * 3


def _attended(layer: MultiheadAttention, queries: int, keys: int, scored: int) -> int:
    """Weights of queries and output once a query, of keys and values once a key; then the heads."""
    head = layer.embed_dim // layer.num_heads
    scores = sum(queries * scored for _ in range(layer.num_heads))
    found = tensors(layer)
    of_queries = 2 * math.prod(found["out_proj.weight"])
    projecting = [shape for name, shape in found.items() if name.endswith("_proj_weight")]
    of_keys = sum(map(math.prod, projecting)) - of_queries // 2
    weighted = queries * layer.embed_dim * scored
    return queries * of_queries + keys * of_keys + scores * head + weighted


@products.register
def _(layer: TransformerLayer, arriving: Arriving, _leaving: Shape) -> int:
    attention = MultiheadAttention(layer.d_model, layer.nhead)
    length = arriving[0][0]
    found = tensors(layer)
    fed_forward = sum(math.prod(found[f"linear{number}.weight"]) for number in (1, 2))
    # A decoder layer attends to each of its inputs, an encoder layer to its only one.
    attended = sum(_attended(attention, length, shape[0], shape[0]) for shape in arriving)
    return attended + length * fed_forward


@products.register
def _(layer: Recurrence, arriving: Arriving, _leaving: Shape) -> int:
    steps = arriving[0][0] if isinstance(layer, RecurrentLayer) else 1
    found = tensors(layer).items()
    return steps * sum(math.prod(shape) for name, shape in found if name.startswith("weight"))


@products.register
def _(_layer: VectorTable, _arriving: Arriving, _leaving: Shape) -> int:
    return 0


@looks.register(VectorTable)
@looks.register(Product)
@looks.register(TransformerEncoderLayer)
@looks.register(Recurrence)
def _(_layer: Layer, _arriving: Arriving, _leaving: Shape) -> Looks:
    return None
