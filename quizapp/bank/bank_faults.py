"""The ways a tree of text can fail to be a bank: its keys, its forms, its ids and topics.

``{paste}`` is the corrected line behind a colon, or nothing where none can be given.
"""

from quizapp.bank.problems import Fault
from quizapp.words import Text

NO_BANKS = Fault(
    "B058",
    Text("there is no *.yaml file in this folder", "이 폴더에 *.yaml 파일이 없습니다"),
    "warning",
)
FOLDER_UNREADABLE = Fault("B001", Text("this folder cannot be read", "이 폴더를 읽을 수 없습니다"))
DUPLICATE_BANK = Fault(
    "B045",
    Text(
        "the bank '{bank}' is also in {file}, and this one is left out; "
        "give one of them another id",
        "'{bank}' 문제 은행이 {file} 파일에도 있어 이 파일은 쓰지 않습니다. "
        "둘 중 하나의 id를 바꾸십시오",
    ),
)

# keys
UNKNOWN_KEY = Fault(
    "B012",
    Text(
        "unknown key '{key}'; did you mean '{guess}'?",
        "'{key}' 키는 없습니다. '{guess}' 키가 아닌지 확인하십시오",
    ),
)
UNKNOWN_KEY_OF = Fault(
    "B012",
    Text(
        "unknown key '{key}'; the keys here are {known}",
        "'{key}' 키는 없습니다. 여기에 쓸 수 있는 키: {known}",
    ),
)
MISSING = Fault(
    "B041",
    Text(
        "'{key}:' is missing; write it, as in '{example}'",
        "'{key}:' 키가 없습니다. '{example}'처럼 쓰십시오",
    ),
)
NO_VALUE = Fault(
    "B041",
    Text(
        "'{key}:' has no value; write one, or delete the key",
        "'{key}:' 키에 값이 없습니다. 값을 쓰거나 키를 지우십시오",
    ),
)
EMPTY_TEXT = Fault("B041", Text("the text is empty", "텍스트가 비어 있습니다"))
NO_QUESTIONS = Fault(
    "B041",
    Text("the bank holds no question yet", "문제 은행에 아직 문제가 없습니다"),
)
NOT_OF_KIND = Fault(
    "B049",
    Text(
        "'{key}:' has no place in a question of the kind '{kind}'",
        "'{kind}' 유형의 문제에는 '{key}:' 키를 쓸 수 없습니다",
    ),
)

TOO_MUCH_TO_READ = Fault(
    "B006",
    Text(
        "the expressions of the file are too many; from here on they are not read: "
        "split the bank into several files",
        "파일에 식이 너무 많아 여기부터는 읽지 않습니다. 문제 은행을 여러 파일로 나누십시오",
    ),
)
TOO_MANY_NAMES = Fault(
    "B006",
    Text(
        "a question has {most} names at most, of variables and of what derives from them; "
        "here are {count}",
        "변수와 거기서 계산하는 이름은 문제마다 {most}개까지인데 {count}개가 있습니다",
    ),
)

# forms
NO_BANK = Fault(
    "B042",
    Text(
        "a bank is written with the keys 'bank:' and 'questions:', and here are none",
        "문제 은행은 'bank:' 키와 'questions:' 키로 쓰는데, 여기에는 키가 없습니다",
    ),
)
TEXT_NOT_LIST = Fault(
    "B042",
    Text(
        "this is a list where text belongs; if it is meant as text, put it in quotes{paste}",
        "텍스트가 올 자리에 목록이 있습니다. 텍스트라면 따옴표로 감싸십시오{paste}",
    ),
)
TEXT_NOT_MAPPING = Fault(
    "B042",
    Text(
        "this is a mapping where text belongs; if it is meant as text, put it in quotes{paste}",
        "텍스트가 올 자리에 매핑이 있습니다. 텍스트라면 따옴표로 감싸십시오{paste}",
    ),
)
WORDING_NOT_LIST = Fault(
    "B042",
    Text(
        "this is a list where text belongs, one string or one under 'en:' and one under 'ko:'; "
        "text that starts with '[' needs quotes{paste}",
        "텍스트가 올 자리에 목록이 있습니다. 텍스트는 하나로 쓰거나 'en:'과 'ko:'로 나누어 쓰며, "
        "'['로 시작하면 따옴표로 감쌉니다{paste}",
    ),
)
WORDING_NOT_MAPPING = Fault(
    "B042",
    Text(
        "this mapping has neither 'en:' nor 'ko:'; text that starts with '{{' needs quotes{paste}",
        "이 매핑에는 'en:'도 'ko:'도 없습니다. '{{'로 시작하는 텍스트라면 "
        "따옴표로 감싸십시오{paste}",
    ),
)
LIST_WANTED = Fault(
    "B042",
    Text(
        "a list belongs here; begin each item on a line of its own with '- '",
        "목록이 올 자리입니다. 항목마다 줄을 바꾸어 '- '로 시작하십시오",
    ),
)
MAPPING_WANTED = Fault(
    "B042",
    Text(
        "keys and values belong here, as in '{example}'",
        "키와 값이 올 자리입니다. '{example}'처럼 쓰십시오",
    ),
)

# ids
BAD_ID = Fault(
    "B043",
    Text(
        "'{id}' is no id: small letters, digits and hyphens make one, at most 64 of them; "
        "write '{guess}'",
        "'{id}' 표기는 id로 쓸 수 없습니다. id는 영문 소문자와 숫자, 붙임표로 64자까지입니다. "
        "'{guess}'처럼 쓰십시오",
    ),
)
DUPLICATE_ID = Fault(
    "B044",
    Text(
        "the id '{id}' is taken; the first is on line {line}",
        "'{id}' id가 중복되었습니다. 처음 나온 곳은 {line}번째 줄입니다",
    ),
)
ALIAS_IS_ID = Fault(
    "B044",
    Text(
        "the alias '{id}' is the id on line {line}; delete the alias or change the id",
        "별칭 '{id}'와 같은 id가 {line}번째 줄에 있습니다. 별칭을 지우거나 id를 바꾸십시오",
    ),
)
DUPLICATE_ALIAS = Fault(
    "B044",
    Text(
        "the alias '{id}' is taken; the first is on line {line}",
        "별칭 '{id}'가 중복되었습니다. 처음 나온 곳은 {line}번째 줄입니다",
    ),
)
MISTAKE_OF_CATALOGUE = Fault(
    "B044",
    Text(
        "'{id}' is a mistake that the program knows already; give this one another id",
        "'{id}' 실수는 프로그램이 이미 알고 있습니다. 다른 id를 쓰십시오",
    ),
)

# values
UNKNOWN_WORD = Fault(
    "B046",
    Text(
        "'{key}:' cannot be '{word}'; did you mean '{guess}'?",
        "'{key}:'에 '{word}' 값은 쓸 수 없습니다. '{guess}' 값이 아닌지 확인하십시오",
    ),
)
UNKNOWN_WORD_OF = Fault(
    "B046",
    Text(
        "'{key}:' cannot be '{word}'; write one of: {known}",
        "'{key}:'에 '{word}' 값은 쓸 수 없습니다. 쓸 수 있는 값: {known}",
    ),
)
NEITHER_TRUE_NOR_FALSE = Fault(
    "B046",
    Text(
        "'{key}:' is true or false, and not '{word}'",
        "'{key}:'에는 '{word}' 대신 true나 false를 쓰십시오",
    ),
)
NO_WHOLE_NUMBER = Fault(
    "B050",
    Text(
        "'{key}:' is a whole number from {least} to {most}, and not '{word}'",
        "'{key}:'에는 '{word}' 대신 {least}부터 {most}까지의 정수를 쓰십시오",
    ),
)

# topics
UNKNOWN_TOPIC = Fault(
    "B056",
    Text(
        "unknown topic '{topic}'; did you mean '{guess}'?",
        "'{topic}' 주제는 없습니다. '{guess}' 주제가 아닌지 확인하십시오",
    ),
)
UNDECLARED_TOPIC = Fault(
    "B056",
    Text(
        "unknown topic '{topic}'; write it under the bank's 'topics:', or leave 'topic:' out",
        "'{topic}' 주제는 없습니다. 문제 은행의 'topics:' 아래에 쓰거나 'topic:' 키를 지우십시오",
    ),
)
TOPIC_CONFLICT = Fault(
    "B057",
    Text(
        "the topic '{topic}' has another title or other needs in {file}, line {line}; "
        "make the two agree",
        "'{topic}' 주제의 제목이나 선행 주제가 {file} 파일 {line}번째 줄과 다릅니다. "
        "둘을 같게 하십시오",
    ),
    "warning",
)
