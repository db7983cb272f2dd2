"""The desk over HTTP: the record, the reader and people's decisions as JSON under /api/v1, and the page that shows them.

In: requests. Out: JSON in the shapes of docs/api.md. Everything is decided above this room: a route asks a view, calls one
function of the pipeline or the engines, and puts the answer into words. `application.create_app` assembles it.
"""
