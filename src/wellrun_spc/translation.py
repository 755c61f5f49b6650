"""Every message that charts of any family speak with, in one catalogue: what a translation translates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from wellrun_spc.capabilities import ENGLISH as CAPABILITY
from wellrun_spc.cumulative.words import ENGLISH as CUMULATIVE
from wellrun_spc.funnels.words import ENGLISH as FUNNEL
from wellrun_spc.messages import ENGLISH as CHART
from wellrun_spc.paretos.words import ENGLISH as PARETO
from wellrun_spc.recommendations import ENGLISH as RECOMMENDATION
from wellrun_spc.suggestions.front import ENGLISH as SUGGESTION


@cache
def english() -> Mapping[str, str]:
    """All message ids with their English templates.

    A catalogue of another language is a mapping with the same ids. Start it as ``dict(english())`` and
    replace template by template: what is not replaced yet stays English. Each argument in braces may stand
    anywhere in a template, or be left out.

    Returns
    -------
    Mapping
        Message id to template, for `render`.

    Examples
    --------
    >>> english()["steady.now"]
    'Now we see only the usual ups and downs.'
    """
    each = (CHART, CUMULATIVE, FUNNEL, PARETO, CAPABILITY, RECOMMENDATION, SUGGESTION)
    return MappingProxyType({name: text for catalogue in each for name, text in catalogue.items()})
