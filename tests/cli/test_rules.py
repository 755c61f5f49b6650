"""`wellrun rules`: the sets, their parts, and how often each is wrong."""

import json
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc
from tests.cli.running import wellrun
from wellrun.cli.reference import refreshed

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CHECK = jsonschema.Draft202012Validator(json.loads((REFERENCE / "rules.schema.json").read_text("utf-8")))


def test_every_rule_set_is_listed_with_its_rates():
    done = wellrun("rules")
    assert done.exit_code == 0
    assert [name for name in spc.RULE_SETS if f"{name}  " not in done.stdout] == []
    assert done.stdout.count("False signals: ") == len(spc.RULE_SETS)


def test_one_rule_set_is_told_in_a_few_lines():
    lines = wellrun("rules", "nhs-mdc/2").stdout.splitlines()
    assert lines[0] == "nhs-mdc/2  NHS Making Data Count 2"
    assert lines[2] == "  Parts: outside, trend 7, two_of_three, shift 7."
    assert lines[3].startswith("  False signals: 5% of 12, 16% of 24,")
    assert lines[4].endswith("for 3 standard deviations.")


@pytest.mark.parametrize("names", [[], ["nelson/1", "cutbox/1"]])
def test_json_keeps_its_contract_and_each_set_can_be_read_back(names):
    document = json.loads(wellrun("rules", *names, "--format", "json").stdout)
    CHECK.validate(document)
    assert [one["key"] for one in document["rule_sets"]] == (names or list(spc.RULE_SETS))
    assert [spc.RuleSet.from_dict(one["rules"]).key for one in document["rule_sets"]] == (
        names or list(spc.RULE_SETS)
    )


def test_a_set_that_does_not_exist_is_refused_with_those_there_are():
    done = wellrun("rules", "nhs")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: There is no rule set “nhs”. Use one of anhoej/1, ")


def test_the_reference_page_shows_the_help_as_it_is():
    page = (REFERENCE / "rules-command.md").read_text(encoding="utf-8")
    assert refreshed(page, "rules") == page


@pytest.mark.parametrize("name", list(spc.RULE_SETS))
def test_a_chart_by_any_rule_set_keeps_the_contract_of_charts(name):
    check = jsonschema.Draft202012Validator(json.loads((REFERENCE / "chart.schema.json").read_text("utf-8")))
    values = [9, 11, 9, 11, 10, 9] * 3 + [9.8, 10.2] * 9 + [15] * 9 + [9] * 7
    kinds = [spc.chart(values, chart=kind, rules=name, centre=10.1) for kind in ("run", "i")]
    for chart in kinds:
        check.validate(chart.to_dict())
        assert spc.Chart.from_dict(chart.to_dict()) == chart
    assert any(chart.signals for chart in kinds)
