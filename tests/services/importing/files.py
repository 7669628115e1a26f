"""Files of services as people and programs send them."""

import csv
import io

from services.importing import plan, reading, writing
from services.importing.lines import HEADINGS


def as_csv(*lines, delimiter=";", coding="utf-8"):
    """A CSV with the columns that ``lines``, mappings, have between them."""
    names = list(dict.fromkeys(name for line in lines for name in line))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode(coding)


def all_columns(rows):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(rows)
    return text.getvalue().encode()


def planned(data):
    return plan.of(*reading.read(data))


def imported(data):
    """The plan of ``data``, once carried out."""
    done = planned(data)
    writing.write(done)
    return done


def line(**cells):
    """A line that can be taken: an organisation and the name of a service."""
    return {"organization_name_fr": "Association", "name_fr": "Service"} | cells
