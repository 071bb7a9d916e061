# Files and folders that can't be: one line, the right exit code, nothing lost.
@lang en
$ rmtool add-client 张三 --phone 13800138000
2> Added client 1: 张三.
$ rmtool log-visit 张三 "renewal; call 13800138000" --next +3d
2> Logged visit 1: 张三, 2026-11-24 Tue, visit.
2> Next step on 2026-11-27 Fri: Follow up: renewal; call 13800138000
# Output equal to input, and rmtool's own files.
$ rmtool weekly-report --format md -o "$RMTOOL_HOME/store.db"
2> rmtool: $HERE/.home/rmtool/store.db lies among rmtool's own files: choose another folder.
[1]
$ rmtool export -o "$RMTOOL_HOME/out.xlsx"
2> rmtool: $HERE/.home/rmtool/out.xlsx lies among rmtool's own files: choose another folder.
[1]
$ printf 'name,phone\n李四,13900139000\n' > clients.csv; rmtool import-clients clients.csv --save-map clients.csv
2> clients.csv: CSV, encoding UTF-8, delimiter ,, header in row 1
2> Used: name → name, phone → phone
2> rmtool: clients.csv is read and written at once, output equal to input: choose another name.
[1]
$ rmtool import-clients "$RMTOOL_HOME/store.db"
2> rmtool: $HERE/.home/rmtool/store.db belongs to rmtool itself: import a file from elsewhere, or use `rmtool restore`.
[8]
# What upstream gets is masked, unless told otherwise.
$ rmtool weekly-report -o week.md; grep -o "call .*" week.md | head -1; ls -l week.md | cut -c1-10
> call 138\*\*\*\*\*\*00 |  | 27 Nov Fri, Follow up: renewal; call 138\*\*\*\*\*\*00 |
> -rw-------
2> Wrote week.md.
$ rmtool weekly-report -o week.md --unmasked --reason audit; grep -o "call 1.*" week.md | head -1
> call 13800138000 |  | 27 Nov Fri, Follow up: renewal; call 13800138000 |
2> Wrote week.md.
# Folders that are not there, are no folders, or can't be written.
$ rmtool weekly-report -o missing/week.md
2> rmtool: Cannot write missing/week.md: the folder does not exist: make it first.
[7]
$ rmtool backup missing/copy.db
2> rmtool: Cannot write missing/copy.db: the folder does not exist: make it first.
[7]
$ touch file; rmtool export -o file/out.xlsx
2> rmtool: Cannot write file/out.xlsx: the folder does not exist: make it first.
[7]
$ RMTOOL_HOME=file/home rmtool add-client 李四
2> rmtool: Cannot write $HERE/file/home: a part of the path is not a folder: choose another one.
[7]
$ ln -s nowhere link.md; rmtool weekly-report -o link.md
2> rmtool: Cannot write link.md: it is not an ordinary file: choose another name.
[7]
# A disk that is full. /dev/full is one, however much is written.
$ rmtool list-clients > /dev/full
2> rmtool: Cannot write the output: the disk is full: free some space and try again.
[7]
$ rmtool export -o - > /dev/full
2> rmtool: Cannot write the output: the disk is full: free some space and try again.
[7]
$ rmtool show-client 张三 --json > /dev/full
2> rmtool: Cannot write the output: the disk is full: free some space and try again.
[7]
# What can not be shown is not kept.
$ rmtool add-client 李四 --json > /dev/full
2> rmtool: Cannot write the output: the disk is full: free some space and try again.
[7]
$ rmtool log-visit 张三 "x" --json > /dev/full
2> rmtool: Cannot write the output: the disk is full: free some space and try again.
[7]
$ rmtool list-clients --json | grep -c name; rmtool list-visits --json | grep -c text
> 1
> 1
# Workbooks that are protected, broken, empty, or something else.
$ printf '\320\317\021\340\241\261\032\341 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0' > secret.xlsx; rmtool import-clients secret.xlsx
2> rmtool: secret.xlsx: The workbook is protected by a password: save it without one.
[8]
$ printf 'PK\003\004 cut off' > cut.xlsx; rmtool import-clients cut.xlsx
2> rmtool: cut.xlsx: The workbook is broken: open and save it anew, or ask for it again.
[8]
$ python3 -c "import openpyxl; openpyxl.Workbook().save('nothing.xlsx')"; rmtool import-clients nothing.xlsx
2> rmtool: nothing.xlsx: The workbook is empty: no sheet holds anything.
[8]
$ echo "no heading is known,here" > strange.csv; rmtool import-clients strange.csv
2> rmtool: strange.csv: No heading is known in the first 10 rows: map the columns with --map, or with --no-header and --set such as 'name={1}'.
[8]
@lang zh
$ rmtool weekly-report -o missing/week.md
2> rmtool: 无法写入 missing/week.md：文件夹不存在，请先建立。
[7]
$ rmtool import-clients secret.xlsx
2> rmtool: secret.xlsx: 工作簿有密码：请去掉密码后另存。
[8]
$ rmtool list-clients --json > /dev/full
2> rmtool: 无法写入 输出：磁盘已满，请腾出空间再试。
[7]
@lang en
# A store from a newer version is not touched.
$ python3 -c "import os, sqlite3; sqlite3.connect(os.environ['RMTOOL_HOME'] + '/store.db').execute('PRAGMA user_version = 99')"; cp "$RMTOOL_HOME/store.db" newer.db
$ rmtool log-visit 张三 "x"
2> rmtool: The store $HERE/.home/rmtool/store.db was written by a newer rmtool: upgrade rmtool to open it.
[6]
$ cmp "$RMTOOL_HOME/store.db" newer.db
# Nor is one that is none.
$ echo "not a database at all, but long enough to look at" > "$RMTOOL_HOME/store.db"; rmtool today
2> rmtool: The store $HERE/.home/rmtool/store.db is damaged (file is not a database): bring back a copy with `rmtool restore FILE --yes`.
[6]
$ rmtool check | grep "^error"
> error  store: file is not a database Next: rmtool restore FILE --yes
2> rmtool: 1 of 6 findings are errors.
