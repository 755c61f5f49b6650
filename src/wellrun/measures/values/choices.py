"""The choices of a measure, as short stable strings, with the words people see."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Chart(TextChoices):
    RUN = "run", _("Run chart")
    I = "i", _("Values (i chart)")  # noqa: E741 - the chart's own name
    MR = "mr", _("Changes from one value to the next (mr chart)")
    P = "p", _("Percentages (p chart)")
    U = "u", _("Rates (u chart)")
    C = "c", _("Counts (c chart)")


RATIO_CHARTS = frozenset({Chart.P, Chart.U})
"""Charts of a numerator over a denominator."""
COUNT_CHARTS = frozenset({Chart.P, Chart.U, Chart.C})
"""Charts of things counted: whole numbers, and never below 0."""


class Direction(TextChoices):
    INCREASE = "increase", _("More is better")
    DECREASE = "decrease", _("Less is better")
    NEUTRAL = "neutral", _("Neither is better")


class Kind(TextChoices):
    OUTCOME = "outcome", _("Outcome measure")
    PROCESS = "process", _("Process measure")
    BALANCING = "balancing", _("Balancing measure")


class Period(TextChoices):
    DAY = "day", _("Day")
    WEEK = "week", _("Week")
    MONTH = "month", _("Month")
    QUARTER = "quarter", _("Quarter")
    YEAR = "year", _("Year")
    POINT = "point", _("Any dates")
