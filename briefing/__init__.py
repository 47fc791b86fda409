"""What leaves the house: images, slides, Word, Excel, HTML, letters."""
