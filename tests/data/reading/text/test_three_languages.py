"""Some hundreds of made documents in every layout, stage and language of the lists: no State invented, none lost.

Each frame is a document as the United Nations prints it, with places for names; the names are drawn with a fixed seed
from the UN's own names of the States in that language. What a frame says of each stage is what must come back.
"""

# ruff: noqa: E501

from __future__ import annotations

import csv
import random
import re
from dataclasses import dataclass

import pytest
from babel import Locale
from babel.core import get_global

from data.names import RULES
from data.reading.context import Context
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()
DAY = CONTEXT.day("A/C.3/72/L.50")
LAST = {"en": " and ", "fr": " et ", "es": " y "}
SEEDS = range(5)


def names_in(language: str) -> dict[str, str]:
    """Each State's name of the United Nations in that language; where ours has none, that of the Unicode CLDR."""
    if language == "en":
        pairs = {row["iso3"]: row["name"] for row in CONTEXT.states}
    else:
        aliases = get_global("territory_aliases")
        pairs = {
            code: Locale(language).territories[aliases[code][0]] for code in CONTEXT.names.codes() if code != "PSE"
        }
        with (RULES / f"un_{language}.csv").open(encoding="utf-8", newline="") as file:
            pairs |= {row["iso3"]: row["name"] for row in csv.DictReader(file)}
    return {code: name for code, name in pairs.items() if CONTEXT.names.resolve(name, DAY) == code}


NAMES = {language: names_in(language) for language in LAST}


@dataclass(frozen=True)
class Frame:
    """A document with the places A (tabled), B (joined) and C (some of A that withdrew), and what each stage has.

    `stages`: stage -> the places whose States are on it; "A+B-C" is also understood. `width`: of its lines.
    """

    name: str
    language: str
    text: str
    stages: dict[str, str]
    most: int = 40
    width: int = 80


def draft(language: str, symbol: str, middle: str, kind: str) -> str:
    """A draft resolution: head, agenda item, sponsors, title."""
    head = {
        "en": "United Nations {s}\nGeneral Assembly\nDistr.: Limited\n31 October 2017\nOriginal: English\n\nThird Committee\n"
        "Agenda item 72 (b)\nPromotion and protection of human rights: situation in\nMyanmar\n\n",
        "fr": "Nations Unies {s}\nAssemblée générale\nDistr. limitée\n31 octobre 2017\nFrançais\nOriginal : anglais\n\n"
        "Troisième Commission\nPoint 72 b) de l’ordre du jour\nPromotion et protection des droits de l’homme : situation au\n"
        "Myanmar\n\n",
        "es": "Naciones Unidas {s}\nAsamblea General\nDistr. limitada\n31 de octubre de 2017\nEspañol\nOriginal: inglés\n\n"
        "Tercera Comisión\nTema 72 b) del programa\nPromoción y protección de los derechos humanos: situación en\nMyanmar\n\n",
    }[language].format(s=symbol)
    body = {
        "en": "The General Assembly,\nHaving considered the report of the Executive Committee and the visit to Haiti,\n",
        "fr": "L’Assemblée générale,\nAyant examiné le rapport de la Troisième Commission et la visite en Haïti,\n",
        "es": "La Asamblea General,\nHabiendo examinado el informe de la Tercera Comisión y la visita a Haití,\n",
    }[language]
    return f"{head}{middle}{kind}\n\nTitle\n\n{body}"


EN_REPORT = "A/72/439/Add.2\nReport of the Third Committee\n\n12. At the 45th meeting, on 8 November 2017, "
FR_REPORT = "A/72/439/Add.2\nRapport de la Troisième Commission\n\n12. À la 45e séance, le 8 novembre 2017, "
ES_REPORT = (
    "A/72/439/Add.2\nInforme de la Tercera Comisión\n\n12. En la 45ª sesión, celebrada el 8 de noviembre de 2017, "
)
EN_HAD = EN_REPORT + "the Committee had before it a draft resolution entitled “Title” (A/C.3/72/L.50), submitted by A. "
FR_HAD = (
    FR_REPORT
    + "la Commission était saisie d’un projet de résolution intitulé « Titre » (A/C.3/72/L.50), déposé par les "
    "pays suivants : A. "
)
ES_HAD = (
    ES_REPORT
    + "la Comisión tuvo ante sí un proyecto de resolución titulado “Título” (A/C.3/72/L.50), presentado por A. "
)
AB = {"tabled": "A", "additional": "B", "final": "A+B"}
AC = {"tabled": "A", "withdrawn": "C", "final": "A-C"}
COUNCIL = "A/HRC/22/2\n{}\n\n120. "


def frames() -> list[Frame]:
    """All frames."""
    made_frames = [
        Frame("draft", "en", draft("en", "A/C.3/72/L.50", "A", ": draft resolution"), {"tabled": "A"}),
        Frame(
            "draft, revised",
            "en",
            draft("en", "A/C.3/72/L.50/Rev.1", "A", ": revised draft resolution"),
            {"tabled revised": "A"},
        ),
        Frame("draft", "fr", draft("fr", "A/C.3/72/L.50", "A", " : projet de résolution"), {"tabled": "A"}),
        Frame(
            "draft, revised",
            "fr",
            draft("fr", "A/C.3/72/L.50/Rev.1", "A", " : projet de résolution révisé"),
            {"tabled revised": "A"},
        ),
        Frame("draft", "es", draft("es", "A/C.3/72/L.50", "A", ": proyecto de resolución"), {"tabled": "A"}),
        Frame(
            "draft, revised",
            "es",
            draft("es", "A/C.3/72/L.50/Rev.1", "A", ": proyecto de resolución revisado"),
            {"tabled revised": "A"},
        ),
        Frame(
            "addendum with the first sponsors above",
            "en",
            draft("en", "A/C.3/72/L.50/Add.1", "A", ": draft resolution").split("The General")[0]
            + "Addendum\n\nAdd the following countries to the list of sponsors of the draft resolution: B.\n",
            {"additional": "B"},
        ),
        Frame(
            "addendum",
            "fr",
            draft("fr", "A/C.3/72/L.50/Add.1", "A", " : projet de résolution").split("L’Assemblée")[0]
            + "Additif\n\nAjouter les pays suivants à la liste des auteurs du projet de résolution : B.\n",
            {"additional": "B"},
        ),
        Frame(
            "addendum",
            "es",
            draft("es", "A/C.3/72/L.50/Add.1", "A", ": proyecto de resolución").split("La Asamblea")[0]
            + "Adición\n\nAñádanse los siguientes países a la lista de patrocinadores del proyecto de resolución: B.\n",
            {"additional": "B"},
        ),
        Frame(
            "footnote",
            "en",
            "RESOLUTION 72/247\n\nAdopted at the 76th plenary meeting, on 24 December 2017, without a vote, on the recommendation of "
            "the Committee (A/72/439/Add.2, para. 121)865\n\n72/247. Title\nThe General Assembly,\n_______________\n“* The draft "
            "resolution recommended in the report was sponsored in the Committee by: A.\n",
            {"final": "A"},
        ),
        Frame(
            "footnote",
            "fr",
            "RÉSOLUTION 72/247\n\nAdoptée à la 76e séance plénière, le 24 décembre 2017, sans vote, sur la recommandation de la "
            "Commission (A/72/439/Add.2, par. 121)865\n\n72/247. Titre\nL’Assemblée générale,\n_______________\n865\n\nLe projet de "
            "résolution recommandé dans le rapport de la Commission avait pour auteurs les pays suivants : A.\n",
            {"final": "A"},
        ),
        Frame(
            "footnote",
            "es",
            "RESOLUCIÓN 72/247\n\nAprobada en la 76ª sesión plenaria, celebrada el 24 de diciembre de 2017, sin votación, por "
            "recomendación de la Comisión (A/72/439/Add.2, párr. 121)865\n\n72/247. Título\nLa Asamblea General,\n_______________\n"
            "865\n\nEl proyecto de resolución recomendado en el informe fue patrocinado en la Comisión por: A.\n",
            {"final": "A"},
        ),
        Frame(
            "line on adoption",
            "en",
            "RESOLUTION 72/247\n\nAdopted at the 76th plenary meeting, on 24 December 2017, without a vote, on the basis of draft "
            "resolution A/72/L.30 and Add.1, as orally revised, sponsored by: A\n\n72/247. Title\nThe General Assembly,\n",
            {"final": "A"},
        ),
        Frame(
            "line on adoption",
            "fr",
            "RÉSOLUTION 72/247\n\nAdoptée à la 76e séance plénière, le 24 décembre 2017, sans vote, sur la base du projet de "
            "résolution A/72/L.30 et Add.1, parrainé par les pays suivants : A\n\n72/247. Titre\nL’Assemblée générale,\n",
            {"final": "A"},
        ),
        Frame(
            "line on adoption",
            "es",
            "RESOLUCIÓN 72/247\n\nAprobada en la 76ª sesión plenaria, celebrada el 24 de diciembre de 2017, sin votación, sobre la "
            "base del proyecto de resolución A/72/L.30 y Add.1, patrocinado por los siguientes países: A\n\n72/247. Título\n"
            "La Asamblea General,\n",
            {"final": "A"},
        ),
        Frame("regions", "en", "Co-sponsors of A/C.3/72/L.50\nAfrica: A.\nAsia-Pacific: B.\n", {"": "A+B"}),
        Frame(
            "regions", "fr", "Coauteurs du projet A/C.3/72/L.50 :\nAfrique : A.\nEurope orientale : B.\n", {"": "A+B"}
        ),
        Frame(
            "regions",
            "es",
            "Patrocinadores del proyecto A/C.3/72/L.50:\nÁfrica: A.\nEuropa Oriental: B.\n",
            {"": "A+B"},
        ),
    ]
    made_frames += [
        Frame(f"joined: {words}", "en", f"{EN_HAD}{words}\n", AB)
        for words in (
            "Subsequently, B joined in sponsoring the draft resolution.",
            "13. At the same meeting, B joined the sponsors of the draft resolution.",
            "At the same meeting, the representative of Norway announced that B had joined in co-sponsorship of the draft text.",
            "The following States had become additional sponsors of the draft resolution: B.",
            "The additional sponsors of the draft resolution were B.",
            "Joining the sponsors of the text were B.",
        )
    ]
    made_frames += [
        Frame(f"joined: {words}", "fr", f"{FR_HAD}{words}\n", AB)
        for words in (
            "Par la suite, B se sont portés coauteurs du projet de résolution.",
            "13. Par la suite, les pays suivants se sont portés coauteurs du projet de résolution : B.",
            "Ultérieurement, B se sont joints aux auteurs du projet de résolution.",
            "13. À la même séance, B se sont associés aux auteurs du projet de résolution.",
            "Se sont ensuite joints aux auteurs du projet de résolution les pays suivants : B.",
            "13. À la 50e séance, le 20 novembre, le représentant de la Norvège a annoncé que B s’étaient joints aux auteurs du projet.",
            "B ont ensuite été ajoutés à la liste des auteurs du projet de résolution.",
        )
    ]
    made_frames += [
        Frame(f"joined: {words}", "es", f"{ES_HAD}{words}\n", AB)
        for words in (
            "Posteriormente, B se sumaron a los patrocinadores del proyecto de resolución.",
            "Posteriormente se sumaron a los patrocinadores del proyecto de resolución B.",
            "13. Posteriormente, los siguientes países se sumaron a los patrocinadores del proyecto de resolución: B.",
            "13. En la misma sesión, B se unieron a la lista de patrocinadores del proyecto de resolución.",
            "13. En la 50ª sesión, celebrada el 20 de noviembre, el representante de Noruega anunció que B se habían sumado a los "
            "patrocinadores.",
            "Ulteriormente, B pasaron a ser patrocinadores del proyecto de resolución.",
            "B también patrocinaron el proyecto de resolución.",
        )
    ]
    made_frames += [
        Frame(f"withdrew: {words}", language, f"{had}{words}\n", AC)
        for language, had, forms in (
            (
                "en",
                EN_HAD,
                (
                    "13. At the same meeting, C withdrew as sponsors of the draft resolution.",
                    "Subsequently, C withdrew their sponsorship.",
                    "13. Before the adoption of the draft resolution, C were removed from the list of sponsors.",
                ),
            ),
            (
                "fr",
                FR_HAD,
                (
                    "13. À la même séance, C se sont retirés de la liste des auteurs du projet de résolution.",
                    "Par la suite, C ont retiré leur parrainage.",
                    "13. Avant l’adoption du projet de résolution, C se sont retirés de la liste des coauteurs.",
                ),
            ),
            (
                "es",
                ES_HAD,
                (
                    "13. En la misma sesión, C se retiraron de la lista de patrocinadores del proyecto de resolución.",
                    "Posteriormente, C retiraron su patrocinio.",
                    "13. Antes de la aprobación del proyecto de resolución, C dejaron de ser patrocinadores.",
                ),
            ),
        )
        for words in forms
    ]
    made_frames += [
        Frame(
            "introduced on behalf",
            "fr",
            FR_REPORT
            + "le représentant de la Norvège a présenté, au nom des pays suivants : A, un projet de résolution intitulé "
            "« Titre » (A/C.3/72/L.50).\n",
            {"tabled": "A+N", "final": "A+N"},
        ),
        Frame(
            "introduced on behalf",
            "es",
            ES_REPORT
            + "el representante de Noruega, en nombre de A, presentó un proyecto de resolución titulado “Título” "
            "(A/C.3/72/L.50).\n",
            {"tabled": "A+N", "final": "A+N"},
        ),
        Frame(
            "Council",
            "en",
            COUNCIL.format("Report of the Human Rights Council on its twenty-second session")
            + "At the 47th meeting, on 21 March "
            "2013, the representative of Norway introduced draft resolution A/HRC/22/L.13, sponsored by Norway and co-sponsored by A. "
            "Subsequently, B joined the sponsors.\n",
            {"tabled": "A+N", "additional": "B", "final": "A+B+N"},
        ),
        Frame(
            "Council",
            "fr",
            COUNCIL.format("Rapport du Conseil des droits de l’homme sur sa vingt-deuxième session")
            + "À la 47e séance, le 21 mars "
            "2013, le représentant de la Norvège a présenté le projet de résolution A/HRC/22/L.13, qui avait pour auteur la Norvège "
            "et pour coauteurs A. Par la suite, B se sont joints aux auteurs.\n",
            {"tabled": "A+N", "additional": "B", "final": "A+B+N"},
        ),
        Frame(
            "Council",
            "es",
            COUNCIL.format("Informe del Consejo de Derechos Humanos sobre su 22º período de sesiones")
            + "En la 47ª sesión, celebrada "
            "el 21 de marzo de 2013, el representante de Noruega presentó el proyecto de resolución A/HRC/22/L.13, patrocinado por "
            "Noruega y copatrocinado por A. Posteriormente se sumaron a los patrocinadores B.\n",
            {"tabled": "A+N", "additional": "B", "final": "A+B+N"},
        ),
        Frame(
            "roll call with a footnote in it",
            "en",
            "RESOLUTION 72/247\nAdopted at the 76th plenary meeting, on 24 December 2017, on the recommendation of the Committee "
            "(A/72/439/Add.2, para. 121),865 by a recorded vote, as follows:\nIn favour: A,\n\n_______________\n865\n\nThe draft "
            "resolution recommended in the report was sponsored in the Committee by: B.\n\n12\n\nC\nAgainst: None\nAbstaining: None\n",
            {"final": "B", "plenary": "A"},
        ),
    ]
    return made_frames


def filled(frame: Frame, seed: int) -> tuple[str, dict[str, set[str]]]:
    """A document of the frame, and the States of each stage."""
    chance = random.Random(f"{frame.name} {frame.language} {seed}")
    known = {code: name for code, name in NAMES[frame.language].items() if code != "NOR"}
    size = chance.randint(2, frame.most)
    codes = chance.sample(sorted(known), size + chance.randint(2, frame.most))
    sets = {
        "A": codes[:size],
        "B": codes[size:],
        "C": chance.sample(codes[:size], chance.randint(2, size)),
        "N": ["NOR"],
    }
    text = frame.text
    if "plenary" in frame.stages:  # the roll call goes on behind the footnote: C is its second half
        sets["A"], sets["C"] = sets["A"] + sets["C"], []
        half = max(1, size // 2)
        parts = {"A": codes[:half], "B": sets["B"], "C": codes[half:size]}
        sets["A"] = codes[:size]
    else:
        parts = sets
    for place in "ABC":
        listed = made.series([known[code] for code in parts[place]], LAST[frame.language]) if parts[place] else ""
        text = _put(text, place, listed)
    truth = {}
    for stage, formula in frame.stages.items():
        codes_of: set[str] = set()
        for i in range(0, len(formula), 2):
            group = set(sets[formula[i]])
            codes_of = codes_of - group if i and formula[i - 1] == "-" else codes_of | group
        truth[stage] = codes_of
    lines = [made.wrap(line, frame.width) if line else "" for line in text.split("\n")]
    return "\n".join(lines), truth


def _put(text: str, place: str, listed: str) -> str:
    """The list in place of a lone capital letter ("A." or "A,"), but not of a symbol ("A/C.3")."""
    return re.sub(rf"(?<![\w/]){place}(?![\w/’'])", lambda _: listed, text)


FRAMES = frames()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: f"{frame.language} {frame.name}"[:70])
def test_no_state_is_invented_and_none_is_lost(frame: Frame, seed: int):
    text, truth = filled(frame, seed)
    found = recognise(text.encode(), "document", CONTEXT)
    seen = {one.stage: one.iso3 for one in found}
    assert seen == truth
    assert len(found) == len(truth)
    assert [one.unresolved for one in found if one.unresolved] == []


def test_there_are_two_hundred_documents_at_least():
    assert len(FRAMES) * len(SEEDS) >= 200
    assert {frame.language for frame in FRAMES} == {"en", "fr", "es"}
