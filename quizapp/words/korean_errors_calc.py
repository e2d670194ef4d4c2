"""What errors of the little language and of networks say in Korean, by code.

Sentences about a layer follow its call and a colon, so they stand without a subject.
"""

EXPRESSIONS: dict[str, str] = {
    "argument": "{name}()에 넣을 수 없는 값입니다: {values}",
    "arity": "{name}()의 인수는 {least}개인데 {count}개를 받았습니다",
    "arity-between": "{name}()의 인수는 {least}개에서 {most}개까지인데 {count}개를 받았습니다",
    "by-place": "{name}()의 인수는 이름 없이 순서대로 써야 합니다",
    "character": "여기에 쓸 수 없는 문자입니다: {character}",
    "comparison": "비교에는 == != < <= > >= 기호만 쓸 수 있습니다",
    "decimal-long": "소수는 60자리까지, 지수는 60까지만 쓸 수 있습니다",
    "double-star": "층의 인수에는 **를 쓸 수 없습니다",
    "empty": "식이 비어 있습니다",
    "exponent": "지수는 −{most}에서 {most}까지의 정수여야 합니다",
    "fraction-fine": "분모가 10¹⁰⁰보다 커집니다",
    "index": "대괄호로는 모양에서만, 정수로만 값을 꺼낼 수 있습니다",
    "index-range": "모양에 수가 {length}개뿐이라 {index}번 자리가 없습니다",
    "keyword-twice": "{name}()에서 {keyword} 인수가 두 번 쓰였습니다",
    "no-call": "층은 Conv2d(3, 64, 3)처럼 호출로 써야 합니다",
    "no-text": "여기에는 문자열을 쓸 수 없습니다. 수, True, False, None을 쓰십시오",
    "no-value": "{value}에서는 {name}()의 값이 없습니다",
    "not-understood": (
        "수, 이름, + - * / // % **, 비교, and, or, not, if else, 튜플, 대괄호, "
        "정해진 함수만 쓸 수 있습니다"
    ),
    "not-whole": "{name}()에는 정수만 쓸 수 있습니다. 지금 값은 {value}입니다",
    "number-large": "수가 10¹⁸보다 커집니다",
    "operands": "여기서 계산할 수 없는 값입니다: {values}",
    "operator": "쓸 수 없는 연산자입니다. 거듭제곱은 **로 씁니다",
    "sign": "앞에 붙이는 부호로는 빼기만 쓸 수 있습니다",
    "syntax": "식으로 읽을 수 없습니다: {source}",
    "too-deep": "식이 너무 깊이 겹쳐 있습니다",
    "too-long": "식은 {most}자까지 쓸 수 있습니다",
    "too-many-parts": "식을 이루는 요소는 {most}개까지 쓸 수 있습니다",
    "unknown-name": "정의되지 않은 이름입니다: {name}",
    "unknown-name-guess": "정의되지 않은 이름입니다: {name}. {guess:이/가} 아닌지 확인하십시오",
    "zero": "0으로 나눌 수 없습니다",
}

LAYERS: dict[str, str] = {
    "argument-axes": "`{argument}`에는 수가 {axes}개 필요한데 {count}개가 있습니다",
    "argument-bool": "`{argument}`에는 True나 False를 써야 합니다. 지금 값은 {value}입니다",
    "argument-least": "`{argument}`의 값은 {least} 이상이어야 합니다. 지금 값은 {value}입니다",
    "argument-missing": "`{argument}` 인수가 빠졌습니다",
    "argument-plain": "인수에는 수, 문자열, True, False, None만 쓸 수 있습니다",
    "argument-twice": "`{argument}` 인수가 두 번 쓰였습니다",
    "argument-unknown": "`{argument}` 인수는 없습니다",
    "argument-unknown-guess": (
        "`{argument}` 인수는 없습니다. `{guess}` 인수가 아닌지 확인하십시오"
    ),
    "argument-whole": "`{argument}`에는 정수를 써야 합니다. 지금 값은 {value}입니다",
    "arguments-many": "인수는 {most}개까지인데 {count}개를 받았습니다",
    "axis": "{dim}번 축이 없습니다. 배치까지 세어 축은 {rank}개입니다",
    "batch-axis": "배치 축은 건드릴 수 없습니다. 채널은 1번 축입니다",
    "call": "`{call}`: {reason}",
    "channels": "채널 {expected}개를 받아야 하는데 {arriving}개가 들어옵니다",
    "features": "값 {expected}개를 받아야 하는데 {arriving}개가 들어옵니다",
    "flatten-order": "{first}번 축에서 {last}번 축으로 거꾸로 펼칠 수 없습니다",
    "groups": (
        "`{argument}`의 값은 groups={groups:으로/로} 나누어떨어져야 합니다. "
        "지금 값은 {channels}입니다"
    ),
    "join": "변의 길이가 달라 합칠 수 없습니다: {shapes}",
    "join-alone": "입력이 둘 이상이어야 하는데 하나만 들어옵니다",
    "layer": "층 {layer}, `{call}`: {reason}",
    "map-empty": "빈 특징 맵에는 쓸 수 없습니다: {shape}",
    "output-padding": (
        "output_padding은 스트라이드와 팽창률 가운데 큰 값보다 작아야 합니다. "
        "지금 값은 {extra}입니다"
    ),
    "padding-mode": "쓸 수 있는 패딩 방식은 {modes}입니다. 지금 값은 {mode}입니다",
    "padding-room": "{mode} 방식으로는 {size}픽셀에 패딩 {padding:을/를} 덧댈 수 없습니다",
    "padding-word": "padding에 쓸 수 있는 말은 'same'과 'valid'입니다. 지금 값은 {word}입니다",
    "parameter-size": "(64, 1, 1) 같은 크기가 필요합니다. 지금 값은 {size}입니다",
    "pool-padding": (
        "패딩은 커널의 절반을 넘을 수 없습니다. "
        "크기가 {kernel}인 커널에는 {most}까지인데 지금 값은 {padding}입니다"
    ),
    "pool3-small": "커널이 특징 맵보다 큽니다. 커널은 {kernel}, 특징 맵은 {size}입니다",
    "probability": "확률은 0에서 1까지여야 합니다. 지금 값은 {p}입니다",
    "rank": "수 {rank}개로 된 모양을 받아야 하는데 {shape:이/가} 들어옵니다",
    "rank-batch": (
        "수 {rank}개로 된 모양을 받아야 하는데 {shape:이/가} 들어옵니다. 모양은 배치를 빼고 씁니다"
    ),
    "same-strided": "padding='same'은 스트라이드가 1일 때만 쓸 수 있습니다",
    "too-small": "{shape}에서 남는 것이 없습니다. 결과의 모양이 {output:이/가} 됩니다",
    "transposed-mode": "패딩 방식은 zeros만 쓸 수 있습니다",
}

NETWORKS: dict[str, str] = {
    "branches": "합칠 가지를 둘 이상 목록으로 써야 합니다",
    "cut-call": "YAML은 [...] 안의 호출을 쉼표에서 자릅니다. [{paste}]처럼 쓰십시오",
    "field-global": "여기서는 출력마다 입력 전체를 봅니다",
    "field-misaligned": "만나는 특징 맵들이 서로 겹치지 않아 수용 영역이 하나로 정해지지 않습니다",
    "from-form": "`from`에는 이름이나 이름의 목록을 써야 합니다",
    "item-form": "여기에는 `layer`, `add`, `mul`, `cat`, `repeat` 가운데 하나를 써야 합니다",
    "key-astray": "`{key}` 키는 `{role}` 키와 함께 쓸 수 없습니다",
    "layer-form": "`layer:`에는 Conv2d(3, 64, 3) 같은 호출 하나를 써야 합니다",
    "layers-form": "층은 호출의 목록으로 써야 합니다",
    "name-form": "이름은 영문자로 시작하고 영문자, 숫자, 점, _로 이루어져야 합니다: {name}",
    "name-one": "`name`과 `from`은 층 하나에만 쓸 수 있습니다",
    "name-taken": "`{name}` 이름은 이미 쓰이고 있습니다",
    "network-form": "신경망은 `input:`과 `layers:`로 써야 합니다",
    "network-key": "알 수 없는 키입니다: `{key}`. 쓸 수 있는 키: {keys}",
    "network-key-guess": "알 수 없는 키입니다: `{key}`. `{guess}` 키가 아닌지 확인하십시오",
    "no-input": "신경망에는 [3, 224, 224] 같은 `input:`이 필요합니다",
    "no-network": "`{name}` 이름을 가진 신경망이 없습니다. 있는 신경망: {names}",
    "no-network-guess": (
        "`{name}` 이름을 가진 신경망이 없습니다. `{guess}` 이름이 아닌지 확인하십시오"
    ),
    "no-part": "`{zoo}`에 `{until}` 이름을 가진 부분이 없습니다",
    "no-part-guess": (
        "`{zoo}`에 `{until}` 이름을 가진 부분이 없습니다. `{guess}` 이름이 아닌지 확인하십시오"
    ),
    "no-node": "`{name}` 이름을 가진 것이 앞에 없습니다",
    "no-node-guess": (
        "`{name}` 이름을 가진 것이 앞에 없습니다. `{guess}` 이름이 아닌지 확인하십시오"
    ),
    "weights-several": (
        "weight_shape()에는 합성곱 층이나 완전 연결 층이 하나인 네트워크를 써야 합니다. "
        "지금은 {count}개입니다"
    ),
    "no-channels": "출력이 수 하나여서 채널이 없습니다",
    "no-side": "출력에 높이와 너비가 없습니다",
    "not-layer": "층이 아닙니다: {name}()",
    "number-form": "여기에는 수나 식을 써야 합니다",
    "number-positive": "여기에는 0보다 큰 수를 써야 합니다. 지금 값은 {value}입니다",
    "number-whole": "여기에는 정수를 써야 합니다. 지금 값은 {value}입니다",
    "one-input": "`{call}`: 입력은 하나여야 하는데 {count}개가 들어옵니다",
    "repeat-empty": "`repeat:`에는 되풀이할 `layers:`가 필요합니다",
    "shape-form": "모양은 [3, 224, 224]처럼 수의 목록으로 써야 합니다",
    "too-many-nodes": "신경망의 층은 {most}개까지 쓸 수 있습니다",
    "written": "{reason}",
}

KOREAN_CALC: dict[str, str] = {**EXPRESSIONS, **LAYERS, **NETWORKS}
