"""The measures: what a record says about cells, counts, groups, breadth, ladders, changes, histories and votes.

`Measures(record)` is what pages, charts, briefings and letters ask; it is made anew wherever it is needed, as what it
has made is remembered with the record. The numbered .sql files beside this one are steps: the build runs them in the
new file, and each describes the columns of what it makes. `asked/` holds the questions that are put to that file.

What is asked about is a Scope (bodies, years, stage, grouping); Scope.whole() is the whole record, each body at its own
stage. Every answer is a pandas frame, a copy of its own.

    measures = Measures(record)
    measures.counts(scope)                       one row a text: sponsors, and how sure that is
    measures.by_group(scope)                     one row a text and group, by scope.grouping
    measures.ladder("GA")                        one row a State: its word in that body, over all its texts
    measures.times(scope)                        the same of the years of the scope
    measures.cells(scope, texts=[…], states=[…]) one row a text and State, for what is drawn
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.english import shown_text
from analytics.measures.questions import Questions, as_tuple, some
from analytics.scope import Scope
from analytics.states.history import with_words
from analytics.states.ladder import standings
from analytics.texts.changes import head, told
from analytics.votes import with_remarks
from data.tongues.speech import ENGLISH, language
from data.words import BODIES, COVERAGE, FINAL, PLENARY

if TYPE_CHECKING:
    from data.frames import Value

EVERYTHING = Scope.whole()
_BEST: dict[str, Value] = {"series": [f"{body} {FINAL}" for body in BODIES], "since": 0, "until": 9999}
"""Every text by the best list held, whatever its stage."""


@dataclass(frozen=True)
class Measures(Questions):
    """The measures of one record. A question of one body takes its code; "" as a stage is each body's own."""

    def cells(
        self, scope: Scope = EVERYTHING, texts: Collection[str] | None = None, states: Collection[str] | None = None
    ) -> pd.DataFrame:
        """One row a resolution and State (Members and observers), each body at one stage; of some texts and States.

        A stage that a body does not offer (record.stages) is the body's own. Columns: resolution, body, session, year,
        adopted_on, iso3, short_name, name, un_group ("" for who was an observer on the day), status (member, observer:
        on the day), value (a key of data.words.CELLS), list_id, asked (the stage of the body's series), stage and
        completeness of the list that answers ("" where none does), coverage of the resolution, known (whether the cell
        tells who sponsored at the stage asked: at another than the final one a "not named when tabled" does),
        withdrawn_list ("" but where the State took its name back), on_any_list (whether a list of the text, of whatever
        stage, names it). Sorted by day of adoption, resolution, State. The rule for `value` is the view `stage_grid` in
        data/schema.sql (docs/methodology.md).
        """
        return self._ask("cells", scope, texts=some(texts), states=some(states))

    def codes(self, scope: Scope = EVERYTHING) -> NDArray[np.uint8]:
        """The cells as numbers, for questions to all States at once: one row a text in order of adoption, one column a
        State in order of code. The place in data.words.CELLS, and their number more for an observer on the day."""
        words = "".join(self._ask("coded", scope)["codes"].to_numpy())
        digits = np.frombuffer(words.encode(), dtype=np.uint8) - np.uint8(ord("0"))
        return digits.reshape(-1, len(self.record.states))

    def late(self, iso3: str) -> pd.DataFrame:
        """The texts on whose final lists a State is and of which the whole list of the draft is held too, in order of
        adoption. Columns: resolution, final and tabled (these lists), late (whether it is on the final one only)."""
        return self.record.ask("late", state=iso3)

    def votes(
        self, texts: Collection[str] | None = None, states: Collection[str] | None = None, against: int = 0
    ) -> pd.DataFrame:
        """The recorded votes on some texts and of some States, in order of adoption; `against`: only on the first
        so many texts that each State voted against, and on those of the day of its last vote that weighs.

        Columns: resolution, body, year, adopted_on, stage, kind (text, amendment), iso3, state_as_written, vote, stance
        (for, against, abstained: the text; all amendments held were hostile), source_url, put (whether the text was
        voted on as a whole), value (the State's cell on it; what is not known of the end is unknown), remark (what the
        State said later of its vote on a text, "" if nothing). Voting is not sponsoring: a State that is not in a roll
        call was absent, or no member of the body.
        """
        return with_remarks(self.record.ask("votes", texts=some(texts), states=some(states), against=against))

    def signs(self) -> pd.DataFrame:
        """What the votes and lists of each State come to, one row a State; of adopted texts.

        Columns: iso3, votes_for, voted_for, votes_against, texts_against, weighing, came_round, abstained, both, late, as the table
        `signs` describes them."""
        return self.record.ask("signs")

    def texts(self, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """One row a text, in order of adoption. Columns: place (its number at that stage), resolution, body, year,
        adopted_on, asked, list_id, stage and completeness of the list that answers ("" where none does)."""
        return self._kept("texts", scope)

    def counts(self, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """One row a resolution: how many sponsors at the stage of its series (`asked`), and how sure that is.

        Columns: resolution, body, year, adopted_on, asked, stage (of the list that answers), status (complete, gap,
        partial, count only, none), sponsors (Member States on the day, named on a list of the stage asked for),
        observers (named, apart), unknown and members (Member States on the day), claimed (number reported for the end
        of the process, <NA> if none or if another stage is asked), claimed_at (final, at adoption, ""), bound (exact,
        at least, ""), shown (number to draw, <NA> if nothing can be said), shown_text ("84", "at least 73", "77 at
        adoption", "not known"), withdrew (Member States that a list names as having taken their names back). A gapped
        or partial list gives a lower bound: "at least". In order of adoption.
        """
        table = self._kept("counts", scope)
        if language() == ENGLISH:  # in which the file has them
            return table
        return table.assign(shown_text=[shown_text(row) for _, row in table.iterrows()])

    def by_group(self, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """One row a resolution and group, by the grouping of the scope.

        By regional group every Member stands once. By political group a State stands in each group of which it was a
        member on the day of adoption, hence in several or none. Observers belong to no group. Columns: resolution,
        body, year, adopted_on, asked, group, sponsors, not_sponsors (known not to have sponsored at the stage asked
        for), unknown, members (all Member States of the group on the day), share (sponsors / members, 0 to 1; NaN
        unless a complete or gapped list of the stage is held), share_low (named only), share_high (named and unknown),
        status. In order of adoption, then of groups.
        """
        return self._kept("by_group", scope, grouping=scope.grouping)

    def breadth(self, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """How cross-regional support is: one row a resolution, by regional group, in order of adoption.

        Columns: resolution, body, year, adopted_on, asked, status, sponsors, groups_present (groups with at least one
        sponsor), groups (their names, by number of sponsors), largest_group, largest (its sponsors), outside_largest
        (share of sponsors from outside the largest group, 0 to 1; NaN without a complete or gapped list). Where a list
        has a gap these describe the names that are held.
        """
        table = self._kept("breadth", scope)
        return table.assign(groups=table["groups"].map(as_tuple))

    def from_best(self, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """How far each group stands from its own best: one row a body and group, by the grouping of the scope.

        Columns: body, asked (stage), group, latest (comparable text), latest_year, latest_sponsors, latest_unknown,
        latest_members, latest_share, latest_status, latest_of_all (whether no later text of the body is in the scope),
        best, best_year, best_sponsors, best_share, texts (that can be compared, the latest among them), first_year (of
        these), gaps (years of the texts that cannot be compared: the best may have been there), short_by (sponsors
        missing to reach the best number again; counts, as the size of a group changes little). Only complete and
        gapped lists count; where the latest has a gap, `short_by` is at most that: `latest_unknown` of them may have
        sponsored.
        """
        table = self._kept("from_best", scope, grouping=scope.grouping)
        return table.assign(gaps=table["gaps"].map(as_tuple))

    def most_by_group(self, scope: Scope) -> dict[str, int]:
        """The most sponsors of each regional group on one list of the final stage; without groups that had none."""
        rows = self._ask("most", scope)
        return dict(zip(rows["group"], rows["sponsors"].tolist(), strict=True))

    def reach(self, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """One row a body of which a Member State has a cell in the scope. Columns: body, asked (stage), sponsored
        (Member States that sponsored a text or more), members (Member States on the day of one), unknown and cells (of
        Member States on the day: those that do not tell, and all)."""
        return self._kept("reach", scope)

    def coverage(self) -> pd.DataFrame:
        """What is held of each text, one row a resolution, in order of adoption.

        Columns: resolution, body, year, adopted_on, short_title, coverage (a key of data.words.COVERAGE),
        meaning, list_id, stage, names (on the list, Int64), unknown and not_when_tabled (Member States with that cell),
        lists (number held, all stages), reported (numbers reported, as text), wanted (the document that would settle
        it, "" if nothing is missing), official_url.
        """

        def make() -> pd.DataFrame:
            table = self.record.ask("coverage", **_BEST)
            table.insert(6, "meaning", table["coverage"].map(COVERAGE))
            return table

        return self.record.remembered.get(("coverage",), make)

    def best(self, texts: Collection[str], states: Collection[str] | None = None) -> pd.DataFrame:
        """The cells of some texts from the best lists held, whatever their stage. Columns: as cells."""
        return self.record.ask("cells", **_BEST, texts=some(texts), states=some(states))

    def cell(self, text: str, state: str, stage: str = "") -> pd.DataFrame:
        """One cell with the lists of its text, a row each: the question `evidence`, with `remark` as in votes. From the
        best list held, whatever its stage, unless a stage is asked for."""
        of = {"text": text, "state": state, "plenary": list(PLENARY)}
        whole = Scope.whole(stage=stage)
        return with_remarks(self._ask("evidence", whole, **of) if stage else self.record.ask("evidence", **_BEST, **of))

    def lists(self, texts: Collection[str], stage: str = "") -> pd.DataFrame:
        """The lists that the cells of some texts rest on at the stage asked for, with those of names that were taken
        back. Columns: those of sponsor_lists."""
        return self._ask("lists", Scope.whole(stage=stage), texts=sorted(set(texts)))

    def changes(self, before: str, after: str, stage: str = "") -> pd.DataFrame:
        """What became of each State from one text to another. Columns: as analytics.texts.changes.told describes them.

        Raises ValueError for texts of different bodies, in the wrong order, without a list, or of different stages.
        """
        texts = self.texts(Scope.whole(stage=stage))
        first, last = head(texts, before), head(texts, after)
        if first["body"] != last["body"]:
            raise ValueError(f"{before} and {after} are texts of different bodies")
        if first["adopted_on"] >= last["adopted_on"]:
            raise ValueError(f"{before} must be adopted before {after}")
        for one, text in ((first, before), (last, after)):
            if not one["stage"]:
                raise ValueError(f"no list of sponsors is held for {text}")
        if not first["stage"] == last["stage"] == first["asked"]:
            raise ValueError(
                f"the lists of {before} ({first['stage']}) and {after} ({last['stage']}) are not both of the stage "
                f"{first['asked']}"
            )
        body = Scope.whole((first["body"],), stage)

        def make() -> pd.DataFrame:
            kept = self._is_kept(body)
            return told(self._ask("changes", body, before=before, after=after, kept=kept), self.texts(body))

        return self.record.remembered.get(("changes", body, before, after), make)

    def history(self, iso3: str, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """One State through the texts of the scope. Columns: as states.history.with_words describes them. Raises
        ValueError for a State that is not in the record."""
        if iso3 not in set(self.record.states["iso3"]):
            raise ValueError(f"no State {iso3!r}")
        return with_words(self._ask("history", scope, state=iso3, plenary=list(PLENARY)))

    def ladder(self, body: str, stage: str = "") -> pd.DataFrame:
        """Where each State stands in one body, over all its texts: a word claims the whole history.

        Columns: as analytics.states.ladder.standings describes them."""
        return self.times(Scope.whole((body,), stage))

    def times(self, scope: Scope) -> pd.DataFrame:
        """Where each State stands in the one body and the years of the scope, for its counts alone. Columns: as ladder.
        Raises ValueError for several bodies."""
        if len(scope.bodies) != 1:
            raise ValueError(f"one body at a time, not {', '.join(scope.bodies)}")

        def make() -> pd.DataFrame:
            question = "ladder_kept" if self._is_kept(scope) else "ladder"
            return standings(self._ask(question, scope), self.texts(scope))

        return self.record.remembered.get(("standings", replace(scope, grouping=Scope.grouping)), make)
