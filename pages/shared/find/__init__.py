"""One field that finds everything: States under any name, texts, pages, groups, and what can be done with them."""
