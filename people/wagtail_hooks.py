"""People and organisations in the admin's menu."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .choosing_names import POST, OrganisationChooserViewSet, PersonChooserViewSet
from .choosing_province import ProvinceChooserViewSet
from .models import Cluster, Organisation, OrganisationSuccession, Person, Province
from .successions import SuccessionCreateView, SuccessionEditView


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = "Nhân sự"
    list_display = ["full_name", "honorific", POST]
    chooser_viewset_class = PersonChooserViewSet

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return Person.objects.prefetch_related("posts__organisation")


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = "Cơ quan"
    list_display = ["name", "kind", "parent", "dissolved_on"]
    chooser_viewset_class = OrganisationChooserViewSet
    list_filter = ["kind", "level"]


class OrganisationSuccessionViewSet(SnippetViewSet):
    model = OrganisationSuccession
    icon = "redirect"
    menu_label = "Sáp nhập, đổi tên"
    add_view_class = SuccessionCreateView
    edit_view_class = SuccessionEditView
    list_display = ["predecessor", "successor", "on", "kind"]
    search_fields = ["predecessor__name", "successor__name"]


class ClusterViewSet(SnippetViewSet):
    model = Cluster
    icon = "folder-open-inverse"
    menu_label = "Cụm thi đua"
    list_display = ["name"]


class ProvinceViewSet(SnippetViewSet):
    """The two lists are law, not editors' work: editors get no right to change them."""

    model = Province
    icon = "site"
    menu_label = "Tỉnh, thành phố"
    list_display = ["full_name", "code", "valid_from", "valid_to"]
    search_fields = ["full_name", "code"]
    list_filter = ["kind", "region"]
    inspect_view_enabled = True
    chooser_viewset_class = ProvinceChooserViewSet
    chooser_per_page = 34  # today's on one page


class PeopleGroup(SnippetViewSetGroup):
    menu_label = "Nhân sự"
    menu_icon = "group"
    menu_order = 210
    items = (
        PersonViewSet,
        OrganisationViewSet,
        OrganisationSuccessionViewSet,
        ClusterViewSet,
        ProvinceViewSet,
    )


register_snippet(PeopleGroup)
