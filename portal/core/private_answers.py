"""Answers that are for one reader: what a mailed link opens, what a form says back."""


def private(response):
    """Keep the answer out of every cache, every index and every referrer."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
