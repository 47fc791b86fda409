"""Why a document was not fetched: a kind, a sentence, and what to do."""

REMEDIES = {
    "not there": "Check the symbol, or look for it on documents.un.org.",
    "out of reach": "Check the internet connection, then go on.",
    "not trusted": "Ask who looks after your network for its certificate.",
    "for browsers": "Open the document in your browser, save it, and upload it.",
    "busy": "Try again later.",
    "too slow": "Try again on a faster connection, or save it with your browser and upload it.",
    "too large": "Save only the pages with the list and upload those.",
    "cut short": "Try again.",
    "elsewhere": "Open the document in your browser, save it, and upload it.",
    "no document": "Open the document in your browser, save it, and upload it.",
    "wrong document": "Open the document in your browser to see which one it is.",
    "unreadable": "Open the document in your browser and paste the passage with the names.",
}
"""What to do about each kind."""


class Refusal(Exception):
    """A document was not fetched. `kind`: a key of REMEDIES; `again`: another try may help; `remedy`: what to do."""

    def __init__(self, kind: str, sentence: str, again: bool = False, remedy: str = ""):
        self.kind, self.sentence, self.again = kind, sentence, again
        self.remedy = remedy or REMEDIES[kind]
        super().__init__(sentence)
