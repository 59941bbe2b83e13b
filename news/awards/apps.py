from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "news.awards"
    verbose_name = "Thi đua, khen thưởng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import renaming, signals  # noqa: F401

        renaming.connect()
