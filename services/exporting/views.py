"""The addresses of the files of the directory."""

from django.http import JsonResponse, StreamingHttpResponse

from portal.core import edition
from portal.core.for_programs import for_programs
from services.exporting import data_package, table

NAME = "services.csv"


def _table(request):
    return StreamingHttpResponse(
        table.csv_lines(),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{NAME}"'},
    )


def _package(request):
    return JsonResponse(data_package.described(NAME))


services_table = for_programs(_table, of=edition.WORDS)
package = for_programs(_package, of=edition.WORDS)
