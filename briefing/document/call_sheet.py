"""The call sheet of a shortlist, to be printed: whom to call, who calls, why, in which language, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from docx.enum.section import WD_ORIENT

from analytics.english import count, listing, long_date
from analytics.measures import Measures
from analytics.scope import BODY_NAMES, GROUP_SHORT
from analytics.targets.facts import languages
from analytics.texts.drafts import drafts_of, named_on_drafts
from briefing.document.forms import pdf as printing
from briefing.document.section import built_on
from briefing.office import docx_style, tables
from briefing.picture import html
from briefing.words import PRODUCER
from data.store import Record
from files.whole import in_memory
from files.xml import escape, safe_xml
from workspace.campaigns import Campaign
from workspace.database.schema import STATUSES
from workspace.shortlist.shortlist import Entry

REASONS = 3
"""Reasons of a State on the sheet, the first in the order of evidence."""
_WIDTHS = (3.6, 3.0, 2.4, 9.7, 3.3, 4.7)


@dataclass(frozen=True, eq=False)
class CallSheet:
    """`table`: one row a State, in the order of `STATUSES` and then as listed: State, Who calls, Language, Why call,
    Status, Next step and notes; `said`: sentences above it; `source`: below it."""

    title: str
    said: tuple[str, ...]
    table: pd.DataFrame
    source: str
    version: str


def call_sheet(record: Record, campaign: Campaign, entries: Sequence[Entry], asked: pd.DataFrame) -> CallSheet:
    """The sheet of these entries. `asked`: analytics.targets.targets.prospects of the campaign's text (without rows
    where no list of its body tells). Who is named on the draft of the text is told apart: to be thanked."""
    states = record.states.set_index("iso3")
    stands = Measures(record).ladder(campaign.body).set_index("iso3")["words"]
    spoken = languages(record)
    mine = asked[asked["iso3"].isin([entry.iso3 for entry in entries])]
    why = {
        iso3: [reason.sentence for reason in reasons()[:REASONS]]
        for iso3, reasons in zip(mine["iso3"], mine["reasons"], strict=True)
    }
    groups = states["un_group"].map(GROUP_SHORT).fillna("observer")
    rows = [
        {
            "State": f"{states.loc[entry.iso3, 'short_name']} ({groups[entry.iso3]})",
            "Who calls": entry.owner or "nobody yet",
            "Language": spoken.get(entry.iso3, "not known"),
            "Why call": " ".join(why.get(entry.iso3) or [f"Stands as: {stands.loc[entry.iso3]}."]),
            "Status": entry.status,
            "Next step and notes": _next(entry),
        }
        for entry in sorted(entries, key=lambda entry: STATUSES.index(entry.status))
    ]
    heads = ["State", "Who calls", "Language", "Why call", "Status", "Next step and notes"]
    named = named_on_drafts(record, campaign.body, campaign.year)
    mine = {entry.iso3: named[entry.iso3] for entry in entries if entry.iso3 in named}
    said = [f"{count(len(rows), 'State')} for the {BODY_NAMES[campaign.body]} text of {campaign.year}."]
    said += [f"Aim: {campaign.aim}"] if campaign.aim else []
    if mine:
        who = listing(sorted(states.loc[iso3, "short_name"] for iso3 in mine))
        said.append(f"Named already on {drafts_of(mine)}, so to be thanked and not asked: {who}.")
    source = f"{built_on(record)}. {PRODUCER}, data version {record.version}. What is not known is never a “no”."
    return CallSheet(
        f"Call sheet: {campaign.name}", tuple(said), pd.DataFrame(rows, columns=heads), source, record.version
    )


def _next(entry: Entry) -> str:
    day = long_date(entry.date) if entry.date else ""
    return ". ".join(part.rstrip(".") for part in (": ".join(filter(None, (day, entry.next_step))), entry.note) if part)


def docx(sheet: CallSheet) -> bytes:
    """The sheet as a Word file, A4 lying."""
    document = docx_style.new_document("en", sheet.title, margin=1.5, size=10)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_paragraph(safe_xml(sheet.title), style="Title")
    for line in sheet.said:
        document.add_paragraph(safe_xml(line))
    rows = [list(map(str, row)) for row in sheet.table.itertuples(index=False, name=None)]
    docx_style.table(document, list(sheet.table.columns), rows, _WIDTHS)
    document.add_paragraph(safe_xml(sheet.source), style="Small")
    docx_style.page_number_footer(document, sheet.title)
    return in_memory(document.save)


def pdf(sheet: CallSheet) -> bytes:
    """The sheet as PDF, A4 lying. Raises NoBrowser, ImageError."""
    shares = [100 * width / sum(_WIDTHS) for width in _WIDTHS]
    said = "".join(f"<p>{escape(line)}</p>" for line in sheet.said)
    body = f"<main><header><h1>{escape(sheet.title)}</h1></header>{said}{html.table(sheet.table, '', shares)}"
    style = html.style("print.css", sheet="size: A4 landscape; margin: 1.5cm", footer="")
    body += f"<p class='small'>{escape(sheet.source)}</p></main>"
    page = html.document(html.Page(sheet.title, body, style=style))
    return printing.printed(page, sheet.title, "", sheet.version)


def xlsx(sheet: CallSheet) -> bytes:
    """The sheet as a workbook, with what is said of it on a sheet of its own."""
    words = [("Call sheet", sheet.title), *(("", line) for line in sheet.said), ("Source", sheet.source)]
    return tables.workbook([("Call sheet", sheet.table)], words, sheet.title)
