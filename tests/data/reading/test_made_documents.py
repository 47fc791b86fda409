"""Documents made by hand, one for each layout and each trap; what they say is written beside them."""

# The made documents are easier to compare with their truth when their lines are whole.
# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise
from tests.data.reading import made

CONTEXT = Context.from_files()


@dataclass(frozen=True)
class Case:
    """A document and its truth. `lists`: stage (or "symbol stage") -> codes; for votes: vote -> codes."""

    name: str
    content: str | bytes
    lists: dict[str, str]
    resolution: str = ""
    symbol: str | None = None
    unresolved: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    starred: str | None = None
    main: str | None = None
    claimed: int | None = None
    claimed_votes: tuple[int, int, int] | None = None
    withdrawn: str = ""
    note: str = ""
    about: str = ""
    only: str = field(default="")


GA = "A/RES/72/247"
HRC = "A/HRC/RES/22/6"
HEAD = "United Nations A/C.3/72/L.50\nGeneral Assembly Distr.: Limited\n31 October 2017\n" + made.AGENDA_GA + "\n"
COUNCIL = (
    "A/HRC/22/L.13\nHuman Rights Council\nTwenty-second session\nAgenda item 3\nPromotion and protection of all "
    "human rights\n\n"
)
REPORT = "A/72/439/Add.2\nReport of the Third Committee\n"
COUNCIL_REPORT = "A/HRC/22/2\nReport of the Human Rights Council on its twenty-second session\n"


def ga(sponsors: str, ending: str = ": draft resolution\n") -> str:
    return HEAD + sponsors + ending + made.BODY


def marc(*fields: str, symbol: str = "A/C.3/72/L.50") -> str:
    return made.collection(made.record("77", symbol, *fields))


def printed(names: str) -> str:
    return made.field("245", ("a", "Human rights defenders :"), ("b", "draft resolution /"), ("c", names))


CASES = [
    # --- draft resolutions of the General Assembly
    Case(
        "names with commas and and",
        ga(
            "Antigua and Barbuda, Bolivia (Plurinational State of), Bosnia and Herzegovina,\n"
            "Iran (Islamic Republic of), Saint Vincent and the Grenadines and Trinidad and Tobago"
        ),
        {"tabled": "ATG BOL BIH IRN VCT TTO"},
        GA,
        "A/C.3/72/L.50",
    ),
    Case(
        "inverted names",
        ga(
            "Korea, Republic of, Moldova, Republic of, Palestine, State of, Tanzania, United Republic of, "
            "Korea, Democratic People’s Republic of and Congo, Democratic Republic of the"
        ),
        {"tabled": "KOR MDA PSE TZA PRK COD"},
        GA,
    ),
    Case(
        "line breaks inside names",
        ga(
            "Albania, Democratic Republic\nof the Congo, Guinea-\nBissau, United Kingdom of Great "
            "Britain and\nNorthern Ireland, the former Yugoslav\nRepublic of Macedonia and United States of\nAmerica"
        ),
        {"tabled": "ALB COD GNB GBR MKD USA"},
        GA,
    ),
    Case(
        "hyphenation at line ends",
        ga("Alba-\nnia, Liechten-\nstein, Luxem-\nbourg, Timor-\nLeste and Uru-\nguay"),
        {"tabled": "ALB LIE LUX TLS URY"},
        GA,
    ),
    Case(
        "page header in the middle of a name",
        ga(
            "Albania, Bosnia and\n\n17-19284 2/7\n\fA/C.3/72/L.50\n\nHerzegovina, "
            "Norway, Papua New\n3/7\nA/C.3/72/L.50\nGuinea and Sweden"
        ),
        {"tabled": "ALB BIH NOR PNG SWE"},
        GA,
    ),
    Case(
        "footnote marks",
        ga("Albania1, Andorra,2 Austria¹, Belgium [3], Norway (4) and Sweden†"),
        {"tabled": "ALB AND AUT BEL NOR SWE"},
        GA,
    ),
    Case(
        "names within names",
        ga(
            "Congo, Democratic Republic of the Congo, Dominica, Dominican Republic, Equatorial Guinea, "
            "Guinea, Guinea-Bissau, Niger, Nigeria, Papua New Guinea, Republic of Korea, South Sudan and Sudan"
        ),
        {"tabled": "COG COD DMA DOM GNQ GIN GNB NER NGA PNG KOR SSD SDN"},
        GA,
    ),
    Case(
        "typing errors are suggested, not accepted",
        ga("Albania, Norvay, Sweden and Trinidad and Tobogo"),
        {"tabled": "ALB SWE"},
        GA,
        unresolved=("Norvay", "Trinidad and Tobogo"),
    ),
    Case(
        "typing errors that a person confirmed",
        ga("Ausiralia, Ir eland, Norway and United States of Amenca"),
        {"tabled": "AUS IRL NOR USA"},
        GA,
    ),
    Case(
        "half names mean nobody",
        ga("Albania, Korea, Northern Ireland and Norway"),
        {"tabled": "ALB NOR"},
        GA,
        unresolved=("Korea", "Northern Ireland"),
    ),
    Case(
        "on behalf of a group, in brackets",
        ga(
            "Cuba (on behalf of the States Members of the United Nations that are members "
            "of the Movement of Non-Aligned Countries), Norway and Egypt [on behalf of the Group of Arab States]"
        ),
        {"tabled": "NOR"},
        GA,
        on_behalf_of=("CUB", "EGY"),
    ),
    Case(
        "on behalf of a group, with commas",
        ga("Argentina, Cuba, on behalf of the Group of 77 and China, and Norway"),
        {"tabled": "ARG NOR"},
        GA,
        on_behalf_of=("CUB",),
    ),
    Case(
        "revised draft",
        ga("Albania, Norway and Sweden", ": revised draft resolution\n"),
        {"tabled revised": "ALB NOR SWE"},
        GA,
    ),
    Case(
        "revision told by the symbol",
        ga("Albania, Norway and Sweden").replace("L.50", "L.50/Rev.1"),
        {"tabled revised": "ALB NOR SWE"},
        GA,
        "A/C.3/72/L.50/Rev.1",
    ),
    Case(
        "as orally revised",
        ga("Albania, Norway and Sweden").replace("Distr.: Limited", "AS ORALLY REVISED"),
        {"oral": "ALB NOR SWE"},
        GA,
    ),
    Case(
        "all on one line",
        "A/C.3/72/L.50 Agenda item 72 (b) Promotion and protection of human rights, civil, political, "
        "and the right to development Equatorial Guinea, Norway and Sweden: draft resolution The General Assembly,",
        {"tabled": "GNQ NOR SWE"},
        GA,
        note="check its first name, “Equatorial Guinea”",
    ),
    Case(
        "agenda item with a State in its title",
        HEAD.replace(
            "enjoyment of human rights and fundamental freedoms",
            "enjoyment of human rights in Palestine and other territories",
        )
        + "Jordan, Norway and Yemen: draft resolution\n",
        {"tabled": "JOR NOR YEM"},
        GA,
    ),
    Case("Windows letters", ga("Côte d’Ivoire, Norway and Türkiye").encode("cp1252"), {"tabled": "CIV NOR TUR"}, GA),
    Case(
        "letters encoded twice",
        ga("Côte d'Ivoire, Norway and Türkiye").encode().decode("latin-1"),
        {"tabled": "CIV NOR TUR"},
        GA,
        note="encoded twice",
    ),
    Case("today's two States are two", ga("San Marino, Serbia and Montenegro"), {"tabled": "SMR SRB MNE"}, GA),
    Case(
        "one State then is one",
        "A/C.3/59/L.60\nAgenda item 105 (b)\nHuman rights questions\n\nNorway, Serbia and Montenegro "
        "and Sweden: draft resolution\n",
        {"tabled": "NOR SRB SWE"},
        "",
        "A/C.3/59/L.60",
    ),
    Case(
        "French",
        "A/C.3/72/L.50\nTroisième Commission\nPoint 72 b) de l’ordre du jour\nPromotion et protection des droits de "
        "l’homme\n\nAllemagne, Bosnie-Herzégovine, Côte d’Ivoire, ex-République yougoslave\nde Macédoine, Norvège, Pays-Bas, "
        "Royaume-Uni de Grande-Bretagne et\nd’Irlande du Nord et Trinité-et-Tobago : projet de résolution\n",
        {"tabled": "DEU BIH CIV MKD NOR NLD GBR TTO"},
        GA,
    ),
    Case(
        "Spanish, revised",
        "A/C.3/72/L.50/Rev.1\nTercera Comisión\nTema 72 b) del programa\nPromoción y protección de los "
        "derechos humanos\n\nAlemania, Antigua y Barbuda, Bosnia y Herzegovina, Noruega,\nReino Unido de Gran Bretaña e "
        "Irlanda del Norte, San Vicente y las\nGranadinas y Uruguay: proyecto de resolución revisado\n",
        {"tabled revised": "DEU ATG BIH NOR GBR VCT URY"},
        GA,
    ),
    # --- the Council and the Commission
    Case(
        "stars after the comma",
        COUNCIL + "Albania,* Austria, Côte d’Ivoire, Norway,* Serbia* and Uruguay*: draft resolution\n",
        {"tabled": "ALB AUT CIV NOR SRB URY"},
        HRC,
        "A/HRC/22/L.13",
        starred="ALB NOR SRB URY",
    ),
    Case(
        "stars before the comma, broken over lines",
        COUNCIL + "Albania*, Austria, Bosnia and\nHerzegovina*, Norway\n*, "
        "Switzerland and Turkey*: draft resolution\n* State not a member of the Human Rights Council.\n",
        {"tabled": "ALB AUT BIH NOR CHE TUR"},
        HRC,
        starred="ALB BIH NOR TUR",
    ),
    Case(
        "old names in the Commission",
        made.commission_draft(
            [
                "Albania",
                "Czech Republic",
                "Norway",
                "Swaziland",
                "the former Yugoslav Republic of Macedonia",
                "Yugoslavia",
            ]
        ),
        {"tabled": "ALB CZE NOR SWZ MKD SRB"},
        "CHR 2001/64",
        "E/CN.4/2001/L.83",
    ),
    Case(
        "a name that is too young",
        made.commission_draft(["Albania", "Montenegro", "Norway"]),
        {"tabled": "ALB NOR"},
        "CHR 2001/64",
        unresolved=("Montenegro",),
    ),
    Case(
        "addendum",
        made.addendum(["Bosnia and Herzegovina", "Cape Verde"]),
        {"additional": "BIH CPV"},
        "CHR 2001/64",
        "E/CN.4/2001/L.83/Add.1",
    ),
    # --- reports
    Case(
        "report: submitted, joined, withdrew",
        made.committee_report(
            ["Albania", "Bosnia and Herzegovina", "Norway"], ["Ghana", "Trinidad and Tobago"], ["Albania"]
        ),
        {"tabled": "ALB BIH NOR", "additional": "GHA TTO", "withdrawn": "ALB", "final": "BIH NOR GHA TTO"},
        GA,
        withdrawn="ALB",
        main="NOR",
        only=GA,
    ),
    Case(
        "report: joined at two meetings, one came back",
        REPORT + "1. The Committee had before it draft resolution "
        "A/C.3/72/L.50, submitted by Albania, Norway and Poland. Subsequently, Chad and Trinidad\nand Tobago joined in "
        "sponsoring the draft resolution.\n2. At the same meeting, Poland withdrew its sponsorship of the draft resolution.\n"
        "3. At the 50th meeting, on 20 November, Poland and Ghana also joined in sponsoring the draft resolution.\n",
        {"tabled": "ALB NOR POL", "additional": "TCD TTO POL GHA", "final": "ALB NOR POL TCD TTO GHA"},
        GA,
    ),
    Case(
        "report: revised by the sponsors and others",
        REPORT + "1. At the 40th meeting, on 1 November, the representative of "
        "Norway, on behalf of Albania, Bosnia and Herzegovina and Norway, introduced a draft resolution entitled “Defenders” "
        "(A/C.3/72/L.50).\n2. At its 50th meeting, on 20 November, the Committee had before it a revised draft resolution "
        "(A/C.3/72/L.50/Rev.1), submitted by the sponsors of draft resolution A/C.3/72/L.50 and Ghana and Peru.\n",
        {
            "tabled": "NOR ALB BIH",
            "tabled revised": "NOR ALB BIH GHA PERU".replace("PERU", "PER"),
            "final": "NOR ALB BIH GHA PER",
        },
        GA,
        main="NOR",
    ),
    Case(
        "report: on behalf of a group",
        REPORT + "1. The representative of Cuba, on behalf of the States Members of the United "
        "Nations that are members of the Group of 77 and China, introduced draft resolution A/C.3/72/L.50, submitted by Norway "
        "and Sweden. Subsequently, Peru joined in sponsoring the draft resolution.\n",
        {"tabled": "NOR SWE", "additional": "PER", "final": "NOR SWE PER"},
        GA,
        on_behalf_of=("CUB",),
    ),
    Case(
        "report: amendments have other authors",
        REPORT + "1. The Committee had before it draft resolution A/C.3/72/L.50, "
        "submitted by Norway and Sweden.\n2. The Committee also had before it amendments (A/C.3/72/L.69) to the draft "
        "resolution, submitted by China, Egypt and the Russian Federation.\n3. At the same meeting, Cuba joined in sponsoring "
        "the amendments.\n4. Also at the same meeting, Chile joined in sponsoring the draft resolution.\n",
        {"tabled": "NOR SWE", "additional": "CHL", "final": "NOR SWE CHL"},
        GA,
    ),
    Case(
        "report of the Council",
        made.council_report("Norway", ["Albania", "Bosnia and Herzegovina", "Turkey"], ["Angola", "Republic of Korea"]),
        {"tabled": "NOR ALB BIH TUR", "additional": "AGO KOR", "final": "NOR ALB BIH TUR AGO KOR"},
        HRC,
        main="NOR",
    ),
    Case(
        "report of the Council, two main sponsors",
        COUNCIL_REPORT + "1. The representatives of Norway and Mexico introduced "
        "draft resolution A/HRC/22/L.13, sponsored by Mexico and Norway and co-sponsored by Albania*, Chile and Uruguay*. Peru "
        "and Chad subsequently joined the sponsors.\n",
        {"tabled": "MEX NOR ALB CHL URY", "additional": "PER TCD", "final": "MEX NOR ALB CHL URY PER TCD"},
        HRC,
        main="MEX NOR",
    ),
    Case(
        "footnote of the Official Records",
        made.official_record(
            ["Albania", "Bosnia and Herzegovina", "Norway", "United Kingdom of Great Britain and Northern Ireland"]
        ),
        {"final": "ALB BIH NOR GBR"},
        GA,
    ),
    Case(
        "two footnotes on one page",
        "RESOLUTION 72/246\nAdopted on 24 December 2017, on the recommendation of the Committee "
        "(A/72/439/Add.2, para. 120)864\nRESOLUTION 72/247\nAdopted on 24 December 2017, on the recommendation of the Committee "
        "(A/72/439/Add.2, para. 121)865\n72/247. Title\nThe General Assembly,\n_______________\n864\n\nThe draft resolution "
        "recommended in the report was sponsored in the Committee by: Cuba and Peru.\n865\n\nThe draft resolution recommended "
        "in the report was sponsored in the Committee by: Norway\nand Sweden.\n947\n",
        {"A/RES/72/246 final": "CUB PER", "A/RES/72/247 final": "NOR SWE"},
    ),
    # --- pages, notes, tables
    Case(
        "page of RightDocs",
        made.rightdocs(["Norway"], ["Albania", "Korea, Republic of", "Palestine, State of"]),
        {"final": "NOR ALB KOR PSE"},
        HRC,
        main="NOR",
        claimed=4,
    ),
    Case(
        "page that claims more than it names",
        made.rightdocs(["Norway"], ["Albania", "Chile"]).replace("<span>2<", "<span>76<"),
        {"final": "NOR ALB CHL"},
        HRC,
        claimed=77,
    ),
    Case(
        "struck and hidden text of a page",
        "<html><body><h2>Co-sponsors (2)</h2><p>Albania, <del>France, </del>Norway</p>"
        "<script>Germany, Italy</script></body></html>",
        {"": "ALB NOR"},
        GA,
        about=GA,
        claimed=2,
        note="France",
    ),
    Case(
        "mission page",
        made.mission_page(["Albania", "Bosnia and Herzegovina", "Norway"]),
        {"": "ALB BIH NOR"},
        GA,
        claimed=3,
    ),
    Case(
        "misprints in a row do not end a list",
        "A/C.3/72/L.50\nCo-sponsors (6):\nAlbania, Norvay, Swedun, Finlad, Chile and Peru.\n",
        {"": "ALB CHL PER"},
        GA,
        claimed=6,
        unresolved=("Norvay", "Swedun", "Finlad"),
    ),
    Case(
        "names after the list are told, not taken",
        "A/C.3/72/L.50\nCo-sponsors (2):\nAlbania and Norway.\nRead also: Chile, Peru\n",
        {"": "ALB NOR"},
        GA,
        claimed=2,
        note="1 name of States after it, beginning with “Peru”",
    ),
    Case(
        "pasted names",
        "Albania, Bosnia and Herzegovina,\nNorway and Trinidad and Tobago",
        {"": "ALB BIH NOR TTO"},
        GA,
        about=GA,
    ),
    Case(
        "names parted by spaces only",
        "Albania Bosnia and Herzegovina Equatorial Guinea Guinea Norway Republic of Korea",
        {"": "ALB BIH GNQ GIN NOR KOR"},
        GA,
        about=GA,
        note="spaces only",
    ),
    Case(
        "one State or two, without a date",
        "Albania, Norway, Serbia and Montenegro",
        {"": "ALB NOR"},
        unresolved=("Serbia and Montenegro",),
    ),
    Case(
        "table in our layout",
        "list_id,resolution,stage,state_as_written,iso3,role\nx,A/RES/72/247,final,Norway,NOR,main sponsor\n"
        'x,A/RES/72/247,final,"Korea, Republic of",KOR,sponsor\nx,A/RES/72/247,tabled,Namibia,NAM,sponsor\n',
        {"final": "NOR KOR", "tabled": "NAM"},
        GA,
        main="NOR",
    ),
    Case(
        "table whose name and code disagree",
        "state;iso3\nNorway;NOR\nNiger;NGA\nNamibia;NAM\n",
        {"": "NOR NAM"},
        GA,
        about=GA,
        unresolved=("Niger",),
    ),
    Case(
        "workbook",
        made.xlsx_file(
            [["Country", "Stage"], ["Norway", "final"], ["Trinidad and Tobago", "final"], ["=1+1", "final"]]
        ),
        {"final": "NOR TTO"},
        GA,
        about=GA,
    ),
    # --- library records
    Case(
        "library record",
        marc(
            printed("Albania, Bosnia and Herzegovina, ... and Uruguay.".replace(" ...", " Norway")),
            made.field(
                "515", ("a", "Additional sponsors: Cabo Verde, Trinidad and Tobago and Vanuatu (A/72/439/Add.2).")
            ),
        ),
        {"tabled": "ALB BIH NOR URY", "additional": "CPV TTO VUT", "final": "ALB BIH NOR URY CPV TTO VUT"},
        GA,
    ),
    Case(
        "library record: removed from the list",
        marc(
            printed("Albania, Norway and Poland."),
            made.field("515", ("a", "Additional sponsor: Peru (A/72/439/Add.2).")),
            made.field("515", ("a", "Poland was removed from list of sponsors.")),
            made.field("515", ("a", "Original sponsor: Norway.")),
        ),
        {"tabled": "ALB NOR POL", "additional": "PER", "withdrawn": "POL", "final": "ALB NOR PER"},
        GA,
        withdrawn="POL",
    ),
    Case(
        "library record: others not named",
        marc(printed("Albania, Norway ... [et al.]")),
        {"tabled": "ALB NOR"},
        GA,
        note="partial",
    ),
    Case(
        "library record: letters encoded twice",
        marc(printed("CÃ´te d'Ivoire, Norway and TÃ¼rkiye")),
        {"tabled": "CIV NOR TUR"},
        GA,
    ),
    Case(
        "library record: resolution told by field 993",
        marc(printed("Chile and Peru"), made.field("993", ("a", "A/RES/80/999")), symbol="A/C.3/80/L.9"),
        {"tabled": "CHL PER"},
        "A/RES/80/999",
    ),
    Case(
        "two versions of one draft",
        made.collection(
            made.record("1", "A/C.3/80/L.9", printed("Chile and Peru")),
            made.record(
                "2", "A/C.3/80/L.9/Rev.1", printed("Chile, Norway and Peru"), made.field("993", ("a", "A/RES/80/999"))
            ),
        ),
        {"tabled": "CHL PER", "tabled revised": "CHL NOR PER"},
        "A/RES/80/999",
    ),
    # --- votes
    Case(
        "roll call",
        made.roll_call(
            ["Albania", "Bolivia (Plurinational State of)", "Bosnia and Herzegovina"],
            ["China", "Russian Federation"],
            ["Namibia"],
        ),
        {"yes": "ALB BOL BIH", "no": "CHN RUS", "abstain": "NAM"},
        "A/RES/70/161",
        claimed_votes=(3, 2, 1),
    ),
    Case(
        "roll call in which a name ends in no",
        made.roll_call(["San Marino"], ["Lesotho", "Montenegro"], ["Namibia"]),
        {"yes": "SMR", "no": "MNE LSO", "abstain": "NAM"},
        "A/RES/70/161",
        claimed_votes=(1, 2, 1),
    ),
    Case(
        "roll call without noes",
        made.roll_call(["Albania"], [], ["Namibia", "Niger"]),
        {"yes": "ALB", "abstain": "NAM NER"},
        "A/RES/70/161",
        claimed_votes=(1, 0, 2),
    ),
    Case(
        "roll call on an amendment in the Council",
        "Draft resolution A/HRC/31/L.28\nThe amendment A/HRC/31/L.41 was rejected by a "
        "recorded vote of 2 to 1, with 1 abstention:\nIn favour (2): China, Russian Federation\nAgainst (1): Republic of Korea\n"
        "Abstaining (1): Namibia\n",
        {"yes": "CHN RUS", "no": "KOR", "abstain": "NAM"},
        "A/HRC/RES/31/32",
        "A/HRC/31/L.41",
        claimed_votes=(2, 1, 1),
    ),
    Case(
        "vote of the library",
        made.collection(
            "<record>"
            + made.field("791", ("a", "A/RES/70/161"))
            + made.field("967", ("c", "BOL"), ("d", "Y"), ("e", "BOLIVIA (PLURINATIONAL STATE OF)"))
            + made.field("967", ("c", "NAM"), ("d", "A"), ("e", "NAMIBIA"))
            + made.field("967", ("c", "BEN"), ("e", "BENIN"))
            + made.field("996", ("b", "1"), ("c", "0"), ("d", "1"))
            + "</record>"
        ),
        {"yes": "BOL", "abstain": "NAM"},
        "A/RES/70/161",
        claimed_votes=(1, 0, 1),
    ),
    # --- files
    Case(
        "PDF",
        made.pdf(
            [
                HEAD + "Albania, Bosnia and",
                "A/C.3/72/L.50\nHerzegovina, Côte d’Ivoire and Norway: draft resolution\n2/2",
            ]
        ),
        {"tabled": "ALB BIH CIV NOR"},
        GA,
    ),
    Case("Word", made.docx_file(ga("Albania, Bosnia and Herzegovina and Norway")), {"tabled": "ALB BIH NOR"}, GA),
]


def codes(text: str) -> list[str]:
    return sorted(text.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nobody_is_invented_and_nobody_is_lost(case):
    content = case.content if isinstance(case.content, bytes) else case.content.encode()
    found = recognise(content, "document", CONTEXT, about=case.about)
    if case.only:
        found = [one for one in found if one.resolution == case.only]
    truth = {stage: codes(names) for stage, names in case.lists.items()}
    if set(truth) <= {"yes", "no", "abstain"}:
        (one,) = found
        seen = {vote: sorted(s.iso3 for s in one.states if s.role == vote) for vote in ("yes", "no", "abstain")}
        assert {vote: names for vote, names in seen.items() if names} == truth
        assert one.claimed_votes == case.claimed_votes
    else:
        twice = len({one.stage for one in found}) < len(found)
        seen = {f"{o.resolution} {o.stage}" if twice else o.stage: sorted(s.iso3 for s in o.states) for o in found}
        assert seen == truth
    for one in found:
        assert case.resolution in ("", one.resolution)
        for state in one.states:
            assert CONTEXT.names.resolve(state.as_written) == state.iso3
    whole = found[-1]
    assert sorted({u.as_written for one in found for u in one.unresolved}) == sorted(case.unresolved)
    assert sorted({o.speaker for o in whole.on_behalf_of}) == sorted(case.on_behalf_of)
    assert case.symbol in (None, found[0].document_symbol)
    assert case.claimed in (None, whole.claimed_count)
    assert sorted(s.iso3 for s in whole.withdrawn) == codes(case.withdrawn)
    assert not case.note or any(case.note in note for one in found for note in one.notes)
    if case.starred is not None:
        assert sorted(s.iso3 for s in whole.states if s.starred) == codes(case.starred)
    if case.main is not None:
        main = {s.iso3 for one in found for s in one.states if s.role == "main sponsor"}
        assert sorted(main) == codes(case.main)


def test_there_are_at_least_forty():
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)
