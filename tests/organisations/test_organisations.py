"""Organisations, and who belongs to them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.build.cast import NOW, SETTING_UP, a_person, the_cast
from wellrun.core.models import AuditRecord
from wellrun.organisations import queries
from wellrun.organisations.models import Organisation
from wellrun.organisations.services import NewOrganisation, add_organisation

pytestmark = pytest.mark.django_db


def leeds(**changes: str) -> Organisation:
    told = {"name": "Leeds Teaching Hospitals", "code": "RR8", "code_scheme": "ods", "country": "GB"}
    return add_organisation(actor=SETTING_UP, organisation=NewOrganisation(**(told | changes)), now=NOW)


def test_the_address_is_made_from_the_name() -> None:
    assert leeds().slug == "leeds-teaching-hospitals"
    assert str(queries.organisation_with("leeds-teaching-hospitals")) == "Leeds Teaching Hospitals"


def test_a_code_is_used_once_in_its_scheme() -> None:
    leeds()
    with pytest.raises(ValidationError):
        leeds(slug="another")
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(
            name="Another", slug="other", code="RR8", code_scheme="ods", created_at=NOW
        )


def test_organisations_without_a_code_live_side_by_side() -> None:
    leeds(code="", slug="one")
    leeds(code="", slug="two")
    assert len(queries.all_ids()) == 2


def test_people_see_the_organisations_they_belong_to() -> None:
    cast = the_cast()
    assert list(queries.visible_to(cast.owner)) == [cast.riverside]
    assert queries.get_for(cast.owner, cast.hillside.pk) is None
    assert queries.get_for(cast.viewer, cast.hillside.pk) == cast.hillside
    assert not queries.visible_to(cast.stranger).exists()
    both = a_person("Mia Berg", cast.hillside, cast.riverside)
    assert list(queries.visible_to(both)) == [cast.hillside, cast.riverside]


def test_adding_one_leaves_a_record() -> None:
    organisation = leeds()
    record = AuditRecord.objects.get(thing="organisation")
    assert (record.action, record.organisation_id) == ("organisation.added", organisation.pk)
