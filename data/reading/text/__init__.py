"""What all readers share: letters repaired, symbols, sentences, and passages cut into the States they name."""
