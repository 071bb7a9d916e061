# Two weeks of a liquor group-purchase RM around the National Day holidays (1 to 7 October 2026; Saturday
# 10 October is worked): LIQUOR.1 morning brief, LIQUOR.3 the day by text message, LIQUOR.4 targets and deals,
# ALL.2 touches by class. LIQUOR.5 and LIQUOR.6 have no command yet.
@lang zh
@now 2026-09-28T08:00:00+08:00
$ rmtool use-profile liquor --yes > /dev/null; rmtool config owner 林晓
2> 行业方案现在是 liquor，存放在 $HERE/.home/rmtool/profile.toml。
2> owner 现在是 林晓。
$ rmtool add-client 云岫建设 --tier A --industry 建筑 --area 城东 --route 1
2> 已添加客户 1：云岫建设 (A 重点团购)。
$ rmtool add-client 澄江酒店 --tier B --industry 酒店 --area 城西 --route 2
2> 已添加客户 2：澄江酒店 (B 一般团购)。
$ rmtool set-target 成交 2026-10 50万
2> 指标：2026年10月，成交（元） 50万。
$ rmtool set-target 拜访 2026-10 4
2> 指标：2026年10月，拜访次数 4。
# Monday to Wednesday before the holidays.
@now 2026-09-28T16:00:00+08:00
$ rmtool log-visit 云岫 "谈国庆后团购" --need "婚宴用酒 200 箱" --next 10-09 --todo "送样酒和报价"
2> 已记录拜访 1：云岫建设，2026-09-28 周一，外勤拜访。
2> 下一步 2026-10-09 周五：送样酒和报价
$ rmtool add-deal 云岫 团购白酒 30万 --expected 10-12 --from-visit 1
2> 已登记商机 1：云岫建设、团购白酒、30万、线索、2026-10-12 周一。
$ rmtool daily-report --format sms
> 【9月28日日报 林晓】拜访1次（外勤拜访1）：云岫建设谈国庆后团购。
@now 2026-09-29T08:00:00+08:00
$ rmtool morning-brief
> 2026-09-28 周一：1 条拜访，2 个新客户
>   建筑  1 条拜访、1 位客户、1 个新客户
>   酒店  1 个新客户
>
> 问题和反馈
>   云岫建设  婚宴用酒 200 箱
>
> 商机
>   云岫建设  团购白酒、30万、线索
>
> 2026-09-29 周二 的计划：0 户
$ rmtool log-visit 澄江 "认识采购经理" --feedback "希望月结"
2> 已记录拜访 2：澄江酒店，2026-09-29 周二，外勤拜访。
# What falls on days off is due on the first day worked, and the calendar knows the Saturday.
@now 2026-09-30T08:00:00+08:00
$ rmtool plan-day 2026-10-01 | head -1
> 2026-10-08 周四 的计划：0 户
2> 2026-10-01 周四 不是工作日：以下是下一个工作日的计划。
$ rmtool due --forecast 2w
> 2026-09-30 周三        0
> 2026-10-08 周四        0
> 2026-10-09 周五        0
> 2026-10-10 周六        0
> 2026-10-12 周一        0
> 2026-10-13 周二        0
> 2026-10-14 周三        0
$ rmtool plan-week --weeks 3
> 2026-09-30 周三：0 户
> 2026-10-08 周四：0 户
> 2026-10-09 周五：0 户
> 2026-10-10 周六：0 户
> 2026-10-12 周一：0 户
> 2026-10-13 周二：0 户
> 2026-10-14 周三：0 户
> 2026-10-15 周四：0 户
> 2026-10-16 周五：1 户
>      1  到期           云岫建设              A 重点团购，每 10 个工作日；上次
>                                              09-28 外勤拜访
>
> 2026-10-19 周一：0 户
> 2026-10-20 周二：0 户
@now 2026-10-08T08:00:00+08:00
$ rmtool morning-brief
> 2026-09-30 周三 至 2026-10-07 周三：没有登记。
>
> 2026-10-08 周四 的计划：0 户
# Nothing promised is forgotten.
@now 2026-10-10T08:00:00+08:00
$ rmtool plan-day --save
> 2026-10-10 周六 的计划：1 户
>
> 城东
>      1  云岫建设  1
>         原因  跟进 1：送样酒和报价（逾期 1 天）
>         需求  婚宴用酒 200 箱
2> 已保存为 2026-10-10 周六 的计划。
$ rmtool log-visit 云岫 "送样酒，客户满意" --result "同意签单" --at 10:00
2> 已记录拜访 3：云岫建设，2026-10-10 周六，外勤拜访。
$ rmtool close-task 1 --result 已送
2> 已办结事项 1：送样酒和报价 (云岫建设)
$ rmtool move-deal 1 成交
2> 商机 1 现在：云岫建设、团购白酒、30万、成交。
$ rmtool daily-report
> 日报 2026年10月10日（周六）
> 林晓
>
> 合计拜访 1 次（比前一日 +1）：外勤拜访 1（+1）；客户 1 户（+1）；办结 1 项（+1），未结 0 项。
>
> 【今日工作】
> • 云岫建设｜外勤拜访 10:00
>   送样酒，客户满意
>   结果：同意签单
>
> 【当日计划】
> 已见 1 / 1 户
>
> 【今日办结】
> • 10-09 周五 云岫建设：送样酒和报价 → 已送
>
> 【工作成果】
> • 云岫建设：同意签单
@now 2026-10-12T18:00:00+08:00
$ rmtool list-targets
> 计量        期间     指标  完成  应完成   预计  走势  状态
> ──────────────────────────────────────────────────────────
> 拜访次数    2026-10     4     1       1      5  █▁    正常
> 成交（元）  2026-10  50万  30万  11.2万  135万  █▁    正常
$ rmtool weekly-report 上周
> 周报 2026年第41周（10月5日—10月11日）
> 林晓
>
> 合计拜访 1 次（比上周 −1）：外勤拜访 1（−1）；客户 1 户（−1）；办结 1 项（+1），未结 0 项。
>
> 【客户】
> • 已联系 1 户：云岫建设
>
> 【拜访记录】
> 10-10 周六
> • 云岫建设｜外勤拜访 10:00
>   送样酒，客户满意
>   结果：同意签单
>
> 【商机】
> 成交 30万
>
> • 成交｜云岫建设：团购白酒 30万
>
> 【已办结】
> • 10-09 周五 云岫建设：送样酒和报价 → 已送
