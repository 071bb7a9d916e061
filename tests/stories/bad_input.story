# Bad input: one line that names the thing and the next step, the right exit code, and nothing stored.
@lang en
$ rmtool add-client 张三 --phone 13800138000 --tier A
2> Added client 1: 张三 (A special).
$ rmtool add-client 张三丰
2> Added client 2: 张三丰.
$ cp "$RMTOOL_HOME/store.db" before.db
# Unknown and ambiguous clients.
$ rmtool log-visit nobody "x"
2> rmtool: No client is named nobody: add one with `rmtool add-client nobody`.
[4]
$ rmtool log-visit zhang "x"
2> rmtool: zhang names several clients: 1 张三 (8000); 2 张三丰. Give the number.
[4]
# Dates.
$ rmtool log-visit 张三 "x" --on 2026-02-30
2> rmtool: 2026-02-30 does not exist: give one that the calendar has.
[2]
$ rmtool log-visit 张三 "x" --on whenever
2> rmtool: whenever is no date: write it as 2026-11-30, 11-30, today, +3d, 下周三 or next wed.
[2]
$ rmtool log-visit 张三 "x" --on 2027-12-01
2> rmtool: 2027-12-01 Wed is far from today for a visit: give the right day, or --force if it is right.
[2]
$ rmtool log-visit 张三 "x" --next 2099-01-01
2> rmtool: 2099-01-01 Thu is far in the future: give the right day, or --force if it is right.
[2]
$ rmtool log-visit 张三 "x" --next yesterday
2> rmtool: 2026-11-23 Mon is past: give a day to come, or --force if it is right.
[2]
# Numbers.
$ rmtool add-client A --phone 12345
2> rmtool: The phone number 12… (5 characters) lacks its area code: write it as 010-12345678.
[2]
$ rmtool add-client A --phone abc
2> rmtool: The phone number a… (3 characters) holds something other than digits: write one number, as 13800138000.
[2]
$ rmtool add-client A --id-number 110101199001011234
2> rmtool: The identity number 110… (18 characters) has a wrong check digit: check it for a mistyped digit.
[2]
$ rmtool add-client A --uscc 91350100M000100Y44
2> rmtool: The credit code 913… (18 characters) has a wrong check digit: check it for a mistyped character.
[2]
$ rmtool add-client A --email nobody
2> rmtool: nobody is not an e-mail address: write it as name@example.com.
[2]
# Words that are in no list.
$ rmtool add-client A --tier Z
2> rmtool: Unknown tier Z: use one of A (special), B (key), C (ordinary), D (other).
[2]
$ rmtool add-client A --stage gone
2> rmtool: Unknown stage gone: use one of prospect, active, dormant, lost.
[2]
$ rmtool add-client A --kind dog
2> rmtool: Unknown kind of client dog: use person or company.
[2]
$ rmtool log-visit 张三 "x" --kind dinner
2> rmtool: Unknown kind of visit dinner: use one of visit, call, reception, return-visit, meeting, message, check (site check).
[2]
$ rmtool log-visit 张三 "x" --measure stock
2> rmtool: --measure takes KEY=NUMBER, such as stock=120, not stock.
[2]
$ rmtool add-task "x" --kind chore
2> rmtool: Unknown kind of task chore: use one of follow-up, complaint, enquiry, request, paper (missing paper), milestone.
[2]
# Texts.
$ rmtool log-visit 张三 ""
2> rmtool: the text of the visit is empty: write it out, in quotes if it has blanks, as in "word word".
[2]
$ rmtool log-visit 张三 </dev/null
2> rmtool: the text of the visit is empty: write it out, in quotes if it has blanks, as in "word word".
[2]
$ rmtool log-visit 张三 "$(head -c 10001 /dev/zero | tr '\0' x)"
2> rmtool: the text of the visit is too long: 10001 characters, and at most 10000 are kept. Shorten it.
[2]
$ printf 'a\0b' | rmtool log-visit 张三
2> rmtool: the text of the visit can't be kept: character 2 is U+0000, which is not text. Remove it.
[2]
$ printf 'a\355\240\200b' | rmtool log-visit 张三
2> rmtool: the text of the visit can't be kept: character 2 is U+DCED, which is not text. Remove it.
[2]
$ printf 'a\357\277\276b' | rmtool log-visit 张三
2> rmtool: the text of the visit can't be kept: character 2 is U+FFFE, which is not text. Remove it.
[2]
$ rmtool log-visit 张三 -5% asked for
2> rmtool: There is no option -5: a text that begins with - needs -- before it; see `rmtool log-visit --help`.
[2]
$ rmtool log-visit 张三 two words
2> rmtool: Too many words on the line: put a text of several words in quotes; see `rmtool log-visit --help`.
[2]
# The same client again.
$ rmtool add-client 张三
2> rmtool: Client 1 张三 is already there: see `rmtool show-client 1`, or use --force.
[1]
$ rmtool add-client 李四 --phone 138-0013-8000
2> rmtool: Client 1 张三 has the same phone: see `rmtool show-client 1`, or use --force.
[1]
# Unknown commands and options.
$ rmtool log-visti 张三 x
2> rmtool: There is no command log-visti; the nearest: log-visit, show-visit, list-visits.
[2]
$ rmtool log-visit 张三 x --nxet tomorrow
2> rmtool: There is no option --nxet; the nearest: --next, --need, --quiet; see `rmtool log-visit --help`.
[2]
$ rmtool log-visit
2> rmtool: CLIENT is missing: see `rmtool log-visit --help`.
[2]
$ rmtool list-visits --lang fr
2> rmtool: Unknown language 'fr': use zh or en.
[2]
# Files out.
$ rmtool export -o missing/folder.xlsx
2> rmtool: Cannot write missing/folder.xlsx: the folder does not exist: make it first.
[7]
$ rmtool export -o out.doc
2> rmtool: out.doc doesn't end in a format this can write: use .xlsx, .csv or .json.
[2]
$ rmtool weekly-report -o "$RMTOOL_HOME/store.db"
2> rmtool: $HERE/.home/rmtool/store.db does not tell its format: end it in .txt, .md, .html, .json, .docx, .pdf or .xlsx, or add --format.
[2]
# Files in.
$ : > empty.xlsx; rmtool import-clients empty.xlsx
2> rmtool: empty.xlsx is empty.
[8]
$ echo broken > broken.xlsx; rmtool import-clients broken.xlsx
2> rmtool: broken.xlsx is no workbook, whatever its name says: give it the ending of what it is.
[8]
$ rmtool import-clients nothing.csv
2> rmtool: There is no file nothing.csv: check the name.
[8]
# Nothing of this is in the store.
$ rmtool list-visits --json; rmtool list-clients --json | grep -c '"name"'; rmtool list-tasks --json
> []
> 2
> []
# Hostile names are kept exactly and shown inert.
$ rmtool add-client "$(printf 'a\033[31mb')"
2> Added client 3: a␛[31mb.
$ rmtool add-client "[red]x[/red]"
2> Added client 4: [red]x[/red].
$ rmtool add-client "=cmd()"
2> Added client 5: =cmd().
$ rmtool list-clients
> No.  Name          Tier  Stage   Area  Phones       Last touch  Days
> ────────────────────────────────────────────────────────────────────
>   5  =cmd()              active
>   4  [red]x[/red]        active
>   3  a␛[31mb             active
>   1  张三          A     active        13800138000
>   2  张三丰              active
$ rmtool list-clients --json | grep -c 'u001b\[31m'
> 1
