from django.apps import AppConfig


class PageViewsConfig(AppConfig):
    name = "news.pageviews"
    verbose_name = "Lượt xem"
    default_auto_field = "django.db.models.BigAutoField"
