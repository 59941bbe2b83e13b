"""The admin's “Nhập bài”: a file or pasted words become a draft, shown beside what it was read from."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import PageQuerySet

from news.admin.choosing_section import PlaceForm, places_for_drafts
from news.models import ArticlePage, SectionPage

from .errors import UnreadableFile
from .files import OF_ONE_ARTICLE, read_one
from .parsed import ParsedArticle
from .store import Importer
from .text import read_text

LARGEST_FILE = 100 * 1024 * 1024
LONGEST_PASTE = 500_000  # characters; a form of more than 2.5 MB is refused unread
PASTED = "nội dung dán"


class UploadForm(PlaceForm):
    file = forms.FileField(
        label="Tệp",
        required=False,
        help_text="Tài liệu Word (.docx), trang web lưu lại (.html) hoặc tệp chữ (.txt); ảnh trong "
        "Word được lấy cùng.",
        widget=forms.FileInput(attrs={"accept": ",".join(OF_ONE_ARTICLE)}),
    )
    text = forms.CharField(
        label="Hoặc dán nội dung",
        required=False,
        max_length=LONGEST_PASTE,
        help_text="Dòng đầu là tiêu đề; mỗi đoạn, mỗi chú thích ảnh một dòng.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, places: PageQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, places=places, **kwargs)
        place = cast(forms.ModelChoiceField, self.fields["place"])
        place.empty_label = None
        place.initial = places.type(SectionPage).first() or places.first()

    def clean(self) -> dict[str, Any]:
        """Adds `article`, what was read, and `source`, the name to tell it by."""
        cleaned = cast(dict[str, Any], super().clean())
        file, text = cleaned.get("file"), cleaned.get("text", "").strip()
        if "file" in self.errors or "text" in self.errors:
            return cleaned
        if bool(file) == bool(text):
            raise forms.ValidationError(
                "Chọn một tệp, hoặc dán nội dung; không cả hai."
                if file
                else "Hãy chọn một tệp, hoặc dán nội dung của bài."
            )
        try:
            article = read_upload(file) if file else read_text(text, PASTED)
        except UnreadableFile as problem:
            self.add_error("file" if file else "text", f"Không đọc được: {problem.message}.")
            return cleaned
        cleaned["source"] = file.name if file else PASTED
        cleaned["article"] = article
        return cleaned


def read_upload(file: UploadedFile) -> ParsedArticle:
    """The article of a file that was sent; raises UnreadableFile."""
    name = Path(file.name or "")
    suffix = name.suffix.lower()
    if suffix not in OF_ONE_ARTICLE:
        raise UnreadableFile(name, f"chỉ nhận các loại tệp {', '.join(OF_ONE_ARTICLE)}")
    if (file.size or 0) > LARGEST_FILE:
        raise UnreadableFile(name, f"tệp lớn quá {LARGEST_FILE // 1024 // 1024} MB")
    with tempfile.TemporaryDirectory(prefix="nhap-bai-") as folder:
        path = Path(folder) / f"{name.stem[:40]}{suffix}"
        with path.open("wb") as copy:
            copy.writelines(file.chunks())
        return read_one(path)


class UploadView(WagtailAdminTemplateMixin, FormView):
    """Reads at once and leaves a draft: nothing waits in a session, nothing can be lost."""

    page_title = "Nhập bài"
    header_icon = "upload"
    template_name = "news/admin/import.html"
    form_class = UploadForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not places_for_drafts(self.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        return cast(User, self.request.user)  # the admin lets nobody else in

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "places": places_for_drafts(self.user)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            action_url=self.request.path,
            form_is_multipart=True,
            submit_button_label="Đọc và tạo bản nháp",
            submit_button_active_label="Đang đọc…",
            **kwargs,
        )

    def form_valid(self, form: UploadForm) -> HttpResponse:
        text: ParsedArticle = form.cleaned_data["article"]
        place = form.cleaned_data["place"].specific
        with Importer(section=place, user=self.user, keep_lines=True) as importer:
            importer.take(replace(text, section=""), form.cleaned_data["source"])
        report = importer.report
        if report.counts["failed"]:
            return self._refused(form, *report.messages)
        article = ArticlePage.objects.get(import_records__external_id=text.external_id)
        if report.counts["imported"]:
            messages.success(self.request, f"Đã tạo bản nháp “{article.title}”.")
        elif article.permissions_for_user(self.user).can_edit():
            messages.warning(self.request, "Bài này đã được nhập trước đây; đây là bản đang có.")
        else:
            return self._refused(
                form, "Bài này đã được nhập trước đây, ở nơi bạn không có quyền sửa."
            )
        return redirect("news_article_proposals", article.pk)

    def _refused(self, form: UploadForm, *reasons: str) -> HttpResponse:
        for reason in reasons:
            form.add_error(None, reason)
        return self.form_invalid(form)


class UploadMenuItem(MenuItem):
    """For whoever may write somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return places_for_drafts(cast(User, request.user)).exists()
