# A team leader's Friday: a hundred people's exports become one workbook, and who is missing is named.
$ python3 - <<'EOF'
from pathlib import Path
from uuid import uuid4
from rmtool import i18n
from rmtool.app import App
from rmtool.commands import export
from rmtool.config.settings import Settings
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import clients, visits
import os
# One store plays them all: between two people its rows get new keys.
app = App({**os.environ, "RMTOOL_HOME": ".home/team"})
Path("week48").mkdir()
with app.change() as db:
    clients.add(db, Client("共同公司", uscc="91350100M000100Y43", uuid=str(uuid4()), added_on="2026-01-05"), app.recorded_at)
    for number in range(2, 11):
        clients.add(db, Client(f"客户{number}", uuid=str(uuid4()), added_on="2026-01-05"), app.recorded_at)
    for number in range(20):
        visits.add(db, Visit(1 + number % 10, f"2026-11-{16 + number % 9}", "谈续贷", uuid=str(uuid4()), recorded_at=app.recorded_at))
for number in range(100):
    i18n.choose("en" if number % 10 == 0 else "zh")
    with app.change() as db:
        for table in ("clients", "visits"):
            for row in db.execute(f"SELECT id FROM {table}").fetchall():
                db.execute(f"UPDATE {table} SET uuid = ? WHERE id = ?", (str(uuid4()), row[0]))
    app.__dict__["settings"] = Settings(owner=f"经理{number:03}")
    export.write(app, periods.parse_period("all", app.today, "week"), Path(f"week48/经理{number:03}.xlsx"))
Path("names.txt").write_text("".join(f"经理{number:03}\n" for number in range(102)))
EOF
$ rmtool combine week48/*.xlsx -o team.xlsx --names names.txt
2> Wrote team.xlsx: files 100, people 100, rows 3000.
2> Missing: 经理100, 经理101.
2> 1 client is logged by several people: see the sheet Duplicates.
2> 900 clients carry no key to be found twice by: see `rmtool config team_key`.
# The same again: the workbook of before is no input, and is written anew.
$ cp team.xlsx week48/team.xlsx
$ rmtool combine week48/*.xlsx -o week48/team.xlsx
2> Wrote week48/team.xlsx: files 100, people 100, rows 3000.
2>   team.xlsx: it is itself a combined workbook: left out
2> 1 client is logged by several people: see the sheet Duplicates.
2> 900 clients carry no key to be found twice by: see `rmtool config team_key`.
# One is broken, and one is something else: they are named, the rest is written.
$ printf 'PK\003\004' > week48/经理050.xlsx; cp names.txt week48/经理051.xlsx
$ rmtool combine week48 -o team.xlsx --names names.txt
2> Wrote team.xlsx: files 98, people 98, rows 2940.
2>   team.xlsx: it is itself a combined workbook: left out
2>   经理050.xlsx: The workbook is broken: open and save it anew, or ask for it again
2>   经理051.xlsx: it is no workbook: ask for it as .xlsx
2> Missing: 经理050, 经理051, 经理100, 经理101.
2> 1 client is logged by several people: see the sheet Duplicates.
2> 882 clients carry no key to be found twice by: see `rmtool config team_key`.
2> rmtool: 2 left out, the rest is written: 经理050.xlsx, 经理051.xlsx.
[8]
# The leader's own store was never touched.
$ ls "$RMTOOL_HOME"
2> ls: cannot access '$HERE/.home/rmtool': No such file or directory
[2]
@lang zh
$ rmtool combine week48 -o team.xlsx --names 经理001,赵四
2> 已写入 team.xlsx：98 个文件、98 人、2940 行。
2>   team.xlsx: 它本身就是合并出来的：略过
2>   经理050.xlsx: 工作簿已损坏：请打开后重新保存，或请对方重发
2>   经理051.xlsx: 不是工作簿：请对方发 .xlsx
2> 未交：赵四。
2> 有 1 个客户由多人登记：见“重复客户”工作表。
2> 有 882 个客户没有查重的标识：请设 `rmtool config team_key`。
2> rmtool: 有 2 个文件未合并，其余已写入：经理050.xlsx、经理051.xlsx。
[8]
