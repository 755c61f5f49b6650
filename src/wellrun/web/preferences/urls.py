"""Where preferences are sent."""

from django.urls import path

from wellrun.web.preferences import views

app_name = "preferences"
urlpatterns = [
    path("theme/", views.theme, name="theme"),
    path("language/", views.language, name="language"),
]
