"""Tables for each language that the reader knows: one folder a language, tables only."""
