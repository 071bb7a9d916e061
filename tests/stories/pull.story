# The boss edits the exported workbook; the log takes it back.
$ rmtool add-client Yunxiu --phone 13800138000; rmtool add-client Hegu
2> Added client 1: Yunxiu.
2> Added client 2: Hegu.
$ rmtool log-visit Yunxiu "renewal; wants a lower rate" --on mon
2> Logged visit 1: Yunxiu, 2026-11-23 Mon, visit.
$ rmtool log-visit Hegu "limit too low" --kind call
2> Logged visit 2: Hegu, 2026-11-24 Tue, call.
$ rmtool log-visit Hegu "asked for a quote"
2> Logged visit 3: Hegu, 2026-11-24 Tue, visit.
$ rmtool export -o week.xlsx
2> Wrote week.xlsx: 3 visits, 2 clients, 0 tasks.
2> Phones, identity numbers and the like are masked; --unmasked writes them whole.
# Rows are sorted the other way round, a heading is renamed: no difference.
$ python3 - <<'EOF'
import openpyxl
book = openpyxl.load_workbook("week.xlsx")
sheet = book["Visits"]
rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
for place, row in enumerate(reversed(rows), 2):
    for column, value in enumerate(row, 1):
        sheet.cell(place, column).value = value
sheet["F1"] = "Talk"
book.save("sorted.xlsx")
EOF
$ rmtool pull sorted.xlsx --yes
2> Rows in another order: 2; that is no difference.
2> Nothing is to be taken from sorted.xlsx.
# A result is written in, a visit added, one taken away.
$ python3 - <<'EOF'
import openpyxl
book = openpyxl.load_workbook("sorted.xlsx")
sheet = book["Visits"]
heads = {cell.value: cell.column for cell in sheet[1]}
sheet.cell(4, heads["Talk"]).value = "renewal; agreed"
sheet.delete_rows(3)
for name, value in (("Date", "2026-11-24"), ("Client", "Hegu"), ("Kind", "visit"), ("Talk", "came by again")):
    sheet.cell(sheet.max_row + (name == "Date"), heads[name]).value = value
book.save("edited.xlsx")
EOF
$ rmtool pull edited.xlsx
> What     Where      Whose         Column         Was and is
> ────────────────────────────────────────────────────────────────────────────────
> changed  Visits!F3  Yunxiu 11-23  What was said  renewal; wants a lower rate →
>                                                  renewal; agreed
> added    Visits!4   Hegu                         2026-11-24; Hegu; visit; came
>                                                  by again
> deleted  Visits     Hegu 11-24
2> Rows in another order: 1; that is no difference.
2> Rows are gone from the file: --deletions deletes such visits and archives such clients; tasks stay.
2> rmtool: Take these changes (2)? Nobody can be asked here: add --yes.
[1]
$ rmtool pull edited.xlsx --yes
> What     Where      Whose         Column         Was and is
> ────────────────────────────────────────────────────────────────────────────────
> changed  Visits!F3  Yunxiu 11-23  What was said  renewal; wants a lower rate →
>                                                  renewal; agreed
> added    Visits!4   Hegu                         2026-11-24; Hegu; visit; came
>                                                  by again
> deleted  Visits     Hegu 11-24
2> Rows in another order: 1; that is no difference.
2> Rows are gone from the file: --deletions deletes such visits and archives such clients; tasks stay.
2> Taken: cells changed 1, rows added 1, rows gone 0.
$ rmtool list-visits
> No.  Day             Time  Kind   Client  Text
> ───────────────────────────────────────────────────────────
>   4  2026-11-24 Tue        visit  Hegu    came by again
>   3  2026-11-24 Tue        visit  Hegu    asked for a quote
>   2  2026-11-24 Tue        call   Hegu    limit too low
>   1  2026-11-23 Mon        visit  Yunxiu  renewal; agreed
# Taken back once more, it changes nothing.
$ rmtool pull edited.xlsx --yes
> What     Where   Whose       Column  Was and is
> ───────────────────────────────────────────────
> deleted  Visits  Hegu 11-24
2> Rows in another order: 1; that is no difference.
2> Rows are gone from the file: --deletions deletes such visits and archives such clients; tasks stay.
2> Nothing is to be taken from edited.xlsx.
# What changed in the store meanwhile is not overwritten.
$ rmtool edit-visit 1 --text "renewal signed"
2> Changed visit 1: Yunxiu, 2026-11-23 Mon, visit.
$ python3 - <<'EOF'
import openpyxl
book = openpyxl.load_workbook("edited.xlsx")
sheet = book["Visits"]
for row in sheet.iter_rows(min_row=2):
    if row[0].value == 1:
        row[5].value = "renewal; thinking it over"
book.save("late.xlsx")
EOF
$ rmtool pull late.xlsx --yes
> What     Where      Whose         Column         Was and is
> ────────────────────────────────────────────────────────────────────────────────
> clash    Visits!F3  Yunxiu 11-23  What was said  renewal signed → renewal;
>                                                  thinking it over
> deleted  Visits     Hegu 11-24
2> Rows in another order: 1; that is no difference.
2> Rows are gone from the file: --deletions deletes such visits and archives such clients; tasks stay.
2> rmtool: Nothing was taken: the store has newer values where cells were edited too (1), the first Visits!F3. Take the rest with --skip-clashes.
[1]
$ rmtool list-visits --limit 9
> No.  Day             Time  Kind   Client  Text
> ───────────────────────────────────────────────────────────
>   4  2026-11-24 Tue        visit  Hegu    came by again
>   3  2026-11-24 Tue        visit  Hegu    asked for a quote
>   2  2026-11-24 Tue        call   Hegu    limit too low
>   1  2026-11-23 Mon        visit  Yunxiu  renewal signed
# A copy without its hidden column can't be told from any other table.
$ python3 - <<'EOF'
import openpyxl
book = openpyxl.load_workbook("late.xlsx")
for sheet in book.worksheets:
    sheet.delete_cols(sheet.max_column)
book.save("bare.xlsx")
EOF
$ rmtool pull bare.xlsx --yes
2> rmtool: bare.xlsx has no hidden key column: it was not written by `rmtool export`, or the last column was deleted. Ask for the file anew, or take it in with `rmtool import-visits`.
[8]
