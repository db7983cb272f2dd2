"""From an annotated document to its reading."""
