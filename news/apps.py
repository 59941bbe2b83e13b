from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = "Tin tức"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import (  # noqa: F401
            checks,
            related,
            search_facets,
            signals,
            unfinished_photos,
        )

        unfinished_photos.install()
