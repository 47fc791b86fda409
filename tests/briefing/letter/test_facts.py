"""Each statement of a letter about a State is true in the grid or in a roll call; small cases for each rule."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.targets import facts as target_facts
from analytics.targets import opposition
from analytics.targets.opposition import Vote
from briefing.letter import facts as letter_facts
from briefing.letter import record as letter_record
from briefing.letter.facts import KINDS, Shared, facts, shared
from briefing.letter.record import Text
from briefing.letter.requests import REQUESTS, next_opportunity, requests_for
from tests import made as small

TODAY = date(2026, 11, 23)
STATES = SimpleNamespace(states=pd.DataFrame({"iso3": ["KEN"], "status": ["member"], "un_group": ["African Group"]}))


@pytest.fixture(scope="module")
def cells(record):
    return Measures(record).cells()


@pytest.fixture(scope="module")
def all_facts(record, cells):
    found = {}
    for key in REQUESTS:
        common = shared(record, key, TODAY)
        for iso3 in record.states["iso3"]:
            found[iso3, key] = facts(record, iso3, key, common)
    return found


def text(year, value, body="GA", stage="final", role=""):
    return Text(f"{body} {year}", body, date(year, 12, 1), value, stage, role)


def vote(year, cast, kind="text", body="GA", plenary=True):
    stage = "amendment L.1" if kind == "amendment" else "plenary" if plenary else "committee"
    against = {"yes": "amendment", "no": "text"}.get(cast)
    stance = "abstained" if cast == "abstain" else "against" if kind == against else "for"
    weighs = stance == "against" and stage == "plenary"
    return Vote(f"{body} {year}", year, date(year, 12, 1), stage, kind, "KEN", stance, weighs=weighs)


def made(texts, votes=(), request="assembly", withdrawn=()):
    common = Shared(REQUESTS[request], None, None, frozenset(withdrawn), {"KEN": texts}, {"KEN": list(votes)})
    return facts(STATES, "KEN", request, common)


def named(found):
    return [claim.resolution for claim in found.claims]


def test_the_most_recent_cosponsorship_is_thanked():
    found = made([text(2015, "sponsor"), text(2017, "not_sponsor"), text(2019, "sponsor")])
    assert (found.kind, named(found)) == ("cosponsor", ["GA 2019"])


def test_what_is_unknown_since_does_not_make_it_lapsed():
    found = made([text(2019, "sponsor"), text(2021, "unknown"), text(2023, "unknown")])
    assert (found.kind, named(found)) == ("cosponsor", ["GA 2019"])


def test_a_lapsed_state_is_reminded_of_its_last_two():
    found = made([text(2007, "sponsor"), text(2009, "sponsor"), text(2015, "sponsor"), text(2017, "not_sponsor")])
    assert (found.kind, named(found)) == ("earlier", ["GA 2015", "GA 2009"])


def test_a_withdrawal_is_no_lapse():
    texts = [text(2011, "sponsor"), text(2013, "not_sponsor")]
    assert made(texts).kind == "earlier"
    assert made(texts, withdrawn=["GA 2013"]).kind == "cosponsor"


def test_main_sponsor_is_thanked_as_such():
    found = made([text(2023, "sponsor", role="main sponsor")])
    assert (found.kind, named(found)) == ("main_sponsor", ["GA 2023"])


def test_the_requests_own_body_is_named_beside_a_more_recent_text_of_the_other():
    texts = [text(2013, "sponsor", "HRC"), text(2019, "sponsor", "HRC"), text(2023, "sponsor")]
    assert named(made(texts, request="mandate")) == ["GA 2023", "HRC 2019"]
    assert named(made(texts, request="assembly")) == ["GA 2023"]


def test_a_text_of_the_requests_body_that_it_lapsed_from_is_not_thanked_for_beside_the_most_recent():
    texts = [text(2004, "sponsor"), text(2017, "not_sponsor"), text(2019, "sponsor", "HRC")]
    found = made(texts)
    assert (found.kind, named(found)) == ("cosponsor", ["HRC 2019"])
    assert "GA 2004 is not named" in found.why
    assert "GA 2017" in found.why
    texts[1] = text(2017, "unknown")
    assert named(made(texts)) == ["HRC 2019", "GA 2004"], "what is not known is no lapse"


def test_once_more_is_said_only_to_whom_a_list_of_the_kind_asked_for_names(record, all_facts):
    value = record.rows("grid").set_index(["resolution", "iso3"])["value"]
    texts = record.resolutions.set_index("resolution")
    for (iso3, key), found in all_facts.items():
        renewed = texts["mandate_action"] == "renewed"
        kinds = {"assembly": texts["body"].eq("GA"), "thematic": texts["body"].eq("HRC") & ~renewed, "mandate": renewed}
        kind = kinds[key]
        signed = [symbol for symbol in texts.index[kind] if value[symbol, iso3] == "sponsor"]
        if found.again:
            assert found.again.resolution in signed
        elif found.kind in ("cosponsor", "earlier", "recalled"):
            assert not signed, (iso3, key)
    assert all_facts["AFG", "assembly"].again.resolution == "A/RES/74/146"
    assert all_facts["AFG", "mandate"].again is None, "no list of a renewal that is held names it"
    assert all_facts["PSE", "assembly"].again is None


def test_a_miss_in_the_council_is_one_for_whoever_sponsored_in_the_commission():
    texts = [text(2004, "sponsor", "CHR", stage="tabled"), text(2005, "not_when_tabled", "CHR", stage="tabled")]
    assert made(texts).kind == "cosponsor", "who is not named when tabled may have joined"
    found = made([*texts, text(2019, "not_sponsor", "HRC")])
    assert (found.kind, named(found), found.claims[0].draft) == ("earlier", ["CHR 2004"], True)


def test_a_miss_in_the_other_body_is_no_lapse():
    found = made([text(2019, "sponsor", "HRC"), text(2023, "not_sponsor")])
    assert (found.kind, named(found)) == ("cosponsor", ["HRC 2019"])


def test_a_list_of_the_draft_only_is_said_to_be_one():
    found = made([text(2011, "sponsor", stage="tabled revised")])
    assert [claim.draft for claim in found.claims] == [True]


def test_who_opposed_after_sponsoring_is_reminded_of_it_without_thanks():
    texts = [text(2001, "sponsor"), text(2015, "not_sponsor")]
    found = made(texts, [vote(2015, "no")])
    assert (found.kind, named(found)) == ("recalled", ["GA 2001"])
    assert "2015" in found.mind
    assert made([text(2013, "sponsor")], [vote(2015, "no")]).kind == "recalled"
    assert made([text(2017, "sponsor")], [vote(2015, "no")]).kind == "cosponsor", "sponsoring takes an older no back"


def test_one_vote_for_an_amendment_is_no_opposition_but_is_told_to_the_sender():
    texts = [text(2001, "sponsor"), text(2015, "not_sponsor")]
    found = made(texts, [vote(2017, "yes", "amendment", "HRC")])
    assert found.kind == "earlier"
    assert found.mind
    for cast in (vote(2017, "no", "amendment", "HRC"), vote(2015, "abstain")):
        found = made(texts, [cast])
        assert (found.kind, found.mind) == ("earlier", "")


def test_votes_against_before_it_sponsored_are_past():
    assert made([text(2017, "sponsor")], [vote(2015, "no")]).mind == ""


def test_letters_and_targets_go_by_one_rule(record, cells, all_facts):
    """Whoever is opposed is thanked for nothing; whoever has sponsored is always told that it is known."""
    signs = target_facts.facts(record, "GA", 2026).signs
    signed = set(cells.loc[cells["value"] == "sponsor", "iso3"])
    for (iso3, _), found in all_facts.items():
        if signs[iso3].level == opposition.OPPOSED:
            assert found.kind in ("recalled", "invitation"), iso3
        if iso3 in signed:
            assert found.kind in ("main_sponsor", "cosponsor", "earlier", "recalled"), iso3
            assert found.claims, iso3


def test_a_vote_in_favour_is_thanked_where_no_list_names_the_state():
    found = made([text(2015, "not_sponsor")], [vote(2015, "yes")])
    assert (found.kind, named(found)) == ("vote", ["GA 2015"])
    assert (found.claims[0].source, found.claims[0].expected_value) == ("votes", "yes")


@pytest.mark.parametrize("then", [vote(2016, "abstain", body="HRC"), vote(2016, "no", body="HRC")])
def test_a_vote_in_favour_is_not_thanked_after_cooler_ones(then):
    assert made([text(2015, "not_sponsor")], [vote(2015, "yes"), then]).kind == "invitation"


def test_a_vote_in_favour_is_thanked_with_a_hostile_amendment_but_the_sender_is_told():
    found = made([text(2015, "not_sponsor")], [vote(2015, "yes"), vote(2015, "yes", "amendment")])
    assert found.kind == "vote"
    assert "hostile amendment" in found.mind


def test_who_leads_a_text_is_its_main_sponsor_on_whichever_list_that_is_written():
    """The list used names Norway without its role; the draft as tabled says that it leads."""
    states = [small.state("NOR"), small.state("GHA")]
    used = small.listed("A/RES/56/1", {"NOR": "Norway", "GHA": "Ghana"})
    tabled = small.listed("A/RES/56/1", {"NOR": "Norway"}, stage="tabled", used="no")
    tabled[1][0]["role"] = "main sponsor"
    record = small.record(states, [small.text("A/RES/56/1", "2001-12-19")], [used, tabled])
    roles = {iso3: texts[0].role for iso3, texts in letter_record.texts_by_state(record).items()}
    assert roles == {"NOR": "main sponsor", "GHA": "sponsor"}


def test_nothing_known_nothing_claimed():
    found = made([text(2019, "unknown"), text(2023, "unknown")])
    assert (found.kind, found.claims) == ("invitation", ())


VALUES = st.sampled_from(["sponsor", "not_sponsor", "unknown", "not_member"])
TEXTS = st.lists(st.tuples(VALUES, st.sampled_from(["GA", "HRC"])), max_size=8)
VOTES = st.lists(
    st.tuples(
        st.integers(2000, 2007), st.sampled_from(["yes", "no", "abstain"]), st.sampled_from(["text", "amendment"])
    ),
    max_size=4,
)


@given(TEXTS, VOTES, st.sampled_from(sorted(REQUESTS)))
def test_no_claim_without_a_cell_or_vote_behind_it(values, cast, request):
    texts = [text(2000 + i, value, body) for i, (value, body) in enumerate(values)]
    votes = sorted((vote(*each) for each in cast), key=lambda v: v.adopted_on)
    found = made(texts, votes, request)
    signed = {each.resolution for each in texts if each.value == "sponsor"}
    in_favour = {each.resolution for each in votes if each.kind == "text" and each.stance == "for"}
    assert found.kind in KINDS
    for claim in found.claims:
        assert claim.resolution in (in_favour if claim.source == "votes" else signed)
    assert (found.kind == "invitation") == (not found.claims)
    if not signed and not in_favour:
        assert found.kind == "invitation"


@given(TEXTS, VOTES)
def test_unknown_says_nothing(values, cast):
    """A text that becomes unknown may take a claim away or move it to another text; alone it never makes one."""
    texts = [text(2000 + i, "unknown", body) for i, (_, body) in enumerate(values)]
    votes = [vote(*each) for each in sorted(cast)]
    assert [claim for claim in made(texts, votes).claims if claim.source == "grid"] == []


def test_every_claim_is_true_in_the_grid_or_the_roll_call(record, all_facts):
    value = record.rows("grid").set_index(["resolution", "iso3"])["value"]
    plenary = record.rows("votes")[record.rows("votes")["stage"].str.contains("plenary")]
    cast = plenary.set_index(["resolution", "iso3"])["vote"]
    checked = 0
    for (iso3, _), found in all_facts.items():
        for claim in found.claims:
            assert claim.iso3 == iso3
            truth = (value if claim.source == "grid" else cast)[claim.resolution, iso3]
            assert truth == claim.expected_value == ("sponsor" if claim.source == "grid" else "yes")
            checked += 1
    assert checked > 300


def test_each_sponsorship_claimed_is_a_row_of_a_list_that_is_used(record, all_facts):
    used = record.rows("lists")[record.rows("lists")["used_for_analysis"].isin(["yes", True])]["list_id"]
    rows = record.rows("sponsors")[record.rows("sponsors")["list_id"].isin(used)]
    on_list = set(zip(rows["resolution"], rows["iso3"], strict=True))
    main = rows[rows["role"] == "main sponsor"]
    main = set(zip(main["resolution"], main["iso3"], strict=True))
    for (iso3, _), found in all_facts.items():
        for claim in found.claims:
            if claim.source == "grid":
                assert (claim.resolution, iso3) in on_list
                assert (found.kind == "main_sponsor") == ((claim.resolution, iso3) in main)


def test_every_state_gets_one_of_the_sentences(record, all_facts):
    assert len(all_facts) == len(REQUESTS) * 195
    assert {found.kind for found in all_facts.values()} == set(KINDS) - {"signed"}, "no draft is on file"
    assert all(found.why for found in all_facts.values())


@pytest.mark.parametrize(
    ("iso3", "kind", "texts"),
    [
        ("NOR", "main_sponsor", ["A/HRC/RES/61/22", "A/RES/78/216"]),
        ("AUT", "cosponsor", ["A/RES/74/146"]),  # 2023 is unknown for it: the one before is thanked
        ("ZAF", "earlier", ["A/RES/74/146", "A/RES/62/152"]),
        ("SSD", "vote", ["A/RES/70/161"]),
        ("VEN", "recalled", ["CHR 2004/68", "A/RES/58/178"]),  # voted against the Council's text of 2016
        ("BEN", "earlier", ["A/HRC/RES/34/5", "A/RES/70/161"]),
        ("IRQ", "earlier", ["A/RES/64/163", "A/RES/62/152"]),
        ("IND", "vote", ["A/HRC/RES/49/18"]),
        ("PAK", "earlier", ["CHR 2004/68", "CHR 2003/64"]),  # on the draft as tabled, on no list of the Council since
        ("CHN", "invitation", []),
        ("VAT", "invitation", []),
        ("PSE", "cosponsor", ["A/HRC/RES/40/11"]),
    ],
)
def test_known_states_for_the_assembly(all_facts, iso3, kind, texts):
    found = all_facts[iso3, "assembly"]
    assert (found.kind, named(found)) == (kind, texts)


def test_a_vote_that_a_state_disowned_is_not_thanked(record):
    cast = opposition.cast(record)["MRT"]
    assert [vote.stance for vote in cast if vote.remark] == ["for"]
    disowned = vote(2015, "yes")._replace(remark="Recorded in favour, it said later that it meant to abstain.")
    assert made([text(2015, "not_sponsor")], [disowned]).kind == "invitation"


def test_nobody_is_said_to_have_sponsored_where_only_another_list_names_it(all_facts):
    # Ghana stands on the Norwegian mission's list of 2017, not in the Official Records.
    assert "A/RES/72/247" not in named(all_facts["GHA", "assembly"])


def test_figures_are_those_of_the_list(record, cells, all_facts):
    found = all_facts["KEN", "assembly"].evidence
    rows = record.rows("sponsors")[record.rows("sponsors")["list_id"] == f"{found.resolution}#final"]
    groups = record.states.set_index("iso3")["un_group"]
    assert found.resolution == "A/RES/74/146"
    assert found.members == len(rows) == 84
    counted = rows["iso3"].map(groups).value_counts()
    assert dict(found.groups) == counted.to_dict()
    assert dict(found.groups)["African Group"] == 12
    assert found.later == ("A/RES/78/216", 73)
    council = all_facts["KEN", "mandate"].evidence
    assert (council.resolution, council.members, council.observers) == ("A/HRC/RES/40/11", 71, ("PSE",))
    assert sum(n for _, n in council.groups) == council.members
    assert [year for _, year in council.renewals] == [2008, 2011, 2014, 2017, 2020, 2023, 2026]
    assert council.unopposed
    assert council.groups_present == 5


def test_the_next_occasion_comes_from_the_table(record, all_facts):
    coming = all_facts["KEN", "assembly"].opportunity
    assert (coming.year, coming.session, coming.certainty) == (2026, 81, "expected")
    coming = all_facts["KEN", "mandate"].opportunity
    assert (coming.year, coming.session, coming.certainty) == (2029, None, "inferred")
    coming = all_facts["KEN", "thematic"].opportunity
    assert (coming.year, coming.session, coming.what) == (2028, None, "Thematic resolution")
    later = next_opportunity(record.opportunities, REQUESTS["assembly"], date(2027, 1, 1))
    assert (later.year, later.session, later.certainty) == (2029, 84, "inferred")
    assert next_opportunity(record.opportunities, REQUESTS["assembly"], date(2040, 1, 1)) is None


def test_each_text_that_is_expected_has_its_one_request_and_each_request_a_text(record):
    rows = list(record.opportunities.itertuples())
    found = [[key for key, one in REQUESTS.items() if one.asks_for(row.body, row.what)] for row in rows]
    assert all(len(keys) == 1 for keys in found)
    assert {key for keys in found for key in keys} == set(REQUESTS)
    assert requests_for(record.opportunities, "HRC", 2028) == ["thematic"]
    assert requests_for(record.opportunities, "HRC", 2029) == ["mandate"]
    assert requests_for(record.opportunities, "GA", 2026) == ["assembly"]
    assert requests_for(record.opportunities, "HRC", 2040) == ["thematic", "mandate"]


def test_who_may_put_its_name_to_the_text(all_facts):
    may = {key: found.may_sponsor for key, found in all_facts.items()}
    assert may["PSE", "assembly"]
    assert not may["VAT", "assembly"]
    assert may["VAT", "mandate"]
    assert may["VAT", "thematic"]
    assert may["SMR", "assembly"]


def test_what_is_not_there_is_named(record, cells):
    with pytest.raises(ValueError, match="assembly, thematic, mandate"):
        shared(record, "budget")
    with pytest.raises(KeyError, match="XXX"):
        letter_facts.facts(record, "XXX", "mandate")
