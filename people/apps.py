from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "Nhân sự và tổ chức"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import named, other_names  # noqa: F401
