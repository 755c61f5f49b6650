"""Pages of tools: choose one, fill it with plain forms, and take away what it says as files."""

import csv
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.build.tools import a_card, a_tool, first_place
from tests.web.html import Page, page_of
from wellrun.core.visibility import Visibility
from wellrun.projects.models import Driver, Project, Tool, ToolItem
from wellrun.projects.queries.tools import cards_of
from wellrun.projects.services import tools as services
from wellrun.projects.values import State
from wellrun.projects.values.tools import KINDS
from wellrun.web.tools.drawings.draw import picture

pytestmark = pytest.mark.django_db
MARKUP = '<script>alert("x")</script>'
PASTE = "x" * (5 * 1024 * 1024)


@kept
def team(cast: Cast) -> Team:
    return a_project(cast, state=State.UNDERSTANDING)


@kept
def client(team: Team) -> Client:
    return signed_in(team.partner)


def base(team: Team, tool: Tool | None = None) -> str:
    return f"/projects/{team.project.pk}/tools/" + (f"{tool.pk}/" if tool else "")


def of_card(team: Team, item: ToolItem) -> str:
    return f"{base(team, item.tool)}cards/{item.pk}/"


def look(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer)


def refused(answer: HttpResponse, words: str) -> Page:
    page = page_of(answer)
    assert answer.status_code == 422
    assert words in page.words
    return page


def rows_of(answer: HttpResponse) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def test_an_empty_list_helps_to_choose(client: Client, team: Team) -> None:
    page = look(client, base(team))
    assert "Nothing here yet Begin with the question you have." in page.words
    for kind in KINDS.values():
        assert str(kind.asks) in page.words
        start = look(client, f"{base(team)}new/{kind.kind}/")
        for words in (kind.what_for, kind.when_not, *kind.how, kind.subject):
            assert str(words) in start.words
    assert client.get(f"{base(team)}new/wheel/").status_code == 404


def test_a_tool_is_started_filled_and_shown_in_the_list(client: Client, team: Team) -> None:
    told = {"title": "Loud evenings", "subject": "Evenings are loud"}
    answer = client.post(f"{base(team)}new/fishbone/", told)
    tool = Tool.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, base(team, tool))
    assert "Nothing in it yet" in look(client, base(team, tool)).words
    answer = client.post(
        base(team, tool), {"text": "Doors slam", "where": "place:How we work", "number": "2"}
    )
    assert answer["Location"] == f"{base(team, tool)}?where=place%3AHow+we+work"
    page = look(client, answer["Location"])
    assert page.form(base(team, tool))["where"] == "place:How we work", "the next one goes there too"
    assert "Doors slam We have seen it" in page.words
    assert "Loud evenings Evenings are loud 1 card Fishbone" in look(client, base(team)).words
    refused(client.post(f"{base(team)}new/pareto/", {"title": " "}), "Give it a name")
    refused(client.post(f"{base(team)}new/pareto/", {"title": "943 476 5919"}), "NHS number")
    refused(client.post(f"{base(team, tool)}name/", {"title": ""}), "Give it a name")
    assert Tool.objects.count() == 1


def test_every_kind_has_its_page_its_cards_and_its_picture(client: Client, team: Team) -> None:
    for kind in KINDS:
        tool = a_tool(team, kind, title=f"{kind} {MARKUP}")
        if kind == "affinity":
            services.add_group(actor=team.lead, tool=tool, name=MARKUP, now=NOW)
        first = a_card(team, tool, MARKUP)
        if KINDS[kind].depth > 1:
            a_card(team, tool, "=Below", below=first)
        a_card(team, tool, "x" * 200)
        for address in (base(team, tool), f"{base(team, tool)}?at={first.pk}"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert MARKUP not in answer.content.decode()
            assert MARKUP in page_of(answer).words
        rows = rows_of(client.get(f"{base(team, tool)}cards.csv"))
        assert MARKUP in [row["text"] for row in rows]
        assert "=Below" not in [row["text"] for row in rows]
        drawn = client.get(f"{base(team, tool)}drawing.svg")
        if kind == "voting":
            assert drawn.status_code == 404
            continue
        assert drawn["Content-Disposition"].endswith('.svg"')
        svg = ElementTree.fromstring(drawn.content)
        said = " ".join(svg.itertext())
        assert "script" in said
        assert not [
            each for each in svg.iter() if each.tag.endswith(("script", "style")) or "style" in each.attrib
        ]


def test_formulas_in_any_cell_rest(client: Client, team: Team) -> None:
    tool = a_tool(team, "fishbone", title="=1+1")
    services.add_group(actor=team.lead, tool=tool, name="@SUM(A1)", now=NOW)
    a_card(team, tool, "+cmd|' /C calc'!A0", place="@SUM(A1)")
    answer = client.get(f"{base(team, tool)}cards.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="11.csv"'
    (row,) = rows_of(answer)
    assert (row["text"], row["place"]) == ("'+cmd|' /C calc'!A0", "'@SUM(A1)")


def test_bad_input_is_put_right_beside_its_field_and_nothing_typed_is_lost(
    client: Client, team: Team
) -> None:
    tool = a_tool(team, "pareto")
    page = refused(
        client.post(base(team, tool), {"text": "", "number": "three"}), "Type a whole number, like 3."
    )
    assert "Say it in a few words." in page.words
    assert page.form(base(team, tool))["number"] == "three"
    page = refused(client.post(base(team, tool), {"text": "y" * 201, "number": "3"}), "Keep this to 200")
    assert page.form(base(team, tool))["text"] == "y" * 201
    refused(client.post(base(team, tool), {"text": PASTE, "number": "3"}), "Keep this to 200")
    refused(client.post(base(team, tool), {"text": "Pain", "number": "-3"}), "not below 0")
    refused(client.post(base(team, tool), {"text": "See 943 476 5919", "number": "1"}), "NHS number")
    bone = a_tool(team, "fishbone")
    refused(client.post(base(team, bone), {"text": "x", "where": "place:Mars"}), "Choose one of the list")
    card = a_card(team, bone, "Doors slam")
    for told in ({"where": "place:Mars"}, {"where": "below:999"}, {"where": "x"}, {"position": "x"}):
        assert client.post(f"{of_card(team, card)}place/", told).status_code == 422
    assert client.post(f"{of_card(team, card)}become/", {"to": "idea:9"}).status_code == 422
    assert ToolItem.objects.get().text == "Doors slam"


def test_a_card_cannot_be_moved_below_itself_with_a_forged_form(client: Client, team: Team) -> None:
    tool = a_tool(team, "five_whys")
    first = a_card(team, tool, "Late supper")
    second = a_card(team, tool, "Lift out of use", below=first)
    page = look(client, f"{base(team, tool)}?at={first.pk}")
    assert f"below:{second.pk}" not in [each.get("value") for each in page.all("option")]
    told = {"where": f"below:{second.pk}"}
    refused(client.post(f"{of_card(team, first)}place/", told), "“Late supper” cannot stand below itself.")
    assert client.post(f"{of_card(team, second)}place/", {"where": "place:"}).status_code == 303
    assert ToolItem.objects.get(pk=second.pk).parent is None


def test_cards_are_moved_written_on_and_added_below_with_forms_alone(client: Client, team: Team) -> None:
    tool = a_tool(team, "fishbone")
    one, two = a_card(team, tool, "One"), a_card(team, tool, "Two")
    page = look(client, f"{base(team, tool)}?at={two.pk}")
    assert (
        client.post(f"{of_card(team, two)}place/", {"where": "place:Place", "position": "0"}).status_code
        == 303
    )
    assert [item.text for item in ToolItem.objects.order_by("position")] == ["Two", "One"]
    told = {**page.form(of_card(team, two)), "text": "Two doors", "number": "3"}
    assert client.post(of_card(team, two), told)["Location"] == f"{base(team, tool)}?at={two.pk}#chosen"
    answer = client.post(base(team, tool), {"below": f"below:{one.pk}", "text": "Why", "number": ""})
    assert answer["Location"] == f"{base(team, tool)}?why={one.pk}"
    fields = {each.get("id"): each for each in look(client, answer["Location"]).all("input")}
    assert "autofocus" in fields["below_text"], "whoever adds one goes on writing"
    refused(client.post(of_card(team, two), {"text": "", "number": "3"}), "Say it in a few words.")
    refused(client.post(base(team, tool), {"below": f"below:{one.pk}", "text": ""}), "Say it in a few words.")
    assert client.post(f"{of_card(team, two)}place/", {"where": "place:People"}).status_code == 303
    words = look(client, base(team, tool)).words
    assert "People Two doors We have counted it Place One Why" in words


def test_whys_go_on_from_the_newest_answer(client: Client, team: Team) -> None:
    tool = a_tool(team, "five_whys")
    first = a_card(team, tool, "Late supper")
    client.post(base(team, tool), {"below": f"below:{first.pk}", "text": "Lift out of use"})
    newest = ToolItem.objects.get(text="Lift out of use")
    answer = client.post(base(team, tool), {"below": f"below:{newest.pk}", "text": "Nobody reported it"})
    assert answer["Location"] == f"{base(team, tool)}?why={ToolItem.objects.latest('pk').pk}"
    page = look(client, f"{base(team, tool)}?at={newest.pk}")
    assert "Move it to At the top" in page.words
    services.remove_item(actor=team.lead, tool=tool, item_id=first.pk, now=NOW)
    assert "Lift out of use" not in look(client, f"{base(team, tool)}?at={newest.pk}").words


def test_notes_are_sorted_one_after_the_other_with_one_press_each(client: Client, team: Team) -> None:
    tool = a_tool(team, "affinity")
    one, two, three = (a_card(team, tool, text) for text in ("One", "Two", "Three"))
    services.add_group(actor=team.lead, tool=tool, name="Sleep", now=NOW)
    assert "Move it to Sleep" in look(client, f"{base(team, tool)}?at={two.pk}").words
    for card, goes_on_with in ((two, three), (three, one), (one, one)):
        answer = client.post(f"{of_card(team, card)}place/", {"where": "place:Sleep"})
        assert answer["Location"] == f"{base(team, tool)}?at={goes_on_with.pk}#chosen"
    assert [item.text for item in ToolItem.objects.filter(place="Sleep")] == ["Two", "Three", "One"]


def test_a_stale_edit_shows_both_and_can_be_saved_over(client: Client, team: Team) -> None:
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    seen = Project.objects.get().version
    services.write_item(actor=team.lead, tool=tool, item_id=card.pk, text="Doors bang", now=NOW)
    answer = client.post(of_card(team, card), {"text": "Doors are loud", "expected_version": seen})
    page = refused(answer, "Theirs: Doors bang")
    assert "Yours: Doors are loud" in page.words
    again = page.form(of_card(team, card))
    assert again["text"] == "Doors are loud"
    assert client.post(of_card(team, card), again).status_code == 303
    services.name_tool(actor=team.lead, tool=tool, title="Noise", now=NOW)
    answer = client.post(f"{base(team, tool)}name/", {"title": "Din", "expected_version": seen})
    again = refused(answer, "Theirs: Noise").form(f"{base(team, tool)}name/")
    assert client.post(f"{base(team, tool)}name/", again).status_code == 303
    assert Tool.objects.get().title == "Din"


def test_taking_out_can_be_undone_for_a_card_and_for_a_tool(client: Client, team: Team) -> None:
    tool = a_tool(team, "affinity", title="Notes")
    card = a_card(team, tool, "A note")
    answer = client.post(f"{of_card(team, card)}remove/")
    assert answer["Location"] == f"{base(team, tool)}?removed={card.pk}"
    assert "Taken out. Put it back" in look(client, answer["Location"]).words
    assert "What was taken out A note Put back “A note”" in look(client, base(team, tool)).words
    assert client.post(f"{of_card(team, card)}remove/").status_code == 404
    assert client.post(f"{of_card(team, card)}restore/").status_code == 303
    assert client.post(f"{of_card(team, card)}restore/").status_code == 422
    answer = client.post(f"{base(team, tool)}remove/")
    assert answer["Location"] == f"{base(team)}?removed={tool.pk}"
    assert "Taken away. Nothing in it is lost. Put it back" in look(client, answer["Location"]).words
    assert client.get(base(team, tool)).status_code == 404
    assert client.post(f"{base(team, tool)}restore/")["Location"] == base(team, tool)
    assert client.post(f"{base(team, tool)}restore/").status_code == 404


def test_people_count_with_one_press_and_htmx_gets_the_part_alone(client: Client, team: Team) -> None:
    tool = a_tool(team, "pareto")
    none_yet = services.add_item(actor=team.lead, tool=tool, text="Thirst", number=0, now=NOW)
    assert 'class="plot' not in client.get(base(team, tool)).content.decode(), "nothing to draw yet"
    assert "Thirst" in client.get(f"{base(team, tool)}drawing.svg").content.decode()
    services.remove_item(actor=team.lead, tool=tool, item_id=none_yet.pk, now=NOW)
    pain = a_card(team, tool, "Pain")
    address = f"{of_card(team, pain)}count/"
    assert client.post(address, {"more": "1"})["Location"] == f"{base(team, tool)}?more={pain.pk}"
    assert [
        each["id"]
        for each in look(client, f"{base(team, tool)}?less={pain.pk}").all("button")
        if "autofocus" in each
    ] == [f"less-{pain.pk}"]
    client.post(address, {"more": "-1"})
    answer = client.post(address, {"more": "1"}, headers={"HX-Request": "true"}, follow=True)
    assert answer.status_code == 200
    assert ToolItem.objects.get(pk=pain.pk).number == 4
    part = client.get(base(team, tool), headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="work">')
    assert "All 4 are of one kind: Pain." in page_of(answer).words


def test_groups_are_named_ordered_and_taken_out(client: Client, team: Team) -> None:
    tool = a_tool(team, "process_map")
    a_card(team, tool, "Hears the bell")
    address = f"{base(team, tool)}groups/"
    for told in (
        {"name": "Night team"},
        {"group": "Ward team", "name": "Day team", "do": "name"},
        {"group": "Night team", "do": "up"},
        {"group": "Patient or carer", "do": "down"},
        {"group": "Others", "do": "remove"},
    ):
        assert client.post(address, told)["Location"] == f"{base(team, tool)}#groups", told
    assert Tool.objects.get().groups == ["Day team", "Patient or carer", "Night team"]
    page = refused(client.post(address, {"group": "Day team", "name": "NIGHT team"}), "of this name already")
    assert "NIGHT team" in [each.get("value") for each in page.all("input")]
    refused(
        client.post(address, {"group": "Day team", "do": "remove"}), "Move what stands in “Day team” first"
    )
    refused(client.post(address, {"group": "Gone", "do": "up"}), "Load the page again")
    refused(client.post(address, {"name": "x" * 61}), "Keep this to 60")


def test_a_cause_goes_into_the_driver_diagram_and_shows_it(client: Client, team: Team) -> None:
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    assert client.post(f"{of_card(team, card)}become/", {"to": "primary:"}).status_code == 303
    driver = Driver.objects.get()
    page = look(client, f"{base(team, tool)}?at={card.pk}")
    assert "Doors slam In the driver diagram: Primary driver" in page.words
    assert f"/projects/{team.project.pk}/drivers/?at={driver.pk}#chosen" in page.links()
    refused(client.post(f"{of_card(team, card)}become/", {"to": "primary:"}), "in the driver diagram already")
    other = a_card(team, tool, "Fit dampers")
    assert client.post(f"{of_card(team, other)}become/", {"to": f"idea:{driver.pk}"}).status_code == 303
    assert Driver.objects.get(kind="idea").text == "Fit dampers"


def test_who_may_see_reads_and_only_the_team_writes(client: Client, team: Team) -> None:
    bone, people = a_tool(team, "fishbone"), a_tool(team, "stakeholders", title="Who is against it")
    card, who = a_card(team, bone, "Doors slam"), a_card(team, people, "Dr Gray")
    for actor, status in ((team.outsider, 404), (team.looker, 200), (team.sponsor, 200)):
        reader = signed_in(actor)
        assert reader.get(base(team)).status_code == status
        for name in ("", "cards.csv", "drawing.svg"):
            assert reader.get(f"{base(team, bone)}{name}").status_code == status
            assert reader.get(f"{base(team, people)}{name}").status_code == 404
        assert reader.post(f"{of_card(team, who)}remove/").status_code == 404
        assert reader.post(f"{of_card(team, card)}remove/").status_code in {404, 422}
        assert reader.post(f"{base(team, bone)}restore/").status_code == 404
    reader = signed_in(team.looker)
    page = look(reader, f"{base(team, bone)}?at={card.pk}")
    assert "Ask its lead if you want to join the team" in page.words
    assert base(team, bone) not in page.forms
    refused(reader.post(base(team, bone), {"text": "x", "where": "place:Place"}), "Ask its lead")
    assert reader.get(f"{base(team)}new/fishbone/").status_code == 403
    assert "Who is against it" not in look(reader, base(team)).words
    Project.objects.update(visibility=Visibility.PUBLIC)
    assert Client().get(base(team, bone)).status_code == 303
    assert ToolItem.objects.filter(is_removed=False).count() == 2


def test_a_closed_project_is_read_and_what_is_not_there_is_not_found(client: Client, team: Team) -> None:
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    services.remove_tool(actor=team.lead, tool=a_tool(team, "pareto"), now=NOW)
    Project.objects.update(state=State.CLOSED)
    assert "This project is closed." in look(client, base(team, tool)).words
    refused(client.post(base(team, tool), {"text": "x", "where": "place:Place"}), "is closed")
    assert client.post(f"{base(team)}{tool.pk + 1}/restore/").status_code == 403
    for odd in ("?at=x", "?at=999", "?removed=x", "?removed=999", "?where=below:x", f"?at={'9' * 30}"):
        assert look(client, base(team, tool) + odd)
    assert client.get(f"{base(team)}999/").status_code == 404
    assert client.post(f"{base(team, tool)}cards/999/").status_code == 404
    assert client.post(f"{base(team, tool)}vote/").status_code == 404
    assert client.post(of_card(team, card), {"text": "x"}).status_code == 422


def test_a_page_asks_as_many_questions_for_many_cards_as_for_few(
    client: Client, team: Team, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    tool = a_tool(team, "fishbone")
    rows = [
        ToolItem(tool=tool, text=f"Cause {number}", place=first_place("fishbone"), created_at=NOW)
        for number in range(120)
    ]
    ToolItem.objects.bulk_create(rows)
    with django_assert_max_num_queries(16):
        look(client, f"{base(team, tool)}?at={ToolItem.objects.all()[0].pk}")


def test_pictures_begin_at_the_right_where_a_language_does(team: Team) -> None:
    for kind in ("fishbone", "process_map", "five_whys", "force_field", "affinity"):
        tool = a_tool(team, kind, title=kind)
        card = a_card(team, tool, "بطاقة Distress")
        a_card(team, tool, "Doors slam", below=card if KINDS[kind].depth > 1 else None)
        places = {}
        for language in ("en-gb", "ar"):
            with translation.override(language):
                svg = ElementTree.fromstring(picture(tool, tuple(cards_of(tool))))
            found = [each for each in svg.iter() if each.tag.endswith("text")]
            places[language] = {each.text: float(each.attrib["x"]) for each in found}
            assert {each.get("text-anchor") == "end" for each in found} == {language == "ar"}, kind
        assert places["ar"] == {text: pytest.approx(900 - x) for text, x in places["en-gb"].items()}, kind
