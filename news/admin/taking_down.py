"""“Gỡ xuống” of an article: what readers and portals are told of it is asked on the screen that takes it down."""

from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.models import Page, Revision

from news.models import ArticlePage
from news.models.articles import RemovalReason
from news.syndication.publications import changes
from news.typed_text import in_one_spelling


def _as_on_the_page(name: str, **words: Any) -> Any:
    return formfield_for_dbfield(ArticlePage._meta.get_field(name), **words)


class TakingDownForm(forms.Form):
    """What the edit form has under “Khi gỡ bài”, the words first; all of it may stay empty.

    No form of the article: nothing but this is asked of a text that goes, however unfinished its draft.
    """

    removal_note = _as_on_the_page(
        "removal_note",
        help_text="Bạn đọc mở địa chỉ cũ và các cổng tỉnh sẽ đọc lời này; có thể để trống.",
    )
    replaced_by = _as_on_the_page(
        "replaced_by",
        error_messages={"invalid_choice": "Trang này không còn; hãy chọn trang khác."},
    )
    removal_reason = _as_on_the_page(
        "removal_reason",
        help_text="Không chọn thì bài được coi là rút lại, hoặc đã có bản thay thế khi có trang thay thế.",
    )

    def __init__(self, article: ArticlePage, data: Any = None) -> None:
        draft = article.get_latest_revision_as_object() if article.has_unpublished_changes else None
        written = model_to_dict(draft or article, fields=list(self.base_fields))
        super().__init__(_with_a_number(in_one_spelling(data)), initial=written)
        self.article = article

    def clean_replaced_by(self) -> Page | None:
        replacement: Page | None = self.cleaned_data["replaced_by"]
        if replacement and replacement.pk == self.article.pk:
            raise forms.ValidationError("Hãy chọn một trang khác, không phải chính trang này.")
        return replacement

    def clean(self) -> dict[str, Any]:
        """Without a reason nothing of the rest would be told."""
        cleaned = self.cleaned_data
        if not cleaned.get("removal_reason"):
            if cleaned.get("replaced_by"):
                cleaned["removal_reason"] = RemovalReason.SUPERSEDED
            elif cleaned.get("removal_note"):
                cleaned["removal_reason"] = RemovalReason.WITHDRAWN
        return cleaned


def _with_a_number(data: Any) -> Any:
    """A chooser that is shown again looks for what it was sent, and breaks where that is no number."""
    if data and data.get("replaced_by") and not data["replaced_by"].isdecimal():
        data = data.copy()
        data["replaced_by"] = "0"
    return data


class TakingDownView(UnpublishView):
    template_name = "news/admin/taking_down.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = TakingDownForm(self.object, request.POST)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(form=self.form))
        return super().post(request, *args, **kwargs)

    def unpublish(self) -> HttpResponse | None:
        """The words are saved with the row that goes down, and told in the same transaction."""
        for name, value in self.form.cleaned_data.items():
            setattr(self.object, name, value)
        with changes():
            answer: HttpResponse | None = super().unpublish()
            if not self.object.live:
                _write_elsewhere(self.object)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "form" not in kwargs:
            kwargs["form"] = TakingDownForm(self.object)
        return super().get_context_data(**kwargs)


def _write_elsewhere(article: ArticlePage) -> None:
    """In what an editor opens next, which counts as soon as it is saved, and else stays as it is; and
    on the same text in other places, which went down with it."""
    told = model_to_dict(article, fields=list(TakingDownForm.base_fields))
    for newest in Revision.objects.filter(pk=article.latest_revision_id):
        newest.content |= told
        newest.save(update_fields=["content"])
    ArticlePage.objects.filter(alias_of=article).update(**told)
