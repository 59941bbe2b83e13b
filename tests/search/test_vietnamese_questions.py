"""Words that only ask are no words to search for."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import questions as module
from search.vietnamese.questions import without_question

pytestmark = pytest.mark.once


def test_the_examples_in_the_module_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=2)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("giao ước thi đua là gì", "giao ước thi đua"),
        ("thế nào là gia đình văn hóa", "gia đình văn hóa"),
        ("mức tiền thưởng là bao nhiêu", "mức tiền thưởng"),
        ("giao uoc thi dua la gi", "giao uoc thi dua"),
        ("the nao la gia dinh van hoa", "gia dinh van hoa"),
        ("ai có thẩm quyền tặng bằng khen", "thẩm quyền tặng bằng khen"),
        ("cho hỏi hồ sơ khen thưởng gồm những gì", "hồ sơ khen thưởng"),
        ("vì sao phải thi đua", "phải thi đua"),
        ("lễ trao giải diễn ra ở đâu", "lễ trao giải diễn ra"),
        ("xin hỏi lịch tiếp dân khi nào", "lịch tiếp dân"),
        ("bảo vệ thai sản là gì theo bộ luật lao động", "bảo vệ thai sản bộ luật lao động"),
        ("ai được thưởng ra sao theo nghị định mới", "thưởng nghị định mới"),
        ("mấy giờ sở nội vụ làm việc", "sở nội vụ giờ làm việc"),
        ("so noi vu lam viec tu may gio", "so noi vu gio lam viec"),
        ("mấy giờ họp hội đồng", "giờ họp hội đồng"),
    ],
)
def test_a_question_is_about_what_is_left(typed, asked):
    assert without_question(typed.split()) == tuple(asked.split())


@pytest.mark.parametrize(
    "typed",
    [
        "khen thưởng",
        "mai ai",
        "là gì",
        "bằng gì",
        "dau an van hoa",
        "xử lý theo luật",
        "họp không theo lịch",
        "mấy giờ họp",
        "",
    ],
)
def test_what_is_no_question_is_left_alone(typed):
    assert without_question(typed.split()) == tuple(typed.split())


@given(
    st.lists(st.sampled_from("là gì ai có thế nào giao ước thi đua ở đâu khi".split()), max_size=9)
)
def test_what_is_left_is_part_of_what_was_typed(typed):
    left = without_question(typed)

    assert left == tuple(typed) or len(left) >= 2
    assert " ".join(left) in " ".join(typed)
    assert without_question(tuple(typed)) == left
