# 主要工作（中文）：拜访后一行，报告自己出来（ALL.1、ALL.2、ALL.3、LIQUOR.3）。
@now 2026-11-23T09:00:00+08:00
@lang zh
$ rm config owner 林致远
2> owner is now 林致远.
$ rm add-client 张三 --phone 13800138000 --tier A --area 城东 --birthday 11-27
2> 已添加客户 1：张三 (A 特殊)。
$ rm add-client 华星机械 --kind 企业 --tier B --area 城西
2> 已添加客户 2：华星机械 (B 主要)。
$ rm add-contact 华星 陈波 --role 财务总监 --likes 喝茶 --taboos 周一不接电话
2> Added contact 1 at 华星机械: 陈波.
$ rm log-visit 张三 "谈续贷500万，要求下调利率" --need 下调利率 --next 下周三
2> 已记录拜访 1：张三，2026-11-23 周一，拜访。
2> 下一步 2026-12-02 周三：下调利率
$ rm log-visit 陈波 "送材料清单" --kind 电话 --at 10:00 --competitor "同业报价3.1%"
2> 已记录拜访 2：华星机械，2026-11-23 周一，电话。
@now 2026-11-24T17:30:00+08:00
$ rm log-visit 8000 "来网点填表" --kind 接待 --feedback "柜台很快"
2> 已记录拜访 3：张三，2026-11-24 周二，接待。
$ rm add-task 营业执照复印件 --client hx --kind 补件 --due +2d
2> Added task 2, due 2026-11-26 周四: 营业执照复印件 (华星机械)
$ rm today
> 2026-11-24 周二
>
> Due and overdue: none
>
> Logged today: 1 (rmtool show-visit N, edit-visit N)
>      3  接待            张三              来网点填表
>
> Gone quiet: none
>
> Birthdays in the next 7 days: 1 (rmtool show-client N)
>      1  11-27 周五      张三
$ rm daily-report --format sms
> 【11月24日日报 林致远】拜访1次（接待1）：张三来网点填表。
$ rm daily-report
> 日报 2026年11月24日（周二）
> 林致远
>
> 合计拜访 1 次（比前一日 −1）：拜访 0（−1）、电话 0（−1）、接待 1（+1）；客户 1 户（−1）；办结 0 项（±0），未结 2 项。
>
> 【今日工作】
> • 张三｜接待
>   来网点填表
>
> 【反馈与同业】
> • 张三：柜台很快
$ rm weekly-report
> 周报 2026年第48周（11月23日—11月29日）
> 林致远
>
> 合计拜访 3 次（比上周 +3）：拜访 1（+1）、电话 1（+1）、接待 1（+1）；客户 2 户（+2），新增 2 户；办结 0 项（±0），未结 2 项。
>
> 【客户】
> • 已联系 2 户：张三×2、华星机械
> • 新增 2 户：张三、华星机械
>
> 【拜访记录】
> 11-23 周一
> • 张三｜拜访
>   谈续贷500万，要求下调利率
>   需求：下调利率
>   下一步：12-02 周三 下调利率
> • 华星机械｜电话 10:00
>   送材料清单
>
> 11-24 周二
> • 张三｜接待
>   来网点填表
>
> 【需求与商机】
> • 张三：下调利率
>
> 【反馈与投诉】
> • 张三：柜台很快
>
> 【同业与市场】
> • 华星机械：同业报价3.1%
>
> 【未结事项】
> • 11-26 周四 华星机械：营业执照复印件
>
> 【下周计划】
> • 12-02 周三 张三：下调利率
$ rm show-client zs
> 1  张三
> Last touch 2026-11-24 周二, today; visits so far: 2.
> Birthday of 张三: 2026-11-27 周五.
>
> Promised
>      1  2026-12-02 周三  下调利率
>
> Last visits
>      3  2026-11-24 周二  接待
>         来网点填表
>      1  2026-11-23 周一  拜访
>         谈续贷500万，要求下调利率
>
> Data
>   Kind      person
>   Tier      A 特殊
>   Stage     在管
>   Phones    13800138000
>   Area      城东
>   Birthday  11-27
>   Owner     林致远
>   Added     2026-11-23
$ rm list-clients
> No.  Name      Tier  Stage  Area  Phones       Last touch  Days
> ───────────────────────────────────────────────────────────────
>   2  华星机械  B     在管   城西               2026-11-23     1
>   1  张三      A     在管   城东  13800138000  2026-11-24     0
$ rm list-visits
> No.  Day              Time   Kind  Client    Text
> ──────────────────────────────────────────────────────────────────────
>   3  2026-11-24 周二         接待  张三      来网点填表
>   2  2026-11-23 周一  10:00  电话  华星机械  送材料清单
>   1  2026-11-23 周一         拜访  张三      谈续贷500万，要求下调利率
$ rm list-tasks
> No.  Due              Kind  Client    Task
> ────────────────────────────────────────────────────
>   2  2026-11-26 周四  补件  华星机械  营业执照复印件
>   1  2026-12-02 周三  跟进  张三      下调利率
$ rm export -o 上报.csv && head -3 上报.csv
> ﻿No.,Date,Time,Client,Kind,谈了什么,结果,Need,反馈,Products,同业,With,Place,Purpose,Minutes,Measures,Owner,Client no.\x0d
> 1,2026-11-23,,张三,拜访,谈续贷500万，要求下调利率,,下调利率,,,,,,,,,林致远,1\x0d
> 2,2026-11-23,10:00,华星机械,电话,送材料清单,,,,,同业报价3.1%,,,,,,林致远,2\x0d
2> Wrote 上报.csv: 3 visit.
2> Phones, identity numbers and the like are masked; --unmasked writes them whole.
