"""Counting parameters: weights, biases, groups (notes on learners' errors, groups A and B)."""

import math
from typing import Any

from quizapp.calc.layers.convolution import WeightedKernel
from quizapp.mistakes.mistake import COUNTS, KERNELS, WEIGHTS, Mistake
from quizapp.words import Text


def _kernel_side(layer: Any, _shape: Any, _output: Any) -> Any:
    return layer.kernel_size[0]


def _whole_map(_layer: Any, shape: Any, _output: Any) -> Any:
    return math.prod(shape[1:])


def _times_stride(layer: Any, area: Any, channels: Any, filters: Any) -> Any:
    return area * layer.stride[0] * channels * filters


def _times_positions(_layer: Any, weights: Any, biases: Any, output: Any) -> Any:
    positions = math.prod(output[1:])
    return (weights + biases) * positions if len(output) > 1 else weights + biases


def _bias_per_weight(count: Any, layer: Any) -> Any:
    """One for each input channel and kernel place, k²·C_in in all; dense layers keep theirs."""
    if not isinstance(layer, WeightedKernel):
        return count
    return math.prod(layer.kernel_size) * layer.in_channels


def _bias_per_input(count: Any, layer: Any) -> Any:
    return layer.in_channels if isinstance(layer, WeightedKernel) else count


def _shared_among_groups(count: Any, layer: Any) -> Any:
    grouped = isinstance(layer, WeightedKernel) and layer.groups != 1
    return count // layer.groups if grouped else count


def _filters_of_one_group(layer: Any) -> Any:
    return layer.out_channels if layer.groups == 1 else layer.out_channels // layer.groups


def _one_in_a_kernel(count: Any, layer: Any) -> Any:
    return 1 if isinstance(layer, WeightedKernel) else count


def _product(numbers: Any) -> Any:
    return math.prod(number for number in numbers if number)


COUNTING: tuple[Mistake, ...] = (
    Mistake(
        "forgot-bias",
        {"biases": lambda _count, _layer: 0},
        WEIGHTS,
        step=Text("the biases", "편향 세기"),
        way=Text("the weights alone", "가중치만 세기"),
        right_way=Text(
            "the weights and one bias for each output",
            "가중치와 출력마다 하나씩인 편향을 함께 세기",
        ),
        named=Text(
            "{answer} could be the count without the {biases} biases of {layer}.",
            "{answer:은/는} {layer}의 편향 {biases}개를 뺐을 때 나오는 값이에요.",
        ),
    ),
    Mistake(
        "forgot-input-channels",
        {"channels_seen": lambda _layer: 1},
        KERNELS,
        step=Text("the depth of one kernel", "커널 하나의 깊이"),
        way=Text("kernels one channel deep", "깊이가 1인 커널"),
        right_way=Text(
            "kernels as deep as the channels that arrive", "들어오는 채널 수만큼 깊은 커널"
        ),
        named=Text(
            "{answer} could be the count with kernels one channel deep: each kernel of {layer} "
            "spans all {c_in} channels that arrive.",
            "{answer:은/는} 커널의 깊이를 1로 보았을 때 나오는 값이에요. "
            "{layer}의 커널은 들어오는 {c_in}채널을 모두 봐요.",
        ),
    ),
    Mistake(
        "kernel-not-squared",
        {"kernel_area": _kernel_side},
        COUNTS,
        step=Text("the area of the kernel", "커널의 넓이"),
        way=Text("one side of the kernel", "커널의 한 변"),
        right_way=Text("all places of the kernel", "커널의 모든 칸"),
        named=Text(
            "{answer} could be the count with {k} for the kernel in place of its whole area "
            "({layer}).",
            "{answer:은/는} 커널의 넓이 대신 한 변 {k:을/를} 곱했을 때 나오는 값이에요({layer}).",
        ),
    ),
    Mistake(
        "one-filter",
        {"filters": lambda _layer: 1, "biases": _one_in_a_kernel},
        KERNELS,
        step=Text("the number of kernels", "커널의 개수"),
        way=Text("a single kernel", "커널 하나"),
        right_way=Text("one kernel for each output channel", "출력 채널마다 커널 하나"),
        named=Text(
            "{answer} could be the count of a single kernel: {layer} has {biases}, one for each "
            "output channel.",
            "{answer:은/는} 커널 하나만 세었을 때 나오는 값이에요. "
            "{layer}에는 출력 채널마다 하나씩 {biases}개가 있어요.",
        ),
    ),
    Mistake(
        "one-bias",
        {"biases": lambda _count, _layer: 1},
        WEIGHTS,
        step=Text("the number of biases", "편향의 개수"),
        way=Text("one bias for the whole layer", "층 전체에 편향 하나"),
        right_way=Text("one bias for each output", "출력마다 편향 하나"),
        named=Text(
            "{answer} could be the count with one bias for the whole layer: {layer} has {biases}.",
            "{answer:은/는} 편향을 층 전체에 하나로 세었을 때 나오는 값이에요. "
            "{layer}의 편향은 {biases}개예요.",
        ),
    ),
    Mistake(
        "bias-per-weight",
        {"biases": _bias_per_weight},
        WEIGHTS,
        step=Text("what a bias belongs to", "편향이 붙는 곳"),
        way=Text("a bias for each weight of a kernel", "커널의 가중치마다 편향"),
        right_way=Text("a bias for each kernel", "커널마다 편향"),
        named=Text(
            "{answer} could be the count with a bias for each weight of a kernel; each of the "
            "{biases} kernels of {layer} has just one.",
            "{answer:은/는} 커널의 가중치마다 편향을 세었을 때 나오는 값이에요. "
            "{layer}의 커널 {biases}개에는 편향이 하나씩만 있어요.",
        ),
    ),
    Mistake(
        "bias-per-input-channel",
        {"biases": _bias_per_input},
        WEIGHTS,
        step=Text("what a bias belongs to", "편향이 붙는 곳"),
        way=Text("a bias for each input channel", "입력 채널마다 편향"),
        right_way=Text("a bias for each output channel", "출력 채널마다 편향"),
        named=Text(
            "{answer} could be the count with {c_in} biases, one for each input channel; {layer} "
            "has {biases}, one for each output channel.",
            "{answer:은/는} 입력 채널마다 하나씩 편향 {c_in}개를 세었을 때 나오는 값이에요. "
            "{layer}의 편향은 출력 채널마다 하나씩 {biases}개예요.",
        ),
    ),
    Mistake(
        "counted-positions",
        {"with_biases": _times_positions},
        WEIGHTS,
        step=Text("sharing the weights", "가중치 공유"),
        way=Text("weights of their own at each position", "위치마다 따로 있는 가중치"),
        right_way=Text("the same weights at every position", "모든 위치에서 함께 쓰는 가중치"),
        named=Text(
            "{answer} could be the count with weights of their own at each output position; "
            "{layer} uses the same ones everywhere.",
            "{answer:은/는} 출력 위치마다 가중치를 따로 세었을 때 나오는 값이에요. "
            "{layer:은/는} 모든 위치에서 같은 가중치를 써요.",
        ),
    ),
    Mistake(
        "as-fully-connected",
        {"kernel_area": _whole_map},
        WEIGHTS,
        step=Text("how much one kernel sees", "커널 하나가 보는 범위"),
        way=Text("the whole map at once", "특징 맵 전체"),
        right_way=Text("a window of the kernel's size", "커널 크기의 창"),
        named=Text(
            "{answer} could be the count of a fully connected layer, with a weight for every place "
            "of the map; a kernel of {layer} is {k} on a side.",
            "{answer:은/는} 특징 맵 전체에 가중치를 둔 완전 연결 층으로 세었을 때 나오는 값이에요. "
            "{layer}의 커널은 한 변이 {k}예요.",
        ),
    ),
    Mistake(
        "counted-stride",
        {"convolution_weights": _times_stride},
        WEIGHTS,
        step=Text("what the stride does", "스트라이드의 역할"),
        way=Text("the stride as a factor of the count", "개수에 곱하는 스트라이드"),
        right_way=Text("the stride as a step of the same kernel", "같은 커널이 움직이는 보폭"),
        named=Text(
            "{answer} could be the count times the stride {s}; the stride of {layer} moves the "
            "kernel and adds no weights.",
            "{answer:은/는} 스트라이드 {s:을/를} 곱했을 때 나오는 값이에요. "
            "{layer}의 스트라이드는 커널을 옮길 뿐 가중치를 늘리지 않아요.",
        ),
    ),
    Mistake(
        "multiplied-layers",
        {"total": _product},
        WEIGHTS,
        step=Text("putting the layers together", "층을 합치기"),
        way=Text("the product of the layers", "층별 개수의 곱"),
        right_way=Text("the sum of the layers", "층별 개수의 합"),
        named=Text(
            "{answer} could be the layers' counts multiplied; they add up.",
            "{answer:은/는} 층별 개수를 곱했을 때 나오는 값이에요. 층별 개수는 더해요.",
        ),
    ),
    Mistake(
        "pool-has-weights",
        {"pool_parameters": lambda layer: math.prod(layer.kernel_size)},
        WEIGHTS,
        step=Text("what a pool learns", "풀링이 배우는 것"),
        way=Text("a weight for each place of the pooling window", "풀링 창의 칸마다 가중치"),
        right_way=Text("a pool without weights", "가중치가 없는 풀링"),
        named=Text(
            "{answer} could count weights for {layer}; a pool picks or averages and learns "
            "nothing.",
            "{answer:은/는} {layer}에도 가중치가 있다고 세었을 때 나오는 값이에요. "
            "풀링은 고르거나 평균을 낼 뿐 배우는 값이 없어요.",
        ),
    ),
    Mistake(
        "ignored-groups",
        {"channels_seen": lambda layer: layer.in_channels},
        KERNELS,
        step=Text("the depth of a grouped kernel", "그룹 커널의 깊이"),
        way=Text("kernels that see every channel", "모든 채널을 보는 커널"),
        right_way=Text(
            "kernels that see the channels of their group", "자기 그룹의 채널만 보는 커널"
        ),
        named=Text(
            "{answer} could be the count without groups={groups}: in {layer} a kernel sees only "
            "the channels of its group.",
            "{answer:은/는} groups={groups:을/를} 빼고 세었을 때 나오는 값이에요. "
            "{layer}의 커널은 자기 그룹의 채널만 봐요.",
        ),
    ),
    Mistake(
        "one-group-only",
        {"filters": _filters_of_one_group, "biases": _shared_among_groups},
        KERNELS,
        step=Text("counting all groups", "모든 그룹 세기"),
        way=Text("the kernels of one group", "한 그룹의 커널"),
        right_way=Text("the kernels of all groups", "모든 그룹의 커널"),
        named=Text(
            "{answer} could be the count of one group; {layer} has {groups} of them.",
            "{answer:은/는} 그룹 하나만 세었을 때 나오는 값이에요. "
            "{layer}에는 그룹이 {groups}개 있어요.",
        ),
    ),
    Mistake(
        "biases-divided-by-groups",
        {"biases": _shared_among_groups},
        WEIGHTS,
        step=Text("the biases of a grouped layer", "그룹 합성곱의 편향"),
        way=Text("the biases divided among the groups", "그룹 수로 나눈 편향"),
        right_way=Text("one bias for each output channel", "출력 채널마다 편향 하나"),
        named=Text(
            "{answer} could be the count with the biases divided by groups={groups}; {layer} keeps "
            "all {biases}.",
            "{answer:은/는} 편향까지 groups={groups:으로/로} 나누었을 때 나오는 값이에요. "
            "{layer}의 편향은 {biases}개 그대로예요.",
        ),
    ),
)
