"""What errors of torch's functions, attention and recurrent layers say in Korean, by code.

As in :mod:`quizapp.words.korean_errors_calc`, the layer's call stands in front.
"""

KOREAN_SEQUENCES: dict[str, str] = {
    "antialias": "antialias는 섞이는 픽셀이 달라지므로 여기서는 쓸 수 없습니다",
    "axis-twice": "{dim}번 축이 두 번 쓰였습니다",
    "batch-number": "`{argument}`의 첫 수는 배치를 가리키므로 −1로 써야 합니다",
    "choice": "`{argument}`에 쓸 수 있는 말은 {known}입니다. 지금 값은 {value}입니다",
    "expand-axes": "배치의 −1까지 수가 {rank}개 필요한데 {count}개를 받았습니다",
    "expand-side": (
        "길이 1인 축만 늘일 수 있습니다. 길이가 {side}인 축을 {size:으로/로} 늘일 수 없습니다"
    ),
    "heads": "`{argument}`={features:을/를} 헤드 {heads}개에 똑같이 나눌 수 없습니다",
    "input-features": "{role} 입력은 값이 {expected}개여야 하는데 {arriving}개가 들어옵니다",
    "inputs-count": "입력 {count}개({roles})가 필요한데 {given}개가 들어옵니다",
    "inputs-or-one": "입력 하나, 또는 {count}개({roles})가 필요한데 {given}개가 들어옵니다",
    "key-value": "키마다 값 벡터가 하나씩 있어야 하는데 키는 {keys}개, 값은 {values}개입니다",
    "matmul": (
        "{left}에 {right:을/를} 곱할 수 없습니다. "
        "앞 행렬의 열은 {columns}개, 뒤 행렬의 행은 {rows}개입니다"
    ),
    "matrices": "{shape}에는 행과 열이 없어 배치를 따라 곱하게 됩니다",
    "mean-all": "배치까지 평균 내게 됩니다. mean([2, 3])처럼 축을 쓰십시오",
    "narrow": "길이가 {size}인 축의 {start}번 자리부터 {length}개를 가져올 수 없습니다",
    "no-features": "값 {expected}개를 받아야 하는데 예제마다 수 하나만 들어옵니다",
    "no-mask": "마스크는 모양도 개수도 바꾸지 않으므로 여기에는 쓰지 않습니다",
    "pad-pairs": ("마지막 축부터 축마다 수를 두 개씩 써야 하는데 {count}개를 받았습니다"),
    "pad-value": "{mode} 방식에는 value를 쓸 수 없습니다",
    "permute-axes": "배치까지 축 {rank}개를 모두 써야 하는데 {count}개를 받았습니다",
    "proj-size": (
        "`proj_size`의 값은 hidden_size={hidden}보다 작아야 합니다. 지금 값은 {proj}입니다"
    ),
    "query-key": "쿼리와 키의 길이가 같아야 하는데 {query:과/와} {key}입니다",
    "reshape": (
        "{shape:을/를} {asked:으로/로} 바꿀 수 없습니다. "
        "예제 하나의 수는 {count}개인데 자리는 {room}개입니다"
    ),
    "shared-heads": "{query}의 헤드들이 {shared:을/를} 똑같이 나누어 쓸 수 없습니다",
    "split-sum": "길이가 {size}인 축을 나누는데 부분들의 합은 {total}입니다",
    "squeeze-all": "배치가 하나일 때는 배치 축까지 없어집니다. 없앨 축을 쓰십시오",
}
