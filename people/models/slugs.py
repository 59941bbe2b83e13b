"""Addresses that no other row has."""

from django.db import models

from search.vietnamese.slugs import vietnamese_slug


def unused_slug(model: type[models.Model], text: str) -> str:
    """A slug for `text` that no row of the model has yet: ly-van-an, ly-van-an-2 …"""
    base = vietnamese_slug(text)
    slug, number = base, 1
    while model._default_manager.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
