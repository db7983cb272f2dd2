"""The JSON of answers and requests as types, one module for each noun: what OpenAPI tells, and pages are checked against."""
