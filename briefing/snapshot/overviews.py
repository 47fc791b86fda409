"""The pages of the snapshot that show many texts or States at once: overview, where, trends, States by text."""

from collections.abc import Iterator

from analytics.english import percent
from analytics.measures import Measures
from analytics.scope import BODIES, BODY_NAMES, Scope
from analytics.texts.changes import comparable
from briefing.snapshot.markup import Html, answer, picture, table, tag, to
from briefing.snapshot.pack import Packs
from charts import catalog
from charts.frame.layouts import screen
from charts.words import answers
from data.store import Record
from data.words import WHOLE

_TRENDS = ("columns", "regions", "political", "breadth", "from-best")


def overview(record: Record, packs: Packs) -> Html:
    """Where support stands: the latest whole list of the Assembly and of the Council, what comes next, what is open."""
    return Html(
        answer("Where support stands", answers.overview(Measures(record).counts()))
        + "".join(_latest(record, packs))
        + "".join(_next(record))
        + tag("h2", "What we do not know")
        + tag("p", answers.sources(Measures(record).coverage()))
        + tag("p", to("sources", "", "Every list, its document, and the rules"))
    )


def _latest(record: Record, packs: Packs) -> Iterator[Html]:
    measures = Measures(record)
    texts, breadth = measures.texts(), measures.breadth().set_index("resolution")
    whole = texts[texts["completeness"].isin(WHOLE) & texts["stage"].eq(texts["asked"])]
    # The Commission ended in 2006: what stands today is told by the two others.
    for body in ("GA", "HRC"):
        rows = whole[whole["body"] == body]
        if rows.empty:
            continue
        symbol = rows.iloc[-1]["resolution"]
        earlier = comparable(texts, symbol)
        name = "assembly-change" if earlier else "assembly-status"
        chart = catalog.build(name, record, text=symbol)
        packs.figures("overview", body, chart)
        yield tag("h2", f"The latest list held of the {BODY_NAMES[body]}: ", to("text", symbol, symbol))
        yield picture(chart, "overview", body)
        row = breadth.loc[symbol]
        held = "" if row["status"] == "complete" else " The list has a gap; these are the names that are on it."
        yield tag(
            "p",
            f"Regional groups with a sponsor: {row['groups_present']} of 5. Sponsors from outside the largest group, "
            f"the {row['largest_group']}: {percent(row['outside_largest'])}.{held}",
        )


def _next(record: Record) -> Iterator[Html]:
    if len(record.coming):
        yield tag("h2", "What comes next")
    for item in record.coming.itertuples():
        yield tag(
            "p", tag("b", f"{item.year} · {BODY_NAMES[item.body]}"), f": {item.what} ({item.certainty}: {item.basis})"
        )


def where(record: Record, body: str, packs: Packs) -> Html:
    """Who sponsors in one body: how often each State did, and where each stands; as tiles and on the map."""
    pictures = ""
    for name in ("ladder", "times"):
        for form, when in (("assembly", "assembly"), ("map", "map")):
            chart = catalog.build(f"{form}-{name}", record, body=body)
            packs.figures("where", f"{form}-{name} {body}", chart)
            pictures += picture(chart, "where", f"{form}-{name} {body}", when)
    title = catalog.build("assembly-ladder", record, body=body).title.rstrip(".")
    rows = Measures(record).ladder(body)
    heads = ("State", "Where it stands", "Sponsored", "Texts known", "Last sponsored")
    states = rows.sort_values("short_name").itertuples()
    listed = (
        (to("state", row.iso3, row.short_name), row.words, row.sponsored, row.opportunities, row.last_year)
        for row in states
    )
    return Html(
        answer(f"Where: who sponsors in the {BODY_NAMES[body]}", f"{title}.")
        + pictures
        + table(f"Where each State stands in the {BODY_NAMES[body]}", heads, listed)
    )


def trends(record: Record, body: str, packs: Packs) -> Html:
    """How support moved in one body, in numbers, by regional and by political groups."""
    counts = Measures(record).counts(Scope.whole((body,)))
    withdrawn = set(record.events.loc[record.events["kind"] == "withdrawal", "resolution"])
    made = ""
    for name in _TRENDS:
        try:
            chart = catalog.build(name, record, body=body)
        except ValueError as cannot:  # the record cannot answer; the catalogue says why, in words for the user
            made += tag("p", f"{cannot}.")
            continue
        packs.figures("trends", f"{name} {body}", chart)
        made += picture(chart, "trends", f"{name} {body}")
    heads = ("Year", "Text", "Sponsors", "List")
    rows = (
        (row.year, to("text", row.resolution, row.resolution), row.shown_text, row.status)
        for row in counts.itertuples()
    )
    question = f"How support moved in the {BODY_NAMES[body]}"
    return Html(
        answer(question, answers.trends(counts, withdrawn)) + made + table("Sponsors of each text", heads, rows)
    )


def compare(record: Record, body: str, packs: Packs) -> Html:
    """Every State by every text of one body."""
    reach = Measures(record).reach(Scope.whole((body,)))
    chart = catalog.build("matrix", record, body=body)
    packs.figures("compare", body, chart, (screen(360), screen(900)))
    return Html(
        answer(f"Every State by every text of the {BODY_NAMES[body]}", answers.compare(reach))
        + picture(chart, "compare", body)
    )


def choices(view: str, body: str) -> Html:
    """Links to the same page of each body."""
    links = (
        tag("a", BODY_NAMES[one], href=f"#{view}={one}", **({"aria_current": "page"} if one == body else {}))
        for one in BODIES
    )
    return tag("nav", *links, class_="choices", aria_label="Body")
