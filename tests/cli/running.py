"""Running the command in tests, as a person would in a shell."""

from pathlib import Path

from click.testing import CliRunner, Result

from wellrun.cli.main import main

DATA = Path(__file__).parent.parent / "exchange" / "data"
ATTENDANCES = str(DATA / "ae_attendances.csv")
RESTRICTIVE = str(DATA / "restrictive_interventions.csv")
DEATHS = str(DATA / "ons_mortality.csv")


def wellrun(*words: object, given: bytes | None = None) -> Result:
    """Run ``wellrun`` with these words; errors of our own code are not swallowed."""
    return CliRunner().invoke(main, [str(word) for word in words], input=given, catch_exceptions=False)


def months(*values: object, names: str = "month,falls") -> bytes:
    """A file with one row a month from January 2020; each value may hold several cells."""
    rows = [f"{2020 + i // 12}-{i % 12 + 1:02d},{value}" for i, value in enumerate(values)]
    return ("\n".join([names, *rows]) + "\n").encode()
