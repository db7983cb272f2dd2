"""The record -> verdicts: claimed totals beside the incidents on record, and what doesn't fit within a document."""
