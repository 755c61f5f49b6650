"""Administration: people, roles, settings, history, files in and a copy out."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable

import pytest
from django.test import Client

from tests.build.accounts import can_sign_in
from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.organisations import services
from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.values import Role

HERE = "/organisations/riverside/administration/"
TREE = "code,name,kind,parent\nMED,Medicine,directorate,\nALD,Alder Ward,ward,MED\nBIR,Birch Ward,ward,MED\n"


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


@kept
def admin(ada: Actor) -> Client:
    return signed_in(ada)


def bring(admin: Client, kind: str, table: str) -> tuple[str, Page]:
    address = admin.post(f"{HERE}bring/{kind}/", {"table": table})["Location"]
    return address, page_of(admin.get(address))


def save(admin: Client, address: str) -> int:
    form = page_of(admin.get(address)).form(address)
    return admin.post(address, form | {"step": "bring"}).status_code


def test_the_first_page_leads_to_every_part(admin: Client) -> None:
    links = set(page_of(admin.get(HERE)).links())
    parts = ("people", "units", "roles", "single-sign-on", "settings", "history", "copy")
    assert {f"{HERE}{part}/" for part in parts} <= links


def test_people_are_listed_with_address_and_roles(admin: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.member.id).update(is_active=False)
    page = page_of(admin.get(f"{HERE}people/"))
    assert "/invitations/" in page.links()
    assert "Priya Nair Cannot sign in priya@wellrun.example Member, Riverside" in page.words
    found = page_of(admin.get(f"{HERE}people/", {"q": "Amina@Wellrun.example"}))
    assert "Amina Yusuf" in found.words
    assert "Priya Nair" not in found.words


def test_roles_are_listed_by_kind(admin: Client, cast: Cast) -> None:
    a_person_on("Lena Ruiz", a_unit(cast.riverside), role=Role.LEADER)
    everybody = page_of(admin.get(f"{HERE}roles/")).words
    assert "Lena Ruiz Leader, Alder Ward" in everybody
    assert "Ada Moss Administrator, Riverside" in everybody
    assert "Amina Yusuf" not in everybody, "she is a member"
    leaders = page_of(admin.get(f"{HERE}roles/", {"role": "leader"})).words
    assert "Administrator, Riverside" not in leaders
    assert admin.get(f"{HERE}roles/", {"role": "member"}).status_code == 200


def test_settings_are_saved_and_told(admin: Client, cast: Cast) -> None:
    address = f"{HERE}settings/"
    form = page_of(admin.get(address)).form(address)
    saved = admin.post(address, form | {"code": "RXX", "code_scheme": "ods", "country": "GB"})
    page = page_of(admin.get(saved["Location"]))
    assert "Saved. Changed the organisation’s settings: code, code scheme, country." in page.words
    assert page.form(address)["country"] == "GB"
    wrong = admin.post(address, form | {"country": "1"})
    assert wrong.status_code == 422
    assert "Choose one of the countries in the list" in page_of(wrong).words


def test_a_country_is_read_by_its_name(admin: Client, cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.riverside.pk).update(country="CI")
    assert "Côte d’Ivoire" in page_of(admin.get(HERE.removesuffix("administration/"))).words
    settings = admin.get(f"{HERE}settings/").content.decode()
    names = re.findall(r"<option value=\"[A-Z]{2}\"[^>]*>([^<]+)", settings)
    assert len(names) == 249
    assert names[:3] == ["Afghanistan", "Åland Islands", "Albania"]
    Organisation.objects.filter(pk=cast.riverside.pk).update(country="XK")
    form = page_of(admin.get(f"{HERE}settings/")).form(f"{HERE}settings/")
    assert form["country"] == "XK", "a code that has no name here is not lost"


def test_single_sign_on_says_how_it_stands(admin: Client) -> None:
    assert "It is not set up here." in page_of(admin.get(f"{HERE}single-sign-on/")).words


def test_history_tells_in_sentences_and_is_narrowed(admin: Client, cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    services.change_unit(actor=ada, unit=ward, name="Ash Ward", now=NOW)
    a_measure(cast, values=[1, 2, 3], visibility="organisation")
    address = f"{HERE}history/"
    words = page_of(admin.get(address)).words
    assert "Ada Moss Renamed Alder Ward to Ash Ward." in words
    assert "Made this measure. Periods with numbers: 3." in words
    assert "Priya Nair became member of Riverside." in words
    for query, shown in (
        ({"who": "ada"}, True), ({"who": "amina"}, False),
        ({"kind": "unit"}, True), ({"kind": "measure"}, False),
        ({"since": "2026-04-14", "until": "2026-04-14"}, True), ({"since": "2026-04-15"}, False),
        ({"before": "1"}, False), ({"before": "x"}, True),
    ):  # fmt: skip
        assert ("Renamed Alder Ward" in page_of(admin.get(address, query)).words) is shown, query
    assert admin.get(address, {"since": "soon"}).status_code == 422


def test_history_does_not_tell_what_a_team_keeps_to_itself(admin: Client, cast: Cast) -> None:
    a_measure(cast, values=[1, 2, 3], visibility="team")
    assert "Made this measure" not in page_of(admin.get(f"{HERE}history/")).words


def test_long_histories_go_on(admin: Client, cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    for number in range(55):
        services.change_unit(actor=ada, unit=ward, name=f"Ward {number}", now=NOW)
    page = page_of(admin.get(f"{HERE}history/", {"kind": "unit"}))
    (following,) = [link for link in page.links() if "before=" in link]
    assert "Renamed Alder Ward to Ward 0." in page_of(admin.get(f"{HERE}history/{following}")).words


def test_a_tree_is_brought_after_a_look(admin: Client, cast: Cast) -> None:
    before = AuditRecord.objects.count()
    address, page = bring(admin, "units", TREE)
    assert "3 rows are new." in page.words
    assert "New, in Medicine." in page.words
    assert (Unit.objects.filter(name="Medicine").count(), AuditRecord.objects.count()) == (0, before)
    assert save(admin, address) == 303
    ward = Unit.objects.select_related("parent").get(code="ALD")
    assert (ward.name, ward.kind, ward.parent and ward.parent.name) == ("Alder Ward", "ward", "Medicine")
    assert AuditRecord.objects.get(action="unit.added", thing_id=ward.pk).actor_name == "Ada Moss"


def test_brought_again_a_tree_changes_only_what_has_changed(admin: Client, cast: Cast) -> None:
    save(admin, bring(admin, "units", TREE)[0])
    again = TREE.replace("Birch Ward", "Beech Ward").replace(
        "ALD,Alder Ward,ward,MED", "ALD,Alder Ward,ward,BIR"
    )
    address, page = bring(admin, "units", again)
    assert "1 row changes nothing." in page.words
    assert "Renamed Birch Ward to Beech Ward." in page.words
    assert "Moved Alder Ward to Birch Ward." in page.words, "the rows are read in their order"
    assert save(admin, address) == 303
    assert Unit.objects.get(code="ALD").parent == Unit.objects.get(code="BIR")
    assert "There is nothing to change." in bring(admin, "units", again)[1].words


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("code,name,parent\nA,One,B\nB,Two,A\n", "in a circle: One, Two"),
        ("code,name,parent\nA,One,A\n", "in a circle: One"),
        ("code,name,parent\nA,One,\nA,Two,\n", "The code A is in row 2 already."),
        ("code,name,parent\nA,One,Nowhere\n", "There is no unit “Nowhere”."),
        ("code,name,parent\nA,\u200d,\nB,Two,A\n", "It stands below “A”. Put row 2 right first."),
        (f"code,name,kind\nA,One,{'k' * 81}\n", "Shorten the kind to 80 letters or fewer."),
        ("code,name\nA,\n", "Give the unit a name"),
        ("code,kind\nA,ward\n", "We found no column with names of units."),
    ],
)
def test_a_tree_with_a_fault_is_not_half_saved(admin: Client, table: str, said: str) -> None:
    before = Unit.objects.count()
    address, page = bring(admin, "units", table + ("Z,Fine,\n" if "parent" in table else ""))
    assert said in page.words
    assert save(admin, address) == 422
    assert Unit.objects.count() == before


def test_units_of_a_file_change_places(admin: Client) -> None:
    save(admin, bring(admin, "units", TREE)[0])
    address, page = bring(admin, "units", "code,name,parent\nMED,Medicine,ALD\nALD,Alder Ward,\n")
    assert "2 rows change something." in page.words
    assert save(admin, address) == 303
    assert Unit.objects.get(code="MED").parent == Unit.objects.get(code="ALD")


def test_people_are_brought_with_their_roles(admin: Client, cast: Cast) -> None:
    save(admin, bring(admin, "units", TREE)[0])
    people = (
        "E-mail address,Full name,Ward,Role,Perspective,Job title\n"
        "JO@example.org,Joanne Whitlock,ALD,Leader,,Ward manager\n"
        "sam@example.org,Sam Osei,alder ward,,Service user or patient,Peer worker\n"
        "PRIYA@wellrun.example,Somebody Else,BIR,improvement coach,,\n"
    )
    address, page = bring(admin, "people", people)
    assert "3 rows are new." in page.words
    assert not Person.objects.filter(email__iexact="jo@example.org").exists()
    assert save(admin, address) == 303
    sam = Membership.objects.select_related("person", "unit").get(person__name="Sam Osei")
    assert (sam.unit.name, sam.role, sam.perspective, sam.title) == (
        "Alder Ward", "member", "service_user", "Peer worker",
    )  # fmt: skip
    assert not sam.person.has_usable_password()
    assert Person.objects.get(pk=cast.member.id).name == "Priya Nair", "known by address, named by herself"
    address, page = bring(admin, "people", people.replace("ALD,Leader", "ALD,coach"))
    assert "Joanne Whitlock became improvement coach of Alder Ward. Before: leader." in page.words
    assert "2 rows change nothing." in page.words


def brought_from_elsewhere(admin: Client, cast: Cast, address: str = "VICTOR@wellrun.example") -> Client:
    """Victor works at Hillside, and is in a file of Riverside. Gives his browser."""
    victor = can_sign_in(cast.viewer)
    people = f"email,name,unit,role\n{address},Vic L,,coach\n"
    where, page = bring(admin, "people", people)
    assert "Has an account elsewhere: invited as improvement coach of Riverside" in page.words
    assert "Victor Lund" not in page.words, "his name is not told"
    assert save(admin, where) == 303
    assert not Membership.objects.filter(person=victor, unit__organisation=cast.riverside).exists()
    assert "1 row changes nothing." in bring(admin, "people", people)[1].words, "he is asked once"
    return signed_in(cast.viewer)


def answer_in(page: Page) -> str:
    (found,) = {each["action"] for each in page.all("form") if "/answer/" in each.get("action", "")}
    return found


@pytest.mark.parametrize("address", ["VICTOR@wellrun.example", "victor@ｗｅｌｌｒｕｎ.example"])
def test_who_has_an_account_elsewhere_is_invited_and_joins(admin: Client, cast: Cast, address: str) -> None:
    victor = brought_from_elsewhere(admin, cast, address)
    (task,) = [link for link in page_of(victor.get("/")).links() if "/invitations/mine/" in link]
    page = page_of(victor.get(task))
    assert "Riverside" in page.words
    answer = answer_in(page)
    assert victor.post(answer, {"answer": "yes"}).status_code == 303
    held = Membership.objects.get(person_id=cast.viewer.id, unit__organisation=cast.riverside)
    assert (held.role, held.person.name) == ("coach", "Victor Lund")
    assert "No invitation is open" in page_of(victor.get("/invitations/mine/")).words
    assert "/invitations/mine/" not in str(page_of(victor.get("/")).links())
    assert victor.post(answer, {"answer": "yes"}).status_code == 409, "once is enough"


def test_who_is_invited_says_no(admin: Client, cast: Cast) -> None:
    victor = brought_from_elsewhere(admin, cast)
    answer = answer_in(page_of(victor.get("/invitations/mine/")))
    assert signed_in(cast.owner).post(answer, {"answer": "yes"}).status_code == 409, "it is not hers"
    assert victor.post(answer, {"answer": "no"}).status_code == 303
    assert not Membership.objects.filter(person_id=cast.viewer.id, unit__organisation=cast.riverside).exists()
    assert "Said no on" in page_of(admin.get("/invitations/")).words
    assert victor.post(answer, {"answer": "yes"}).status_code == 409


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("not-an-address,Jo,,", "“not-an-address” is not an e-mail address. Correct it."),
        ('"a@b.org\r\nBcc: x@y.org",Jo,,', "“a@b.org Bcc: x@y.org” is not an e-mail address."),
        ("jo@example.org,,,leader", "Add the person’s name."),
        ("jo@example.org,Jo,Nowhere,", "There is no unit “Nowhere”."),
        ("jo@example.org,Jo,,queen", "“queen” is not one of the words we know."),
        (",Jo,,", "Add the person’s e-mail address."),
        ("FINE@Example.org,Other,,", "fine@example.org is in row 2 already, for Fine."),
        ("ｆｉｎｅ@example.org,Fine,,leader", "Row 2 gives them another role of Riverside."),
        ("ada@wellrun.example,Ada Moss,,member", "Riverside would have no administrator."),
        (f"jo@example.org,Jo,,,{'t' * 121}", "Shorten what they do there to 120 letters or fewer."),
    ],
)
def test_people_with_a_fault_are_not_half_saved(admin: Client, row: str, said: str) -> None:
    before = Person.objects.count()
    whole = row + "," * (4 - row.count(","))
    table = f"email,name,unit,role,title\nfine@example.org,Fine,,,\n{whole}\n"
    address, page = bring(admin, "people", table)
    assert said in page.words
    assert save(admin, address) == 422
    assert Person.objects.count() == before


def test_marks_that_a_copy_brought_along_are_left_out(admin: Client) -> None:
    address, page = bring(admin, "people", "email,name\n\u202ajo@example.org\u202c,\u202eJo\u200b Lind\n")
    assert "Jo Lind New: member of Riverside." in page.words
    assert save(admin, address) == 303
    assert Person.objects.get(email="jo@example.org").name == "Jo Lind"


def test_columns_that_were_guessed_wrong_are_put_right(admin: Client) -> None:
    address, page = bring(admin, "units", "bezeichnung,nummer\nStation Erle,1\n")
    assert "We found no column with names of units." in page.words
    form = page.form(address) | {"name": "0", "code": "1", "step": "look"}
    assert "1 row is new." in page_of(admin.get(admin.post(address, form)["Location"])).words


def test_an_example_file_can_be_brought_as_it_is(admin: Client) -> None:
    for kind in ("units", "people"):
        example = admin.get(f"{HERE}bring/{kind}/example.csv")
        assert example["Content-Disposition"] == f'attachment; filename="{kind}.csv"'
        address, page = bring(admin, kind, example.content.decode("utf-8-sig"))
        assert "Nothing. Every row can be read." in page.words
        assert save(admin, address) == 303


def test_a_file_of_somebody_else_is_not_there(admin: Client, cast: Cast) -> None:
    address, _page = bring(admin, "units", TREE)
    other = signed_in(a_person("Ben Okoro", cast.riverside, role=Role.ADMINISTRATOR))
    assert other.get(address).status_code == 404


def taken(answer: object) -> dict[str, list[list[str]]]:
    pieces: Iterable[bytes] = answer.streaming_content  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        assert archive.testzip() is None
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    return {name: list(csv.reader(io.StringIO(text))) for name, text in texts.items()}


def test_a_copy_holds_everything_and_runs_nothing(admin: Client, cast: Cast) -> None:
    ward = a_unit(cast.riverside, "=cmd|'/c calc'!A0")
    a_measure(cast, values=[1, 2, 3], visibility="organisation")
    a_measure(cast, values=[7], visibility="team", name="Private work")
    a_unit(cast.hillside, "Elsewhere")
    answer = admin.post(f"{HERE}copy/")
    assert answer["Content-Type"] == "application/zip"
    files = taken(answer)
    units = {row[0]: row for row in files["units.csv"][1:]}
    assert f"'{ward.name}" in units[str(ward.pk)]
    everything = str(files)
    assert "Elsewhere" not in everything
    assert "Private work" not in everything
    assert "1 private measures are not in it" in str(files["README.txt"])
    assert len(files["observations.csv"]) == 1 + 3
    assert {row[1] for row in files["people.csv"][1:]} >= {"Ada Moss", "Priya Nair"}
    assert "Victor Lund" not in everything
    assert "password" not in everything
    assert AuditRecord.objects.get(action="organisation.exported").actor_name == "Ada Moss"
    assert [row for row in files["audit.csv"] if "unit.added" in row]


def test_ended_roles_are_in_the_copy(admin: Client, cast: Cast) -> None:
    row = Membership.objects.select_related("unit").get(person_id=cast.member.id)
    services.end_membership(actor=SETTING_UP, membership=row, now=NOW)
    files = taken(admin.post(f"{HERE}copy/"))
    ended = files["roles.csv"][0].index("ended_at")
    assert [each[ended] for each in files["roles.csv"][1:] if each[ended]] == [NOW.isoformat()]
