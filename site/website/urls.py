"""Addresses of the site; the rooms bring their own."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from website import feedback, health, media, robots, share_pictures, site_map

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("news.syndication.urls")),
    path("", include("news.syndication.feeds.urls")),
    path("hinh-chia-se/<int:pk>.png", share_pictures.share_picture, name="share-picture"),
    path("robots.txt", robots.robots),
    path("-/live", health.live),
    path("-/ready", health.ready),
    re_path(r"^media/(?P<path>(?:original_)?images/[^/\x00]+)$", media.photo),
    re_path(r"^media/(?P<path>avatar_images/[^/\x00]+)$", media.avatar),
]
# The address decides the language, never the browser: /en/… is English, all else Vietnamese.
urlpatterns += i18n_patterns(
    path("luot-xem/", include("news.pageviews.urls")),
    path("nhan-su/", include("people.urls")),
    path("tim-kiem/", include("search.urls")),
    path("gop-y/", feedback.feedback, name="feedback"),
    path("gop-y/da-nhan/<str:receipt>/", feedback.received, name="feedback-received"),
    path("so-do-trang/", site_map.site_map, name="site-map"),
    path("", include("news.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "website.errors.bad_request"
handler404 = "website.errors.not_found"
handler500 = "website.errors.server_error"
