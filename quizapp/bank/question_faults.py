"""The ways a question can fail to be one: its variables, expressions, networks and choices."""

from quizapp.bank.problems import Fault
from quizapp.words import Text

# kinds
NO_KIND = Fault(
    "B048",
    Text(
        "nothing says what is asked: write 'answer:' for what is calculated, "
        "'choices:' for what is chosen, or the kind: 'kind: trace'",
        "무엇을 묻는지 알 수 없습니다. 계산하는 문제에는 'answer:', 고르는 문제에는 "
        "'choices:'를 쓰거나 'kind: trace'처럼 유형을 쓰십시오",
    ),
)
PROMPT_AND_FRONT = Fault(
    "B049",
    Text(
        "'prompt:' and 'front:' stand side by side; a card's front is its prompt, keep one of them",
        "'prompt:'와 'front:'가 함께 있습니다. 카드에서는 앞면이 곧 질문이니 하나만 남기십시오",
    ),
)
ANSWER_AND_CHOICES = Fault(
    "B049",
    Text(
        "'answer:' and 'choices:' are of two kinds; mark the right choices with 'correct: true', "
        "or calculate the answer and write 'as: choice'",
        "'answer:'와 'choices:'는 서로 다른 유형의 키입니다. "
        "맞는 선택지에 'correct: true'를 쓰거나, 답을 계산하고 'as: choice'를 쓰십시오",
    ),
)
TWO_NETWORKS = Fault(
    "B049",
    Text(
        "'network:' and 'networks:' stand side by side; put it among the others, under a name",
        "'network:'와 'networks:'가 함께 있습니다. 이름을 붙여 'networks:' 아래로 옮기십시오",
    ),
)
TOLERANCE_AND_DIGITS = Fault(
    "B049",
    Text(
        "'tolerance:' and 'digits:' stand side by side; keep one of them",
        "'tolerance:'와 'digits:'가 함께 있습니다. 하나만 남기십시오",
    ),
)
TOLERANCE = Fault(
    "B050",
    Text(
        "a tolerance is a share such as 1% or a distance such as 0.05, above zero; "
        "'{word}' is neither",
        "'{word}' 대신 1% 같은 비율이나 0.05 같은 차이를 0보다 크게 쓰십시오",
    ),
)

# variables
NAME_FORM = Fault(
    "B051",
    Text(
        "`{name}` is no name: a letter, then letters, digits and _, at most 32 in all; "
        "call it `{guess}`",
        "`{name}` 표기는 이름으로 쓸 수 없습니다. 이름은 영문자로 시작하고 영문자와 숫자, "
        "밑줄로 32자까지입니다. `{guess}`처럼 쓰십시오",
    ),
)
NAME_OF_FUNCTION = Fault(
    "B051",
    Text(
        "`{name}` is a function; call it `{guess}`",
        "`{name}` 이름은 이미 함수에 쓰이고 있습니다. `{guess}` 같은 다른 이름을 쓰십시오",
    ),
)
NAME_OF_LAYER = Fault(
    "B051",
    Text(
        "`{name}` is a layer; call it `{guess}`",
        "`{name}` 이름은 이미 층에 쓰이고 있습니다. `{guess}` 같은 다른 이름을 쓰십시오",
    ),
)
NAME_OF_NETWORK = Fault(
    "B051",
    Text(
        "`{name}` is a network of this question; call it `{guess}`",
        "`{name}` 이름은 이 문제의 신경망이 쓰고 있습니다. `{guess}` 같은 다른 이름을 쓰십시오",
    ),
)
NAME_OF_LANGUAGE = Fault(
    "B051",
    Text(
        "`{name}` is a word of the expressions themselves; call it `{guess}`",
        "`{name}` 이름은 식의 예약어입니다. `{guess}` 같은 다른 이름을 쓰십시오",
    ),
)
NAME_TWICE = Fault(
    "B052",
    Text(
        "`{name}` is a variable of 'vary:' already, on line {line}; give this another name",
        "`{name}` 이름은 {line}번째 줄의 'vary:'에서 이미 썼습니다. 다른 이름을 쓰십시오",
    ),
)
VALUES_FORM = Fault(
    "B053",
    Text(
        "the values of a variable are a list or a range: '{name}: [{first}]', '{name}: 1..11'",
        "변수의 값은 목록이나 범위로 씁니다: '{name}: [{first}]', '{name}: 1..11'",
    ),
)
VALUE_FORM = Fault(
    "B053",
    Text(
        "a value is a number, true, false or a word; here stands a list or a mapping",
        "값은 숫자나 true, false, 단어여야 하는데 목록이나 매핑이 쓰였습니다",
    ),
)
RANGE_IN_LIST = Fault(
    "B053",
    Text(
        "a range stands without brackets: '{name}: {range}'",
        "범위는 대괄호 없이 씁니다: '{name}: {range}'",
    ),
)
EMPTY_RANGE = Fault(
    "B053",
    Text(
        "the range {range} holds nothing; its first number is the smaller one, its step above zero",
        "{range} 범위에는 값이 없습니다. 작은 수를 먼저 쓰고 간격은 0보다 크게 하십시오",
    ),
)
EMPTY_LIST = Fault(
    "B053",
    Text("the list is empty; write one value or more", "목록이 비어 있습니다. 값을 쓰십시오"),
)
LARGE_VALUE = Fault(
    "B050",
    Text("{word} is beyond 10¹⁸", "{word} 값은 10¹⁸ 범위를 벗어납니다"),
)
TOO_MANY_VALUES = Fault(
    "B054",
    Text(
        "`{name}` has {count} values, and {limit} are the most; a step makes it fewer: "
        "1..100000..50",
        "`{name}` 변수의 값이 {count}개로, 최대 {limit}개를 넘습니다. "
        "1..100000..50처럼 간격을 두십시오",
    ),
)
UNKNOWN_VARIABLE = Fault(
    "B055",
    Text(
        "`{name}` is no variable of this question; did you mean `{guess}`?",
        "`{name}` 변수는 이 문제에 없습니다. `{guess}` 변수가 아닌지 확인하십시오",
    ),
)
UNDECLARED_VARIABLE = Fault(
    "B055",
    Text(
        "`{name}` is no variable of this question; write it under 'vary:'",
        "`{name}` 변수는 이 문제에 없습니다. 'vary:' 아래에 쓰십시오",
    ),
)

# expressions
NO_NETWORK_HERE = Fault(
    "B062",
    Text(
        "`{name}` has to do with networks, and only 'answer:' may ask them; "
        "here stand variables and arithmetic",
        "`{name}` 이름은 신경망에 관한 것이라 'answer:'에만 쓸 수 있습니다. "
        "여기에는 변수와 산술식을 쓰십시오",
    ),
)
PYTHON_SPELLING = Fault(
    "B062",
    Text(
        "{name} is not defined; in expressions it is written {guess}",
        "{name} 이름은 정의되지 않았습니다. 식에서는 {guess}처럼 씁니다",
    ),
)
BARE_ANSWER = Fault(
    "B064",
    Text(
        "the answer is only a number, and there is a network to compute it from: "
        "'answer: parameters({network})'",
        "신경망이 있는데 답이 숫자로만 쓰였습니다. 신경망에서 계산하십시오: "
        "'answer: parameters({network})'",
    ),
)
BARE_MISTAKE = Fault(
    "B064",
    Text(
        "the answer of a mistake is only a number; write how it comes about, "
        "an expression over the variables",
        "실수의 답이 숫자로만 쓰였습니다. 그 값이 나오는 과정을 변수의 식으로 쓰십시오",
    ),
)
COMMAS = Fault(
    "B065",
    Text(
        "{word} is read as a shape of {count} numbers; a number is written {guess}",
        "{word} 표기는 수 {count}개로 된 모양으로 읽힙니다. 숫자라면 {guess}처럼 쓰십시오",
    ),
)
SHAPE_AS_SHOWN = Fault(
    "B065",
    Text("a shape is written {guess}", "모양은 {guess}처럼 씁니다"),
)

# choices
CHOICE_FORM = Fault(
    "B042",
    Text(
        "a choice is a mapping with 'text:'{paste}",
        "선택지는 'text:'가 있는 매핑으로 씁니다{paste}",
    ),
)
TOO_FEW_CHOICES = Fault(
    "B081",
    Text(
        "a choice has two options or more; add '- text: …'",
        "선택지는 둘 이상이어야 합니다. '- text: …'를 더하십시오",
    ),
)
NO_RIGHT_CHOICE = Fault(
    "B082",
    Text(
        "none of the choices is right; add to the right one: 'correct: true'",
        "맞는 선택지가 없습니다. 맞는 선택지에 다음을 더하십시오: 'correct: true'",
    ),
)
