"""Addresses of the site; the rooms bring their own."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from website import health

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("news.syndication.urls")),
    path("nhan-su/", include("people.urls")),
    path("tim-kiem/", include("search.urls")),
    path("-/live", health.live),
    path("-/ready", health.ready),
    # A small office runs without a web server in front; where there is one, it takes these.
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
]
# The address decides the language, never the browser: /en/… is English, all else Vietnamese.
urlpatterns += i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False)

handler400 = "website.errors.bad_request"
handler404 = "website.errors.not_found"
handler500 = "website.errors.server_error"
