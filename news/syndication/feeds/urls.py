"""What anybody may take into their own reader or page; the host includes it at its root.

A feed's address is that of the page it is of with rss.xml, atom.xml or feed.json behind it. No page
can be in its way: slugs have no dots. What is of a language other than the default one has its
prefix, as pages have.
"""

from django.urls import path, re_path

from . import sitemap_views, views, widget_views

app_name = "feeds"

FORM = r"(?P<form>rss\.xml|atom\.xml|feed\.json)"
LANGUAGE = r"(?:(?P<locale>[a-z]{2}(?:-[a-z]+)?)/)?"

urlpatterns = [
    path("sitemap.xml", sitemap_views.sitemap_index, name="sitemap"),
    path("sitemap-tin-moi.xml", sitemap_views.news_file, name="news-sitemap"),
    re_path(
        r"^sitemap-(?P<name>[a-z-]+)-(?P<number>\d{1,9})\.xml$",
        sitemap_views.sitemap_file,
        name="sitemap-file",
    ),
    path("nhung/tin-tuc/", widget_views.frame, name="frame"),
    re_path(r"^nhung/(?P<name>widget\.(?:js|css))$", widget_views.widget_file, name="widget-file"),
    re_path(rf"^{LANGUAGE}{FORM}$", views.everything, name="everything"),
    re_path(rf"^{LANGUAGE}tinh/(?P<key>[-a-z0-9]+)/{FORM}$", views.province, name="province"),
    re_path(rf"^{LANGUAGE}danh-hieu/(?P<code>[-\w]+)/{FORM}$", views.award, name="award"),
    re_path(rf"^(?:[-\w]+/)+{FORM}$", views.section, name="section"),
]
