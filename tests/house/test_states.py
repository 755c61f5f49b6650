"""The page about states is made from the table that the product obeys."""

from tests.house.states import PAGE, page


def test_the_page_about_states_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
