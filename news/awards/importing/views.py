"""The admin's “Nhập danh sách khen thưởng”: a sheet is read, shown row by row, and brought in by a yes."""

import datetime
from dataclasses import asdict
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.widgets import AdminSnippetChooser

from news.awards.models import AwardDecision, AwardGrant

from .proposing import Choices, propose, titles_on
from .reading import LARGEST_FILE, SUFFIXES, UnreadableList, read_sheets
from .storing import Outcome, store
from .tables import RawRow, Table, find_table
from .template import template
from .titles import Titles

MAY_ADD, MAY_CONFIRM = "awards.add_awardgrant", "awards.change_awardgrant"
SALT = "news.awards.importing"
LONGEST_LIST = (
    2_000_000  # letters between the two steps; a form of more than 2.5 MB is refused unread
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEANINGS = {
    "number": "số thứ tự",
    "recipient": "người, tập thể nhận",
    "unit": "chức vụ, đơn vị",
    "kind": "đối tượng",
    "title": "danh hiệu, hình thức",
    "rank": "hạng",
    "year": "năm thành tích",
    "merit": "thành tích",
    "quantity": "số lượng",
    "decided_by": "người quyết định",
    "decision": "quyết định",
    "decided_on": "ngày quyết định",
    "presented_on": "ngày trao",
    "revoked_on": "ngày thu hồi",
}
LOST = "Danh sách gửi lên đã cũ hoặc không còn nguyên vẹn; hãy chọn lại tệp."
ONE_DAY = datetime.timedelta(days=1)
Status = AwardGrant.Status


def import_address(decision: AwardDecision | None = None) -> str:
    address = reverse("awards_import")
    return f"{address}?{urlencode({'decision': decision.pk})}" if decision else address


def may_import(user: Any) -> bool:
    return bool(user.has_perm(MAY_ADD))


class ListForm(forms.Form):
    decision = forms.ModelChoiceField(
        label="Quyết định",
        queryset=AwardDecision.objects.all(),
        required=False,
        help_text="Để trống khi không rõ quyết định, hoặc khi tệp có cột “Quyết định”.",
        error_messages={"invalid_choice": "Quyết định này không còn trong sổ."},
    )
    file = forms.FileField(
        label="Tệp",
        help_text="Excel (.xlsx) hoặc .csv, nhiều nhất 2.000 dòng. Dòng tiêu đề cột có thể nằm dưới các dòng tên danh sách.",
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={"empty": "Tệp này rỗng.", "required": "Hãy chọn một tệp."},
    )
    title = forms.ChoiceField(
        label="Danh hiệu, hình thức",
        required=False,
        help_text="Cho những dòng mà tệp không ghi danh hiệu.",
        error_messages={"invalid_choice": "Chọn một danh hiệu trong danh sách."},
    )
    year = forms.CharField(
        label="Năm thành tích",
        required=False,
        max_length=12,
        help_text="Cho những dòng mà tệp không ghi năm; ví dụ: 2025 hoặc 2021–2025.",
    )
    decided_by = forms.CharField(
        label="Người quyết định",
        required=False,
        max_length=200,
        help_text="Cho những dòng mà tệp không ghi; ví dụ: Chủ tịch Ủy ban nhân dân tỉnh.",
    )
    status = forms.ChoiceField(
        label="Trạng thái",
        choices=[(each.value, each.label) for each in (Status.CONFIRMED, Status.PROPOSED)],
        widget=forms.RadioSelect,
        help_text="Đã xác nhận thì hiện ngay trong sổ công khai; đề xuất thì chưa ai ngoài tòa soạn thấy.",
    )

    def __init__(self, *args: Any, may_confirm: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].widget = AdminSnippetChooser(AwardDecision)
        offered = titles_on(None).offered
        cast(forms.ChoiceField, self.fields["title"]).choices = [
            ("", "Theo cột trong tệp"),
            *((name, name) for name in offered),
        ]
        status = cast(forms.ChoiceField, self.fields["status"])
        if not may_confirm:
            status.choices = [(Status.PROPOSED.value, Status.PROPOSED.label)]
        self.initial.setdefault("status", status.choices[0][0])  # type: ignore[index]

    def clean(self) -> dict[str, Any]:
        """Adds `titles`, those that may be meant, and `table`, what was read."""
        cleaned = cast(dict[str, Any], super().clean())
        if file := cleaned.get("file"):
            cleaned["titles"] = titles_on(cleaned.get("decision"))
            try:
                cleaned["table"] = read_upload(file, cleaned["titles"])
            except UnreadableList as problem:
                self.add_error("file", f"Tệp {problem}.")
        return cleaned


def read_upload(file: UploadedFile, titles: Titles) -> Table:
    """The rows of a file that was sent; raises UnreadableList."""
    if (file.size or 0) > LARGEST_FILE:
        raise UnreadableList(f"lớn quá {LARGEST_FILE // 1024 // 1024} MB")
    return find_table(read_sheets(file.name or "", file.read()), titles.in_section)


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Nothing waits in a session: between the two steps the rows travel in the form itself, signed."""

    page_title = "Nhập danh sách khen thưởng"
    header_icon = "upload"
    template_name = "awards/admin/import_grants.html"
    form_class = ListForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(self.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        return cast(User, self.request.user)  # the admin lets nobody else in

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton("Tải mẫu Excel", reverse("awards_import_template"), icon_name="download")
        ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        grants = AwardGrant.snippet_viewset.get_url_name("list")
        return [
            *self.breadcrumbs_items,
            {"url": reverse(grants), "label": "Lượt khen thưởng"},
            {"url": "", "label": self.page_title},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "may_confirm": self.user.has_perm(MAY_CONFIRM)}

    def get_initial(self) -> dict[str, Any]:
        """As the address says: the decision one came from, and what was chosen before."""
        asked: dict[str, Any] = {
            name: words for name, words in self.request.GET.items() if name in ListForm.base_fields
        }
        key = str(asked.pop("decision", ""))
        if key.isascii() and key.isdigit() and len(key) < 19:
            asked["decision"] = AwardDecision.objects.filter(pk=int(key)).first()
        return asked

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            action_url=self.request.path,
            form_is_multipart=True,
            submit_button_label="Đọc danh sách",
            submit_button_active_label="Đang đọc…",
            **kwargs,
        )
        context["media"] = context["form"].media
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "list" in request.POST:
            return self._bring_in(request.POST["list"])
        return super().post(request, *args, **kwargs)

    # --- What would come in ------------------------------------------------------------------------

    def form_valid(self, form: ListForm) -> HttpResponse:
        chosen = dict(form.cleaned_data)
        table, titles, file = chosen.pop("table"), chosen.pop("titles"), chosen.pop("file").name
        packed = self._packed(table.rows, file, chosen)
        if len(packed) > LONGEST_LIST:
            form.add_error("file", "Tệp có quá nhiều chữ; hãy chia danh sách thành nhiều tệp.")
            return self.form_invalid(form)
        rows = propose(table.rows, Choices(**chosen), titles)
        return self.response_class(
            self.request,
            ["awards/admin/import_preview.html"],
            # Not our own: the preview has no form to fill in.
            super().get_context_data(form=form)
            | {
                "decision": chosen["decision"],
                "status": Status(chosen["status"]).label,
                "file": file,
                "table": table,
                "heads": [(head, MEANINGS.get(name, "")) for head, name in table.columns.items()],
                "new": [row for row in rows if row.is_new],
                "known": [row for row in rows if row.known],
                "wrong": [row for row in rows if row.problems],
                "list": packed,
                "again": self._again(chosen),
            },
        )

    def _packed(self, rows: list[RawRow], file: str, chosen: dict[str, Any]) -> str:
        decision = chosen["decision"]
        wanted = {
            "user": self.user.pk,
            "file": file,
            "chosen": {**chosen, "decision": decision.pk if decision else None},
            "rows": [asdict(row) for row in rows],
        }
        return signing.dumps(wanted, salt=SALT, compress=True)

    # --- What comes in -----------------------------------------------------------------------------

    def _bring_in(self, packed: str) -> HttpResponse:
        try:
            wanted = signing.loads(packed, salt=SALT, max_age=ONE_DAY)
            user, file, chosen = wanted["user"], wanted["file"], wanted["chosen"]
            rows, choices = [RawRow(**row) for row in wanted["rows"]], Choices(**chosen)
        except (signing.BadSignature, KeyError, TypeError):  # or of what this program was before
            return self._refused(LOST)
        if user != self.user.pk or not self._may(choices.status):
            return self._refused(LOST)
        if chosen["decision"]:
            chosen["decision"] = AwardDecision.objects.filter(pk=chosen["decision"]).first()
            if chosen["decision"] is None:
                return self._refused("Quyết định này không còn trong sổ; chưa nhập dòng nào.")
        try:
            outcome = store(rows, Choices(**chosen), file, self.user)
        except IntegrityError:  # somebody wrote one of them by hand at the same moment
            return self._refused("Sổ vừa được sửa cùng lúc, chưa nhập dòng nào; hãy chọn lại tệp.")
        self._tell(outcome, chosen["decision"])
        if outcome.wrong:
            return redirect(self._again(chosen))
        return redirect(AwardGrant.snippet_viewset.get_url_name("list"))

    def _may(self, status: str) -> bool:
        return status == Status.PROPOSED or self.user.has_perm(MAY_CONFIRM)

    def _refused(self, reason: str) -> HttpResponse:
        messages.error(self.request, reason)
        return redirect("awards_import")

    def _tell(self, outcome: Outcome, decision: AwardDecision | None) -> None:
        of_decision = f" của {decision}" if decision else ""
        said = [f"Đã nhập {outcome.imported} lượt khen thưởng{of_decision}."]
        said += [f"{outcome.known} lượt đã có trong sổ."] if outcome.known else []
        if outcome.wrong:
            said += [f"{outcome.wrong} dòng sai chưa nhập: sửa trong bảng tính rồi chọn lại tệp."]
        tell = messages.warning if outcome.wrong or not outcome.imported else messages.success
        tell(self.request, " ".join(said))

    def _again(self, chosen: dict[str, Any]) -> str:
        """The form, with what was chosen."""
        asked = {name: getattr(value, "pk", value) for name, value in chosen.items() if value}
        return f"{self.request.path}?{urlencode(asked)}"


def download_template(request: HttpRequest) -> HttpResponse:
    if not may_import(request.user):
        raise PermissionDenied
    answer = HttpResponse(template(titles_on(None).offered), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="mau-danh-sach-khen-thuong.xlsx"'
    return answer
