"""Standards as content: questions in our own words, clauses with short titles, both languages side by side."""
