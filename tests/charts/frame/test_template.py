from __future__ import annotations

import plotly.graph_objects as go

from charts.frame.template import filled, template


def test_what_the_template_says_stands_in_the_layout_and_the_figure_prevails():
    figure = go.Figure(
        {
            "data": [{"type": "bar", "y": [1, 2], "yaxis": "y2"}],
            "layout": {
                "template": template("light"),
                "font": {"size": 20},
                "yaxis2": {"showgrid": True},
                "annotations": [{"text": "Kenya", "showarrow": True}],
            },
        }
    )
    said = filled(figure)
    layout = said["layout"]
    assert said["data"] == [{"type": "bar", "y": [1, 2], "yaxis": "y2"}]
    assert "template" not in layout
    assert layout["font"] == {**template("light").layout.font.to_plotly_json(), "size": 20}
    assert (layout["yaxis2"]["showgrid"], layout["yaxis2"]["fixedrange"]) == (True, True)
    assert "yaxis" not in layout, "no axis is made that the figure has not"
    note = layout["annotations"][0]
    assert (note["text"], note["showarrow"], note["borderpad"]) == ("Kenya", True, 0)
    assert layout["hoverlabel"]["align"] == "left"
