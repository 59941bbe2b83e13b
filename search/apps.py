from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Tìm kiếm"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks, editing, kinds, log, remembering, signals  # noqa: F401

        log.connect()
        remembering.connect()
        signals.connect()
