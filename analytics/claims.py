"""Claims put to the record: true, false, or cannot be known, with the figures behind the answer."""

from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from data.words import AS_ADOPTED, BODY_NAMES, FINAL, REPORTED, WHOLE

TRUE, FALSE, CANNOT = "true", "false", "cannot be known"
OBSERVERS = 2  # State of Palestine and Holy See: they can sponsor, outside the 193


@dataclass(frozen=True)
class Finding:
    """An answer: the claim, the verdict (true, false, cannot be known), the reasons, and the figures (a table)."""

    claim: str
    verdict: str
    reasons: tuple[str, ...]
    figures: pd.DataFrame


def highest_ever(counts: pd.DataFrame, resolution: str, claimed: int | None = None) -> Finding:
    """Whether a text had more sponsors than any earlier one of its body.

    `counts` is Measures.counts of one body or more; `claimed` replaces our own number of the text (a
    reported number may be checked too). A number that is not whole is taken as what it can be at least and at
    most; so is one reported at adoption, after which others may have joined. False where an earlier text surely
    had as many; true where every earlier text surely had fewer; else cannot be known. Raises ValueError for a text
    not in it."""
    rows = counts[counts["resolution"] == resolution]
    if rows.empty:
        raise ValueError(f"no resolution {resolution!r} in this scope")
    text = rows.iloc[0]
    earlier = counts[(counts["body"] == text["body"]) & (counts["adopted_on"] < text["adopted_on"])]
    claim = f"{resolution} had the highest number of sponsors of any {BODY_NAMES[text['body']]} text until then"
    if claimed is None and pd.isna(text["shown"]):
        return Finding(claim, CANNOT, (f"no number of sponsors of {resolution} is known",), earlier)
    least, most = (claimed, claimed) if claimed is not None else _limits(text)
    claim = f"{claim}, with {claimed if claimed is not None else text['shown_text']}"
    figures = pd.concat([earlier, rows])
    limits = [_limits(row) for _, row in earlier.iterrows()]
    surely_as_many = earlier[[low >= most for low, _ in limits]]
    if len(surely_as_many):
        reasons = tuple(f"{r.resolution} ({r.year}) had {r.shown_text}" for r in surely_as_many.itertuples())
        return Finding(claim, FALSE, reasons, figures)
    maybe_as_many = earlier[[high >= least for _, high in limits]]
    if maybe_as_many.empty:
        return Finding(claim, TRUE, (f"all {len(earlier)} earlier texts had fewer than {least}",), figures)
    return Finding(claim, CANNOT, tuple(_open(maybe_as_many, resolution, least, most)), figures)


def _limits(text: pd.Series) -> tuple[int, int]:
    """The fewest and the most sponsors that a text can have had, from its row of counts."""
    named = text["sponsors"] + text["observers"]
    reported = text["status"] in REPORTED
    exact = reported and (text["bound"], text["claimed_at"]) == ("exact", FINAL)
    if text["status"] == "complete" or exact:
        return int(text["shown"]), int(text["shown"])
    # Counts do not say which observers are in doubt, so every one that is not named may have sponsored.
    most = named + text["unknown"] + OBSERVERS - text["observers"]
    return (0 if pd.isna(text["shown"]) else int(text["shown"])), int(most)


def _open(texts: pd.DataFrame, resolution: str, least: int, most: int) -> list[str]:
    reasons = []
    if most > least:
        reasons.append(f"the whole list of {resolution} is not held: at least {least}, at most {most} sponsors")
    known = texts[texts["shown"].notna() & (texts["shown"] >= least)]
    reasons += [f"{row.resolution} ({row.year}) had {row.shown_text}" for row in known.itertuples()]
    years = ", ".join(str(year) for year in texts.drop(index=known.index)["year"])
    if years and known.empty:
        reasons.append(
            f"no earlier number that is known is as high as {least}, but the whole list is not held for {years}"
        )
    elif years:
        reasons.append(f"the whole list is not held for {years}")
    return reasons


def grown_between(counts: pd.DataFrame, body: str, since: int, until: int) -> Finding:
    """Whether the number of sponsors in a body grew between two years, e.g. the letter of 2008 for 2000 to 2007.

    Compares the first and the last text of the period. True or false only where both numbers are known whole;
    the texts between are in the figures, and where they allow a firm answer for a shorter period, the reasons
    say it. Raises ValueError where the body has fewer than two texts in the period."""
    part = counts[(counts["body"] == body) & counts["year"].between(since, until)].sort_values("adopted_on")
    if len(part) < 2:
        raise ValueError(f"fewer than two texts of {body} from {since} to {until}")
    claim = f"Sponsors of the {BODY_NAMES[body]} text grew in number from {since} to {until}"
    first, last = part.iloc[0], part.iloc[-1]
    whole = part[part["status"] == "complete"]
    reasons = [f"{row['year']}: {row['shown_text']}" for row in (first, last)]
    if first["status"] == "complete" and last["status"] == "complete":
        verdict = TRUE if last["shown"] > first["shown"] else FALSE
        return Finding(claim, verdict, tuple(reasons), part)
    if len(whole) >= 2:
        a, b = whole.iloc[0], whole.iloc[-1]
        reasons.append(
            f"on the whole lists held, from {a['shown']} in {a['year']} to {b['shown']} in {b['year']}, "
            f"between {whole['shown'].min()} and {whole['shown'].max()}"
        )
    else:
        reasons.append(f"whole lists are held for {len(whole)} of the {len(part)} texts")
    return Finding(claim, CANNOT, tuple(reasons), part)


def claims_against_lists(claims: pd.DataFrame, lists: pd.DataFrame) -> pd.DataFrame:
    """Each reported number against the list of the same moment.

    Columns: those of count_claims, list_id, names (on it, Int64, without the main sponsor where the source
    counts it apart), verdict ("agrees", "list has N more", "list has N fewer", "no list of that moment"). A
    number is only held against a complete list or one with a gap: final against final, at adoption against as
    adopted. `at least` agrees when the list has as many or more."""
    usable = lists[lists["completeness"].isin(WHOLE)]
    columns = (usable[column] for column in ("resolution", "stage", "list_id", "n_states"))
    by_stage = {(text, stage): (one, int(names)) for text, stage, one, names in zip(*columns, strict=True)}
    rows = []
    for fields in claims.itertuples(index=False):
        claim = dict(zip(claims.columns, fields, strict=True))
        wanted = {FINAL: (FINAL,), "at introduction": (), "at adoption": (AS_ADOPTED,)}.get(claim["kind"], ())
        found = next((by_stage[claim["resolution"], s] for s in wanted if (claim["resolution"], s) in by_stage), None)
        list_id, names = ("", None) if found is None else (found[0], found[1] - _main_sponsor_apart(claim))
        rows.append({**claim, "list_id": list_id, "names": names, "verdict": _verdict(claim, names)})
    return pd.DataFrame(rows, columns=[*claims.columns, "list_id", "names", "verdict"]).astype({"names": "Int64"})


def _main_sponsor_apart(claim: dict[str, Any]) -> bool:
    """Whether the number leaves the main sponsor out: "plus 1 main sponsor", "in addition to Norway", or a source that
    counts it on a line of its own ("Main sponsors1 Co-sponsors67")."""
    what = claim["what"]
    return "main sponsor" in what or "in addition to" in what or "Main sponsors1 " in claim["quote"]


def _verdict(claim: dict[str, Any], names: int | None) -> str:
    if names is None:
        return "no list of that moment"
    difference = names - int(claim["count"])
    if difference == 0 or (claim["bound"] == "at least" and difference > 0):
        return "agrees"
    return f"list has {abs(difference)} {'more' if difference > 0 else 'fewer'}"


def superlatives(claims: pd.DataFrame, lists: pd.DataFrame) -> pd.DataFrame:
    """Where a source calls a number of sponsors the highest ever, so that it can be checked by `highest_ever`.

    Columns: resolution, number (reported, <NA> where the source gives none), words (of the source where `quoted`, else
    our own note on the list), source_url, quoted. Found by the words "highest number" and "record number" in
    count_claims and in the notes."""
    said = claims[claims["quote"].str.contains("highest number|record number", case=False)]
    noted = lists[lists["note"].str.contains("record number", case=False)]
    said = said.rename(columns={"count": "number", "quote": "words"}).assign(quoted=True)
    noted = noted.rename(columns={"note": "words", "read_at": "source_url"}).assign(quoted=False)
    table = pd.concat([said, noted], ignore_index=True).astype({"number": "Int64"})
    return table[["resolution", "number", "words", "source_url", "quoted"]]


class Superlative(Protocol):
    """A row of `superlatives`."""

    words: str
    quoted: bool


def in_words(said: Superlative) -> str:
    """A row of `superlatives` as a sentence: only what stands in the source is put in quotation marks."""
    words = said.words if said.words.endswith((".", "!", "?")) else f"{said.words}."
    return f"A source says: “{words}”" if said.quoted else f"Our note on its list: {words}"
