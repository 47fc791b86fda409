"""Sentences of reports and press releases, one by one: who tabled, joined, withdrew, and who did none of it."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.proceedings.reports import NOT_UNDERSTOOD
from data.reading.recognise import recognise_text

CONTEXT = Context.from_files()
HAD = {
    "en": "A/72/439/Add.2\nReport of the Third Committee\n\n12. The Committee had before it a draft resolution entitled “Title” "
    "(A/C.3/72/L.50), submitted by Albania, Chile and the Netherlands. ",
    "fr": "A/72/439/Add.2\nRapport de la Troisième Commission\n\n12. La Commission était saisie d’un projet de résolution intitulé "
    "« Titre » (A/C.3/72/L.50), déposé par l’Albanie, le Chili et les Pays-Bas. ",
    "es": "A/72/439/Add.2\nInforme de la Tercera Comisión\n\n12. La Comisión tuvo ante sí un proyecto de resolución titulado “Título” "
    "(A/C.3/72/L.50), presentado por Albania, Chile y los Países Bajos. ",
}
TABLED = {"ALB", "CHL", "NLD"}


def read(language: str, sentence: str):
    return recognise_text(f"{HAD[language]}{sentence}\n", CONTEXT)


def by_stage(found) -> dict[str, set[str]]:
    return {one.stage: one.iso3 for one in found}


@pytest.mark.parametrize(
    ("language", "sentence", "joined"),
    [
        (
            "en",
            "Subsequently, Norway, joined by Peru and Ghana, became sponsors of the draft resolution.",
            "NOR PER GHA",
        ),
        ("en", "Subsequently, Ghana and Kenya joined in sponsoring it, as did Peru and the Niger.", "GHA KEN PER NER"),
        ("en", "Norway and Peru also wished to be listed among the sponsors of the draft resolution.", "NOR PER"),
        ("en", "The additional sponsors of the draft resolution were Norway and Peru.", "NOR PER"),
        ("en", "The representative of Norway stated that Ghana had joined in co-sponsorship.", "GHA"),
        (
            "fr",
            "Par la suite, le Bélarus, la Côte d’Ivoire, les États-Unis d’Amérique et le Niger se sont portés coauteurs du projet.",
            "BLR CIV USA NER",
        ),
        ("fr", "Par la suite, la Norvège s’est portée coauteur du projet de résolution.", "NOR"),
        (
            "fr",
            "Le représentant de la Norvège a annoncé que sa délégation souhaitait se joindre aux auteurs du projet.",
            "NOR",
        ),
        (
            "es",
            "Posteriormente, el Canadá, los Estados Unidos de América y la India se sumaron a los patrocinadores.",
            "CAN USA IND",
        ),
        ("es", "Posteriormente se unió a los patrocinadores Noruega.", "NOR"),
    ],
)
def test_who_joined(language, sentence, joined):
    found = by_stage(read(language, sentence))
    assert found == {"tabled": TABLED, "additional": set(joined.split()), "final": TABLED | set(joined.split())}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Subsequently, Chile withdrew its co-sponsorship."),
        ("en", "Chile had withdrawn from the list of sponsors."),
        ("en", "Chile was no longer a sponsor of the draft resolution."),
        ("fr", "Le Chili s’est ensuite retiré de la liste des auteurs du projet de résolution."),
        ("fr", "Le Chili a ensuite retiré son parrainage."),
        ("es", "Chile retiró después su patrocinio."),
        ("es", "Chile se retiró de la lista de patrocinadores."),
    ],
)
def test_who_withdrew_is_a_list_of_its_own_and_not_among_the_final_ones(language, sentence):
    found = by_stage(read(language, sentence))
    assert found == {"tabled": TABLED, "withdrawn": {"CHL"}, "final": TABLED - {"CHL"}}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The draft resolution was withdrawn by its sponsors."),
        ("en", "The representative of Cuba withdrew the amendment."),
        ("en", "The representatives of Cuba and Peru made statements on behalf of the sponsors."),
        ("fr", "Les auteurs ont retiré le projet de résolution."),
        (
            "fr",
            "Le représentant de Cuba a présenté des amendements au projet de résolution. Par la suite, le Soudan s’est porté coauteur des amendements.",
        ),
        ("es", "El representante de Cuba retiró las enmiendas."),
        ("es", "La representante de Noruega, en nombre de los patrocinadores, revisó oralmente el proyecto."),
    ],
)
def test_who_neither_joined_nor_withdrew(language, sentence):
    found = read(language, sentence)
    assert by_stage(found) == {"tabled": TABLED, "final": TABLED}
    assert not any(NOT_UNDERSTOOD in note for one in found for note in one.notes)


def test_who_speaks_for_a_group_does_not_sponsor_in_any_language():
    for text, group in (
        (
            "À la 45e séance, le représentant de l’Équateur a présenté, au nom du Groupe des 77 et de la Chine, un projet de résolution "
            "intitulé « Titre » (A/C.3/72/L.50). Par la suite, la Norvège s’est jointe aux auteurs.",
            "Groupe des 77",
        ),
        (
            "En la 45ª sesión, el representante del Ecuador, en nombre del Grupo de los 77 y China, presentó un proyecto de resolución "
            "titulado “Título” (A/C.3/72/L.50). Posteriormente, Noruega se sumó a los patrocinadores.",
            "Grupo de los 77",
        ),
    ):
        (one,) = recognise_text(f"A/72/439/Add.2\n12. {text}\n", CONTEXT)
        assert (one.stage, one.iso3, one.unresolved) == ("additional", {"NOR"}, ())
        assert group in one.on_behalf_of[0].as_written


def test_a_sentence_on_sponsors_that_is_not_understood_is_shown():
    found = read("en", "Norway offered its full co-sponsorship as of today.")
    assert by_stage(found) == {"tabled": TABLED, "final": TABLED}
    for one in found:
        assert any(NOT_UNDERSTOOD in note and "Norway offered" in note for note in one.notes)


def test_a_symbol_that_is_only_mentioned_does_not_get_the_sponsors():
    (tabled, final) = recognise_text(
        "A/72/439/Add.2\n12. In the light of the adoption of draft resolution A/C.3/72/L.51, draft resolution A/C.3/72/L.50, "
        "submitted by Albania and Chile, was withdrawn by its sponsors.\n",
        CONTEXT,
    )
    assert {tabled.document_symbol, final.document_symbol} == {"A/C.3/72/L.50"}
    assert final.iso3 == {"ALB", "CHL"}
    assert final.unresolved == ()
