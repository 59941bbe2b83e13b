"""The house's own pages for tests and demo content."""

from news.factories import PageFactory
from website.models import HomePage, StandardPage


class HomePageFactory(PageFactory):
    class Meta:
        model = HomePage

    title = "Sở Nội vụ"
    slug = "trang-chu"


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    title = "Giới thiệu"
    body = (("paragraph", "<p>Sở Nội vụ là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.</p>"),)
