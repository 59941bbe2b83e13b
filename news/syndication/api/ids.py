"""Ids in addresses, as portals write them: some databases give them back in capitals."""

from django.urls import register_converter
from django.urls.converters import UUIDConverter


class AnyCase(UUIDConverter):
    regex = f"(?i:{UUIDConverter.regex})"


def register() -> None:
    """For paths of the form `{any_uuid:id}`; once in a process."""
    register_converter(AnyCase, "any_uuid")
