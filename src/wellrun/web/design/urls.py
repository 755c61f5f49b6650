"""The gallery."""

from django.urls import path

from wellrun.web.design import views

app_name = "design"
urlpatterns = [path("", views.gallery, name="gallery")]
