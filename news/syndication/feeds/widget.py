"""What a portal may choose for the news in its page: one form for the screen and the addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django import forms
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, gettext_lazy
from wagtail.coreutils import get_content_languages

from news.models import SectionPage
from news.syndication.api.source import default_language
from search.addresses import absolute, address_of

from .colours import ink_on
from .scopes import everything

DEFAULTS = {"count": "5", "color": "#641917", "background": "#ffffff"}
MOST = 20
# What one row, and all around the rows, take of the height of an <iframe>, in pixels.
ROW, ROW_WITH_PHOTO, AROUND = 68, 92, 112

a_colour = RegexValidator(
    re.compile(r"^#[0-9a-f]{6}\Z", re.IGNORECASE),
    gettext_lazy("Màu phải viết như #1f3f80: dấu # và sáu chữ số thập lục phân."),
)


class ColourInput(forms.TextInput):
    input_type = "color"


class WidgetForm(forms.Form):
    """Parameters of /nhung/… What is left out is as in DEFAULTS; a name nobody declared is refused."""

    locale = forms.ChoiceField(
        label=gettext_lazy("Ngôn ngữ"),
        error_messages={"invalid_choice": gettext_lazy("Không có tin bằng ngôn ngữ này.")},
    )
    section = forms.ChoiceField(
        label=gettext_lazy("Chuyên mục"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("Không có chuyên mục này trong ngôn ngữ đã chọn.")
        },
    )
    count = forms.IntegerField(
        label=gettext_lazy("Số tin"),
        min_value=1,
        max_value=MOST,
        error_messages={
            "invalid": gettext_lazy("Số tin phải là một số nguyên."),
            "min_value": gettext_lazy("Số tin phải từ %(limit_value)s trở lên."),
            "max_value": gettext_lazy("Số tin không được quá %(limit_value)s."),
        },
    )
    color = forms.CharField(
        label=gettext_lazy("Màu thanh tiêu đề"), validators=[a_colour], widget=ColourInput
    )
    background = forms.CharField(
        label=gettext_lazy("Màu nền"), validators=[a_colour], widget=ColourInput
    )
    photos = forms.BooleanField(label=gettext_lazy("Kèm ảnh nhỏ"), required=False)

    def __init__(self, given: QueryDict, locale: str = "") -> None:
        """`locale`: where none is given."""
        own = locale or default_language()
        values = {"locale": own, **DEFAULTS, **given.dict()}
        super().__init__(values, use_required_attribute=False)
        languages = get_content_languages()
        chosen = values["locale"] if values["locale"] in languages else own
        sections = SectionPage.objects.publicly_visible().filter(locale__language_code=chosen)
        self.sections = {page.slug: page for page in sections}
        names = [(slug, page.title) for slug, page in self.sections.items()]
        called = [(code, gettext(name)) for code, name in languages.items()]
        every = ("", gettext("Mọi chuyên mục"))
        self.fields["locale"].choices = called  # type: ignore[attr-defined]
        self.fields["section"].choices = [every, *names]  # type: ignore[attr-defined]
        self.fields["section"].widget.attrs["lang"] = (
            chosen  # of the names; the page may be in another
        )

    def clean(self) -> None:
        unknown = [name for name in self.data if name not in self.fields]
        if unknown:
            raise forms.ValidationError(
                gettext("Không có tham số “%(name)s” ở địa chỉ này.") % {"name": unknown[0][:60]}
            )

    def choice(self) -> "Choice":
        """What was chosen; only once the form is valid."""
        values = self.cleaned_data
        return Choice(
            locale=values["locale"],
            section=self.sections.get(values["section"]),
            count=values["count"],
            color=values["color"].lower(),
            background=values["background"].lower(),
            photos=values["photos"],
        )


@dataclass(frozen=True)
class Choice:
    locale: str
    section: SectionPage | None
    count: int
    color: str
    background: str
    photos: bool

    @property
    def parameters(self) -> Mapping[str, str]:
        """As they stand in an address, and behind data- in the script's element."""
        return {
            **({"section": self.section.slug} if self.section else {}),
            "count": str(self.count),
            "color": self.color,
            "background": self.background,
            "locale": self.locale,
            **({"photos": "1"} if self.photos else {}),
        }

    @property
    def home(self) -> str:
        """Where all the news are: the section, or the front page of the language."""
        return address_of(self.section) if self.section else everything(self._prefix).home

    @property
    def origin(self) -> str:
        """What a strict page has to allow."""
        parts = urlsplit(self.home)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def _prefix(self) -> str | None:
        return None if self.locale == default_language() else self.locale

    @property
    def frame_path(self) -> str:
        return f"{reverse('feeds:frame')}?{urlencode(self.parameters)}"

    @property
    def height(self) -> int:
        return self.count * (ROW_WITH_PHOTO if self.photos else ROW) + AROUND

    @property
    def style(self) -> str:
        """The colours alone, as the only style that is not in the stylesheet."""
        return (
            f":root{{--band:{self.color};--on-band:{ink_on(self.color)};"
            f"--ground:{self.background};--on-ground:{ink_on(self.background)}}}"
        )


def script_code(choice: Choice, heading: str) -> str:
    """The HTML to copy: the news by script, as high as they are."""
    data = format_html_join("", ' data-{}="{}"', choice.parameters.items())
    address = absolute(reverse("feeds:widget-file", args=["widget.js"]))
    code = '<script src="{}"{} data-heading="{}" async></script>'
    return format_html(code, address, data, heading)


def frame_code(choice: Choice, heading: str) -> str:
    """The HTML to copy: the news in a frame, which may open a tab and do nothing else."""
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" frameborder="0"'
        ' loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
        absolute(choice.frame_path),
        heading,
        choice.height,
    )
