"""One chart as a picture or a web page of its own."""
