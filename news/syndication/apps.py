from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    name = "news.syndication"
    verbose_name = "Chia sẻ tin cho các cổng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import signals  # noqa: F401
