"""Whatever the text: every word of it is somewhere, and nothing else is."""

import re
from collections import Counter
from contextlib import suppress
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from news.importing.errors import UnreadableFile
from news.importing.html import read_html
from news.importing.language import plain, plain_lines
from news.importing.parsed import BulletList, Caption, ParsedArticle, Table
from news.importing.text import read_text

pytestmark = pytest.mark.once

SPACES = st.sampled_from([" ", " ", "\u00a0", "\u202f", "  ", "\u200b "])
FRAGMENTS = st.sampled_from(
    """Lượt xem: 33|Chiều ngày 29/02/2024, tại tỉnh Bắc Kạn,|Sáng 14/11|30/02/2024|Quang cảnh Hội nghị|phát biểu tại Hội nghị
    Dự Hội nghị có ông|Vũ An Minh, Giám đốc Sở;|bà Lý Hà,|các đồng chí:|Chánh Văn phòng|tặng Bằng khen cho tập thể|Sở Nội vụ
    07 cá nhân của 07 Sở|và|tặng Cờ thi đua cho|năm 2023.|suy tôn Sở Y tế làm Cụm trưởng,|Sở Tư pháp làm Cụm phó|Cụm thi đua số 2
    Trần Phương - Văn phòng Sở|Tin, ảnh: Lý Hà|Ảnh: Thu An|(Ảnh: TTXVN)|web basic 2x|In trang|Trang chủ > Tin tức|Các tin khác
    - Việc một|gồm:|I. KẾT QUẢ|1. Nội dung|a)|hội nghị kết thúc.|Nguồn: Báo Nhân Dân|Thứ Năm, 16/01/2025, 15:40|trao Giấy khen cho
    Huân chương Lao động hạng Ba|“Đoàn kết, kỷ cương”|<b>|&amp;|TP. Huế|…|.|:|;|,|x""".replace(
        "\n", "|"
    ).split("|")
).map(str.strip)
LINES = st.one_of(
    st.just(""),
    st.lists(FRAGMENTS, min_size=1, max_size=6).flatmap(
        lambda words: SPACES.map(lambda space: space.join(words))
    ),
    st.text(max_size=40),
)
# Words that a field says by being that field.
LABELS = {"Ảnh", "Hình", "Nguồn", "ảnh", "tin", "Theo", "nguồn"}
# Found by hypothesis: two dates on one line are more than one publication time.
TWO_DATES = "0\nTHỨ NĂM1/1/0001,0:000/0/0002"
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join)


CUT = "đã rút ngắn: "
LONG_UNIT = f"0\nTrần Phương - Văn phòng Sở {'Lượt xem: 33 ' * 12}"


def words_kept(article: ParsedArticle) -> str:
    """All the words of the article, fields and dropped lines included."""
    kept = [article.title, article.lead, article.source_name, str(article.views)]
    for block in article.blocks:
        if isinstance(block, BulletList):
            kept += [item.text for item in block.items]
        elif isinstance(block, Table):
            kept += [cell for row in block.rows for cell in row]
        elif isinstance(block, Caption):
            kept += [block.text, block.credit]
        else:
            kept.append(block.text)
    # What was too long for its field is whole in the warning.
    whole = [words.partition(CUT)[2] for words in article.warnings if CUT in words]
    for one in article.byline:
        kept += [words for words in (one.role, one.name, one.unit) if not is_cut(words, whole)]
    kept += whole
    kept += [dropped.text for dropped in article.dropped]
    return " ".join(kept)


def is_cut(words: str, whole: list[str]) -> bool:
    return words.endswith("…") and any(words.removesuffix("…") in each for each in whole)


def names_found(article: ParsedArticle) -> list[str]:
    found = [article.title.removesuffix("…"), article.lead, article.source_name]
    for event in (article.event, article.possible_event):
        if event is not None:
            found += [event.words, event.place_text, event.province_name]
    for person in article.participants:
        found += [person.honorific, person.name, *person.posts]
    for grant in article.grants:
        found += [
            grant.title_text, grant.decider_text, grant.rank, grant.recipient_name, grant.honorific,
            grant.unnamed_text, grant.per_unit_note, grant.citation, str(grant.year or ""), grant.sentence,
        ]  # fmt: skip
        assert grant.quantity == 1 or str(grant.quantity) in grant.sentence
    for year in article.cluster_years:
        found += [year.cluster_name, year.head, *year.deputies, str(year.year or ""), year.sentence]
    for one in article.byline + article.byline_candidates:
        found += [one.name, one.unit, one.role]
    found += [caption.credit for caption in article.captions]
    return found


def is_stamp(line: str, article: ParsedArticle) -> bool:
    """A line that became a number or a time: its digits are all it had to say."""
    said = f"{article.views} {article.published_at or ''}"
    numbers = {int(number) for number in re.findall(r"\d+", said)}
    in_line = {int(number) for number in re.findall(r"\d+", line.replace(".", ""))}
    return bool(in_line) and in_line <= numbers


def assert_kept(line: str, kept: str, article: ParsedArticle) -> None:
    for word in re.findall(r"\w+", line):
        if word not in kept and word not in LABELS:
            assert is_stamp(line, article), (line, word, article)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_line_of_a_text_is_kept_or_listed_as_dropped(text: str):
    try:
        article = read_text(text, "bai.txt")
    except UnreadableFile:
        return
    kept = words_kept(article)
    for line in filter(None, plain_lines(text)):
        assert_kept(line, kept, article)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example(TWO_DATES)
@example(LONG_UNIT)
@example("Hội nghị\nTIN, ẢNH: A…")
def test_no_word_is_kept_fewer_times_than_it_was_written(text: str):
    """Counted, so that a line said twice cannot vanish once."""
    try:
        article = read_text(text, "bai.txt")
    except UnreadableFile:
        return
    kept = Counter(re.findall(r"\w+", words_kept(article)))
    for line in plain_lines(text):
        if not is_stamp(line, article):
            kept.subtract(re.findall(r"\w+", line))
    assert {word for word, count in kept.items() if count < 0} <= LABELS


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_nothing_is_invented(text: str):
    try:
        article = read_text(text, "bai.txt")
    except UnreadableFile:
        return
    source = plain(text).lower()
    for words in names_found(article):
        assert words.lower() in source, (words, article)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(LINES, min_size=1, max_size=8),
    st.sampled_from(["p", "div", "td", "li", "font", "center"]),
)
def test_every_word_of_a_page_is_kept_or_listed_as_dropped(lines: list[str], tag: str):
    body = "".join(f"<{tag}>{escape(line)}</{tag}><br>" for line in lines)
    try:
        article = read_html(f"<html><body><h1>Tiêu đề</h1>{body}</body></html>", "trang.html")
    except UnreadableFile:
        return
    kept = words_kept(article)
    for line in lines:
        assert_kept(plain(line), kept, article)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/=\"' abpdivtrlmgsfonh&;!-[]ộ\n"), max_size=300))
@example("<p>Tin</p><![;")
def test_any_markup_is_read_or_refused_in_words(markup: str):
    with suppress(UnreadableFile):
        read_html(markup, "trang.html")
