# Four weeks of a tobacco company's client manager around Spring Festival 2026 (15 to 23 February off; the
# Saturdays 14 and 28 February are worked): TOBACCO.1–7, a route of shops, an order that failed, a fake pack.
@lang zh
@now 2026-02-02T08:30:00+08:00
$ rmtool use-profile tobacco --yes > /dev/null; rmtool config owner 葛小满; rmtool config supervisor 片区主任老洪
2> 行业方案现在是 tobacco，存放在 $HERE/.home/rmtool/profile.toml。
2> owner 现在是 葛小满。
2> supervisor 现在是 片区主任老洪。
# TOBACCO.2: a class goes by purchases and lawful trading; who trades unlawfully is under watch (W).
$ cat > 名单.csv <<EOF
名称,等级,区域,线路,手机,许可证号,业态,月均销量,诚信等级,订货方式,电子结算
和顺便利店,A,城北,1,13800138011,440101100001,便利店,420,AAA,网上,是
老街烟酒店,A,城北,2,13800138012,440101100002,烟酒店,380,AA,电话,是
兴旺超市,B,城北,3,13800138013,440101100003,超市,210,AA,网上,是
渡口食杂店,C,渡口,1,,440101100004,食杂店,60,A,手工,否
渔港小卖部,W,渡口,2,13800138015,440101100005,食杂店,150,C,电话,否
EOF
$ rmtool import-clients 名单.csv
2> 名单.csv: CSV、编码 UTF-8、分隔符 ,、表头在第 1 行
2> 采用：名称 → name、等级 → tier、区域 → area、线路 → route、手机 → phone、许可证号 → field.licence、业态 → field.business、月均销量 → field.monthly-sales、诚信等级 → field.integrity、订货方式 → field.order-by、电子结算 → field.e-settlement
2> 5 行：新增 5，更新 0，不变 0，未导入 0。
$ rmtool add-paper 和顺 烟草专卖零售许可证 --expires 2026-03-10
2> 已登记 和顺便利店 的烟草专卖零售许可证，有效到 2026-03-10 周二。
$ rmtool set-target 拜访 2026-02 20
2> 指标：2026年2月，拜访次数 20。
$ rmtool set-target 电话订货成功率 2026-02 95
2> 指标：2026年2月，电话订货成功率 95%。
$ rmtool duties
> 状态              完成     职责
> 进行中 02-09      5/5      按时按线路拜访、随时  [TOBACCO.1]
> 无须做            0/0      分类管理计划检查、每 90 天  [TOBACCO.2]
> 进行中 02-08      0/2      重点品牌宣传、每周 1 次  [TOBACCO.3]
> 进行中 02-08      0/2      指导订货，提高电话订货成功率、每周 1 次  [TOBACCO.4]
> 进行中 02-02      0/16     当日货款当日存、每个工作日  [TOBACCO.4]
> 进行中 02-02      0/16     拜访工作日记、每个工作日  [TOBACCO.5]
> 进行中 02-28      0/1      市场分析、每月 1 次  [TOBACCO.5]
> 进行中 02-08      0/2      市场违规上报，没有也报、每周 1 次  [TOBACCO.6]
> 进行中 02-28      0/1      烟草法规宣传、每月 1 次  [TOBACCO.7]
> 进行中 02-08      0/2      与电话订货员交流、每周 1 次  [TOBACCO.7]
> 无须做            0/0      代办按期、随时  [TOBACCO.7]
> 进行中 02-28      4/5      客户档案齐全、随时  [ALL.1]
> 进行中 02-08      0/2      周报、每周 1 次  [ALL.3]
> 进行中 02-28      0/1      月报、每月 1 次  [ALL.3]
> 进行中 02-08      0/2      市场信息上报、每周 1 次  [ALL.5]
> 无须做            0/0      投诉按期答复、随时  [ALL.7]
2> 2026年2月：应做的按时完成 100%。
# TOBACCO.3: the key brand is told at every shop; TOBACCO.5: sales and stock are written down there.
$ rmtool log-visit 和顺 "推介新品，样烟上柜" --at 9:10 --measure 销量=96 --measure 库存=40 --field 推介品牌=金桥 --field 陈列达标=是 --need "春节礼盒 30 条" --product 礼盒
2> 已记录拜访 1：和顺便利店，2026-02-02 周一，拜访。
$ rmtool log-visit 老街 "电话订货占线，改约" --at 9:50 --measure 电话订货成功率=80 --field 推介品牌=金桥 --feedback "下午订货电话打不进"
2> 已记录拜访 2：老街烟酒店，2026-02-02 周一，拜访。
$ rmtool log-visit 兴旺 "柜台理货" --at 10:40 --measure 销量=50 --measure 铺货率=90 --field 陈列达标=否
2> 已记录拜访 3：兴旺超市，2026-02-02 周一，拜访。
$ rmtool tick-duty 重点品牌
2> 已登记 2026-02-02 周一：重点品牌宣传。
# TOBACCO.7: a client without phone or e-settlement has the order written and the money brought for him.
$ rmtool log-visit 渡口 "手工代订 12 条，收现金 1,860" --at 14:20
2> 已记录拜访 4：渡口食杂店，2026-02-02 周一，拜访。
$ rmtool add-task "代订 12 条入系统" --kind 代办 --client 渡口 --due today
2> 已添加事项 1，期限 2026-02-02 周一：代订 12 条入系统 (渡口食杂店)
$ rmtool close-task 1 --result "订单中心已录入"
2> 已办结事项 1：代订 12 条入系统 (渡口食杂店)
# TOBACCO.4: the day's cash is banked the same day.
$ rmtool tick-duty 货款 --remark "1,860 已存"
2> 已登记 2026-02-02 周一：当日货款当日存。
# TOBACCO.6: fakes are urgent, and go straight to the enforcement squad.
$ rmtool log-visit 渔港 "柜下两条假烟" --kind 市场检查 --at 15:30
2> 已记录拜访 5：渔港小卖部，2026-02-02 周一，市场检查。
$ rmtool add-note "柜下两条假金桥，封签不对" --kind violation --client 渔港 --place 渡口 --tell 专卖稽查队
2> 已添加情报 1：违规、渔港小卖部、柜下两条假金桥，封签不对
2> 紧急：请立即告知 专卖稽查队，然后运行 `rmtool mark-told 1`。
$ rmtool today
> 2026-02-02 周一
>
> 立即告知：1 （rmtool mark-told N、list-notes --untold）
>      1  专卖稽查队      渔港小卖部        柜下两条假金桥，封签不对
> 该做或有风险的职责：1 （rmtool duties、tick-duty） 拜访工作日记
>
> 到期和逾期：无
>
> 今天已记：5 （rmtool show-visit N、edit-visit N）
>      5  15:30 市场检查  渔港小卖部        柜下两条假烟
>      4  14:20 拜访      渡口食杂店        手工代订 12 条，收现金 1,860
>      3  10:40 拜访      兴旺超市          柜台理货
>      2  09:50 拜访      老街烟酒店        电话订货占线，改约
>      1  09:10 拜访      和顺便利店        推介新品，样烟上柜
>
> 久未联系：无
>
> 7 天内生日：无
@now 2026-02-02T16:10:00+08:00
$ rmtool mark-told 1
2> 情报 1 已注明 2026-02-02 告知 专卖稽查队。
$ rmtool tick-duty 市场违规
2> 已登记 2026-02-02 周一：市场违规上报，没有也报。
$ rmtool list-notes --untold
2> 没有符合的情报：用 `rmtool add-note 内容` 添加，或放宽条件。
# TOBACCO.5: the visit diary (拜访工作日记) is the day's report.
$ rmtool daily-report
> 日报 2026年2月2日（周一）
> 葛小满
>
> 合计拜访 5 次（比前一日 +5）：拜访 4（+4）、市场检查 1（+1）；客户 5 户（+5），新增 5 户；办结 1 项（+1），未结 0 项。
>
> 【今日工作】
> • 和顺便利店｜拜访 09:10
>   推介新品，样烟上柜
>   需求：春节礼盒 30 条
> • 老街烟酒店｜拜访 09:50
>   电话订货占线，改约
> • 兴旺超市｜拜访 10:40
>   柜台理货
> • 渡口食杂店｜拜访 14:20
>   手工代订 12 条，收现金 1,860
> • 渔港小卖部｜市场检查 15:30
>   柜下两条假烟
>
> 【今日办结】
> • 02-02 周一 渡口食杂店：代订 12 条入系统 → 订单中心已录入
>
> 【反馈与同业】
> • 老街烟酒店：下午订货电话打不进
>
> 【同业与市场】
> • 违规｜渔港小卖部：柜下两条假金桥，封签不对（渡口）（紧急，02-02 周一 已告知 专卖稽查队）
$ rmtool daily-report --format sms
> 【2月2日日报 葛小满】拜访5次（拜访4、市场检查1）：和顺便利店推介新品，样烟上柜；老街烟酒店电话订货占线，改约；兴旺超市柜台理货；渡口食杂店手工代订 12 条，收现金 1,860；渔港小卖部柜下两条假烟。办结1项。
$ rmtool tick-duty 拜访工作日记
2> 已登记 2026-02-02 周一：拜访工作日记。
# TOBACCO.4, TOBACCO.7: the complaint about the order line goes to the order desk, whose clerk is talked to weekly.
@now 2026-02-04T09:00:00+08:00
$ rmtool add-complaint 老街 "订货电话连续两天占线" --cause 订货 --severity serious
2> 已受理投诉 2，2026-02-05 周四 到期：订货电话连续两天占线 (老街烟酒店)
$ rmtool hand-over 2 订单中心 --to 订货员小吴
2> 已把事项 2 转给 订单中心 (订货员小吴)：订货电话连续两天占线 (老街烟酒店)
$ rmtool tick-duty 订货员 --remark "老街改在上午十点呼入"
2> 已登记 2026-02-04 周三：与电话订货员交流。
$ rmtool tick-duty 指导订货 --remark "货源紧，按周分两次订"
2> 已登记 2026-02-04 周三：指导订货，提高电话订货成功率。
@now 2026-02-05T11:00:00+08:00
$ rmtool list-tasks
> 编号  期限             类型  客户        事项
> ──────────────────────────────────────────────────────────────────────
>    2  2026-02-05 周四  投诉  老街烟酒店  订货电话连续两天占线 [快到期]
$ rmtool settle-complaint 2 --result "加开一条线，改上午呼入" --told today --satisfied yes
2> 已办结投诉 2：订货电话连续两天占线 (老街烟酒店)
# TOBACCO.1: what the route owes in the days to come, each shop when it is due.
$ rmtool plan-week --weeks 1
> 2026-02-05 周四：0 户
> 2026-02-06 周五：1 户
>      2  02-09 周一     老街烟酒店            线路拜访，每 5 个工作日；上次 02-02
>                                              拜访
>
> 2026-02-09 周一：1 户
>      1  到期           和顺便利店            线路拜访，每 5 个工作日；上次 02-02
>                                              拜访
>
> 2026-02-10 周二：1 户
>      5  逾期 1 天      渔港小卖部            线路拜访，每 5 个工作日；尚无记录
>
> 2026-02-11 周三：0 户
# A week later the plan is an ordered route, area by area; what it holds is there at the counter.
@now 2026-02-09T08:30:00+08:00
$ rmtool plan-day --save
> 2026-02-09 周一 的计划：3 户
>
> 城北
>      1  和顺便利店  1
>         原因  线路拜访，每 5 个工作日；上次 02-02 拜访、到期
>         需求  春节礼盒 30 条
>         资料  月均销量 420；诚信等级 AAA
>      2  老街烟酒店  2
>         原因  线路拜访，每 5 个工作日；上次 02-02 拜访、到期
>         资料  月均销量 380；诚信等级 AA
>
> 渡口
>      5  渔港小卖部  2
>         原因  线路拜访，每 5 个工作日；尚无记录、到期
>         资料  月均销量 150；诚信等级 C
>
> 常规职责
>   当日货款当日存  最迟 02-09 周一
>   拜访工作日记  最迟 02-09 周一
2> 已保存为 2026-02-09 周一 的计划。
$ rmtool log-visit 和顺 "礼盒到货，陈列合格" --at 9:00 --measure 销量=120 --measure 库存=55 --field 推介品牌=金桥
2> 已记录拜访 6：和顺便利店，2026-02-09 周一，拜访。
$ rmtool log-visit 老街 "电话订货打通了" --at 9:40 --measure 电话订货成功率=100 --measure 销量=90
2> 已记录拜访 7：老街烟酒店，2026-02-09 周一，拜访。
$ rmtool tick-duty 重点品牌
2> 已登记 2026-02-09 周一：重点品牌宣传。
$ rmtool tick-duty 订货员
2> 已登记 2026-02-09 周一：与电话订货员交流。
$ rmtool tick-duty 货款
2> 已登记 2026-02-09 周一：当日货款当日存。
$ rmtool tick-duty 拜访工作日记
2> 已登记 2026-02-09 周一：拜访工作日记。
# TOBACCO.6: that there was no violation is reported too; TOBACCO.1: the shop under watch was left out.
$ rmtool tick-duty 市场违规 --remark 无
2> 已登记 2026-02-09 周一：市场违规上报，没有也报。
$ rmtool daily-report | grep -A4 当日计划
> 【当日计划】
> 已见 2 / 3 户
> • 未见｜渔港小卖部：线路拜访，每 5 个工作日；尚无记录、到期

# Saturday 14 February is worked, the last day before the holidays: the route goes on as on any day.
@now 2026-02-14T08:30:00+08:00
$ rmtool plan-day --save
> 2026-02-14 周六 的计划：4 户
>
> 渡口
>      5  渔港小卖部  2
>         原因  线路拜访，每 5 个工作日；尚无记录、逾期 5 天
>         资料  月均销量 150；诚信等级 C
>
> 城北
>      1  和顺便利店  1
>         原因  线路拜访，每 5 个工作日；上次 02-09 拜访、到期
>         需求  春节礼盒 30 条
>         资料  月均销量 420；诚信等级 AAA
>      2  老街烟酒店  2
>         原因  线路拜访，每 5 个工作日；上次 02-09 拜访、到期
>         资料  月均销量 380；诚信等级 AA
>      3  兴旺超市  3
>         原因  线路拜访，每 10 个工作日；上次 02-02 拜访、到期
>         资料  月均销量 210；诚信等级 AA
>
> 常规职责
>   指导订货，提高电话订货成功率  有风险，最迟 02-15 周日
>   当日货款当日存  最迟 02-14 周六
>   拜访工作日记  最迟 02-14 周六
>   周报  有风险，最迟 02-15 周日
>   市场信息上报  有风险，最迟 02-15 周日
2> 已保存为 2026-02-14 周六 的计划。
$ rmtool log-visit 和顺 "节前补货，资金已备" --measure 销量=180 --measure 库存=60 --field 推介品牌=金桥 --result "节前再订 50 条" --need "节后细支烟"
2> 已记录拜访 8：和顺便利店，2026-02-14 周六，拜访。
$ rmtool log-visit 老街 "换新手机，上线订货" --measure 销量=140 --measure 电话订货成功率=100
2> 已记录拜访 9：老街烟酒店，2026-02-14 周六，拜访。
$ rmtool log-visit 渔港 "法规宣传，签守法承诺" --measure 库存=30 --at 15:00
2> 已记录拜访 10：渔港小卖部，2026-02-14 周六，拜访。
# TOBACCO.7: tobacco law is taught, and it is said to whom.
$ rmtool tick-duty 烟草法规 --remark "渔港签承诺书"
2> 已登记 2026-02-14 周六：烟草法规宣传。
$ rmtool daily-report --format sms
> 【2月14日日报 葛小满】拜访3次（拜访3）：和顺便利店节前再订 50 条；老街烟酒店换新手机，上线订货；渔港小卖部法规宣传，签守法承诺。
$ rmtool duties 本周
> 状态              完成     职责
> 有风险 02-14      5/5      按时按线路拜访、随时  [TOBACCO.1]
> 无须做            0/0      分类管理计划检查、每 90 天  [TOBACCO.2]
> 达成              1/1      重点品牌宣传、每周 1 次  [TOBACCO.3]
> 有风险 02-15      0/1      指导订货，提高电话订货成功率、每周 1 次  [TOBACCO.4]
> 进行中 02-14      1/6      当日货款当日存、每个工作日、漏 4 次  [TOBACCO.4]
> 进行中 02-14      1/6      拜访工作日记、每个工作日、漏 4 次  [TOBACCO.5]
> 进行中 02-28      0/1      市场分析、每月 1 次  [TOBACCO.5]
> 达成              1/1      市场违规上报，没有也报、每周 1 次  [TOBACCO.6]
> 达成              1/1      烟草法规宣传、每月 1 次  [TOBACCO.7]
> 达成              1/1      与电话订货员交流、每周 1 次  [TOBACCO.7]
> 无须做            0/0      代办按期、随时  [TOBACCO.7]
> 有风险 02-15      4/5      客户档案齐全、随时  [ALL.1]
> 有风险 02-15      0/1      周报、每周 1 次  [ALL.3]
> 进行中 02-28      0/1      月报、每月 1 次  [ALL.3]
> 有风险 02-15      0/1      市场信息上报、每周 1 次  [ALL.5]
> 无须做            0/0      投诉按期答复、随时  [ALL.7]
2> 2026年第7周（2月9日—2月15日）：应做的按时完成 80%。
# Nine days off owe nobody a visit: the first morning tells what waited. TOBACCO.1: a shop of
# class B should have been seen on the 14th.
@now 2026-02-24T08:30:00+08:00
$ rmtool today
> 2026-02-24 周二
> 该做或有风险的职责：2 （rmtool duties、tick-duty） 当日货款当日存；拜访工作日记
>
> 到期和逾期：无
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：1 （rmtool show-client N、log-visit N 内容）
>      3  22 天           兴旺超市          B 上次联系 2026-02-02
>
> 7 天内生日：无
>
> 已过期和 30 天内过期的材料：1 （rmtool list-papers、add-paper）
>      1  2026-03-10      和顺便利店        烟草专卖零售许可证到期
$ rmtool due
>      3  逾期 10 天     兴旺超市              线路拜访，每 10 个工作日；上次
>                                              02-02 拜访
$ rmtool plan-day --save
> 2026-02-24 周二 的计划：1 户
>
> 城北
>      3  兴旺超市  3
>         原因  线路拜访，每 10 个工作日；上次 02-02 拜访、逾期 10 天
>         资料  月均销量 210；诚信等级 AA
>
> 常规职责
>   当日货款当日存  最迟 02-24 周二
>   拜访工作日记  最迟 02-24 周二
2> 已保存为 2026-02-24 周二 的计划。
$ rmtool log-visit 兴旺 "节后盘点，礼盒剩 8 条" --measure 销量=210 --measure 库存=85
2> 已记录拜访 11：兴旺超市，2026-02-24 周二，拜访。
$ rmtool add-note "烟酒店节后甩卖礼盒，低于指导价 5%" --kind price --place 城北 --product 礼盒
2> 已添加情报 2：价格、烟酒店节后甩卖礼盒，低于指导价 5%
# TOBACCO.7: lawful trading needs a licence that is good.
$ rmtool list-papers
> 编号  客户        材料
> ──────────────────────────────────────────────────────────────────
>    1  和顺便利店  缺：营业执照；烟草专卖零售许可证 2026-03-10 到期
>    2  老街烟酒店  缺：烟草专卖零售许可证、营业执照
>    3  兴旺超市    缺：烟草专卖零售许可证、营业执照
>    4  渡口食杂店  缺：烟草专卖零售许可证、营业执照
>    5  渔港小卖部  缺：烟草专卖零售许可证、营业执照
# TOBACCO.2: what the class goes by is looked at each quarter; lawful again, the shop leaves the watch list.
@now 2026-02-27T15:00:00+08:00
$ rmtool log-visit 渔港 "复查：无违规" --kind 市场检查
2> 已记录拜访 12：渔港小卖部，2026-02-27 周五，市场检查。
$ rmtool edit-client 渔港 --tier C --remark "2月27日复查合格"
2> 已修改客户 5：渔港小卖部。
$ rmtool tick-duty 分类 --remark "渔港转一般户"
2> 已登记 2026-02-27 周五：分类管理计划检查。
$ rmtool client-base 2026-02 | head -11
> 客户结构 2026年2月
> 葛小满
>
> 截至 02-27 周五，客户 5 户；新增 5（比上月同期 +5），归档 0（±0），流失阶段 0。
>
> 【级别】
> • A 重点户：2 户，40%
> • B 主要户：1 户，20%
> • C 一般户：2 户，40%
>
> 【阶段】
# TOBACCO.5: the market analysis at a fixed interval, from stock, sales and what was heard.
@now 2026-02-28T16:00:00+08:00
$ rmtool market-report
> 市场情报 2026年2月
> 葛小满
>
> 情报 2 条（比上月 +2）。
>
> 【紧急情报】
> • 违规｜渔港小卖部：柜下两条假金桥，封签不对（渡口）（紧急，02-02 周一 已告知 专卖稽查队）
>
> 【按类别】
> • 价格：1 条（+1）
> • 违规：1 条（+1）
>
> 【按产品】
> • 礼盒：1 条（+1）
>
> 【按地点】
> • 城北：1 条（+1）
> • 渡口：1 条（+1）
>
> 【其他情报】
> • 价格｜烟酒店节后甩卖礼盒，低于指导价 5%（礼盒，城北）
>
> 【需求（按产品）】
> 礼盒
> • 和顺便利店：春节礼盒 30 条
>
> 未指明产品
> • 和顺便利店：节后细支烟
$ rmtool tick-duty 市场分析
2> 已登记 2026-02-28 周六：市场分析。
$ rmtool list-targets
> 计量                 期间     指标   完成  应完成   预计  走势    状态
> ──────────────────────────────────────────────────────────────────────
> 电话订货成功率（%）  2026-02    95  93.33      95  93.33          落后
> 拜访次数             2026-02    20     12      20     12  █▄▁▇▂▁  落后
$ rmtool monthly-report
> 月报 2026年2月
> 葛小满
>
> 合计拜访 12 次（比上月 +12）：拜访 10（+10）、市场检查 2（+2）；客户 5 户（+5），新增 5 户；办结 2 项（+2），未结 0 项。
>
> 【按周】
> • 2026-W05（02-01 至 02-01）：0 次，0 户
> • 2026-W06（02-02 至 02-08）：5 次，5 户
> • 2026-W07（02-09 至 02-15）：5 次，3 户
> • 2026-W08（02-16 至 02-22）：0 次，0 户
> • 2026-W09（02-23 至 02-28）：2 次，2 户
>
> 【按客户等级】
> • A 重点户：2 户，已联系 2 户（100%），6 次
> • B 主要户：1 户，已联系 1 户（100%），2 次
> • C 一般户：2 户，已联系 2 户（100%），4 次
>
> 【计量】
> • 铺货率：90%（1 条）
> • 销量：886 条（7 条）
> • 库存：175 条（5 条）
> • 电话订货成功率：93.33%（3 条）
>
> 【指标】
> • 电话订货成功率（2026-02）：93.33/95，98%，落后
> • 拜访次数（2026-02）：12/20，60%，落后
>
> 【客户】
> • 已联系 5 户：和顺便利店×3、老街烟酒店×3、渔港小卖部×3、兴旺超市×2、渡口食杂店
> • 新增 5 户：和顺便利店、老街烟酒店、兴旺超市、渡口食杂店、渔港小卖部
> • 久未联系 2 户：和顺便利店（14天）、老街烟酒店（14天）
>
> 【需求与商机】
> • 和顺便利店：春节礼盒 30 条
> • 和顺便利店：节后细支烟
>
> 【反馈与投诉】
> • 老街烟酒店：下午订货电话打不进
> • 投诉｜老街烟酒店：订货电话连续两天占线（已办结）
>
> 【同业与市场】
> • 价格｜烟酒店节后甩卖礼盒，低于指导价 5%（礼盒，城北）
> • 违规｜渔港小卖部：柜下两条假金桥，封签不对（渡口）（紧急，02-02 周一 已告知 专卖稽查队）
>
> 【常规职责】按时完成 75%
> • 未达成｜指导订货，提高电话订货成功率 1/2，漏 1 次（TOBACCO.4）
> • 未达成｜周报 0/2，漏 2 次（ALL.3）
> • 未达成｜市场信息上报 1/2，漏 1 次（ALL.5）
> • 有风险｜按时按线路拜访 5/5，最迟 02-28 周六（TOBACCO.1）
> • 有风险｜客户档案齐全 4/5，最迟 02-28 周六（ALL.1）
> • 有风险｜月报 0/1，最迟 02-28 周六（ALL.3）
> • 进行中｜当日货款当日存 2/16，最迟 02-28 周六，漏 13 次（TOBACCO.4）
> • 进行中｜拜访工作日记 2/16，最迟 02-28 周六，漏 13 次（TOBACCO.5）
> • 达成｜分类管理计划检查 1/1（TOBACCO.2）
> • 达成｜重点品牌宣传 2/2（TOBACCO.3）
> • 达成｜市场分析 1/1（TOBACCO.5）
> • 达成｜市场违规上报，没有也报 2/2（TOBACCO.6）
> • 达成｜烟草法规宣传 1/1（TOBACCO.7）
> • 达成｜与电话订货员交流 2/2（TOBACCO.7）
> • 达成｜代办按期 1/1（TOBACCO.7）
> • 达成｜投诉按期答复 1/1（ALL.7）
$ rmtool tick-duty 月报
2> 已登记 2026-02-28 周六：月报。
# TOBACCO.3, TOBACCO.4, TOBACCO.6 by the week, TOBACCO.4 and TOBACCO.5 by the day: what was kept, and what wasn't.
$ rmtool duties
> 状态              完成     职责
> 有风险 02-28      5/5      按时按线路拜访、随时  [TOBACCO.1]
> 达成              1/1      分类管理计划检查、每 90 天  [TOBACCO.2]
> 达成              2/2      重点品牌宣传、每周 1 次  [TOBACCO.3]
> 未达成            1/2      指导订货，提高电话订货成功率、每周 1 次、漏 1 次
>                            [TOBACCO.4]
> 进行中 02-28      2/16     当日货款当日存、每个工作日、漏 13 次  [TOBACCO.4]
> 进行中 02-28      2/16     拜访工作日记、每个工作日、漏 13 次  [TOBACCO.5]
> 达成              1/1      市场分析、每月 1 次  [TOBACCO.5]
> 达成              2/2      市场违规上报，没有也报、每周 1 次  [TOBACCO.6]
> 达成              1/1      烟草法规宣传、每月 1 次  [TOBACCO.7]
> 达成              2/2      与电话订货员交流、每周 1 次  [TOBACCO.7]
> 达成              1/1      代办按期、随时  [TOBACCO.7]
> 有风险 02-28      4/5      客户档案齐全、随时  [ALL.1]
> 未达成            0/2      周报、每周 1 次、漏 2 次  [ALL.3]
> 达成              1/1      月报、每月 1 次  [ALL.3]
> 未达成            1/2      市场信息上报、每周 1 次、漏 1 次  [ALL.5]
> 达成              1/1      投诉按期答复、随时  [ALL.7]
2> 2026年2月：应做的按时完成 77%。

