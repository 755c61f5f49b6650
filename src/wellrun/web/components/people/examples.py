"""Examples of people."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.people.tag import Teammate


def _team() -> Mapping[str, object]:
    return {
        "team": (
            Teammate(name="Marcus Bell", role="Service-user partner, joint lead"),
            Teammate(name="Amina Yusuf", role="Ward manager, joint lead"),
        )
    }


EXAMPLES = (Example(title="A team", template="{% people team=team %}", values=_team),)
