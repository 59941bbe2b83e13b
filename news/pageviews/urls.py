"""/luot-xem/"""

from django.urls import path

from . import views

app_name = "pageviews"

urlpatterns = [path("", views.visitors, name="visitors")]
