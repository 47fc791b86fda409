"""Opens what a person brings: PDF, Word, web pages and scans, each in its limits, as text."""
