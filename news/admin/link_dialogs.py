"""The dialogs for links in running text: what Wagtail leaves to the English names of its fields."""

from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)

WORDS = {"link_text": "Chữ của liên kết"}
LABELS = {
    ExternalLinkChooserForm: WORDS,
    AnchorLinkChooserForm: WORDS | {"url": "Tên chỗ trong bài (sau dấu #)"},
    EmailLinkChooserForm: WORDS
    | {"email_address": "Thư điện tử", "subject": "Tiêu đề thư", "body": "Nội dung thư"},
    PhoneLinkChooserForm: WORDS | {"phone_number": "Số điện thoại"},
}


def install() -> None:
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
