"""A page with a number of views, as tutorials show it."""

from django.db import models
from wagtail.models import Page


class ArticlePage(Page):
    views = models.PositiveIntegerField(default=0)
