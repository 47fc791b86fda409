"""The forms in which a briefing leaves: slides, paper, PDF, web page, presentation, bundle."""
