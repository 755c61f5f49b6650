"""From a CSV file to a board paper: `python docs/tutorials/board_paper.py FOLDER`.

Each part between `# %%` lines is a cell: run it as it is, or step through it in a notebook or an editor.
"""

# %% Read the file. The standard library is enough.
import csv
import sys
from collections import defaultdict
from datetime import date
from html import escape
from pathlib import Path

import wellrun_spc as spc

OUT = Path(sys.argv[1] if len(sys.argv) > 1 else "board-paper")
OUT.mkdir(parents=True, exist_ok=True)
NAMES = {"RGT": "Cambridge", "RR8": "Leeds", "RTD": "Newcastle"}

with open("demo/ae_attendances.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["type"] == "1"]

# %% Count, for each trust and month, who came and who was seen within four hours.
seen, came = defaultdict(dict), defaultdict(dict)
for row in rows:
    trust, month = NAMES[row["org_code"]], date.fromisoformat(row["period"])
    came[trust][month] = int(row["attendances"])
    seen[trust][month] = int(row["attendances"]) - int(row["breaches"])
trusts, months = sorted(came), sorted(came["Leeds"])

# %% Ask which chart suits such numbers, and why.
asked = spc.recommend(
    [seen["Leeds"][month] for month in months], n=[came["Leeds"][month] for month in months]
)
print(asked.reason)


# %% Draw it: an individuals chart of the shares, as the NHS tools do. Its limits allow for such a spread.
def charted(numerators, denominators):
    """The share seen within four hours, month by month, against the national aim of 95 %."""
    return spc.i_chart(
        numerators,
        n=denominators,
        x=months,
        target=0.95,
        direction="increase",
        rules="nhs-mdc/2",
        percent=True,
    )


charts = {
    trust: charted([seen[trust][month] for month in months], [came[trust][month] for month in months])
    for trust in trusts
}
together = charted(
    [sum(seen[trust][month] for trust in trusts) for month in months],
    [sum(came[trust][month] for trust in trusts) for month in months],
)

# %% Read what each chart says: a word, a sentence, and what to expect of the target.
for trust, chart in charts.items():
    print(f"{trust}: {chart.reading.word}. {chart.reading.plain} {chart.reading.assurance_plain}")

# %% All trusts on one page, on one scale, with everyone dotted behind.
multiples = spc.plot_multiples(
    charts,
    title="Seen within 4 hours, emergency departments of type 1",
    everyone=together,
    everyone_label="All three",
)

# %% Compare the trusts over the last twelve months. A funnel asks what is different; it never ranks.
last = months[-12:]
funnel = spc.funnel(
    [sum(seen[trust][month] for month in last) for trust in trusts],
    [sum(came[trust][month] for month in last) for trust in trusts],
    units=trusts,
)
print(funnel.plain, *funnel.notices)

# %% Keep the pictures: SVG for print and pages, PNG for slides and mail.
(OUT / "trusts.svg").write_text(multiples, encoding="utf-8")
(OUT / "funnel.svg").write_text(
    funnel.svg(
        theme="light", title="Seen within 4 hours, April 2018 to March 2019", y_label="Share of patients"
    ),
    encoding="utf-8",
)
for trust, chart in charts.items():
    picture = chart.svg(theme="light", title=f"Seen within 4 hours, {trust}", y_label="Share of patients")
    (OUT / f"{trust.lower()}.svg").write_text(picture, encoding="utf-8")

from wellrun_spc.draw.png import png  # noqa: E402 - needs resvg-py, which comes with Wellrun

(OUT / "trusts.png").write_bytes(png(multiples))

# %% Keep the numbers behind them, for whoever asks. This cell needs Polars or pandas.
charts["Leeds"].to_frame().write_csv(OUT / "leeds.csv")


# %% Write the paper: for each trust its sign, its word, what it says and what to expect.
def section(trust, chart):
    """One trust in the paper."""
    reading = chart.reading
    signs = spc.icon(reading, label="") + spc.icon(reading, of="assurance", label="")
    words = f"{reading.word}. {reading.assurance_word}."
    said = "".join(f"<p>{escape(text)}</p>" for text in (reading.plain, reading.assurance_plain))
    return f"<section><h2>{escape(trust)}</h2><p>{signs} <strong>{escape(words)}</strong></p>{said}</section>"


paper = [
    "<!doctype html><html lang='en'><meta charset='utf-8'><title>Emergency care: board paper</title>",
    "<h1>Emergency care: four hours</h1>",
    "<p>Source: NHS England, A&amp;E attendances, April 2016 to March 2019.</p>",
    multiples,
    *(section(trust, chart) for trust, chart in charts.items()),
    "<section><h2>The three together</h2>",
    funnel.svg(theme="light", title="Seen within 4 hours, April 2018 to March 2019", id="funnel"),
    *(f"<p>{escape(text)}</p>" for text in (funnel.plain, *funnel.notices)),
    f"<p>{escape(charts['Leeds'].reading.reason)}</p></section></html>",
]
(OUT / "board-paper.html").write_text("\n".join(paper), encoding="utf-8")
print(f"Open {OUT / 'board-paper.html'}.")
