"""The ways a file can fail to be a tree of text; most are slips of YAML's, put to its author.

``{paste}`` is the corrected line behind a colon, or nothing where none can be given.
"""

from quizapp.bank.problems import Fault
from quizapp.words import Text

NO_FILE = Fault("B001", Text("there is no such file", "파일이 없습니다"))
FOLDER = Fault(
    "B001", Text("this is a folder; name a file in it", "폴더입니다. 그 안의 파일을 지정하십시오")
)
NOT_A_FILE = Fault(
    "B001",
    Text(
        "this is a pipe, a socket or a device; a bank is a regular file",
        "파이프나 소켓, 장치입니다. 문제 은행은 일반 파일이어야 합니다",
    ),
)
NO_PERMISSION = Fault(
    "B001",
    Text("there is no permission to read this file", "이 파일을 읽을 권한이 없습니다"),
)
UNREADABLE = Fault("B001", Text("this file cannot be read", "이 파일을 읽을 수 없습니다"))
TOO_LARGE = Fault(
    "B002",
    Text(
        "the file is larger than {limit} bytes; split the bank into several files",
        "파일이 {limit}바이트보다 큽니다. 문제 은행을 여러 파일로 나누십시오",
    ),
)
UTF_16 = Fault(
    "B003",
    Text(
        "the file is UTF-16; save it as UTF-8",
        "UTF-16으로 저장된 파일입니다. UTF-8로 저장하십시오",
    ),
)
NOT_UTF_8 = Fault(
    "B003",
    Text(
        "the byte 0x{byte} is not UTF-8; save the file as UTF-8",
        "0x{byte} 바이트는 UTF-8이 아닙니다. 파일을 UTF-8로 저장하십시오",
    ),
)
FORBIDDEN = Fault(
    "B004",
    Text(
        "{char} is invisible or acts on the terminal, and banks may not hold it; delete it",
        "{char:은/는} 보이지 않거나 터미널을 조작하는 문자라 쓸 수 없습니다. 지우십시오",
    ),
)
FORBIDDEN_ESCAPE = Fault(
    "B004",
    Text(
        "the escape {escape} makes {char}, which is invisible or acts on the terminal; delete it",
        "{escape:은/는} 보이지 않거나 터미널을 조작하는 문자 {char:을/를} 만듭니다. 지우십시오",
    ),
)
TOO_DEEP = Fault(
    "B005",
    Text(
        "lists and mappings are nested more than {limit} levels deep; the rest is not read",
        "목록과 매핑이 {limit}단계보다 깊이 중첩되어 있습니다. 이 뒤로는 읽지 않습니다",
    ),
)
TOO_MANY = Fault(
    "B006",
    Text(
        "the file holds more than {limit} values; split the bank into several files",
        "파일에 든 값이 {limit}개보다 많습니다. 문제 은행을 여러 파일로 나누십시오",
    ),
)
ANCHOR = Fault(
    "B007",
    Text(
        "'&' starts a YAML anchor, and banks have none; "
        "write the value out, or put text that starts with '&' in quotes{paste}",
        "'&'는 YAML 앵커로 읽히며 문제 은행에는 앵커를 쓸 수 없습니다. "
        "값을 그대로 쓰거나, '&'로 시작하는 텍스트라면 따옴표로 감싸십시오{paste}",
    ),
)
ALIAS = Fault(
    "B007",
    Text(
        "'*' starts a YAML alias, and banks have none; "
        "write the value out, or put text that starts with '*' in quotes{paste}",
        "'*'는 YAML 별칭으로 읽히며 문제 은행에는 별칭을 쓸 수 없습니다. "
        "값을 그대로 쓰거나, '*'로 시작하는 텍스트라면 따옴표로 감싸십시오{paste}",
    ),
)
MERGE_KEY = Fault(
    "B008",
    Text(
        "'<<' merges another mapping in YAML, and banks do without; write its keys out here",
        "'<<'는 다른 매핑을 합치는 YAML 병합 키라 쓸 수 없습니다. 합칠 키를 여기에 직접 쓰십시오",
    ),
)
TAG = Fault(
    "B009",
    Text(
        "'!' starts a YAML tag, and banks have none; "
        "delete it, or put text that starts with '!' in quotes{paste}",
        "'!'는 YAML 태그로 읽히며 문제 은행에는 태그를 쓸 수 없습니다. "
        "지우거나, '!'로 시작하는 텍스트라면 따옴표로 감싸십시오{paste}",
    ),
)
SECOND_DOCUMENT = Fault(
    "B010",
    Text(
        "a second YAML document begins here, and a bank is one; the rest is not read",
        "여기서 두 번째 YAML 문서가 시작됩니다. "
        "문제 은행은 문서 하나여야 하며, 이 뒤로는 읽지 않습니다",
    ),
)
DUPLICATE_KEY = Fault(
    "B011",
    Text(
        "duplicate key '{key}'; the first is on line {line}",
        "'{key}' 키가 중복되었습니다. 처음 나온 곳은 {line}번째 줄입니다",
    ),
)
EMPTY_FILE = Fault(
    "B013",
    Text("the file holds no bank yet", "파일에 아직 아무 내용도 없습니다"),
)
COLLECTION_AS_KEY = Fault(
    "B014",
    Text(
        "a key is one piece of text, and this is a list or a mapping; "
        "put text that starts with a bracket in quotes",
        "키는 텍스트 하나여야 하는데 목록이나 매핑이 쓰였습니다. "
        "괄호로 시작하는 텍스트라면 따옴표로 감싸십시오",
    ),
)
STARTS_WITH_BRACKET = Fault(
    "B021",
    Text(
        "text that starts with '{char}' needs quotes{paste}",
        "'{char}'로 시작하는 텍스트는 따옴표로 감싸십시오{paste}",
    ),
)
STARTS_WITH_RESERVED = Fault(
    "B022",
    Text(
        "'{char}' has a meaning of its own in YAML; text that starts with it needs quotes{paste}",
        "'{char}' 문자는 YAML에서 따로 뜻이 있으므로, 이 문자로 시작하는 텍스트는 "
        "따옴표로 감싸십시오{paste}",
    ),
)
COLON_IN_TEXT = Fault(
    "B023",
    Text(
        "a colon and a space inside unquoted text; put the text in quotes{paste}",
        "따옴표 없는 텍스트 안에 쌍점과 공백이 있습니다. 텍스트를 따옴표로 감싸십시오{paste}",
    ),
)
COMMA_IN_TEXT = Fault(
    "B024",
    Text(
        "inside {{…}} a comma ends the text; put text that holds one in quotes{paste}",
        "{{…}} 안에서는 쉼표에서 텍스트가 끝납니다. 쉼표가 든 텍스트는 따옴표로 감싸십시오{paste}",
    ),
)
NO_VALUE = Fault(
    "B024",
    Text(
        "'{key}' has no value; write ': ' and a value after it, "
        "or put text that holds a comma in quotes",
        "'{key}' 뒤에 값이 없습니다. ': '와 값을 쓰거나, 쉼표가 든 텍스트라면 "
        "전체를 따옴표로 감싸십시오",
    ),
)
BRACKET_IN_TEXT = Fault(
    "B024",
    Text(
        "inside [...] and {{…}}, text that holds a bracket needs quotes{paste}",
        "[...]나 {{…}} 안에서 괄호가 든 텍스트는 따옴표로 감싸십시오{paste}",
    ),
)
CALL_CUT_BY_COMMAS = Fault(
    "B024",
    Text(
        "inside [...] a call is cut at its commas; put each call in quotes{paste}",
        "[...] 안에서는 호출이 쉼표마다 잘립니다. 호출을 하나씩 따옴표로 감싸십시오{paste}",
    ),
)
CUT_BY_HASH = Fault(
    "B025",
    Text(
        "' #' begins a comment and cuts the text off here; put the text in quotes",
        "' #'부터는 주석이라 텍스트가 여기서 잘립니다. 텍스트를 따옴표로 감싸십시오",
    ),
)
MAYBE_CUT_BY_HASH = Fault(
    "B025",
    Text(
        "' #' begins a comment here; put two spaces before a comment, "
        "or the text in quotes where it goes on{paste}",
        "여기 ' #'부터는 주석으로 읽힙니다. 주석이라면 앞에 공백을 두 칸 두고, "
        "이어지는 텍스트라면 따옴표로 감싸십시오{paste}",
    ),
    "warning",
)
TAB = Fault(
    "B026",
    Text(
        "a tab stands where YAML wants spaces; indent with spaces",
        "공백이 와야 할 자리에 탭이 있습니다. 들여쓰기에는 공백을 쓰십시오",
    ),
)
UNCLOSED_QUOTE = Fault(
    "B027",
    Text(
        "the quote opened here is never closed",
        "여기서 연 따옴표가 닫히지 않았습니다. 닫는 따옴표를 쓰십시오",
    ),
)
QUOTE_CLOSED_LATE = Fault(
    "B027",
    Text(
        "the quote opened here is closed only on line {line}; close it where its text ends",
        "여기서 연 따옴표가 {line}번째 줄에서야 닫힙니다. 텍스트가 끝나는 곳에서 닫으십시오",
    ),
)
UNCLOSED_BRACKET = Fault(
    "B028",
    Text(
        "the '{char}' opened here is never closed; add the '{closing}'",
        "여기서 연 '{char}' 괄호가 닫히지 않았습니다. '{closing}' 괄호로 닫으십시오",
    ),
)
WRONG_BRACKET = Fault(
    "B028",
    Text(
        "'{char}' closes a '{opening}' here; the two must be a pair",
        "'{opening}' 괄호를 '{char}' 괄호로 닫았습니다. 짝을 맞추십시오",
    ),
)
STRAY_BRACKET = Fault(
    "B028",
    Text(
        "this '{char}' closes nothing; delete it",
        "이 '{char}' 괄호에는 짝이 없습니다. 지우십시오",
    ),
)
NO_YAML = Fault(
    "B029",
    Text(
        "this is no YAML any more; look here and just before it for a missing quote, "
        "bracket, comma or colon",
        "여기서부터 YAML로 읽을 수 없습니다. 이 자리와 바로 앞에 빠진 따옴표나 괄호, 쉼표, "
        "쌍점이 있는지 살펴보십시오",
    ),
)
UNKNOWN_ESCAPE = Fault(
    "B030",
    Text(
        "'{escape}' is no escape that double quotes know; use single quotes, or write '\\\\' "
        "for a backslash",
        "'{escape}' 표기는 큰따옴표 안에서 쓸 수 없습니다. 작은따옴표를 쓰거나 "
        "역슬래시를 '\\\\'로 쓰십시오",
    ),
)
NO_SPACE_AFTER_COLON = Fault(
    "B031",
    Text(
        "a space must follow the colon of a key: '{key}: '",
        "키의 쌍점 뒤에는 공백이 있어야 합니다: '{key}: '",
    ),
)
INDENTATION = Fault(
    "B032",
    Text(
        "the indentation of this line fits no line above it; neighbours start in one column",
        "이 줄의 들여쓰기가 위의 어느 줄과도 맞지 않습니다. 나란한 항목은 같은 열에서 시작합니다",
    ),
)
ITEM_AMONG_KEYS = Fault(
    "B032",
    Text(
        "an item with '- ' among lines with 'key: '; indent it under the key it belongs to",
        "'키: ' 줄들 사이에 '- ' 항목이 있습니다. 이 항목이 속한 키 아래로 들여쓰십시오",
    ),
)
KEY_AMONG_ITEMS = Fault(
    "B032",
    Text(
        "a line without '- ' among items that have it; indent it, or begin it with '- '",
        "'- ' 항목들 사이에 '- ' 없는 줄이 있습니다. 들여쓰거나 '- '로 시작하십시오",
    ),
)
INDENTED_TOO_FAR = Fault(
    "B032",
    Text(
        "this line is read as more of the text on line {line}; indent it as its neighbours, "
        "or put that text in quotes",
        "이 줄은 {line}번째 줄의 텍스트에 이어지는 것으로 읽힙니다. 이웃한 줄에 맞추어 들여쓰거나 "
        "그 텍스트를 따옴표로 감싸십시오",
    ),
)
AFTER_QUOTE = Fault(
    "B033",
    Text(
        "text goes on after its closing quote; put quotes around all of it{paste}",
        "닫는 따옴표 뒤에 텍스트가 이어집니다. 전체를 따옴표로 감싸십시오{paste}",
    ),
)
NO_KEY = Fault(
    "B034",
    Text(
        "this line has no key; text that goes on from the line above is indented further than "
        "its key",
        "이 줄에는 키가 없습니다. 윗줄에서 이어지는 텍스트라면 키보다 더 들여쓰십시오",
    ),
)
MISSING_COMMA = Fault(
    "B035",
    Text(
        "a comma is missing before this; in brackets commas separate what stands side by side",
        "이 앞에 쉼표가 빠졌습니다. 괄호 안에서는 나란한 항목을 쉼표로 구분하십시오",
    ),
)
