from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "website"
    verbose_name = "Trang web"

    def ready(self) -> None:
        from news.syndication.publisher import register_publisher
        from news.worker import Job, register_job

        from . import signals  # noqa: F401
        from .byte_path import growing
        from .feedback import forget_old_feedback
        from .publisher import department

        register_publisher(department)
        register_job(Job("xoá góp ý quá hai năm", every=24 * 60 * 60, run=forget_old_feedback))
        growing.install()
