"""Two people talk about a project in a real browser, and each sees what the other said."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import findings
from tests.build.cast import Cast
from tests.build.projects import a_project
from wellrun.conversations.models import Comment


def test_a_question_is_asked_answered_put_right_and_taken_back(visit: Visit, cast: Cast) -> None:
    team = a_project(cast)
    story = f"/projects/{team.project.pk}/"
    lead = visit(story, who=team.lead)
    lead.get_by_label("Your words").fill("Would the card help at night too?")
    lead.get_by_label("Ask somebody").select_option(label="Marcus Bell")
    lead.get_by_role("button", name="Send").click()
    expect(lead.get_by_text("would the card help", exact=False)).to_be_visible()
    asked = lead.locator(f"#comment-{Comment.objects.get().pk}")
    expect(asked).to_contain_text("@Marcus Bell Would the card help at night too?")
    expect(asked).to_be_focused()
    expect(lead.get_by_label("Your words")).to_have_value("")

    partner = visit("/notifications/", who=team.partner, width=390)
    partner.get_by_role("link", name="Amina Yusuf asks you about").click()
    partner.get_by_text("Answer Amina Yusuf in a word").click()
    partner.get_by_role("button", name="I will do this").click()
    expect(partner.get_by_text("I will do this: Marcus Bell")).to_be_visible()
    partner.get_by_label("Your words").fill("Yes. I tried it twise.")
    partner.get_by_role("button", name="Send").click()
    expect(partner.get_by_text("Yes. I tried it twise.")).to_be_visible()
    assert findings(partner) == []
    assert partner.evaluate("document.documentElement.scrollWidth") <= 390

    partner.get_by_text("Change or remove").click()
    partner.get_by_role("link", name="Change your words").click()
    partner.get_by_label("Your words").fill("Yes. I tried it twice.")
    partner.get_by_role("button", name="Save your words").click()
    lead.reload()
    expect(lead.get_by_text("Yes. I tried it twice.")).to_be_visible()
    lead.get_by_role("link", name="Edited").click()
    expect(lead.get_by_text("Yes. I tried it twise.")).to_be_visible()

    partner.get_by_text("Change or remove").click()
    partner.get_by_role("button", name="Remove for good").click()
    expect(partner.get_by_text("Removed by its author.")).to_be_visible()
    expect(partner.get_by_text("twice")).to_have_count(0)
