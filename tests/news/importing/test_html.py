"""Pages of old content systems."""

import base64
import time

import pytest

from news.importing.html import read_html
from news.importing.parsed import BulletList, Caption, Heading, Paragraph, ParsedByline, Table

pytestmark = pytest.mark.once

OLD_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Tin tức - Sở Nội vụ</title>
<meta property="og:title" content="Sở Nội vụ tổng kết phong trào thi đua">
<meta property="article:published_time" content="2024-03-06T08:30:00+07:00">
<meta property="article:section" content="Thi đua - Khen thưởng">
<link rel="canonical" href="https://sonoivu.example/tin/1204.aspx">
<style>td { color: red }</style><script>var a = "mã lệnh";</script></head>
<body><form><table width="100%"><tr><td colspan="2">
<a href="/">Trang chủ</a> <a href="/gt">Giới thiệu</a> <a href="/tin">Tin tức</a></td></tr>
<tr><td><ul><li><a href="1">Tin một</a></li><li><a href="2">Tin hai</a></li><li><a href="3">Tin ba</a></li></ul></td>
<td><div><b><font color="red">Sở Nội vụ tổng kết phong trào thi đua</font></b></div>
Lượt xem: 1.204<br>
<font face="Times">Sáng ngày 05/03/2024, tại thành phố Hạ Long, tỉnh Quảng Ninh, Sở Nội vụ tổ chức Hội nghị.<br><br>
Dự Hội nghị có bà Lý Thu Hà, Giám đốc Sở; ông <b>Trần Nam</b>, Phó Giám đốc Sở.<br/>
Sau đó là <b>phần</b> thảo <i>luận</i> của <a href="javascript:alert(1)">đại biểu</a>
và <a href="https://bnv.example/a?b=1&amp;c=2">kết luận</a>.</font>
<p align="center"><img src="/upload/anh1.jpg" alt="Hội trường"><br><i>Quang cảnh Hội nghị</i></p>
<table align="center"><tr><td><img src="anh2.jpg"></td></tr>
<tr><td>Bà Lý Thu Hà trao Giấy khen cho các cá nhân. Ảnh: Thu An</td></tr></table>
<figure><img src="anh3.png"><figcaption>Các đại biểu chụp ảnh lưu niệm</figcaption></figure>
<h2>Kết quả chấm điểm</h2>
<table border="1"><tr><th>Đơn vị</th><th>Điểm</th></tr><tr><td>Sở Y tế</td><td>98</td></tr>
<tr><td>Sở Tư pháp</td><td>97</td></tr></table>
<ul><li>Việc <b>một</b></li><li>Việc hai</li></ul>
<p><img src="/icon/print.gif" width="16" height="16">In trang | Quay lại</p>
<p>Thu An - Văn phòng Sở</p>
<p style="display:none">Chữ ẩn</p>
</td></tr></table></form><footer>Bản quyền của Sở Nội vụ</footer></body></html>"""


def page(body: str, head: str = ""):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", "trang.html")


def test_an_old_page_of_nested_tables():
    found = read_html(OLD_PAGE, "trang.html")
    assert found.title == "Sở Nội vụ tổng kết phong trào thi đua"
    assert found.views == 1204
    assert found.published_at.isoformat() == "2024-03-06T08:30:00+07:00"
    assert found.canonical_url == "https://sonoivu.example/tin/1204.aspx"
    assert found.section == "Thi đua - Khen thưởng"
    assert found.lead.startswith("Sáng ngày 05/03/2024")
    assert found.event.province_name == "Quảng Ninh"
    assert found.byline == (ParsedByline("Thu An", "Văn phòng Sở"),)
    assert [p.name for p in found.participants] == ["Lý Thu Hà", "Trần Nam"]
    assert [type(block) for block in found.blocks] == [
        Paragraph, Paragraph, Caption, Caption, Caption, Heading, Table, BulletList,
    ]  # fmt: skip


def test_photos_keep_their_captions():
    first, second, third = read_html(OLD_PAGE, "trang.html").captions
    assert (first.text, first.moment) == ("Quang cảnh Hội nghị", "overview")
    assert (first.photo.file, first.photo.alt) == ("/upload/anh1.jpg", "Hội trường")
    assert (second.text, second.credit) == (
        "Bà Lý Thu Hà trao Giấy khen cho các cá nhân.",
        "Thu An",
    )
    assert (third.moment, third.photo.file) == ("group", "anh3.png")


def test_rich_text_keeps_bold_italics_and_safe_links_only():
    paragraph = read_html(OLD_PAGE, "trang.html").blocks[1]
    assert paragraph.rich_text == (
        "Sau đó là <b>phần</b> thảo <i>luận</i> của đại biểu và "
        '<a href="https://bnv.example/a?b=1&amp;c=2">kết luận</a>.'
    )
    assert Paragraph("a < b & c").rich_text == "a &lt; b &amp; c"


def test_table_and_list():
    found = read_html(OLD_PAGE, "trang.html")
    table, bullets = found.blocks[6:]
    assert table.has_header
    assert table.rows == (("Đơn vị", "Điểm"), ("Sở Y tế", "98"), ("Sở Tư pháp", "97"))
    assert [item.rich_text for item in bullets.items] == ["Việc <b>một</b>", "Việc hai"]


def test_what_surrounds_the_article_is_dropped_with_a_reason():
    dropped = {d.text: d.reason for d in read_html(OLD_PAGE, "trang.html").dropped}
    assert set(dropped) == {
        "Trang chủ Giới thiệu Tin tức", "Tin một", "Tin hai", "Tin ba", "Chữ ẩn",
        "Bản quyền của Sở Nội vụ", "In trang | Quay lại", "Sở Nội vụ tổng kết phong trào thi đua",
    }  # fmt: skip
    assert all(dropped.values())


def test_scripts_and_styles_are_no_text():
    found = page(
        "<h1>Tiêu đề</h1><p>Một.</p><script>x()</script><style>p{}</style><!-- ghi chú --><p>Hai.</p>"
    )
    assert [block.text for block in found.blocks] == ["Một.", "Hai."]
    assert found.dropped == ()


def test_article_element_and_heading_above_it():
    text = "<p>" + "Chữ của bài. " * 40 + "</p>"
    found = page(
        f"<header><p>Cổng thông tin</p><h1>Tiêu đề bài</h1></header><article>{text}</article><div>Cuối trang</div>"
    )
    assert found.title == "Tiêu đề bài"
    assert len(found.blocks) == 1
    assert {d.text for d in found.dropped} == {"Cổng thông tin", "Cuối trang"}


def test_class_names_tell_lead_caption_and_author():
    found = page(
        "<h1>Tiêu đề</h1><p>Mở đầu không phải sapo.</p><div class='sapo'>Đoạn tóm tắt của bài.</div><p>Thân bài.</p>"
        "<img src='a.jpg'><p class='image-caption'>Cây đa đầu làng.</p><span class='tac-gia'>Tác giả: Lý Thu Hà</span>"
    )
    assert found.lead == "Đoạn tóm tắt của bài."
    assert found.captions[0].text == "Cây đa đầu làng."
    assert found.byline == (ParsedByline("Lý Thu Hà", "", "Tác giả"),)


def test_sentence_after_a_photo_is_no_caption_unless_laid_out_as_one():
    found = page("<h1>Tiêu đề</h1><p><img src='a.jpg'></p><p>Hội nghị bắt đầu lúc 8 giờ.</p>")
    assert found.captions[0].text == ""
    assert found.blocks[1].text == "Hội nghị bắt đầu lúc 8 giờ."


def test_photo_inside_the_page_brings_its_content():
    content = base64.b64encode(b"\x89PNG...").decode()
    found = page(f"<h1>Tiêu đề</h1><img src='data:image/png;base64,{content}'>")
    photo = found.captions[0].photo
    assert (photo.content, photo.content_type) == (b"\x89PNG...", "image/png")


def test_title_from_the_head_without_any_heading():
    assert page("<p>Một.</p><p>Hai.</p>", "<title>Tên trang</title>").title == "Tên trang"
    assert page("<p>Một.</p><p>Hai.</p>").title == "Một."


def test_embedded_frames_are_a_warning():
    found = page("<h1>Tiêu đề</h1><p>Một.</p><iframe src='https://video.example/9'></iframe>")
    assert "https://video.example/9" in found.warnings[0]


def test_impossible_publication_time_in_the_head():
    found = page(
        "<h1>Tiêu đề</h1><p>Một.</p>", "<meta itemprop='datePublished' content='2024-02-30'>"
    )
    assert found.published_at is None
    assert "2024-02-30" in found.warnings[0]


def test_unclosed_and_deep_tags_do_not_break_the_reader():
    assert (
        page("<h1>Tiêu đề</h1>" + "<div><b><table><tr><td>" * 2000 + "chữ").blocks[-1].text == "chữ"
    )
    assert page("<h1>Tiêu đề</h1>" + "<p>dòng một<li>" * 500).blocks


def test_same_text_as_html_and_as_plain_text_is_the_same_article():
    from news.importing.text import read_text

    lines = [
        "Tiêu đề của bài",
        "Đoạn một nói rõ mọi việc đã làm trong năm.",
        "Đoạn hai nói về việc sẽ làm năm sau.",
    ]
    as_page = page("<h1>{}</h1><p>{}</p><p>{}</p>".format(*lines))
    assert as_page.external_id == read_text("\n\n".join(lines), "bai.txt").external_id


ROWS = (("Đơn vị", "Điểm", "Hạng"), ("Sở Y tế", "98", "Nhất"), ("Sở Tư pháp", "97", "Nhì"))


@pytest.mark.parametrize("section", ["", "<thead>", "<colgroup><col><tbody>"])
def test_a_table_whose_author_left_the_end_tags_out(section):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in ROWS)
    found = page(f"<h1>Tiêu đề</h1><table>{section}{cells}</table><p>Sau bảng.")

    table, after = found.blocks
    assert table.rows == ROWS
    assert after.text == "Sau bảng."


def test_a_list_whose_author_left_the_end_tags_out():
    (bullets,) = page(
        "<h1>Tiêu đề</h1><ul><li>Việc <b>một</b><li>Việc hai<ol><li>Hai a</ol><li>Ba</ul>"
    ).blocks
    assert [item.rich_text for item in bullets.items] == [
        "Việc <b>một</b>", "Việc hai", "Hai a", "Ba",
    ]  # fmt: skip


def test_a_paragraph_ends_where_the_next_begins():
    found = page('<h1>Tiêu đề</h1><p class="sapo">Tóm tắt.<p>Đoạn một.<p>Đoạn hai.')
    assert found.lead == "Tóm tắt."
    assert [block.text for block in found.blocks] == ["Đoạn một.", "Đoạn hai."]


def test_rows_of_a_table_in_a_cell_are_read_once():
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    (table,) = page(f"<h1>Tiêu đề</h1><table><tr><td>{inner}<td><tr><td></table>").blocks
    assert table.rows == (("a", "b"), ("c", "d"))


def test_a_table_far_wider_than_its_text_stays_words():
    wide = "<tr>" + "<td colspan=50>a" * 300 + "<tr><td>b<td>c" * 300
    found = page(f"<h1>Tiêu đề</h1><table>{wide}</table>")
    assert {type(block) for block in found.blocks} == {Paragraph}


@pytest.mark.parametrize(
    "markup",
    [
        "<table>" + "<tr><td>" * 3000 + "x",
        "<ul>" + "<li>a" * 3000,
        "<ul>x<li>" * 6000,
        "<!--" * 50_000,
    ],
)
def test_no_markup_takes_longer_than_its_length(markup):
    """Where each tag is looked for in each other, this takes from ten seconds to ten minutes."""
    began = time.process_time()
    page(f"<h1>Tiêu đề</h1>{markup}")
    assert time.process_time() - began < 5
