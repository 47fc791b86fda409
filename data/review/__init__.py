"""From the lists of a document to the record: what is accepted, checked and kept."""
