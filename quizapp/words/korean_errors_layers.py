"""What errors of norms, paddings, resampling and rearranging layers say in Korean, by code.

As in :mod:`quizapp.words.korean_errors_calc`, the layer's call stands in front.
"""

KOREAN_LAYERS: dict[str, str] = {
    "bag-max": "max 모드에서는 scale_grad_by_freq나 sparse를 쓸 수 없습니다",
    "column-count": "크기가 {size}인 특징 맵에는 열이 {places}개 필요한데 {count}개가 들어옵니다",
    "column-length": (
        "열의 길이는 커널의 넓이 {area:으로/로} 나누어떨어져야 합니다. 지금 값은 {numbers}입니다"
    ),
    "corners": "{mode} 모드에는 align_corners를 쓸 수 없습니다",
    "cropping": "길이가 {size}인 축에서 {pixels}픽셀을 잘라 낼 수 없습니다",
    "halving": "{dim}번 축을 반으로 나누므로 길이가 짝수여야 합니다. 지금 길이는 {length}입니다",
    "norm-alone": (
        "채널마다 값이 둘 이상 있어야 정규화할 수 있는데 {shape:은/는} 채널마다 값이 하나입니다"
    ),
    "norm-empty": "`normalized_shape`에는 수가 하나 이상 필요합니다",
    "norm-groups": (
        "`{argument}`의 값은 num_groups={groups:으로/로} 나누어떨어져야 합니다. "
        "지금 값은 {channels}입니다"
    ),
    "norm-shape": "마지막 축들이 {normalized}인 모양을 정규화하는데 {shape:이/가} 들어옵니다",
    "norm-type": "`norm_type`에는 0이 아닌 수를 써야 합니다. 지금 값은 {value}입니다",
    "padding-index": "벡터가 {count}개라 {index}번 벡터는 없습니다. `padding_idx`를 확인하십시오",
    "pixel-channels": (
        "채널 수는 {factor}·{factor:으로/로} 나누어떨어져야 합니다. 지금 값은 {channels}입니다"
    ),
    "pixel-side": "높이와 너비는 {factor:으로/로} 나누어떨어져야 합니다. 지금 값은 {side}입니다",
    "recompute": "size를 썼으므로 recompute_scale_factor로 다시 구할 배율이 없습니다",
    "resampling-axes": "{mode} 모드는 축이 {axes}개인 특징 맵에 쓰는데 {shape:이/가} 들어옵니다",
    "scale-factor": "`scale_factor`에는 0보다 큰 수를 써야 합니다. 지금 값은 {value}입니다",
    "size-or-scale": "`size`와 `scale_factor` 가운데 하나만 써야 합니다",
    "sizes-form": "`unflattened_size`에는 크기의 목록을 써야 합니다",
    "unflatten": "길이가 {length}인 축을 {sizes:으로/로} 나눌 수 없습니다",
}
