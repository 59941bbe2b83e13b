"""/chu-de/…, /chuyen-bang-anh/, /nhung/: the host includes it at its root, once for each language."""

from django.urls import path

from . import views
from .syndication.feeds import widget_views

app_name = "news"

urlpatterns = [
    path("chu-de/", views.topics, name="topics"),
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
    path("chuyen-bang-anh/", views.photo_stories, name="photo-stories"),
    path("nhung/", widget_views.picker, name="picker"),
]
