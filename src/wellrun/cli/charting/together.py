"""Options of the chart command that need each other, or do not go together."""

from __future__ import annotations

from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun_spc.series import SUBGROUPS, a_chart


def require_fitting(request: Request) -> None:
    """Refuse options that contradict each other, before anything is read.

    Raises
    ------
    Refused
        Naming the two.
    """
    kind = request.chart
    if kind is not None and kind in SUBGROUPS and request.subgroup is None:
        raise Refused(
            f"{a_chart(kind).capitalize()} needs several rows for each point.",
            remedy="Name the column that says which rows belong together.",
            option="--subgroup COLUMN",
        )
    if request.subgroup is not None and kind is not None and kind not in SUBGROUPS:
        raise Refused(
            f"{a_chart(kind).capitalize()} has no subgroups.",
            remedy="Leave --subgroup out, or make another chart.",
            option="--chart xbar",
        )
    if request.subgroup is not None and request.x is not None:
        raise Refused(
            "--subgroup and --x both name the points.",
            remedy="Leave --x out: the subgroups are the periods.",
        )
    if request.target is not None and request.trajectory is not None:
        raise Refused("There is one target, or one that moves.", remedy="Leave out --target or --trajectory.")
