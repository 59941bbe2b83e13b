"""/nhan-su/…: the directory of people, organisations and clusters."""

from django.urls import path

from . import views

app_name = "people"

urlpatterns = [
    path("", views.directory, name="directory"),
    path("co-quan/<slug:slug>/", views.organisation, name="organisation"),
    path("cum-thi-dua/<slug:slug>/", views.cluster, name="cluster"),
    path("<slug:slug>/", views.person, name="person"),
]
