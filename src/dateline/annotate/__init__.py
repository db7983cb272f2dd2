"""From a document to its annotation: sentences, tokens in trees, entities, times, places, counts, quotes."""
