from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "website"
    verbose_name = "Trang web"

    def ready(self) -> None:
        from news.syndication.publisher import register_publisher

        from . import signals  # noqa: F401
        from .byte_path import growing
        from .publisher import department

        register_publisher(department)
        growing.install()
