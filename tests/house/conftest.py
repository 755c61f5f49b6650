"""Addresses are asked by somebody who has signed in, or by everybody of the whole world."""

import pytest
from django.test import Client

from tests.build.cast import a_person
from tests.build.kept import kept
from tests.build.signed_in import signed_in
from tests.build.whole_world import World, the_whole_world


@pytest.fixture
def client(db: None) -> Client:
    return signed_in(a_person("Mina Berg"))


@kept
def world(db: None) -> World:
    return the_whole_world()
