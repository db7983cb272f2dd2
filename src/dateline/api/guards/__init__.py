"""What stands before every route: each guard is a small ASGI application around the next one."""
