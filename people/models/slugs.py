"""Addresses that no other row has."""

from django.db import models

from search.vietnamese.slugs import numbered, vietnamese_slug


def unused_slug(model: type[models.Model], text: str) -> str:
    """A slug for `text` that no row of the model has yet: ly-van-an, ly-van-an-2 …"""
    others = model._default_manager
    return numbered(vietnamese_slug(text), lambda slug: others.filter(slug=slug).exists())
