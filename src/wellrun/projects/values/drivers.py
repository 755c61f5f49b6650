"""The levels of a driver diagram, from the aim to what is tried."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy


class DriverKind(TextChoices):
    PRIMARY = "primary", worded_lazy(_("{Primary_driver}"))
    SECONDARY = "secondary", worded_lazy(_("{Secondary_driver}"))
    IDEA = "idea", worded_lazy(_("{Change_idea}"))


PARENTS: dict[str, tuple[str | None, ...]] = {
    DriverKind.PRIMARY: (None,),
    DriverKind.SECONDARY: (DriverKind.PRIMARY,),
    DriverKind.IDEA: (DriverKind.PRIMARY, DriverKind.SECONDARY),
}
"""What each kind may serve; ``None`` is the aim. Lines go one way, so a diagram cannot run in a circle."""


def kind_below(kind: str, parent: str | None) -> str | None:
    """What a part becomes below such a parent: a driver right below the aim is a primary one.

    ``None``: it cannot stand there.
    """
    if kind == DriverKind.IDEA:
        return kind if parent in PARENTS[DriverKind.IDEA] else None
    if parent is None:
        return DriverKind.PRIMARY
    return DriverKind.SECONDARY if parent == DriverKind.PRIMARY else None
