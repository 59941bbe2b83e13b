"""Grants are chosen for an announcement one by one: the register is too long for a list of options."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlock
from wagtail.blocks.base import BlockField, BlockWidget
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


class GrantsWidget(BlockWidget):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> ListValue | None:
        """None where a form was sent before the script had drawn the choosers."""
        is_omitted = self.value_omitted_from_data(data, files, name)
        return None if is_omitted else super().value_from_datadict(data, files, name)


class GrantsField(BlockField):
    """The choosers of a block for the value of a many-to-many field."""

    def __init__(self, **kwargs: Any) -> None:
        chooser = PublicGrantBlock("awards.AwardGrant", label="Lượt khen thưởng")
        block = ListBlock(chooser, default=[])
        super().__init__(block=block, widget=GrantsWidget(block), required=False, **kwargs)

    def bound_data(self, data: Any, initial: Any) -> Any:
        return initial if data is None else data

    def prepare_value(self, value: Any) -> ListValue:
        if isinstance(value, ListValue):
            return value
        grants = self.block.child_block.model_class.objects.select_related("title")
        return self.block.normalize(grants.in_order(grant.pk for grant in value or []))

    def clean(self, value: ListValue | None) -> list[Any] | None:
        """Each once; None for what was not sent."""
        return None if value is None else list(dict.fromkeys(filter(None, super().clean(value))))

    def has_changed(self, initial: Any, data: ListValue | None) -> bool:
        if data is None:
            return False
        return {grant.pk for grant in initial or []} != {grant.pk for grant in data if grant}


class AnnouncementForm(PageForm):
    more_grants = GrantsField(
        label="Lượt khen thưởng khác",
        help_text="Lượt của những quyết định khác mà trang cũng nói tới.",
    )

    def clean_more_grants(self) -> list[Any]:
        chosen: list[Any] | None = self.cleaned_data["more_grants"]
        return list(self.instance.more_grants.all()) if chosen is None else chosen
