"""The front page."""

from django.urls import path

from wellrun.web.today import views

app_name = "today"
urlpatterns = [path("", views.today, name="today")]
