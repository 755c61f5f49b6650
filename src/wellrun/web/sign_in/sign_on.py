"""Coming in through another service by OpenID Connect."""

from __future__ import annotations

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse
from requests import RequestException

from wellrun.access.sign_on import Connection, SignOnRefused
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.shell.sign_in import open_to_all


@open_to_all
@only("POST")
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """A page that leads on: the content security policy lets no form end on another site."""
    try:
        answer: HttpResponse = OAuth2LoginView.adapter_view(Connection(request, provider_id))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except RequestException as error:
        raise SignOnRefused("failed") from error
    address = answer["Location"]
    if address.startswith("/"):
        return answer
    return render_page(request, "sign_in/going.html", {"address": address})


@open_to_all
@only("GET")
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The service has said who it is; everything it says is checked."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(Connection(request, provider_id))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except (RequestException, KeyError, ValueError) as error:
        raise SignOnRefused("failed") from error
    return answer
