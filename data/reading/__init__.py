"""Takes in new lists: from a UN document, a library record, a table or pasted text to lists with their evidence.

Reading is pure: bytes or text in, `ImportedList`s out. Nothing counts before a person has accepted it
(`data.review.accept`), and what was accepted are plain files in the user's own folder (`data.added`)."""
