"""The addresses of the files of the directory."""

from django.http import JsonResponse, StreamingHttpResponse

from services.exporting import data_package, table
from services.open_data import open_data

NAME = "services.csv"


def _table(request):
    return StreamingHttpResponse(
        table.csv_lines(),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{NAME}"'},
    )


def _package(request):
    return JsonResponse(data_package.described(NAME))


services_table = open_data(_table)
package = open_data(_package)
