"""Where a new text is to stand: “Viết bài mới” asks it in an editor's words, and so does “Nhập bài”."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import FormView
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.models import Locale, Page, PageQuerySet
from wagtail.permissions import page_permission_policy

from news.models import ArticlePage, NewsIndexPage, SectionPage


def places_for_drafts(user: User, locale: Locale | None = None) -> PageQuerySet:
    """The sections, and the news page itself, in which the user may write; in the tree's order."""
    own = page_permission_policy.instances_user_has_permission_for(user, "add")
    places = Page.objects.type(SectionPage, NewsIndexPage)
    places = places.filter(locale=locale or Locale.get_default())
    return places.filter(pk__in=own.values("pk")).order_by("path")


class PlaceForm(forms.Form):
    place = forms.ModelChoiceField(
        label="Chuyên mục",
        queryset=Page.objects.none(),
        empty_label="Chọn chuyên mục",
        error_messages={
            "required": "Hãy chọn một chuyên mục.",
            "invalid_choice": "Chọn một chuyên mục trong danh sách.",
        },
        help_text="Nơi đặt bản nháp; chuyển sang chuyên mục khác sau cũng được.",
    )

    def __init__(self, *args: Any, places: PageQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["place"]).queryset = places


class NewArticleView(ChooseParentView):
    """One list in place of the page tree; whoever has one place goes straight to the form, as with Wagtail's."""

    model = ArticlePage
    index_url_name = "tin-bai:index"
    page_title = "Viết bài mới"
    header_icon = "doc-full"
    template_name = "news/admin/new_article.html"
    submit_button_label = "Viết bài"
    form_class = PlaceForm
    get_form = FormView.get_form  # Wagtail's own has no room for another form

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.get_valid_parent_pages(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_valid_parent_pages(self, user: Any) -> PageQuerySet:
        return places_for_drafts(user, self.locale)

    def get_page_subtitle(self) -> str:
        return ""

    def get_form_kwargs(self) -> dict[str, Any]:
        places = self.get_valid_parent_pages(self.request.user)
        return {**super().get_form_kwargs(), "places": places}

    def form_valid(self, form: PlaceForm) -> HttpResponse:
        place = form.cleaned_data["place"]
        return redirect("wagtailadmin_pages:add", "news", "articlepage", place.pk)
