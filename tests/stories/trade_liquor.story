# Two weeks of a liquor group-purchase RM around the National Day holidays (1 to 7 October 2026; Saturday
# 10 October is worked): LIQUOR.1–6 from the morning meeting to the day's text message, ALL.2 touches by class.
@lang zh
@now 2026-09-28T08:00:00+08:00
$ rmtool use-profile liquor --yes > /dev/null; rmtool config owner 林晓
2> 行业方案现在是 liquor，存放在 $HERE/.home/rmtool/profile.toml。
2> owner 现在是 林晓。
# LIQUOR.2: the field hours are the profile's; LIQUOR.4: group buyers by industry, with who buys and how much.
$ rmtool profile | grep 09:00
> 工作时间 09:00 到 17:30，每天最多 8 户。
2> 存放在 $HERE/.home/rmtool/profile.toml。
$ rmtool add-client 云岫建设 --tier A --industry 建筑 --area 城东 --route 1 --phone 13800138031 --field 年用酒量=600 --field 采购负责人=行政部老阮 --field 用酒场合=年会、开工宴
2> 已添加客户 1：云岫建设 (A 重点团购)。
$ rmtool add-client 澄江酒店 --tier B --industry 酒店 --area 城西 --route 2
2> 已添加客户 2：澄江酒店 (B 一般团购)。
# LIQUOR.4: what is to be reached in the month.
$ rmtool set-target 成交 2026-10 50万
2> 指标：2026年10月，成交（元） 50万。
$ rmtool set-target 拜访 2026-10 4
2> 指标：2026年10月，拜访次数 4。
# LIQUOR.1: the morning meeting at half past eight; on the first day there is nothing to tell yet. LIQUOR.6: before
# leaving, papers, cards and order forms are in the bag, and the policy announced this morning is known.
@now 2026-09-28T08:30:00+08:00
$ rmtool add-note "国庆团购满 100 箱赠 3 箱，10月15日止" --kind policy --tell 全体客户经理
2> 已添加情报 1：政策、国庆团购满 100 箱赠 3 箱，10月15日止
2> 紧急：请立即告知 全体客户经理，然后运行 `rmtool mark-told 1`。
$ rmtool mark-told 1
2> 情报 1 已注明 2026-09-28 告知 全体客户经理。
$ rmtool tick-duty 晨会
2> 已登记 2026-09-28 周一：晨会材料。
$ rmtool tick-duty 出发前 --item 资料
2> 已登记 2026-09-28 周一：出发前清单（资料）。
$ rmtool tick-duty 出发前 --item 名片
2> 已登记 2026-09-28 周一：出发前清单（名片）。
$ rmtool today
> 2026-09-28 周一
> 快到了 （rmtool care）：国庆节 10-01 周四
> 该做或有风险的职责：4 （rmtool duties、tick-duty） 每日外勤拜访；当日短信汇报；…
>
> 到期和逾期：无
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：无
>
> 7 天内生日：无
$ rmtool tick-duty 出发前清单
2> 已登记 2026-09-28 周一：出发前清单（当日计划、资料、名片、订单、新政策）。
# LIQUOR.2: field work, 9:00 to 17:30.
@now 2026-09-28T16:00:00+08:00
$ rmtool log-visit 云岫 "谈国庆后团购" --at 14:30 --product 宴席用酒 --need "婚宴用酒 200 箱" --next 10-09 --todo "送样酒和报价"
2> 已记录拜访 1：云岫建设，2026-09-28 周一，外勤拜访。
2> 下一步 2026-10-09 周五：送样酒和报价
$ rmtool add-deal 云岫 团购白酒 30万 --expected 10-12 --from-visit 1
2> 已登记商机 1：云岫建设、团购白酒、30万、线索、2026-10-12 周一。
# LIQUOR.3: between 17:30 and 18:30 the day goes out as a text message.
@now 2026-09-28T17:40:00+08:00
$ rmtool daily-report --format sms
> 【9月28日日报 林晓】拜访1次（外勤拜访1）：云岫建设谈国庆后团购。
$ rmtool tick-duty 短信
2> 已登记 2026-09-28 周一：当日短信汇报。
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
>
> 不能忘记、计划里没排上的
>   晨会材料  最迟 09-29 周二
>   每日外勤拜访  最迟 09-29 周二
>   当日短信汇报  最迟 09-29 周二
>   出发前清单  最迟 09-29 周二、当日计划、资料、名片、订单、新政策
>   月报  有风险，最迟 09-30 周三
# LIQUOR.4: what a client says of us is passed on, and followed until it is answered.
$ rmtool log-visit 澄江 "认识采购经理" --at 10:20 --feedback "希望月结" --competitor "万家送酒具"
2> 已记录拜访 2：澄江酒店，2026-09-29 周二，外勤拜访。
$ rmtool add-task "澄江酒店能否月结" --kind 协调 --client 澄江 --due 10-08
2> 已添加事项 2，期限 2026-10-08 周四：澄江酒店能否月结 (澄江酒店)
$ rmtool hand-over 2 财务部
2> 已把事项 2 转给 财务部：澄江酒店能否月结 (澄江酒店)
# What falls on days off is due on the first day worked, and the calendar knows the Saturday.
@now 2026-09-30T08:00:00+08:00
$ rmtool plan-day 2026-10-01 | head -1
> 2026-10-08 周四 的计划：1 户
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
> 2026-10-08 周四：0 户，1 件事项
>      2  协调           澄江酒店              澄江酒店能否月结
>
> 2026-10-09 周五：0 户，1 件事项
>      1  跟进           云岫建设              送样酒和报价
>
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
> 2026-10-08 周四 的计划：1 户
>
> 城西
>      2  澄江酒店  2
>         原因  协调 2：澄江酒店能否月结（今天）
>
> 不能忘记、计划里没排上的
>   晨会材料  最迟 10-08 周四
>   每日外勤拜访  最迟 10-08 周四
>   当日短信汇报  最迟 10-08 周四
>   出发前清单  最迟 10-08 周四、当日计划、资料、名片、订单、新政策
>   部门协调按期答复  有风险，最迟 10-08 周四
$ rmtool close-task 2 --result "可月结，额度 5 万"
2> 已办结事项 2：澄江酒店能否月结 (澄江酒店)
# Saturday, worked: LIQUOR.6 the checklist again, LIQUOR.5 what a competitor does.
@now 2026-10-10T08:00:00+08:00
$ rmtool tick-duty 出发前 --item 名片
2> 已登记 2026-10-10 周六：出发前清单（名片）。
$ rmtool add-note "对面开了新酒行" --kind competitor --place 城东 --competitor 万家
2> 已添加情报 2：竞品、对面开了新酒行
$ rmtool plan-day --save
> 2026-10-10 周六 的计划：1 户
>
> 城东
>      1  云岫建设  1
>         原因  跟进 1：送样酒和报价（逾期 1 天）
>         需求  婚宴用酒 200 箱
>         资料  采购负责人 行政部老阮；用酒场合 年会、开工宴
>
> 常规职责
>   晨会材料  最迟 10-10 周六
>   每日外勤拜访  最迟 10-10 周六
>   当日短信汇报  最迟 10-10 周六
>   出发前清单  最迟 10-10 周六、当日计划、资料、订单、新政策
>   周报  有风险，最迟 10-11 周日
2> 已保存为 2026-10-10 周六 的计划。
$ rmtool tick-duty 出发前清单
2> 已登记 2026-10-10 周六：出发前清单（当日计划、资料、名片、订单、新政策）。
$ rmtool duties 2026-W41
> 状态              完成     职责
> 进行中 10-10      0/3      晨会材料、每个工作日、漏 2 次  [LIQUOR.1]
> 进行中 10-10      0/3      每日外勤拜访、每个工作日、漏 2 次  [LIQUOR.2]
> 进行中 10-10      0/3      当日短信汇报、每个工作日、漏 2 次  [LIQUOR.3]
> 达成              2/2      团购客户不逾期、随时  [LIQUOR.4]
> 达成              1/1      竞品与市场信息、每周 1 次  [LIQUOR.5]
> 未达成            1/3      出发前清单、每个工作日、漏 2 次  [LIQUOR.6]
> 有风险 10-11      1/2      客户档案齐全、随时  [ALL.1]
> 有风险 10-11      0/1      周报、每周 1 次  [ALL.3]
> 进行中 10-31      0/1      月报、每月 1 次  [ALL.3]
> 达成              1/1      部门协调按期答复、随时  [ALL.7]
2> 2026年第41周（10月5日—10月11日）：应做的按时完成 54%。
$ rmtool log-visit 云岫 "送样酒，客户满意" --result "同意签单" --at 10:00
2> 已记录拜访 3：云岫建设，2026-10-10 周六，外勤拜访。
# Nothing promised is forgotten.
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
> • 10-10 周六 云岫建设：送样酒和报价 → 已送
>
> 【工作成果】
> • 云岫建设：同意签单
>
> 【同业与市场】
> • 竞品｜对面开了新酒行（万家，城东）
$ rmtool tick-duty 短信
2> 已登记 2026-10-10 周六：当日短信汇报。
# LIQUOR.5: the district's market, as it is handed in.
$ rmtool market-report
> 市场情报 2026年10月
> 林晓
>
> 情报 1 条（比上月同期 +1）。
>
> 【按类别】
> • 竞品：1 条（+1）
>
> 【按竞品】
> • 万家：1 条（+1）
>
> 【按地点】
> • 城东：1 条（+1）
>
> 【其他情报】
> • 竞品｜对面开了新酒行（万家，城东）
$ rmtool tick-duty 周报 --remark "已交主管"
2> 已登记 2026-10-10 周六：周报。
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
> 合计拜访 1 次（比上周 −1）：外勤拜访 1（−1）；客户 1 户（−1）；办结 2 项（+2），未结 0 项。
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
> 【指标】
> • 拜访次数（2026-10）：1/4，25%，正常
> • 成交（元）（2026-10）：300000/500000，60%，正常
>
> 【商机】
> 成交 30万
>
> • 成交｜云岫建设：团购白酒 30万
>
> 【同业与市场】
> • 竞品｜对面开了新酒行（万家，城东）
>
> 【已办结】
> • 10-08 周四 澄江酒店：澄江酒店能否月结 → 可月结，额度 5 万
> • 10-10 周六 云岫建设：送样酒和报价 → 已送
>
> 【常规职责】按时完成 61%
> • 未达成｜晨会材料 0/3，漏 3 次（LIQUOR.1）
> • 未达成｜每日外勤拜访 1/3，漏 2 次（LIQUOR.2）
> • 未达成｜当日短信汇报 1/3，漏 2 次（LIQUOR.3）
> • 未达成｜出发前清单 1/3，漏 2 次（LIQUOR.6）
> • 未达成｜客户档案齐全 1/2，漏 1 次（ALL.1）
> • 进行中｜月报 0/1，最迟 10-31 周六（ALL.3）
> • 达成｜团购客户不逾期 2/2（LIQUOR.4）
> • 达成｜竞品与市场信息 1/1（LIQUOR.5）
> • 达成｜周报 1/1（ALL.3）
> • 达成｜部门协调按期答复 1/1（ALL.7）
# What has been kept and what hasn't: LIQUOR.1 and LIQUOR.3 were forgotten after the holidays.
$ rmtool duties
> 状态              完成     职责
> 进行中 10-12      0/18     晨会材料、每个工作日、漏 3 次  [LIQUOR.1]
> 进行中 10-12      1/18     每日外勤拜访、每个工作日、漏 2 次  [LIQUOR.2]
> 进行中 10-12      1/18     当日短信汇报、每个工作日、漏 2 次  [LIQUOR.3]
> 进行中 10-23      2/2      团购客户不逾期、随时  [LIQUOR.4]
> 进行中 10-18      2/4      竞品与市场信息、每周 1 次  [LIQUOR.5]
> 进行中 10-12      1/18     出发前清单、每个工作日、漏 2 次  [LIQUOR.6]
> 进行中 10-31      1/2      客户档案齐全、随时  [ALL.1]
> 进行中 10-18      1/4      周报、每周 1 次、漏 1 次  [ALL.3]
> 进行中 10-31      0/1      月报、每月 1 次  [ALL.3]
> 达成              1/1      部门协调按期答复、随时  [ALL.7]
2> 2026年10月：应做的按时完成 61%。
$ rmtool duties 上月
> 状态              完成     职责
> 未达成            1/3      晨会材料、每个工作日、漏 2 次  [LIQUOR.1]
> 未达成            2/3      每日外勤拜访、每个工作日、漏 1 次  [LIQUOR.2]
> 未达成            1/3      当日短信汇报、每个工作日、漏 2 次  [LIQUOR.3]
> 达成              2/2      团购客户不逾期、随时  [LIQUOR.4]
> 无须做            0/0      竞品与市场信息、每周 1 次  [LIQUOR.5]
> 未达成            1/3      出发前清单、每个工作日、漏 2 次  [LIQUOR.6]
> 未达成            1/2      客户档案齐全、随时、漏 1 次  [ALL.1]
> 无须做            0/0      周报、每周 1 次  [ALL.3]
> 未达成            0/1      月报、每月 1 次、漏 1 次  [ALL.3]
> 无须做            0/0      部门协调按期答复、随时  [ALL.7]
2> 2026年9月：应做的按时完成 45%。
