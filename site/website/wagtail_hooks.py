"""What the website adds to Wagtail: to its admin, and to how it serves pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from news.admin import comparing, spreadsheets
from news.uploads import avatars
from search.addresses import front_page
from website import translation_buttons
from website.feedback_panel import NewFeedbackPanel
from website.models import Feedback

avatars.install()
comparing.install()
spreadsheets.install()
translation_buttons.take_the_place_of_the_others()


@hooks.register("insert_global_admin_css")
def colours_of_the_website() -> SafeString:
    address = versioned_static("website/admin/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("construct_homepage_summary_items", order=1000)  # after all that add one
def leave_out_totals(request: HttpRequest, items: list[object]) -> None:
    """How many pages and photos there are is nobody's work."""
    items.clear()


@hooks.register("construct_homepage_panels")
def show_what_readers_wrote(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(NewFeedbackPanel())


@hooks.register("construct_help_menu")
def leave_out_foreign_guides(request: HttpRequest, items: list[MenuItem]) -> None:
    """They ask to be looked at, and are English pages on another site."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]


class OnlyReceived(ModelPermissionPolicy):
    """Readers write it; the department answers, and may throw away, but adds none itself."""

    def user_has_permission(self, user: object, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class FeedbackViewSet(SnippetViewSet):
    model = Feedback
    icon = "comment"
    menu_label = "Góp ý của bạn đọc"
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["number", "received_at", "kind", "state", "about"]
    search_fields = ["message", "about", "name", "contact", "note"]
    list_filter = ["state", "kind"]


register_permission_policy(Feedback, OnlyReceived(Feedback), exact_class=True)
register_snippet(FeedbackViewSet)


@hooks.register("before_serve_page")
def lead_to_its_own_language(
    page: Page, request: HttpRequest, serve_args: object, serve_kwargs: object
) -> HttpResponse | None:
    """Under /en/ Wagtail also serves what nobody translated: Vietnamese, in an English frame.

    In place of a front page the site map is read, which is there in every language.
    """
    if page.locale.language_code == get_language():
        return None
    home = front_page(request)
    if home and page.pk == home.pk:  # one may be of its own type, the other a plain page
        return redirect("site-map")
    return redirect(page.get_url(request) or "/")
