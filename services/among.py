"""One of very many keys, bound as one value.

« IN » binds each by itself: ten thousand take longer to bind than to look up, and
SQLite takes no more than some tens of thousands.
"""

import json

from django.db.models import Lookup


class Among(Lookup):
    lookup_name = "among"

    def get_prep_lookup(self):
        return sorted(self.rhs)

    def as_sql(self, compiler, connection):
        column, values = self.process_lhs(compiler, connection)
        keys = "(SELECT value FROM json_each(%s))"
        return f"{column} IN {keys}", [*values, json.dumps(self.rhs)]

    def as_postgresql(self, compiler, connection):
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*values, self.rhs]
