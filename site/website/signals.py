"""What follows on the website when an article is published."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from news.models import ArticlePage
from website.old_addresses import keep_old_address


@receiver(page_published, sender=ArticlePage)
def lead_on_from_the_old_address(instance: ArticlePage, **kwargs: Any) -> None:
    if instance.legacy_url:
        keep_old_address(instance)
