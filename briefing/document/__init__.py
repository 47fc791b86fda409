"""A briefing of several pages: its sections, as slides, paper, web page, presentation and bundle."""
