"""Tells of each answer what processor the portal took for it, and what it asked."""

import time

from django.db import connection


class Probe:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = []

        def counted(execute, sql, *args):
            asked.append(sql)
            return execute(sql, *args)

        begun = time.thread_time()
        with connection.execute_wrapper(counted):
            response = self.get_response(request)
        took = time.thread_time() - begun
        response.headers["X-Bench-Milliseconds"] = f"{1000 * took:.3f}"
        response.headers["X-Bench-Queries"] = str(len(asked))
        return response
