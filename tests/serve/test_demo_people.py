"""Each of the eight opens their pages and sees what they should: what a team keeps stays with the team."""

import pytest
from django.test import Client

from tests.build.demo_world import somebody
from tests.build.signed_in import signed_in
from wellrun.measures import queries
from wellrun.measures.models import Measure
from wellrun.measures.permissions import may_define, may_record

pytestmark = pytest.mark.usefixtures("world")
ALDER = {"Staff who feel able to speak up", "Minutes to write a distress signs card"}
TEAM_ONLY = {
    "amina.yusuf": ALDER,
    "marcus.bell": ALDER,
    "sion.rees": ALDER
    | {
        "Restraints on Cedar Ward",
        "Night huddles held on Cedar Ward",
        "Breaks missed on the crisis line",
        "Call bells answered in 3 minutes",
    },
    # In the team of a project one sees its measures, those of its own team too.
    "beverley.grant": {"Breaks missed on the crisis line"},
    "nadia.rahman": {"Breaks missed on the crisis line"},
    "helen.ashworth": {"Call bells answered in 3 minutes"},
    "samuel.okello": {"Days the vaccine fridge was too warm"},
    "callum.reid": {"Call bells answered in 3 minutes"},
}
HOMES = {
    "amina.yusuf": {"riverside"},
    "marcus.bell": {"riverside"},
    "sion.rees": {"riverside", "harbour"},
    "beverley.grant": {"riverside"},
    "nadia.rahman": {"riverside"},
    "helen.ashworth": {"harbour"},
    "samuel.okello": {"riverside", "harbour", "mbale"},
    "callum.reid": {"harbour"},
}
everybody = pytest.mark.parametrize("key", list(TEAM_ONLY))


@everybody
def test_each_begins_by_choosing_themselves(client: Client, key: str) -> None:
    actor = somebody(key)
    page = client.get("/sign-in/").content.decode()
    assert actor.name in page
    assert client.post("/sign-in/demo/", {"person": actor.id})["Location"] == "/"
    today = client.get("/").content.decode()
    assert f"You are {actor.name}." in today
    assert "This is a demo." in today


@everybody
def test_each_sees_their_own_teams_measures_and_no_other_teams(key: str) -> None:
    page = signed_in(somebody(key)).get("/measures/").content.decode()
    of_teams = Measure.objects.filter(visibility="team").values_list("name", flat=True)
    assert len(of_teams) == 9
    assert {name for name in of_teams if name in page} == TEAM_ONLY[key]


@everybody
def test_what_is_for_an_organisation_stays_in_it(key: str) -> None:
    rows = queries.visible_to(somebody(key)).filter(visibility="organisation")
    assert set(rows.values_list("organisation__slug", flat=True)) == HOMES[key]


@everybody
def test_what_is_shared_more_widely_reaches_everybody(key: str) -> None:
    seen = queries.visible_to(somebody(key))
    shared = Measure.objects.filter(visibility__in=("network", "public"))
    assert set(shared) <= set(seen)


@everybody
def test_each_reads_every_measure_they_may_and_gets_no_page_for_others(key: str) -> None:
    client = signed_in(somebody(key))
    seen = queries.visible_to(somebody(key)).filter(is_invented=True)
    hidden = Measure.objects.exclude(pk__in=seen).filter(is_invented=True)
    for level in ("team", "organisation", "network", "public"):
        for measure in seen.filter(visibility=level)[:1]:
            assert client.get(f"/measures/{measure.pk}/").status_code == 200
        for measure in hidden.filter(visibility=level)[:1]:
            assert client.get(f"/measures/{measure.pk}/").status_code == 404


def test_the_ward_lead_and_the_partner_add_a_number_as_equals() -> None:
    measure = Measure.objects.get(name="Restraints each week")
    assert may_record(somebody("amina.yusuf"), measure)
    assert may_record(somebody("marcus.bell"), measure)
    assert may_define(somebody("amina.yusuf"), measure)
    assert not may_record(somebody("callum.reid"), Measure.objects.get(name="Safety huddles held"))


def test_nobody_who_can_be_become_changes_published_figures() -> None:
    real = Measure.objects.filter(is_invented=False)
    for key in TEAM_ONLY:
        actor = somebody(key)
        assert not any(may_record(actor, measure) or may_define(actor, measure) for measure in real)
