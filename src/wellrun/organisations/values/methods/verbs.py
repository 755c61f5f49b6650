"""What teams do with an idea, as a verb: to test it, to try it, to pilot it, to prototype it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.terms import Pair, same

TO_TEST: Mapping[str, Pair] = MappingProxyType(
    {
        "to_test": same(_("to test")),
        "test_it": same(_("test it")),
        "tests_it": same(_("tests it")),
        "tested": same(_("tested")),
        "testing": same(_("testing")),
    }
)
TO_TRY: Mapping[str, Pair] = MappingProxyType(
    {
        "to_test": Pair(_("to try"), _("to test")),
        "test_it": Pair(_("try it"), _("test it")),
        "tests_it": Pair(_("tries it"), _("tests it")),
        "tested": Pair(_("tried"), _("tested")),
        "testing": Pair(_("trying"), _("testing")),
    }
)
TO_PILOT: Mapping[str, Pair] = MappingProxyType(
    {
        "to_test": Pair(_("to pilot"), _("to test")),
        "test_it": Pair(_("pilot it"), _("test it")),
        "tests_it": Pair(_("pilots it"), _("tests it")),
        "tested": Pair(_("piloted"), _("tested")),
        "testing": Pair(_("piloting"), _("testing")),
    }
)
TO_PROTOTYPE: Mapping[str, Pair] = MappingProxyType(
    {
        "to_test": Pair(_("to prototype"), _("to test")),
        "test_it": Pair(_("prototype it"), _("test it")),
        "tests_it": Pair(_("prototypes it"), _("tests it")),
        "tested": Pair(_("prototyped"), _("tested")),
        "testing": Pair(_("prototyping"), _("testing")),
    }
)
