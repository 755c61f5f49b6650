"""docs/reference/method-words.md, from the methods as data: ``python -m tests.house.method_words``."""

from tests.house.repository import ROOT

PAGE = ROOT / "docs" / "reference" / "method-words.md"


def page() -> str:
    """One row for each term, one column for each method; the everyday twin where it differs."""
    from wellrun.organisations.values import Method
    from wellrun.organisations.values.methods import METHODS, STANDARD

    methods = list(Method)
    lines = [
        "# One record in five methods",
        "",
        "What each improvement method calls the parts of a project, made from",
        "`wellrun.organisations.values.methods`. An organisation chooses its method in its settings; each",
        "person sees the words of the organisation they look at, in its own words or in everyday ones. The",
        "record, its addresses and its exports are the same for all: partners with different methods share",
        "one project.",
        "",
        "The everyday word is in brackets where it is another one.",
        "",
        f"| Term | {' | '.join(str(each.label) for each in methods)} |",
        f"|---|{'---|' * len(methods)}",
    ]
    for term in METHODS[Method.MODEL_FOR_IMPROVEMENT].terms:
        told = [METHODS[each].terms[term] for each in methods]
        cells = [_told(pair.term, pair.plain) for pair in told]
        lines.append(f"| `{term}` | {' | '.join(cells)} |")
    for noun in STANDARD:
        named = [METHODS[each].nouns.get(noun, STANDARD[noun]) for each in methods]
        cells = [_told(each.term.one, each.plain.one) for each in named]
        lines.append(f"| in a sentence: `{noun}` | {' | '.join(cells)} |")
    for name in ("tabs", "sections"):
        cells = [", ".join(getattr(METHODS[each], name)) for each in methods]
        lines.append(f"| order of {name} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _told(term: object, plain: object) -> str:
    return f"{term}" if str(term) == str(plain) else f"{term} ({plain})"


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
