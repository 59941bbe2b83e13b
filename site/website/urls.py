"""Addresses of the site; the rooms bring their own."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.views import LoginView
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail import views as pages
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views import serve as documents

from website import feedback, health, icon, media, robots, share_pictures, site_map
from website.signing_in import ReaderSignInForm, few_tries

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path(
        "documents/authenticate_with_password/<int:restriction>/",
        few_tries(documents.authenticate_with_password),
        name="wagtaildocs_authenticate_with_password",
    ),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("news.syndication.urls")),
    path("", include("news.syndication.feeds.urls")),
    path("hinh-chia-se/<int:pk>.png", share_pictures.share_picture, name="share-picture"),
    path("robots.txt", robots.robots),
    path("favicon.ico", icon.favicon),
    path("-/status", health.for_superusers(health.status)),
    path("-/metrics", health.for_superusers(health.metrics)),
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
    path(
        "_util/authenticate_with_password/<int:restriction>/<int:page_id>/",
        few_tries(pages.authenticate_with_password),
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "_util/login/",
        LoginView.as_view(
            template_name="wagtailcore/login.html", authentication_form=ReaderSignInForm
        ),
        name="wagtailcore_login",
    ),
    path("", include("news.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "website.errors.bad_request"
handler404 = "website.errors.not_found"
handler500 = "website.errors.server_error"
