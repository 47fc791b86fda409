"""What a letter may say about a State, by the rules in briefing/letter/facts.py, and what its words do say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.oracle.cells import best, cell
from tests.oracle.record import Record, State, Text, rows
from tests.oracle.votes import Vote, opposed

ASKED = {"assembly": "GA", "thematic": "HRC", "mandate": "HRC"}
AFTER = {"CHR": ("CHR", "HRC")}
DRAFTS = ("tabled", "tabled revised")


@dataclass(frozen=True)
class Files:
    """What the letters need beside the record: rows by resolution, the list used by resolution, who leads what."""

    resolutions: dict[str, dict[str, str]]
    used: dict[str, dict[str, str]]
    leads: frozenset[tuple[str, str]]
    withdrawn: frozenset[str]
    coming: tuple[dict[str, str], ...]


def files(folder: Path) -> Files:
    texts = {row["resolution"]: row for row in rows(folder, "resolutions")}
    lists = rows(folder, "sponsor_lists")
    done = {(row["body"], row["year"]) for row in texts.values() if row["adoption"] != "not yet adopted"}
    return Files(
        texts,
        {row["resolution"]: row for row in lists if row["used_for_analysis"] == "yes"},
        frozenset((r["resolution"], r["iso3"]) for r in rows(folder, "sponsors") if r["role"] == "main sponsor"),
        frozenset(row["resolution"] for row in rows(folder, "events") if row["kind"] == "withdrawal"),
        tuple(row for row in rows(folder, "opportunities") if (row["body"], row["year"]) not in done),
    )


@dataclass(frozen=True)
class Due:
    """`kind` of the sentence; `thanked`: the texts that it names; `again`: whether the ask may say "once more";
    `founder`: whether it may say that the State tabled the text that created the mandate."""

    kind: str
    thanked: tuple[Text, ...]
    again: bool
    founder: bool


def due(record: Record, held: Files, mine: list[Vote], state: State, campaign: str) -> Due:
    """What the letter to a State has to say of it."""
    signed = [text for text in record.texts if cell(record, text, state) == "sponsor"]
    kind, thanked = _sentence(record, held, mine, state, signed, ASKED[campaign])
    of_kind = [text for text in signed if _is_asked(held, text, campaign)]
    again = kind in ("cosponsor", "earlier", "recalled") and bool(of_kind)
    created = record.text("CHR 2000/61")
    return Due(kind, thanked, again, campaign == "mandate" and created in signed and created not in thanked)


def _is_asked(held: Files, text: Text, campaign: str) -> bool:
    renewed = held.resolutions[text.symbol]["mandate_action"] == "renewed"
    return renewed if campaign == "mandate" else text.body == ASKED[campaign] and not renewed


def _sentence(
    record: Record, held: Files, mine: list[Vote], state: State, signed: list[Text], body: str
) -> tuple[str, tuple[Text, ...]]:
    stands_against = opposed(record, mine, state)
    if not signed:
        whole = [vote for vote in mine if vote.final]
        thanked = whole and whole[-1].yes_to_it and whole[-1].meant and not stands_against
        return ("vote", (whole[-1].text,)) if thanked else ("invitation", ())

    def missed(since: Text) -> bool:
        return any(
            text.body in AFTER.get(since.body, (since.body,))
            and text.day > since.day
            and text.symbol not in held.withdrawn
            and cell(record, text, state) == "not_sponsor"
            for text in record.texts
        )

    def lead(text: Text) -> bool:
        return (text.symbol, state.iso3) in held.leads

    last = signed[-1]
    if stands_against or missed(last):
        return "recalled" if stands_against else "earlier", tuple(signed[:-3:-1])
    own = [text for text in signed if text.body == body][-1:]
    too = own if own and own[0] != last and not missed(own[0]) and lead(own[0]) == lead(last) else []
    return "main_sponsor" if lead(last) else "cosponsor", (last, *too)


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
BODIES = {
    "en": {"GA": "General Assembly", "CHR": "Commission on Human Rights", "HRC": "Human Rights Council"},
    "fr": {
        "GA": "de l’Assemblée générale",
        "CHR": "de la Commission des droits de l’homme",
        "HRC": "du Conseil des droits de l’homme",
    },
    "es": {
        "GA": "de la Asamblea General",
        "CHR": "de la Comisión de Derechos Humanos",
        "HRC": "del Consejo de Derechos Humanos",
    },
}
FORMS = {
    "en": r"(?P<draft>the draft, as tabled, that became )?(?P<body>{bodies}) resolution (?P<number>\d+/\d+)"
    r" of (?P<day>\d+) (?P<month>\w+) (?P<year>\d{{4}})",
    "fr": r"(?P<draft>du projet de résolution, tel que déposé, devenu )?(?:la )?résolution (?P<number>\d+/\d+) "
    r"(?P<body>{bodies}), en date du (?P<day>\d+)(?:er)? (?P<month>\w+) (?P<year>\d{{4}})",
    "es": r"(?P<draft>del proyecto de resolución, tal como se presentó, que dio lugar a )?(?:la )?resolución "
    r"(?P<number>\d+/\d+) (?P<body>{bodies}), de (?P<day>\d+) de (?P<month>\w+) de (?P<year>\d{{4}})",
}
PATTERNS = {
    language: re.compile(form.format(bodies="|".join(BODIES[language].values())), re.IGNORECASE)
    for language, form in FORMS.items()
}
NUMBER = re.compile(r"\b\d+/\d+\b")


def short(symbol: str) -> str:
    """ "74/146" of A/RES/74/146, "2000/61" of CHR 2000/61."""
    return "/".join(re.split(r"[/ ]", symbol)[-2:])


def named(record: Record, text: str, language: str) -> list[tuple[Text, bool]]:
    """The resolutions that a text names, with their full name and day, and whether each is named as a draft. A number
    that stands there otherwise, or with another day, is an error."""
    found = []
    for match in PATTERNS[language].finditer(text):
        body = next(b for b, name in BODIES[language].items() if name.lower() == match["body"].lower())
        one = next(t for t in record.of(body) if short(t.symbol) == match["number"])
        month = MONTHS[language].split().index(match["month"]) + 1
        said = f"{match['year']}-{month:02}-{int(match['day']):02}"
        assert said == one.day, (match[0], one.day)
        found.append((one, bool(match["draft"])))
    numbers = NUMBER.findall(re.sub(r"[A-Z]+(?:/[A-Z.\d()]+)+", "", text))
    assert sorted(numbers) == sorted(short(one.symbol) for one, _ in found), (numbers, text)
    return found


def of_a_draft(record: Record, text: Text) -> bool:
    """Whether the list that is used of a text is of its draft: then only that much may be said."""
    return best(record, text).stage in DRAFTS


PHRASES = {
    "en": {
        "main_sponsor": "for leading this work as main sponsor",
        "cosponsor": "for its co-sponsorship",
        "earlier": "We recall with gratitude that",
        "recalled": "We recall that",
        "vote": "for its vote in favour",
        "invitation": "We would be honoured to count",
    },
    "fr": {
        "main_sponsor": "de conduire ces travaux comme auteur principal",
        "cosponsor": "de s’être porté coauteur",
        "earlier": "Nous nous souvenons avec gratitude que",
        "recalled": "Nous avons présent à l’esprit que",
        "vote": "d’avoir voté pour",
        "invitation": "Nous serions honorés de compter",
    },
    "es": {
        "main_sponsor": "que dirija esta labor como patrocinador principal",
        "cosponsor": "su copatrocinio",
        "earlier": "Recordamos con gratitud que",
        "recalled": "Tenemos presente que",
        "vote": "su voto a favor",
        "invitation": "Sería un honor contar con",
    },
}
AGAIN = {"en": "once more", "fr": "porter de nouveau coauteur", "es": "que vuelva a "}
GROUPS = {
    "en": (
        "African Group",
        "Asia-Pacific Group",
        "Eastern European Group",
        "Latin American and Caribbean Group",
        "Western European and Others Group",
    ),
    "fr": (
        "Groupe des États d’Afrique",
        "Groupe des États d’Asie et du Pacifique",
        "Groupe des États d’Europe orientale",
        "Groupe des États d’Amérique latine et des Caraïbes",
        "Groupe des États d’Europe occidentale et autres États",
    ),
    "es": (
        "Grupo de los Estados de África",
        "Grupo de los Estados de Asia y el Pacífico",
        "Grupo de los Estados de Europa Oriental",
        "Grupo de los Estados de América Latina y el Caribe",
        "Grupo de los Estados de Europa Occidental y otros Estados",
    ),
}
MEMBERS = {"en": "Member States", "fr": "États Membres", "es": "Estados Miembros"}
OBSERVERS = {
    "en": {"PSE": "the State of Palestine", "VAT": "the Holy See"},
    "fr": {"PSE": "État de Palestine", "VAT": "Saint-Siège"},
    "es": {"PSE": "Estado de Palestina", "VAT": "Santa Sede"},
}
TIMES = {"en": "seven times", "fr": "à sept reprises", "es": "siete veces"}
UNOPPOSED = {"en": "each time without a vote", "fr": "chaque fois sans vote", "es": "siempre sin votación"}
