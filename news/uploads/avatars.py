"""Pictures of editors, under “Tài khoản”: drawn anew like every other picture that comes in."""

from typing import Any

from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel

from .forms import PhotoFileField


class AvatarField(PhotoFileField):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = ""


class AvatarForm(AvatarPreferencesForm):
    avatar = AvatarField(label="Ảnh đại diện", required=False)


def install() -> None:
    """Wagtail keeps small ones as they came, and fails on broken ones. The project decides (docs/plugin.md)."""
    AvatarSettingsPanel.form_class = AvatarForm
    AvatarSettingsPanel.template_name = "news/admin/avatar.html"
