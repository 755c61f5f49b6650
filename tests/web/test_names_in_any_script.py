"""A name that is read from right to left stands in a place of its own direction, on every page."""

from dataclasses import replace
from html.parser import HTMLParser

from tests.build.cast import NOW, Cast, a_person
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from wellrun.accounts.models import Person
from wellrun.accounts.queries import profile_of
from wellrun.accounts.services import change_profile
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.organisations.models import Unit
from wellrun.organisations.services import change_unit, give_role
from wellrun.organisations.values import Role
from wellrun.projects.models import Project
from wellrun.projects.services import add_action

NAME, WARD = "زوادي أوكيلو", "מחלקת אלון"
VOID = {"input", "meta", "link", "br", "img", "hr", "use", "path", "circle", "rect", "line", "source"}
NOT_READ = {"title", "option"}
"""The browser finds the direction of these by itself, or shows them as plain text."""


class Directions(HTMLParser):
    """Where a text stands without a direction of its own."""

    def __init__(self, html: str, text: str) -> None:
        super().__init__()
        self.text, self.stack = text, []  # type: ignore[var-annotated]
        self.bare: list[str] = []
        self.seen = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.text not in data or (self.stack and self.stack[-1][0] in NOT_READ):
            return
        self.seen += 1
        if not any(given.get("dir") == "auto" or tag == "bdi" for tag, given in self.stack):
            self.bare.append(f"{' > '.join(tag for tag, _given in self.stack[-3:])}: {data.strip()}")


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


@kept
def team(cast: Cast, ada: Actor) -> Team:
    """Everything is called in another script: the lead, and the ward."""
    team = a_project(cast)
    person = Person.objects.get(pk=team.lead.id)
    person.name = NAME
    person.save()
    change_unit(actor=ada, unit=team.ward, name=WARD, now=NOW)
    give_role(actor=ada, person_id=person.pk, unit=team.ward, role=Role.COACH, now=NOW)
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.ORGANISATION)
    add_action(actor=team.lead, project=team.project, text="Print", person_id=team.lead.id, now=NOW)
    return team


def addresses(team: Team) -> list[str]:
    here, project = "/organisations/riverside/", f"/projects/{team.project.pk}/"
    return [
        "/people/", f"/people/{team.lead.id}/", here, f"{here}units/{team.ward.slug}/",
        f"{here}administration/people/", f"{here}administration/roles/",
        f"{here}administration/people/{team.lead.id}/", f"{here}administration/history/", project,
        f"{project}team/", "/projects/", "/search/?q=calmer",
    ]  # fmt: skip


def test_it_has_a_direction_of_its_own(team: Team, ada: Actor) -> None:
    browser = signed_in(ada)
    for address in addresses(team):
        html = browser.get(address).content.decode()
        found = [Directions(html, text) for text in (NAME, WARD)]
        assert sum(each.seen for each in found), address
        bare = "; ".join(place for each in found for place in each.bare)
        assert bare == "", address


def test_no_name_turns_what_stands_around_it(team: Team, ada: Actor) -> None:
    person = Person.objects.get(pk=team.lead.id)
    profile = replace(profile_of(person), name="Amina \u202eseveR\u2066 Yusuf\u200b")
    change_profile(actor=team.lead, profile=profile, now=NOW)
    person.refresh_from_db()
    assert person.name == "Amina seveR Yusuf"
    change_unit(actor=ada, unit=team.ward, name="Alder\u202e Ward", now=NOW)
    assert Unit.objects.get(pk=team.ward.pk).name == "Alder Ward"
