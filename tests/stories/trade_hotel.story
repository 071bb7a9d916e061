# Four weeks of a hotel's sales manager around Labour Day 2026 (1 to 5 May off; Saturday 9 May is worked):
# HOTEL.1–6, a conference of 120, a VIP guest with likes and taboos, a rival's opening, a complaint.
@lang en
@now 2026-04-20T09:00:00+08:00
$ rmtool use-profile hotel --yes > /dev/null; rmtool config owner "Mei Rong"; rmtool config supervisor "Director Pan"
2> The profile is now hotel; it lies in $HERE/.home/rmtool/profile.toml.
2> owner is now Mei Rong.
2> supervisor is now Director Pan.
$ rmtool add-client "Luo Yunting" --tier vip --area Lakeside --phone 13800138021 --birthday 1971-05-08 --source "the bank's dinner"
2> Added client 1: Luo Yunting (VIP).
$ rmtool add-client "Qingfeng Optics" --tier contract --industry optics --area "High-tech zone" --phone 13800138022 --field "agreed rate=420" --field "contract until=2026-05-31" --field "room nights a year=600"
2> Added client 2: Qingfeng Optics (contract firm).
$ rmtool add-client "Hengyuan Shipping" --tier contract --industry shipping --area Harbour --phone 13800138023 --field rate=450
2> Added client 3: Hengyuan Shipping (contract firm).
$ rmtool add-client "Three Rivers Cardiology Society" --tier group --kind company --area Centre
2> Added client 4: Three Rivers Cardiology Society (groups and events).
$ rmtool add-contact Qingfeng "Shen Lu" --role "office manager" --likes "jasmine tea" --taboos "no calls before ten"
2> Added contact 1 at Qingfeng Optics: Shen Lu.
# HOTEL.3: visits are a task in number and on time.
$ rmtool set-target visits 2026-04 6
2> Target: 6 visits in Apr 2026.
$ rmtool set-target receptions 2026-05 2
2> Target: 2 receptions in May 2026.
$ rmtool duties
> State             Done     Duty
> met               2/2      no client overdue, always  [HOTEL.1]
> nothing due       0/0      meetings, groups and VIP guests ready in time, always
>                            [HOTEL.2]
> met               2/2      sales visits in number and on time, always  [HOTEL.3]
> on the way 04-26  0/1      weekly report, once a week  [HOTEL.4]
> on the way 04-30  0/1      monthly report, once a month  [HOTEL.4]
> on the way 04-26  0/1      competitors and forecasts passed upward, once a week
>                            [HOTEL.5]
> on the way 04-30  0/1      press, public relations and online booking, once a
>                            month  [HOTEL.6]
> on the way 04-30  3/4      client records complete, always  [ALL.1]
> nothing due       0/0      requests answered in time, always  [ALL.7]
2> Apr 2026: 100 % done in time of what was due.
# HOTEL.1: keep in touch, and sell rooms, meals, meetings and events.
$ rmtool log-visit Qingfeng "annual talk; wants breakfast in the rate" --at 10:30 --with "Shen Lu" --need "breakfast in the rate" --product rooms --next 4-27 --todo "send the new contract"
2> Logged visit 1: Qingfeng Optics, 2026-04-20 Mon, visit.
2> Next step on 2026-04-27 Mon: send the new contract
$ rmtool add-deal Qingfeng rooms 250000 --expected 5-29 --from-visit 1
2> Added deal 1: Qingfeng Optics, rooms, 250,000, lead, 2026-05-29 Fri.
# HOTEL.2: a conference is planned and negotiated; its day is a task that must be ready in time.
$ rmtool log-visit Cardiology "conference of 120, two days, banquet on the first" --kind meeting --field event=conference --field guests=120 --need "hall for 120, 60 rooms" --product conference
2> Logged visit 2: Three Rivers Cardiology Society, 2026-04-20 Mon, event talk.
$ rmtool add-deal Cardiology conference 18万 --expected 5-15
2> Added deal 2: Three Rivers Cardiology Society, conference, 180,000, lead, 2026-05-15 Fri.
$ rmtool add-task "Cardiology conference: hall, 60 rooms, banquet" --kind milestone --client Cardiology --due 2026-05-14
2> Added task 2, due 2026-05-14 Thu: Cardiology conference: hall, 60 rooms, banquet (Three Rivers Cardiology Society)
$ rmtool add-task "quote for 60 rooms" --kind enquiry --client Cardiology --due tomorrow
2> Added task 3, due 2026-04-21 Tue: quote for 60 rooms (Three Rivers Cardiology Society)
$ rmtool add-task "menu and hall plan for 120" --kind request --client Cardiology --due 4-24
2> Added task 4, due 2026-04-24 Fri: menu and hall plan for 120 (Three Rivers Cardiology Society)
$ rmtool hand-over 4 banquet --to "Chef Gu"
2> Handed task 4 to banquets (Chef Gu): menu and hall plan for 120 (Three Rivers Cardiology Society)
$ rmtool daily-report --format sms
> 20 Apr Mon, Mei Rong: 2 visits (visit 1, event talk 1): Three Rivers Ca… conference of 120, two days, banquet on…; Qingfeng Optics annual talk; wants breakfast in the rate. Tomorrow: Three Rivers Ca… quote for 60 rooms.
@now 2026-04-21T09:00:00+08:00
$ rmtool morning-brief
> 2026-04-20 Mon: 2 visits, 4 new clients
>   optics  1 visit, 1 client, 1 new client
>   no industry  1 visit, 1 client, 2 new clients
>   shipping  1 new client
>
> Questions and feedback
>   Three Rivers Cardiology Society  hall for 120, 60 rooms
>   Qingfeng Optics  breakfast in the rate
>
> Deals
>   Three Rivers Cardiology Society  conference, 180,000, lead
>   Qingfeng Optics  rooms, 250,000, lead
>
> Plan for 2026-04-21 Tue: 1 stop
>
> Centre
>      4  Three Rivers Cardiology Society
>         why  enquiry 3: quote for 60 rooms (today)
>         need  hall for 120, 60 rooms
$ rmtool close-task 3 --result "quote sent: 380 a night"
2> Closed task 3: quote for 60 rooms (Three Rivers Cardiology Society)
# HOTEL.5: what a rival does goes upward, and at once when it cannot wait.
$ rmtool add-note "Harbour View opens 12 May, opening rate 298 until June" --kind competitor --competitor "Harbour View" --place Harbour --product rooms --tell "Director Pan"
2> Added note 1: competitor, Harbour View opens 12 May, opening rate 298 until June
2> Urgent: tell Director Pan at once, then `rmtool mark-told 1`.
$ rmtool today
> 2026-04-21 Tue
>
> To be passed on at once: 1 (rmtool mark-told N, list-notes --untold)
>      1  Director Pan    -                 Harbour View opens 12 May, opening ra…
>
> Due and overdue: none
>
> Logged today: none (rmtool log-visit CLIENT TEXT)
>
> Gone quiet: none
>
> Birthdays in the next 7 days: none
$ rmtool mark-told 1
2> Note 1 was passed on to Director Pan on 2026-04-21.
# HOTEL.6: press and online booking: looked through once a month, and answered.
$ rmtool tick-duty press --remark "two online reviews answered; city paper visits 12 May"
2> Ticked on 2026-04-21 Tue: press, public relations and online booking.
@now 2026-04-24T16:00:00+08:00
$ rmtool close-task 4 --result "menu and plan approved"
2> Closed task 4: menu and hall plan for 120 (Three Rivers Cardiology Society)
# HOTEL.4: the weekly report to the head of department.
$ rmtool weekly-report
> Weekly report Week 17, 2026 (20 Apr – 26 Apr)
> Mei Rong
>
> 2 visits (+2 vs same days of last week): visit 1 (+1), event talk 1 (+1); 2 clients (+2), 4 new; 2 tasks done (+2), 2 open.
>
> CLIENTS
> • Touched: 2. Qingfeng Optics, Three Rivers Cardiology Society
> • New: 4. Luo Yunting, Qingfeng Optics, Hengyuan Shipping, Three Rivers Cardiology Society
>
> VISITS
> 20 Apr Mon
> • Three Rivers Cardiology Society | event talk
>   conference of 120, two days, banquet on the first
>   Need: hall for 120, 60 rooms
> • Qingfeng Optics | visit 10:30
>   annual talk; wants breakfast in the rate
>   Need: breakfast in the rate
>   Next: 27 Apr Mon, send the new contract
>
> TARGETS
> • visits (2026-04): 2 of 6, 33%, behind
>
> NEEDS AND OPPORTUNITIES
> • Three Rivers Cardiology Society: hall for 120, 60 rooms
> • Qingfeng Optics: breakfast in the rate
>
> DEALS
> 2 open, 430,000, weighted 43,000
>
> • new | Three Rivers Cardiology Society: conference 180,000, lead
> • new | Qingfeng Optics: rooms 250,000, lead
>
> COMPETITORS AND MARKET
> • competitor | Harbour View opens 12 May, opening rate 298 until June (rooms, Harbour View, Harbour) (urgent, Director Pan told 21 Apr Tue)
>
> TASKS DONE
> • 21 Apr Tue Three Rivers Cardiology Society: quote for 60 rooms → quote sent: 380 a night
> • 24 Apr Fri Three Rivers Cardiology Society: menu and hall plan for 120 → menu and plan approved
>
> OPEN TASKS
> • 14 May Thu Three Rivers Cardiology Society: Cardiology conference: hall, 60 rooms, banquet
>
> PLAN FOR NEXT WEEK
> • 27 Apr Mon Qingfeng Optics: send the new contract
>
> STANDING DUTIES: 100% done in time
> • in danger | weekly report 0/1, by 26 Apr Sun (HOTEL.4)
> • in danger | monthly report 0/1, by 30 Apr Thu (HOTEL.4)
> • in danger | client records complete 3/4, by 26 Apr Sun (ALL.1)
> • met | no client overdue 2/2 (HOTEL.1)
> • met | sales visits in number and on time 2/2 (HOTEL.3)
> • met | competitors and forecasts passed upward 1/1 (HOTEL.5)
> • met | press, public relations and online booking 1/1 (HOTEL.6)
> • met | requests answered in time 1/1 (ALL.7)
$ rmtool tick-duty weekly-report
2> Ticked on 2026-04-24 Fri: weekly report.
$ rmtool care --days 20
> 2026-05-01 Fri  in 7 days
>   Labour Day: 0 of 4 clients greeted  (rmtool greetings labour-day)
>
> 2026-05-08 Fri  in 14 days
>      1  Luo Yunting  birthday, becomes 55
@now 2026-04-30T09:00:00+08:00
$ rmtool today
> 2026-04-30 Thu
> Coming up (rmtool care): Labour Day 05-01 Fri
> Duties due or in danger: 3 (rmtool duties, tick-duty) weekly report; monthly re…
>
> Due and overdue: 1 (rmtool close-task N, move-task N DATE, list-tasks)
>      1  3 days late     Qingfeng Optics   [tell Director Pan] send the new cont…
>
> Logged today: none (rmtool log-visit CLIENT TEXT)
>
> Gone quiet: none
>
> Birthdays in the next 7 days: none
$ rmtool log-visit Luo "arrives 3 May with her mother; ground floor" --kind call --need "quiet room on the ground floor"
2> Logged visit 3: Luo Yunting, 2026-04-30 Thu, call.
$ rmtool add-task "Ms Luo arrives: quiet room, tea" --kind milestone --client Luo --due 2026-05-03
2> Added task 5, due 2026-05-03 Sun: Ms Luo arrives: quiet room, tea (Luo Yunting)
$ rmtool close-task 1 --result "contract sent"
2> Closed task 1: send the new contract (Qingfeng Optics)
$ rmtool plan-week --weeks 2
> 2026-04-30 Thu: 0 clients, 1 task
>      5  event date     Luo Yunting           Ms Luo arrives: quiet room, tea
>
> 2026-05-06 Wed: 0 clients
> 2026-05-07 Thu: 0 clients
> 2026-05-08 Fri: 0 clients
> 2026-05-09 Sat: 0 clients
> 2026-05-11 Mon: 0 clients
> 2026-05-12 Tue: 0 clients
> 2026-05-13 Wed: 0 clients
$ rmtool monthly-report -o april.md && grep -A8 "## Measures\|## By tier" april.md
> ## By tier
>
> | Tier | Clients | Touched | Share | Visits |
> | --- | ---: | ---: | ---: | ---: |
> | contract firm | 2 | 1 | 50% | 1 |
> | groups and events | 1 | 1 | 100% | 1 |
> | VIP | 1 | 1 | 100% | 1 |
>
> ## Targets
2> Wrote april.md.
$ rmtool list-targets
> Measure  Period   Target  Reached  By today  Forecast  Trend   State
> ─────────────────────────────────────────────────────────────────────
> visits   2026-04       6        3         6         3  ▁▁▁█▁▅  behind
# HOTEL.2: a VIP guest is received on a day off as well.
@now 2026-05-03T15:00:00+08:00
$ rmtool close-task 5 --result "room 108, tea at three"
2> Closed task 5: Ms Luo arrives: quiet room, tea (Luo Yunting)
$ rmtool log-visit Luo "received with her mother, tea in the lounge" --kind reception --with "her mother" --feedback "room faces the street" --measure rooms=2
2> Logged visit 4: Luo Yunting, 2026-05-03 Sun, reception.
$ rmtool add-complaint Luo "street noise in room 108" --cause noise --severity serious
2> Added complaint 6, due 2026-05-03 Sun 17:00: street noise in room 108 (Luo Yunting)
$ rmtool hand-over 6 front-office --to "Duty manager Xu"
2> Handed task 6 to front office (Duty manager Xu): street noise in room 108 (Luo Yunting)
$ rmtool settle-complaint 6 --result "moved to 121, garden side" --told today --satisfied yes
2> Settled complaint 6: street noise in room 108 (Luo Yunting)
# HOTEL.1 after the days off: nobody is owed what fell on them.
@now 2026-05-06T09:00:00+08:00
$ rmtool today
> 2026-05-06 Wed
>
> Due and overdue: none
>
> Logged today: none (rmtool log-visit CLIENT TEXT)
>
> Gone quiet: none
>
> Birthdays in the next 7 days: 1 (rmtool show-client N)
>      1  05-08 Fri       Luo Yunting
$ rmtool due
2> Nobody is due on 2026-05-06 Wed.
# Saturday 9 May is worked.
@now 2026-05-09T09:00:00+08:00
$ rmtool plan-day --save
> Plan for 2026-05-09 Sat: 0 stops
>
> Standing duties
>   weekly report  in danger, by 05-10 Sun
>   competitors and forecasts passed upward  in danger, by 05-10 Sun
2> Kept as the plan for 2026-05-09 Sat.
$ rmtool log-visit Hengyuan "crew change: 40 nights in June" --need "40 nights in June" --product rooms --competitor "Harbour View offers 298" --measure rooms=40
2> Logged visit 5: Hengyuan Shipping, 2026-05-09 Sat, visit.
$ rmtool add-note "Harbour View asks our contract firms one by one" --kind competitor --competitor "Harbour View" --client Hengyuan
2> Added note 2: competitor, Hengyuan Shipping, Harbour View asks our contract firms one by one
$ rmtool daily-report
> Daily report Sat 9 May 2026
> Mei Rong
>
> 1 visit (+1 vs the day before): visit 1 (+1); 1 client (+1); 0 tasks done (±0), 1 open.
>
> WORK OF THE DAY
> • Hengyuan Shipping | visit
>   crew change: 40 nights in June
>   Need: 40 nights in June
>
> FEEDBACK AND COMPETITORS
> • Hengyuan Shipping: Harbour View offers 298
>
> COMPETITORS AND MARKET
> • competitor | Hengyuan Shipping: Harbour View asks our contract firms one by one (Harbour View)
$ rmtool move-deal 1 won
2> Deal 1 is now: Qingfeng Optics, rooms, 250,000, won.
$ rmtool add-task "Cardiology banquet: seat plan" --kind request --client Cardiology --due 5-12
2> Added task 7, due 2026-05-12 Tue: Cardiology banquet: seat plan (Three Rivers Cardiology Society)
# HOTEL.2: the conference's day; what was owed for it is late, and says who must hear of it.
@now 2026-05-14T08:30:00+08:00
$ rmtool today
> 2026-05-14 Thu
> Duties due or in danger: 1 (rmtool duties, tick-duty) meetings, groups and VIP …
>
> Due and overdue: 2 (rmtool close-task N, move-task N DATE, list-tasks)
>      7  2 days late     Three Rivers Ca…  [tell Director Pan] Cardiology banque…
>      2  today           Three Rivers Ca…  Cardiology conference: hall, 60 rooms…
>
> Logged today: none (rmtool log-visit CLIENT TEXT)
>
> Gone quiet: none
>
> Birthdays in the next 7 days: none
$ rmtool list-tasks --overdue
> No.  Due             Kind     Client                    Task
> ────────────────────────────────────────────────────────────────────────────────
>   7  2026-05-12 Tue  request  Three Rivers Cardiology…  Cardiology banquet: seat
>                                                         plan [overdue, tell
>                                                         Director Pan]
$ rmtool close-task 2 --result "118 came; hall B"
2> Closed task 2: Cardiology conference: hall, 60 rooms, banquet (Three Rivers Cardiology Society)
$ rmtool close-task 7 --result "seat plan by hand"
2> Closed task 7: Cardiology banquet: seat plan (Three Rivers Cardiology Society)
$ rmtool move-deal 2 won
2> Deal 2 is now: Three Rivers Cardiology Society, conference, 180,000, won.
$ rmtool market-report
> Market report May 2026
> Mei Rong
>
> 1 note (+1 vs same days of last month).
>
> BY KIND
> • competitor: 1 (+1)
>
> BY COMPETITOR
> • Harbour View: 1 (+1)
>
> OTHER NOTES
> • competitor | Hengyuan Shipping: Harbour View asks our contract firms one by one (Harbour View)
>
> HEARD OF COMPETITORS ON VISITS
> • Hengyuan Shipping: Harbour View offers 298
>
> NEEDS BY PRODUCT
> rooms
> • Hengyuan Shipping: 40 nights in June
# The month's end: HOTEL.1 the VIP guest is late, HOTEL.3 one sales visit is, and HOTEL.6 is still to do.
@now 2026-05-29T16:00:00+08:00
$ rmtool complaints-report
> Complaints May 2026
> Mei Rong
>
> 1 came in (+1 vs same days of last month), 1 settled (+1), 0 open.
> Of those settled: 1 on time, 0 late; 1 satisfied, 0 not, 0 unknown; 1 told the result, 0 not.
>
> BY CAUSE
> • noise: 1 (+1)
>
> WORST CASES
> • 6 | 3 May Sun 15:00 | Luo Yunting: street noise in room 108
>   serious, noise, front office, settled 3 May Sun
>   Result: moved to 121, garden side
>   3 May Sun 15:00 to front office Duty manager Xu
$ rmtool list-targets
> Measure     Period   Target  Reached  By today  Forecast  Trend  State
> ───────────────────────────────────────────────────────────────────────
> receptions  2026-05       2        1         2         1  █▁▁▁▁  behind
$ rmtool due
>      1  11 days late   Luo Yunting           VIP, every 10 working days; last
>                                              05-03 reception
>      2  9 days late    Qingfeng Optics       sales visit, every 20 working days;
>                                              last 04-20 visit; contract until
>                                              2026-05-31
$ rmtool duties
> State             Done     Duty
> missed            1/2      no client overdue, always, 1 missed  [HOTEL.1]
> met               2/2      meetings, groups and VIP guests ready in time, always
>                            [HOTEL.2]
> missed            1/2      sales visits in number and on time, always, 1 missed
>                            [HOTEL.3]
> in danger 05-31   0/5      weekly report, once a week, 4 missed  [HOTEL.4]
> in danger 05-31   0/1      monthly report, once a month  [HOTEL.4]
> in danger 05-31   1/5      competitors and forecasts passed upward, once a week,
>                            3 missed  [HOTEL.5]
> in danger 05-31   0/1      press, public relations and online booking, once a
>                            month  [HOTEL.6]
> in danger 05-31   3/4      client records complete, always  [ALL.1]
> missed            0/1      requests answered in time, always, 1 missed  [ALL.7]
2> May 2026: 46 % done in time of what was due.
# HOTEL.4: the report of April was never ticked.
$ rmtool duties "last month"
> State             Done     Duty
> met               2/2      no client overdue, always  [HOTEL.1]
> nothing due       0/0      meetings, groups and VIP guests ready in time, always
>                            [HOTEL.2]
> met               2/2      sales visits in number and on time, always  [HOTEL.3]
> met               1/1      weekly report, once a week  [HOTEL.4]
> missed            0/1      monthly report, once a month, 1 missed  [HOTEL.4]
> met               1/1      competitors and forecasts passed upward, once a week
>                            [HOTEL.5]
> met               1/1      press, public relations and online booking, once a
>                            month  [HOTEL.6]
> missed            3/4      client records complete, always, 1 missed  [ALL.1]
> met               1/1      requests answered in time, always  [ALL.7]
2> Apr 2026: 84 % done in time of what was due.

