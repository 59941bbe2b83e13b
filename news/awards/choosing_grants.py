"""Grants are chosen for an announcement one by one: the register is too long for a list of options."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlock
from wagtail.blocks.base import BlockField
from wagtail.blocks.list_block import ListValue
from wagtail.snippets.blocks import SnippetChooserBlock

from news.page_forms import PageForm

NOT_PUBLIC = "Lượt này mới được đề xuất; hãy xác nhận trong sổ trước khi đưa vào thông báo."


class PublicGrantBlock(SnippetChooserBlock):
    def clean(self, value: Any) -> Any:
        grant = super().clean(value)
        if grant and not self.model_class.objects.public().filter(pk=grant.pk).exists():
            raise ValidationError(NOT_PUBLIC)
        return grant


class GrantsField(BlockField):
    """The choosers of a block for the value of a many-to-many field."""

    def __init__(self, **kwargs: Any) -> None:
        chooser = PublicGrantBlock("awards.AwardGrant", label="Lượt khen thưởng")
        super().__init__(block=ListBlock(chooser, default=[]), required=False, **kwargs)

    def prepare_value(self, value: Any) -> ListValue:
        if isinstance(value, ListValue):
            return value
        grants = self.block.child_block.model_class.objects.select_related("title")
        return self.block.normalize(grants.in_order(grant.pk for grant in value or []))

    def clean(self, value: ListValue) -> list[Any]:
        """Each once."""
        return list(dict.fromkeys(filter(None, super().clean(value))))

    def has_changed(self, initial: Any, data: ListValue) -> bool:
        return {grant.pk for grant in initial or []} != {grant.pk for grant in data if grant}


class AnnouncementForm(PageForm):
    more_grants = GrantsField(
        label="Lượt khen thưởng khác",
        help_text="Lượt của những quyết định khác mà trang cũng nói tới.",
    )
