from django.apps import AppConfig
from pydantic import BaseModel

# What checks the API's parameters is compiled when one is asked for first, and not as each process
# begins. What would check its answers hardly ever is: they are finished bytes, and only described.
# Together it takes ten megabytes.
BaseModel.model_config["defer_build"] = True


class WebsiteConfig(AppConfig):
    name = "website"
    verbose_name = "Trang web"

    def ready(self) -> None:
        from news.syndication.publisher import register_publisher
        from news.worker import Job, register_job

        from . import checks, model_names, signals, user_names  # noqa: F401
        from .byte_path import growing
        from .feedback import forget_old_feedback
        from .publisher import department
        from .status import show_life

        register_publisher(department)
        register_job(Job("xoá góp ý quá hai năm", every=24 * 60 * 60, run=forget_old_feedback))
        register_job(Job("cho biết còn chạy", every=10, run=show_life))
        growing.install()
        user_names.install()
        model_names.install()
