"""Addresses are asked by somebody who has signed in."""

import pytest
from django.test import Client

from tests.build.cast import a_person
from tests.build.signed_in import signed_in


@pytest.fixture
def client(db: None) -> Client:
    return signed_in(a_person("Mina Berg"))
