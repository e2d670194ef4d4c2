"""The ways the kinds other than calculated and choice can fail to be what they should."""

from quizapp.bank.problems import Fault
from quizapp.words import Text

TOO_FEW_ITEMS = Fault(
    "B083",
    Text(
        "'{key}:' needs {least} entries at least, and there are {count}",
        "'{key}:'에는 항목이 {least}개 이상 필요한데 {count}개뿐입니다",
    ),
)
TOO_MANY_ITEMS = Fault(
    "B083",
    Text(
        "'{key}:' has {count} entries, and {most} are the most that fit a screen",
        "'{key}:'의 항목이 {count}개로, 화면에 들어가는 {most}개를 넘습니다",
    ),
)
SAME_ITEM = Fault(
    "B084",
    Text(
        "this entry reads like the one on line {line}; then neither has a place of its own",
        "이 항목은 {line}번째 줄의 항목과 똑같아서 자리를 정할 수 없습니다",
    ),
)
PAIR_FORM = Fault(
    "B042",
    Text(
        "a pair is a mapping: '{{left: …, right: …}}'",
        "짝은 매핑으로 씁니다: '{{left: …, right: …}}'",
    ),
)
ONE_NETWORK = Fault(
    "B085",
    Text(
        "a trace fills in the table of one network; write one under 'network:'",
        "trace는 신경망 하나의 표를 채우는 문제입니다. 'network:'에 신경망 하나를 쓰십시오",
    ),
)
UNKNOWN_AND_VARIABLE = Fault(
    "B052",
    Text(
        "`{name}` is given already; an unknown has a name of its own",
        "`{name}` 이름은 이미 쓰였습니다. 미지수에는 다른 이름을 쓰십시오",
    ),
)
TOO_MANY_ANSWERS = Fault(
    "B086",
    Text(
        "the unknowns can take {count} values together, and {most} are the most that are tried; "
        "narrow their ranges",
        "미지수의 값을 조합하면 {count}가지로, 최대 {most}가지를 넘습니다. 범위를 좁히십시오",
    ),
)
UNKNOWN_VALUES = Fault(
    "B053",
    Text(
        "an unknown takes whole numbers; `{name}` has {word} among its values",
        "미지수의 값은 정수여야 합니다. `{name}` 값 가운데 {word} 값이 있습니다",
    ),
)
LIST_AS_CONDITION = Fault(
    "B087",
    Text(
        "'accept:' of solve is a condition, not a list: 'accept: height(network) == 16'; "
        "a list of texts belongs to 'kind: text'",
        "solve의 'accept:'는 목록이 아니라 조건식입니다: 'accept: height(network) == 16'. "
        "텍스트 목록은 'kind: text'에 씁니다",
    ),
)
CONDITION_AS_TEXT = Fault(
    "B087",
    Text(
        "'{word}' is a condition, and 'accept:' of text lists the texts that count; "
        "a condition belongs to 'kind: solve', beside 'unknowns:'",
        "'{word}'는 조건식인데, text의 'accept:'에는 맞는 답의 목록을 씁니다. "
        "조건식은 'kind: solve'에 'unknowns:'와 함께 씁니다",
    ),
)
NOTHING_ACCEPTED = Fault(
    "B041",
    Text(
        "'accept:' and 'term:' are both missing; write 'accept: [skip connection]', "
        "or the glossary's row: 'term: skip connection'",
        "'accept:'와 'term:'이 모두 없습니다. 'accept: [skip connection]'이나 "
        "용어집의 항목 'term: skip connection'을 쓰십시오",
    ),
)
NO_TERM = Fault(
    "B088",
    Text(
        "the glossary has no row '{word}'; list the texts under 'accept:'",
        "용어집에 '{word}' 항목이 없습니다. 맞는 답을 'accept:'에 쓰십시오",
    ),
)
NO_TERM_GUESS = Fault(
    "B088",
    Text(
        "the glossary has no row '{word}'; did you mean '{guess}'?",
        "용어집에 '{word}' 항목이 없습니다. '{guess}' 항목이 아닌지 확인하십시오",
    ),
)
NOT_PINNED = Fault(
    "B089",
    Text(
        "what this code prints is not pinned yet; `quizapp pin {file} --run` runs it and writes it",
        "이 코드의 출력이 아직 기록되지 않았습니다. "
        "`quizapp pin {file} --run` 명령이 실행하고 기록합니다",
    ),
)
STALE_PIN = Fault(
    "B090",
    Text(
        "the code or its output has changed since it was pinned; "
        "`quizapp pin {file} --run` runs it again",
        "기록한 뒤로 코드나 출력이 바뀌었습니다. "
        "`quizapp pin {file} --run` 명령으로 다시 실행하십시오",
    ),
)
BY_HAND = Fault(
    "B091",
    Text(
        "this output was written by hand; `quizapp pin {file} --run` would run the code",
        "출력이 손으로 쓰였습니다. `quizapp pin {file} --run` 명령으로 코드를 실행할 수 있습니다",
    ),
    "warning",
)
TWO_VERSIONS_ALIKE = Fault(
    "B092",
    Text(
        "several outputs are pinned, and this one does not name its versions; "
        "then the prompt cannot say which is asked",
        "출력이 여럿 기록되어 있는데 이 출력에는 버전이 없어 어느 것을 묻는지 밝힐 수 없습니다",
    ),
)
LONG_CODE = Fault(
    "B050",
    Text(
        "the code has {count} lines, and {most} are the most that fit a screen",
        "코드가 {count}줄로, 화면에 들어가는 {most}줄을 넘습니다",
    ),
)
