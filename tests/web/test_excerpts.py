"""Long texts are cut between words."""

from wellrun.web.shell.excerpts import shortened


def test_a_long_text_ends_with_a_whole_word() -> None:
    assert shortened("It saved two hours of arguing.", 28) == "It saved two hours of …"
    assert shortened("It saved, two hours.", 10) == "It saved …"
    assert shortened("Short.", 10) == "Short."
