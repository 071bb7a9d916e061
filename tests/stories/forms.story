# Friday evening: the boss's two-table weekly, filled from the week's log, known from then on.
@lang zh
$ cp "$(python3 -c 'import pathlib, rmtool; print(pathlib.Path(rmtool.__file__).parents[1] / "tests" / "forms")')"/weekly-two-tables.xlsx 周报表.xlsx
$ rmtool config owner 王敏; rmtool config department 公司业务部
2> owner 现在是 王敏。
2> department 现在是 公司业务部。
$ rmtool add-client 云岫精密机械 --phone 13800138000; rmtool add-client 禾谷食品 --phone 13900139000
2> 已添加客户 1：云岫精密机械。
2> 已添加客户 2：禾谷食品。
$ rmtool log-visit 云岫 "谈续贷500万，要求下调利率，电话13800138000" --on 周一 --at 9:30 --minutes 40 --result "先报材料" --next 下周三
2> 已记录拜访 1：云岫精密机械，2026-11-23 周一，拜访。
2> 下一步 2026-12-02 周三：跟进：谈续贷500万，要求下调利率，电话13800138000
$ rmtool log-visit 禾谷 "网银限额低" --kind call --next 下周一
2> 已记录拜访 2：禾谷食品，2026-11-24 周二，电话。
2> 下一步 2026-11-30 周一：跟进：网银限额低
# What goes where; a heading nobody knows is named, and stays empty.
$ rmtool fill-form 周报表.xlsx --show
> 单元格  表上的字      填什么         例子
> ───────────────────────────────────────────────────────────────────────────────
> B2      姓名          owner          王敏
> E2      部门          department     公司业务部
> H2      填表日期      today          2026-11-24
> J2      第____周      week_number    第48周
> A6      序号          visit.index
> B6      日期          visit.day      2026-11-23
> C6      客户名称      visit.client   云岫精密机械
> E6      方式          visit.kind     拜访
> F6      内容          visit.text     谈续贷500万，要求下调利率，电话138******00
> I6      结果          visit.result   先报材料
> K6      时长（分钟）  visit.minutes  40
> A17     序号          plan.index
> B17     计划日期      plan.due       2026-11-30
> C17     客户名称      plan.client    禾谷食品
> E17     计划事项      plan.text      跟进：网银限额低
> L5      领导批示      不知道填什么
> K16     备注          不知道填什么
$ rmtool fill-form 周报表.xlsx
2> rmtool: 这张表第一次填：按表上的字认出了 11 栏、4 格，--show 可以看。就这样填吗？这里无法询问：请加 --yes。
[1]
$ rmtool fill-form 周报表.xlsx --set 领导批示=visit.next_step --learn 周报 --yes -o 交.xlsx
2> 这张表记住了，叫 周报；$HERE/.home/rmtool/forms/周报.toml 可以手工改。
2> 已写出 交.xlsx：2 条拜访、2 项计划。
2> 不知道填什么、空着的：备注 (K16)。用 --set 表头=名字 说明。
$ python3 -W ignore - <<'EOF'
from zipfile import ZipFile
import openpyxl
sheet = openpyxl.load_workbook("交.xlsx").worksheets[0]
for row in sheet.iter_rows(min_row=1, max_row=8, values_only=True):
    print(" | ".join("" if cell is None else str(cell) for cell in row))
# Every part is the same, byte for byte, but the sheet that was filled and the word that formulas are to be reckoned.
old, new = ZipFile("周报表.xlsx"), ZipFile("交.xlsx")
print(sorted(name for name in old.namelist() if name not in new.namelist() or old.read(name) != new.read(name)))
EOF
>  |  | 客户经理工作周报 |  |  |  |  |  |  |  |  |
> 姓名 | 王敏 |  | 部门 | 公司业务部 |  | 填表日期 | 2026-11-24 00:00:00 |  | 第48周 |  |
> 一、本周拜访 |  |  |  |  |  |  |  |  |  |  |
> 序号 | 日期 | 客户名称 |  | 拜访情况 |  |  |  |  |  | 时长（分钟） | 领导批示
>  |  |  |  | 方式 | 内容 |  |  | 结果 |  |  |
> 1 | 2026-11-23 00:00:00 | 云岫精密机械 |  | 拜访 | 谈续贷500万，要求下调利率，电话138******00 |  |  | 先报材料 |  | 40 | 跟进：谈续贷500万，要求下调利率，电话138******00
> 2 | 2026-11-24 00:00:00 | 禾谷食品 |  | 电话 | 网银限额低 |  |  |  |  |  | 跟进：网银限额低
> 3 |  |  |  |  |  |  |  |  |  |  |
> ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']
# The same form by another name is known.
$ mv 周报表.xlsx 第48周.xlsx
$ rmtool fill-form 第48周.xlsx 上周 -o 上周.xlsx
2> 已写出 上周.xlsx：0 条拜访、0 项计划。
$ cat "$RMTOOL_HOME"/forms/周报.toml | head -8
> form = "959ce1ac4c8717a8"
>
> [cells]
> "周报!B2" = "{{ owner }}"
> "周报!E2" = "{{ department }}"
> "周报!H2" = "{{ today }}"
> "周报!J2" = "第{{ week_number }}周"
>
# What is no form is named, and nothing is written.
$ printf '\320\317\021\340\241\261\032\341' > 旧.xls; rmtool fill-form 旧.xls --yes
2> rmtool: 旧.xls 是旧的 .xls 格式：请先另存为 .xlsx。
[8]
$ printf 'PK\003\004' > 坏.xlsx; rmtool fill-form 坏.xlsx --yes
2> rmtool: 工作簿已损坏：请打开后重新保存，或请对方重发。
[8]
$ rmtool fill-form 第48周.xlsx --yes -o 第48周.xlsx
2> rmtool: 第48周.xlsx 既是输入又是输出：请换一个文件名。
[1]
$ ls
> 上周.xlsx
> 交.xlsx
> 坏.xlsx
> 旧.xls
> 第48周.xlsx
