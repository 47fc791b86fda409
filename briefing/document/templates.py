"""Ready-made briefings, filled from the record: what a strategist would else put together by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from analytics.english import body_name, capital, count, listing, of_body, the_body
from analytics.measures import Measures
from analytics.targets.targets import prospects
from analytics.texts.drafts import named_on_drafts
from analytics.texts.occasions import next_text
from analytics.texts.texts import headline
from briefing.document.reasons import reasons
from briefing.document.spec import STATE, TARGETS, Briefing, Item, chart_item, text_item
from charts.kinds.states.targets import back_on_draft
from charts.question import held_against, latest_listed
from charts.words import answers
from data.store import Record
from data.tongues.speech import in_language, language, named, say, to_say
from data.tongues.speech import name as called

CERTAINTY = to_say(("expected", "inferred"))
"""How sure it is that a text comes (opportunities.certainty)."""
CALLS = 12
"""States on the call list of a campaign update, in the order of their evidence."""


@dataclass(frozen=True)
class Asked:
    """What a briefing is made for. body: GA or HRC; state: ISO code (capital visit). Of a campaign: picked: whom it
    asks, by code (default: the first by evidence); year of its text (0: the next); callers: who calls, by code;
    scenario: the States of the list to be projected (default: who is picked), and keep: whether those who sponsored the
    latest text stay on it."""

    body: str = "GA"
    state: str = ""
    picked: Sequence[str] = ()
    year: int = 0
    callers: Mapping[str, str] = field(default_factory=dict)
    scenario: Sequence[str] = ()
    keep: bool = True


@dataclass(frozen=True)
class Template:
    """`needs_state`: whether it is about one State, whose ISO code it then needs."""

    key: str
    title_for_menu: str
    needs_state: bool
    build: Callable[[Record, Asked], Briefing]


def make(name: str, record: Record, asked: Asked | None = None, title: str = "") -> Briefing:
    """The briefing of a template, in the language in force. `title`: the user's own. Raises ValueError, with a sentence
    for the user, for a template, State or body that does not exist."""
    if name not in TEMPLATES:
        raise ValueError(f"no template {name!r}; there are {', '.join(TEMPLATES)}")
    template, asked = TEMPLATES[name], asked or Asked()
    asked = replace(asked, state=asked.state.upper(), body=asked.body.upper())
    if asked.body not in ("GA", "HRC"):
        raise ValueError(f"a briefing is for the GA or the HRC, not {asked.body!r}")
    known = set(record.states["iso3"])
    if template.needs_state and asked.state not in known:
        state = asked.state
        raise ValueError(
            f"no State {state!r}; give its ISO code, such as KEN" if state else f"template {name!r} needs a State"
        )
    strangers = [code for code in (*asked.picked, *asked.scenario) if code not in known]
    if strangers:
        raise ValueError(f"no State {', '.join(strangers)}")
    made = template.build(record, asked)
    return replace(made, title=title) if title else made


def ask(record: Record, body: str) -> Item:
    """The ask as a text of the user's to change: what comes next, and what is asked for."""
    coming = next_text(record, body)
    when = say("The next text.")
    if coming is not None:
        told = {"what": say(coming["what"]), "certainty": say(coming["certainty"]), "year": int(coming["year"])}
        when = say("{what}: {certainty} in {year}.", **told)
        if pd.notna(coming["session"]):
            when = say("{what}: {certainty} in {year}, session {session}.", **told, session=coming["session"])
    points = [
        say("Support the text and protect its language."),
        say("Co-sponsor it, and do so early: an early and broad list draws others in."),
        say("Speak for defenders in the debate, women defenders among them."),
        say("Vote against amendments that would weaken it."),
    ]
    return text_item(say("What we ask"), "\n".join([capital(when), *(f"- {point}" for point in points)]))


def _side_event(record: Record, asked: Asked) -> Briefing:
    body = asked.body
    text = latest_listed(record, (body,))
    items = [
        chart_item("columns", body=body),
        chart_item("regions", body=body),
        chart_item("map-status", text=text),
        *_changed(record, text),
        ask(record, body),
    ]
    title = say("Who stands with human rights defenders: {the_body}", the_body=the_body(body))
    return Briefing(title, say("Side event"), tuple(items), language())


def _changed(record: Record, text: str) -> list[Item]:
    """What changed up to that text, where an earlier list can be compared."""
    try:
        since = held_against(record, text)
    except ValueError:
        return []
    return [chart_item("changes", text=text, since=since)]


def _capital_visit(record: Record, asked: Asked) -> Briefing:
    body, state = asked.body, asked.state
    name = called(state, record.states.set_index("iso3").loc[state, "short_name"])
    items = [Item(STATE, spec={"state": state}), *_reasons(record, body, state)]
    items += [chart_item("assembly-ladder", body=body), chart_item("from-best", body=body), ask(record, body)]
    title = say("{state} and human rights defenders", state=name)
    return Briefing(title, say("Visit to the capital"), tuple(items), language())


def _reasons(record: Record, body: str, state: str) -> list[Item]:
    """What speaks for a talk with the State, as an item; none for a sure sponsor."""
    said = "\n".join(f"- {sentence}" for sentence in reasons(record, body, state))
    title = say("What the record says on the {body} text", body=body_name(body), of_body=of_body(body))
    return [text_item(title, said)] if said else []


def _campaign(record: Record, asked: Asked) -> Briefing:
    """Who is named on the draft of the text is asked nothing, and told apart."""
    body, coming = asked.body, next_text(record, asked.body)
    year = asked.year or (int(coming["year"]) if coming is not None else 0)
    found = prospects(record, body, year)
    on_draft = named_on_drafts(record, body, year)
    answer = headline(record, body)
    back = back_on_draft(answer, found)
    found = found.set_index("iso3")
    states = in_language(record.states).set_index("iso3", drop=False)
    picked = asked.picked or list(found.index[found["target"] & found["status"].eq("member")][:CALLS])
    signed = listing(named(states.loc[[code for code in picked if code in on_draft]]))
    thanks = [
        *([say("Named on the draft, of those who had sponsored: {names}.", names=back)] if back else []),
        *([say("Of our list named on the draft already: {names}. We thank them.", names=signed)] if signed else []),
    ]
    chosen = [{"iso3": code, "who": asked.callers.get(code, "")} for code in picked if code not in on_draft]
    plan = {"targets": chosen, "body": body, "year": year, "reasons": True, "projection": not asked.scenario}
    told = "{states} to ask"
    if plan["projection"]:
        told = "{states} to ask, and what the list would then come to"
    title = say(told, states=count(len(chosen), "State"))
    scenario = asked.scenario or [each["iso3"] for each in chosen]
    inside = [code for code in scenario if states.loc[code, "status"] == "member" and code not in on_draft]
    if year:  # the picture has the headline for its title, and counts who is named on a draft
        items = [chart_item("assembly-targets", "", "\n".join(thanks), body=body, year=year)]
    else:  # without a coming text there is no draft of it
        items = [text_item(say("campaign|Where it stands"), answer.sentence)]
    items += [Item(TARGETS, title, "", plan)] if chosen else []
    keep = {} if asked.keep else {"keep": "no"}
    items.append(chart_item("assembly-coalition", body=body, year=year, picked=",".join(inside), **keep))
    items += [chart_item("columns", body=body), *_changed(record, latest_listed(record, (body,)))]
    heading = say("Whom to ask for the {body} text", body=body_name(body), of_body=of_body(body))
    if year:
        of_year = {"body": body_name(body), "of_body": of_body(body), "year": year}
        heading = say("Whom to ask for the {body} text of {year}", **of_year)
    subtitle = say("Campaign update: the scenario against the record")
    return Briefing(heading, subtitle, (*items, ask(record, body)), language())


def _donor_page(record: Record, asked: Asked) -> Briefing:
    body = asked.body
    items = [
        chart_item("counts", bodies="GA,HRC"),
        chart_item("breadth", body=body),
        chart_item("from-best", body=body),
        text_item(say("What this rests on"), answers.sources(Measures(record).coverage())),
    ]
    title = say("Support for human rights defenders at the United Nations")
    return Briefing(title, say("For our donors"), tuple(items), language())


TEMPLATES: dict[str, Template] = {
    template.key: template
    for template in (
        Template("side-event", "Side event: trend, regions, map, what changed, the ask", False, _side_event),
        Template("capital-visit", "Capital visit: one State", True, _capital_visit),
        Template("campaign-update", "Campaign update: scenario against record", False, _campaign),
        Template("donor-page", "Donor page: support, breadth, what it rests on", False, _donor_page),
    )
}
