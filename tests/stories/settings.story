# Wrong settings, profile, store and clock: the right exit code, and the next step.
@lang en
$ rmtool config language klingon
2> rmtool: Unknown language klingon: use zh or en.
[2]
$ rmtool config colour red
2> rmtool: Unknown setting colour: use one of owner, department, supervisor, language, phone_region, team_key, mail_server, mail_port, mail_security, mail_user, mail_from, backup_key.
[2]
$ rmtool config language zh && rmtool config language && RMTOOL_LANG= rmtool config language
> zh
> zh
2> language is now zh.
$ echo 'owner = 5' > "$RMTOOL_HOME/config.toml"; rmtool today
2> rmtool: $HERE/.home/rmtool/config.toml: The setting owner is text: write it in quotes. Put it right with `rmtool config`.
[5]
$ echo 'owner = ' > "$RMTOOL_HOME/config.toml"; rmtool today
2> rmtool: $HERE/.home/rmtool/config.toml is not valid TOML: Invalid value (at line 1, column 9). Put that line right.
[5]
$ rm -f "$RMTOOL_HOME/config.toml"; echo 'nmae = "x"' > "$RMTOOL_HOME/profile.toml"; rmtool today
2> rmtool: $HERE/.home/rmtool/profile.toml, line 1: unknown key nmae; the nearest is name.
[5]
$ rm -f "$RMTOOL_HOME/profile.toml"; RMTOOL_NOW=never rmtool today
2> rmtool: RMTOOL_NOW is not a moment: never: write it as 2026-11-24T09:30:00+08:00.
[2]
# A store of a newer version is refused and not touched.
$ rmtool add-client 张三
2> Added client 1: 张三.
$ python3 -c "import os, sqlite3; sqlite3.connect(os.environ['RMTOOL_HOME'] + '/store.db').execute('PRAGMA user_version = 99')"; cp "$RMTOOL_HOME/store.db" before; rmtool today
2> rmtool: The store $HERE/.home/rmtool/store.db was written by a newer rmtool: upgrade rmtool to open it.
[6]
$ cmp before "$RMTOOL_HOME/store.db" && echo same
> same
# A damaged one.
$ head -c 3000 /dev/zero > "$RMTOOL_HOME/store.db"; rmtool today
2> rmtool: The store $HERE/.home/rmtool/store.db is damaged (file is not a database): bring back a copy with `rmtool restore FILE --yes`.
[6]
$ rmtool log-visit 张三 x
2> rmtool: The store $HERE/.home/rmtool/store.db is damaged (file is not a database): bring back a copy with `rmtool restore FILE --yes`.
[6]
