"""The form at the door of the admin."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.admin.forms.auth import LoginForm


class SignInForm(LoginForm):
    """Wagtail gives the password no label, so its name in the code would stand there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = gettext_lazy("Password")
