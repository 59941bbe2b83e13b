"""Model fields of this room."""

from typing import Any

from wagtail.fields import StreamField

from news.blocks import ArticleBody


class BodyField(StreamField):
    """The body of a page, made of the blocks in `news.blocks`.

    Wagtail writes the whole tree of blocks into every migration, so that a reworded label would
    need one. The column is plain JSON whatever the blocks are, so migrations only learn that it
    is a body; docs/body-field.md says what that costs.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("block_types", None)
        super().__init__(ArticleBody(), *args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        kwargs.pop("block_types", None)
        return name, path, [], kwargs
