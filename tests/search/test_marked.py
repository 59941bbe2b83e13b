from django.core.paginator import Paginator

from search.templatetags.search_tags import elided, marked


def test_words_are_marked_typed_with_or_without_accents():
    text = "Hội nghị tổng kết Cụm thi đua"
    assert marked(text, "hoi nghi") == "<mark>Hội nghị</mark> tổng kết Cụm thi đua"
    assert marked(text, "thi đua") == "Hội nghị tổng kết Cụm <mark>thi đua</mark>"


def test_only_whole_words_are_marked():
    assert marked("nội vụ", "no") == "nội vụ"


def test_markup_in_a_text_stays_text():
    assert marked("<b>thi</b> đua & “mở”", "thi") == (
        "&lt;b&gt;<mark>thi</mark>&lt;/b&gt; đua &amp; “mở”"
    )
    assert marked("<script>", "") == "&lt;script&gt;"
    assert marked("một </mark> <mark>hai", "khac") == "một &lt;/mark&gt; &lt;mark&gt;hai"


def test_many_pages_are_shortened_around_the_current_one():
    pages = Paginator(range(180), 10)
    assert [str(number) for number in elided(pages.page(9))] == [
        "1", "…", "8", "9", "10", "…", "18",
    ]  # fmt: skip
