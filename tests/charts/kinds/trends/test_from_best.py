from __future__ import annotations

from analytics.scope import Scope
from charts.frame.chart import Context
from charts.kinds.trends.from_best import best_chart


def test_latest_and_best_of_each_group(gallery):
    table = gallery.measures.from_best(Scope(("GA",), 1998, 2019))
    chart = best_chart(table, Context())
    said = [trace.hovertext[0] for trace in chart.build().data if trace.mode == "markers"]
    assert "latest: 12 of 54 in 2019" in said
    assert "best: 13 in 2001" in said
    assert len(said) == 10


def test_a_gapped_latest_is_hollow_and_worded_at_least(gallery):
    table = gallery.measures.from_best(Scope(("GA",)))
    figure = best_chart(table, Context()).build()
    latest = [t for t in figure.data if t.mode == "markers" and t.hovertext[0].startswith("latest")]
    assert all("at least" in trace.hovertext[0] for trace in latest)
    assert {trace.marker.color for trace in latest} == {"#ffffff"}


def test_the_legend_shows_the_marks_that_are_drawn(gallery):
    def legend(scope: Scope) -> set[str]:
        table = gallery.measures.from_best(scope)
        words = [note.text for note in best_chart(table, Context()).build().layout.annotations]
        return {word for word in words if word in ("latest", "latest, list with a gap", "best")}

    assert legend(Scope(("GA",), 1998, 2019)) == {"latest", "best"}
    assert legend(Scope(("GA",))) == {"latest, list with a gap", "best"}
    assert legend(Scope(("GA", "HRC"))) == {"latest", "latest, list with a gap", "best"}
