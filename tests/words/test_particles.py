import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.words import particle

DIGITS = "영일이삼사오육칠팔구"


def read_aloud(number: int) -> str:
    """The whole number in Sino-Korean, for the law below."""
    if number == 0:
        return "영"
    reading = ""
    for power, myriad in ((16, "경"), (12, "조"), (8, "억"), (4, "만"), (0, "")):
        group = number // 10**power % 10_000
        for place, ten in ((3, "천"), (2, "백"), (1, "십"), (0, "")):
            digit = group // 10**place % 10
            if digit:
                reading += ("" if digit == 1 and ten else DIGITS[digit]) + ten
        reading += myriad if group else ""
    return reading


@given(
    st.integers(0, 10**18)
    | st.builds(lambda n, z: n * 10**z, st.integers(0, 99), st.integers(0, 16))
)
def test_a_number_takes_the_particle_of_its_sino_korean_reading(number: int) -> None:
    for pair in ("을/를", "으로/로"):
        expected = particle(read_aloud(number), pair)
        assert particle(str(number), pair) == expected
        assert particle(f"{number:,}", pair) == expected


@pytest.mark.parametrize("closed", ["0", "1", "3", "6", "7", "8", "1만", "2억", "118.0 M"])
def test_closed_numbers_take_the_first_form(closed: str) -> None:
    assert particle(closed, "은/는") == "은"


@pytest.mark.parametrize("opened", ["2", "4", "5", "9", "73.7k", "2조"])
def test_open_numbers_take_the_second_form(opened: str) -> None:
    assert particle(opened, "은/는") == "는"


@pytest.mark.parametrize("word", ["1", "2", "4", "5", "7", "8", "9", "3k", "커널", "21", "채널"])
def test_ro_follows_vowels_and_rieul(word: str) -> None:
    assert particle(word, "으로/로") == "로"
    assert particle(word, "으로써/로써") == "로써"


@pytest.mark.parametrize(
    "word", ["0", "3", "6", "10", "100", "1,000", "10,000", "2억", "3M", "편향"]
)
def test_euro_follows_the_other_consonants(word: str) -> None:
    assert particle(word, "으로/로") == "으로"


def test_rieul_is_a_consonant_for_every_other_pair() -> None:
    assert particle("커널", "을/를") == "을"
    assert particle("커널", "이에요/예요") == "이에요"
    assert particle("1", "과/와") == "과"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("73,728", "은"),  # 팔
        ("64×56×56", "은"),  # 육
        ("3·3·128·64", "는"),  # 사
        ("16×100×100", "은"),  # 백
        ("1/2", "은"),  # 이분의 일
        ("2 / 3", "는"),  # 삼분의 이
        ("12.5%", "는"),  # 퍼센트
        ("0.10", "은"),  # 영점 일영
        ("12.5", "는"),
        ("-5", "는"),
        ("20", "은"),
        ("(64, 56, 56)", "은"),
        ("64², ", "은"),  # 제곱
    ],
)
def test_a_written_number_is_heard_at_its_end(word: str, expected: str) -> None:
    assert particle(word, "은/는") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # one letter, and capitals, by the names of letters
        ("k", "는"),
        ("n", "은"),
        ("c_l", "은"),
        ("CNN", "은"),
        ("RPN", "은"),
        ("NMS", "는"),
        ("mAP", "는"),
        ("Conv2d", "는"),
        ("BatchNorm2d", "는"),
        # words by how they are written in Hangul
        ("ReLU", "는"),
        ("Linear", "는"),
        ("Softmax", "는"),
        ("stride", "는"),
        ("weight", "는"),
        ("batch", "는"),
        ("network", "는"),
        ("bit", "는"),
        ("kernel", "은"),
        ("module", "은"),
        ("norm", "은"),
        ("pipeline", "은"),
        ("Flatten", "은"),
        ("padding", "은"),
        ("block", "은"),
        ("AlexNet", "은"),
        ("Dropout", "은"),
        ("group", "은"),
        ("step", "은"),
        ("c_out", "은"),
        # names that end in a number
        ("resnet50", "은"),
        ("densenet121", "은"),
        ("resnet152", "는"),
    ],
)
def test_latin_letters_are_heard_as_koreans_read_them(word: str, expected: str) -> None:
    assert particle(word, "은/는") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("수용 영역(receptive field)", "은"),
        ("합성곱 (stride 2)", "은"),
        ("Conv2d(3, 8, 3)", "는"),
        ("ReLU()", "는"),
        ("Flatten(1, (2))", "은"),
        ("`kernel_size`", "는"),
        ("'편향'", "은"),
        ("“층”", "은"),
        ("2 * (3 + 4)", "는"),
        ("[3, 4]", "는"),
        (")))3)", "은"),
    ],
)
def test_quotes_and_a_bracket_after_a_word_are_not_heard(word: str, expected: str) -> None:
    assert particle(word, "은/는") == expected


def test_a_pair_written_the_other_way_round_means_the_same() -> None:
    assert particle("편향", "를/을") == "을"
    assert particle("편향", "와/과") == "과"
    assert particle("편향", "로/으로") == "으로"
    assert particle("너비", "가/이") == "가"


def test_decomposed_hangul_is_heard_as_composed() -> None:
    assert particle("\u1111\u1167\u11ab\u1112\u1163\u11bc", "은/는") == "은"


@pytest.mark.parametrize("word", ["", "…", "()", "✓", "ㅋ"])
def test_both_forms_are_given_where_nothing_is_heard(word: str) -> None:
    assert particle(word, "을/를") == "을(를)"
    assert particle(word, "으로/로") == "(으)로"


@given(st.text(), st.sampled_from(["을/를", "이/가", "은/는", "으로/로", "과/와", "이라/라"]))
def test_any_text_gets_a_form_of_the_pair(word: str, pair: str) -> None:
    closed, opened = pair.split("/")
    both = {f"{closed}({opened})", "(으)로", "(이)라"}
    assert particle(word, pair) in {closed, opened} | both
