"""Files of Word, PowerPoint and Excel: what every one of them is made with."""
