"""`{% load wellrun %}`: every part of the pages, as tags.

Arguments are by name, and a wrong name fails at once.
"""

from __future__ import annotations

from django import template

from wellrun.web.components.avatar.tag import avatar
from wellrun.web.components.button.tag import button
from wellrun.web.components.callout.tag import callout
from wellrun.web.components.chart_card.tag import chart_card
from wellrun.web.components.choices.tag import choices
from wellrun.web.components.crumbs.tag import crumbs
from wellrun.web.components.define.tag import define
from wellrun.web.components.disclosure.tag import disclosure
from wellrun.web.components.error_summary.tag import error_summary
from wellrun.web.components.facts.tag import facts
from wellrun.web.components.field.tag import field
from wellrun.web.components.highlight.tag import highlight
from wellrun.web.components.icon.tag import brand, icon, symbols
from wellrun.web.components.leaf.tag import leaf
from wellrun.web.components.link.tag import link
from wellrun.web.components.measure_card.tag import measure_card
from wellrun.web.components.nothing_yet.tag import nothing_yet
from wellrun.web.components.page_header.tag import page_header
from wellrun.web.components.people.tag import people
from wellrun.web.components.quick_response.tag import quick_response
from wellrun.web.components.quote.tag import quote
from wellrun.web.components.ramp.tag import ramp
from wellrun.web.components.reading.tag import reading
from wellrun.web.components.remark.tag import remark
from wellrun.web.components.ruler.tag import ruler
from wellrun.web.components.segments.tag import segments
from wellrun.web.components.sign.tag import sign
from wellrun.web.components.status.tag import status
from wellrun.web.components.strip.tag import strip
from wellrun.web.components.table.tag import table
from wellrun.web.components.tabs.tag import tabs
from wellrun.web.components.tag.tag import tag
from wellrun.web.components.task.tag import task
from wellrun.web.components.timeline.tag import timeline
from wellrun.web.components.toast.tag import toast
from wellrun.web.components.tree.tag import tree
from wellrun.web.components.unit_tree.tag import unit_tree
from wellrun.web.components.visibility.tag import visibility
from wellrun.web.shell.words import word, worded

register = template.Library()

# Parts drawn from their arguments alone.
for part in (
    avatar, button, choices, crumbs, define, error_summary, facts, field, highlight, link, measure_card,
    people, quick_response, quote, ramp, reading, remark, ruler, segments, status, strip, tabs, tag, task,
    timeline, toast, unit_tree, visibility,
):  # fmt: skip
    register.inclusion_tag(f"components/{part.__name__}/template.html")(part)

# Parts that note which drawings the page needs.
for drawn in (icon, sign, tree):
    register.inclusion_tag(f"components/{drawn.__name__}/template.html", takes_context=True)(drawn)
register.inclusion_tag("components/icon/brand.html", takes_context=True)(brand)
register.simple_tag(takes_context=True)(symbols)
register.simple_tag(takes_context=True)(word)
register.filter(worded)

# Parts that wrap other content: {% leaf %} ... {% endleaf %}.
for block in (callout, chart_card, disclosure, nothing_yet, leaf, page_header, table):
    register.simple_block_tag(takes_context=True)(block)
