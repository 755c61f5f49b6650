"""Which way a text is read."""

from wellrun_spc.draw.direction import in_order, is_right_to_left

ARABIC = "بطاقة Distress للطوارئ"


def test_the_direction_of_a_text_is_that_of_its_first_letter() -> None:
    told = {ARABIC: True, "Distress بطاقة": False, "2.4 إلى": True, "2.4": False, "": False, "שלום": True}
    assert {text: is_right_to_left(text) for text in told} == told
    assert in_order("Huddles at 2 pm") == "Huddles at 2 pm"
    assert in_order("Distress بطاقة")[0] == "\u2066"
    assert in_order("June 2026", like=ARABIC) == "\u2067June 2026\u2069"
