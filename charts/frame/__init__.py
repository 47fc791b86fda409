"""What every chart has: sheet, text, legend, layouts, colours, source line."""
