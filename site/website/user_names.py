"""What the people of the office are called: family name first, and not every account has a name."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import NameEmailSettingsPanel


def full_name(user: AbstractUser) -> str:
    """
    >>> full_name(AbstractUser(last_name="Đặng Đức", first_name="Minh"))
    'Đặng Đức Minh'
    """
    return f"{user.last_name} {user.first_name}".strip()


class AccountForm(NameEmailForm):
    """Under “Tài khoản”. Wagtail asks for all three whatever else somebody came to change, and who was
    made by `createsuperuser` has none of them."""

    field_order = ["last_name", "first_name", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
        if "email" in self.fields:
            self.fields["email"].help_text = "Tin về việc duyệt bài được gửi tới đây."


def install() -> None:
    AbstractUser.get_full_name = full_name  # type: ignore[method-assign, assignment]
    NameEmailSettingsPanel.form_class = AccountForm
