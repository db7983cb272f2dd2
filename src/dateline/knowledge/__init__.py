"""Facts with their sources, and look-up: gazetteer, nationalities, capitals, actor registry, weapons."""
