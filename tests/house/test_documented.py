"""What can be set or typed is documented, and what is documented exists."""

import re

from tests.house.repository import ROOT, SOURCE

SETTING = re.compile(r"\b(WELLRUN_[A-Z_]+|PORT)\b")


def settings_in_code() -> set[str]:
    folders = [SOURCE / "wellrun" / "config", SOURCE / "wellrun" / "cli"]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")]
    return {name for text in texts for name in re.findall(r"[\"'](WELLRUN_[A-Z_]+|PORT)[\"']", text)}


def test_every_setting_has_a_line_in_the_reference_and_in_the_example() -> None:
    reference = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert settings_in_code()
    assert settings_in_code() - set(SETTING.findall(reference)) == set()
    assert settings_in_code() - set(SETTING.findall(example)) == set()


def test_the_example_names_no_setting_that_does_not_exist() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(SETTING.findall(example)) - settings_in_code() == set()


def test_every_word_of_the_makefile_is_explained() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    words = re.findall(r"^([a-z-]+):", text, flags=re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## ", text, flags=re.MULTILINE)
    assert {word for word in words if not word.startswith("setup-test-")} == set(explained)


def test_every_chart_and_rule_set_has_a_method_card() -> None:
    import wellrun_spc as spc

    cards = {path.stem for path in (ROOT / "docs" / "methods").glob("*.md")}
    assert {name.replace("/", "-") for name in spc.RULE_SETS} - cards == set()
    assert set(spc.CHARTS) - cards == set()


def test_the_picture_in_the_readme_is_what_is_drawn_today() -> None:
    from tools.readme_picture import PICTURE, picture

    assert PICTURE.read_text(encoding="utf-8") == picture()
