"""Pages and photos for tests and demo content.

Published pages come into being the way an editor's do: as a draft, with a revision that is
then published, so `latest_revision` and `live_revision` are what the admin expects.
"""

from contextlib import nullcontext
from typing import Any

import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from wagtail.models import Collection, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from news.models import ArticlePage, NewsIndexPage, Photo, SectionPage, Topic
from news.syndication.publications.changing import changes
from people.factories import nth

TITLES = (
    "Đẩy mạnh phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”",
    "Hội nghị tổng kết công tác thi đua, khen thưởng và ký kết giao ước thi đua năm 2024",
    "Bàn giao tài liệu lưu trữ lịch sử của các huyện trước khi kết thúc hoạt động",
    "Sở Nội vụ tập huấn chuyển đổi số cho cán bộ, công chức cấp xã",
    "Đường dây nóng tiếp nhận phản ánh về tinh thần phục vụ của công chức",
)


class PageFactory(wagtail_factories.PageFactory):
    """`parent=` is where the page goes; `published=False` leaves it a draft.

    Fields, inline rows (`byline=[ArticleByline(…)]`), pages and snippets (`topics=[…]`) and tags
    (`tags=["…"]`) are given alike and are all part of the revision.
    """

    class Meta:
        model = Page
        abstract = True

    slug = ""  # BasePage makes one of the title
    published = True

    @classmethod
    def _build(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        kwargs.pop("published")
        tags = kwargs.pop("tags", ())
        page = super()._build(model_class, *args, **kwargs)
        if tags:
            page.tags.add(*tags)
        return page

    @classmethod
    def _create_instance(
        cls, model_class: type[Page], parent: Page, kwargs: dict[str, Any]
    ) -> Page:
        published = kwargs["published"]
        page = cls._build(model_class, **kwargs, live=False, parent=None)
        with changes():
            # What publishing does again is left to it: to look the page over, and to index what it refers to.
            with disable_reference_index_auto_update() if published else nullcontext():
                parent.add_child(instance=page)
                revision = page.save_revision(clean=not published or bool(page.go_live_at))
            if published:
                revision.publish()
        return model_class.objects.get(pk=page.pk)


class NewsIndexPageFactory(PageFactory):
    class Meta:
        model = NewsIndexPage

    title = "Tin tức"
    slug = "tin-tuc"


class SectionPageFactory(PageFactory):
    class Meta:
        model = SectionPage

    title = factory.Sequence(
        lambda n: nth(("Thi đua – Khen thưởng", "Tổ chức bộ máy", "Văn thư, lưu trữ"), n)
    )


class ArticlePageFactory(PageFactory):
    class Meta:
        model = ArticlePage

    title = factory.Sequence(lambda n: nth(TITLES, n))
    lead = "Chiều 29/02, Sở Nội vụ tổ chức hội nghị với sự tham dự của đại diện bảy tỉnh."
    body = (
        ("paragraph", "<p>Phát biểu tại hội nghị, Giám đốc Sở ghi nhận nỗ lực của các đơn vị.</p>"),
        ("heading", "Đường lối và nhiệm vụ những tháng cuối năm"),
        ("paragraph", "<p>Các đơn vị rà soát, bổ sung chỉ tiêu và gửi về Thường trực Cụm.</p>"),
    )


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda n: nth(("Sắp xếp đơn vị hành chính", "Đề án 06"), n))


class PhotoFactory(wagtail_factories.ImageFactory):
    """A plain surface of 64 × 48 pixels; `file__color`, `file__width` … change it."""

    class Meta:
        model = Photo

    title = factory.Sequence(lambda n: f"Ảnh {n + 1}")
    file = factory.django.ImageField(
        filename="anh.jpg", width=64, height=48, color="#2f5d62", format="JPEG"
    )
    collection = factory.LazyFunction(Collection.get_first_root_node)
    description = "Đại biểu ngồi kín hội trường, phía trước là sân khấu có phông đỏ"
    caption = "Quang cảnh Hội nghị tổng kết công tác Cụm thi đua"
    photographer = "Đỗ Hữu Ước"


def photo_block(image: Photo | None = None, **words: Any) -> tuple[str, dict[str, Any]]:
    """A photo block for a page's body; without an image, only the words are left."""
    return ("photo", _photo(image, **words))


def gallery_block(*images: Photo | None, title: str = "") -> tuple[str, dict[str, Any]]:
    return ("gallery", {"title": title, "photos": [_photo(image) for image in images]})


def _photo(image: Photo | None, **words: Any) -> dict[str, Any]:
    return {"image": image, "moment": "other", "grants": [], **words}
