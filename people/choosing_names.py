"""Which of several people, or bodies, of one name is meant."""

from wagtail.admin.ui.tables import Column, DateColumn

from search.admin.told_apart import ToldApartChooserViewSet

POST = Column("main_post", label="Chức vụ")


class PersonChooserViewSet(ToldApartChooserViewSet):
    beside = (POST,)
    fetched = ("posts__organisation",)


class OrganisationChooserViewSet(ToldApartChooserViewSet):
    beside = (
        Column("parent", label="Trực thuộc"),
        DateColumn("dissolved_on", label="Hoạt động đến hết ngày"),
    )
    fetched = ("parent",)
