"""Examples of the table."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Numbers, stacked on phones",
        template="""{% table caption="Restraints each week" is_stacked=True %}
<thead><tr><th scope="col">Week starting</th><th scope="col" class="n">Restraints</th><th scope="col">What was different</th></tr></thead>
<tbody>
<tr><th scope="row">6 April 2026</th><td class="n"><b>2</b></td><td>Bank holiday Monday. Two agency staff.</td></tr>
<tr><th scope="row">30 March 2026</th><td class="n"><b>1</b></td><td></td></tr>
</tbody>
{% endtable %}""",
    ),
)
