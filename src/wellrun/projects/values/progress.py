"""The progress scale: 0.5 to 5 in halves, as improvement programmes use it (after the IHI's scale)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy

LEVELS: dict[float, str | Promise] = {
    0.5: _("Topic named"),
    1.0: _("Team in place"),
    1.5: _("Planning"),
    2.0: worded_lazy(_("Learning, not yet {testing}")),
    2.5: worded_lazy(_("{Tests} begun")),
    3.0: worded_lazy(_("Some {tests} work")),
    3.5: _("Measures moving"),
    4.0: _("Most results in"),
    4.5: _("The gain holds"),
    5.0: _("All met, and it lasts"),
}
"""Each score and its name, from the lowest to the highest."""
