"""/gop-y/: readers write to the department, without an account and without a script."""

import datetime
from functools import partial
from http import HTTPStatus
from typing import Any

from django import forms
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from news.syndication.portals.callers import caller
from news.syndication.portals.limits import take_one
from search.running_text.contacts import names_a_contact
from search.templatetags.search_tags import number
from website import tasks
from website.models import Feedback

MOST_IN_A_MINUTE = 3  # of one address
LONGEST = 5000
KEPT_FOR = datetime.timedelta(days=2 * 365)
RECEIPT = "feedback"
RECEIPT_SHOWN_FOR = datetime.timedelta(days=1)

TOO_MANY = gettext_lazy("Bạn vừa gửi liên tiếp nhiều góp ý. Xin chờ một phút rồi bấm Gửi lần nữa.")
TOO_OLD = gettext_lazy(
    "Trang này mở đã lâu nên chưa gửi được. Xin kiểm tra lại rồi bấm Gửi lần nữa."
)


class FeedbackForm(forms.ModelForm):
    """The last field is a trap: people do not see it, programs that fill in everything do."""

    website = forms.CharField(
        label=gettext_lazy("Để trống ô này"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = Feedback
        fields = ["kind", "message", "name", "contact", "about"]
        labels = {
            "kind": gettext_lazy("Về việc"),
            "message": gettext_lazy("Nội dung"),
            "name": gettext_lazy("Họ tên (không bắt buộc)"),
            "contact": gettext_lazy("Thư điện tử hoặc điện thoại, nếu muốn được trả lời"),
        }
        widgets = {
            "kind": forms.RadioSelect,
            "message": forms.Textarea(attrs={"rows": 8, "maxlength": LONGEST}),
            "about": forms.HiddenInput,
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute, self.label_suffix = False, ""
        self.fields["message"].error_messages["required"] = gettext("Xin viết vài chữ ở đây.")
        for reason in ("required", "invalid_choice"):
            self.fields["kind"].error_messages[reason] = gettext("Xin chọn một việc.")
        for name in ("name", "contact"):
            self.fields[name].error_messages["max_length"] = gettext(
                "Xin viết gọn hơn: nhiều nhất %(limit_value)d ký tự, bạn đã viết %(show_value)d."
            )
        for name, field in self.fields.items():
            if self.is_bound and name in self.errors:
                field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"{name}-wrong"}

    def clean_message(self) -> str:
        """A browser counts a line break as one character, and sends two."""
        message: str = self.cleaned_data["message"].replace("\r\n", "\n")
        if len(message) > LONGEST:
            raise forms.ValidationError(
                gettext("Xin viết gọn trong %(most)s ký tự; bạn đã viết %(written)s."),
                params={"most": number(LONGEST), "written": number(len(message))},
            )
        return message

    def clean_contact(self) -> str:
        """Or an answer would be promised that nobody can give."""
        contact: str = self.cleaned_data["contact"]
        if contact and not names_a_contact(contact):
            raise forms.ValidationError(
                gettext(
                    "Chưa thấy địa chỉ thư hay số điện thoại nào ở đây. Xin ghi như ten@vidu.vn"
                    " hoặc 0912 345 678, hay để trống."
                )
            )
        return contact

    def clean_about(self) -> str:
        """It becomes a link in a letter to the department."""
        return _address_on_this_site(self.cleaned_data["about"])

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                gettext("Ô này dành để chặn thư rác; xin xóa trắng rồi gửi lại.")
            )
        return ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        about = _address_on_this_site(request.GET.get("trang", ""))
        return _form(request, FeedbackForm(initial={"about": about}))
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    allowance = take_one(f"feedback:{caller(request)}", MOST_IN_A_MINUTE)
    if allowance and allowance.is_used_up:
        return _form(request, form, wrong=TOO_MANY, status=HTTPStatus.TOO_MANY_REQUESTS)
    received = receive(form)
    receipt = signing.dumps(received.number, salt=RECEIPT)
    return redirect(f"{request.path}da-nhan/{receipt}/")


@never_cache
@require_safe
def received(request: HttpRequest, receipt: str) -> HttpResponse:
    """The number, for those who come from the form and not by an address somebody made up."""
    try:
        number = signing.loads(receipt, salt=RECEIPT, max_age=RECEIPT_SHOWN_FOR)
    except signing.BadSignature:
        return redirect("feedback")
    return render(request, "website/feedback_received.html", {"number": number})


def sent_too_late(request: HttpRequest) -> HttpResponse:
    """The token that goes with the form is no longer good: what was typed stays in it."""
    form = FeedbackForm(initial={name: request.POST.get(name) for name in FeedbackForm.Meta.fields})
    return _form(request, form, wrong=TOO_OLD, status=HTTPStatus.FORBIDDEN)


def receive(form: FeedbackForm) -> Feedback:
    """Keep it, and have it posted to the department."""
    with transaction.atomic():
        received: Feedback = form.save()
        transaction.on_commit(partial(tasks.post_feedback.enqueue, received.pk))
    return received


def forget_old_feedback() -> None:
    """What a letter says of its writer is kept for two years, as the form promises."""
    Feedback.objects.filter(received_at__lt=timezone.now() - KEPT_FOR).delete()


def _form(
    request: HttpRequest, form: FeedbackForm, wrong: str | Promise = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    return render(request, "website/feedback.html", {"form": form, "wrong": wrong}, status=status)


def _address_on_this_site(typed: str) -> str:
    """The path of the page somebody came from; nothing else is put into the form."""
    is_path = typed.startswith("/") and not typed.startswith("//") and typed.isprintable()
    return typed[:500] if is_path else ""
