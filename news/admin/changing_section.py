"""“Đổi chuyên mục” for several texts at once: what is a move in Wagtail's tree, in an editor's words."""

from collections.abc import Collection
from typing import Any

from django import forms
from wagtail.admin.views.pages.bulk_actions import MoveBulkAction
from wagtail.models import Page

from news.models import ArticlePage, SectionPage


class SectionForm(forms.Form):
    """The sections in the language of the texts, in place of the whole tree."""

    def __init__(
        self,
        *args: Any,
        destination: Page | None,
        pages_to_move: Collection[int],
        target_parent_models: Collection[type[Page]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        languages = Page.objects.filter(pk__in=pages_to_move).values("locale")
        self.fields["chooser"] = forms.ModelChoiceField(
            SectionPage.objects.filter(locale__in=languages).order_by("path"),
            initial=destination,
            label="Chuyên mục mới",
            help_text="Bài đã đăng có địa chỉ mới; địa chỉ cũ tự dẫn tới.",
            empty_label="Chọn chuyên mục",
        )


class ChangeSection(MoveBulkAction):
    display_name = "Đổi chuyên mục"
    aria_label = "Đổi chuyên mục của các bài đã chọn"
    action_type = "change_section"
    action_priority = 5
    form_class = SectionForm
    template_name = "news/admin/change_section.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        self.get_actionable_objects()  # Wagtail finds out which only when the form has been read
        return super().get_form_kwargs()

    def check_perm(self, page: Page) -> bool:
        return page.specific_class is ArticlePage and super().check_perm(page)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        section = self.cleaned_form.cleaned_data["chooser"]
        return f"Đã chuyển {num_parent_objects} bài sang “{section.title}”."
