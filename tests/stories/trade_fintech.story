# Two and a half weeks of an internet finance firm's manager around Mid-Autumn and National Day 2026 (25 to 27 September
# off, Sunday 20 September worked; 1 to 7 October off, Saturday 10 October worked): competitors noted and reported,
# borrowers checked before lending and followed after it, a complaint about collection, positions kept small.
@lang en
@now 2026-09-18T09:00:00+08:00
$ rmtool use-profile fintech --yes > /dev/null; rmtool config owner "Lin Yao"; rmtool config supervisor "Head Zhou"
2> The profile is now fintech; it lies in $HERE/.home/rmtool/profile.toml.
2> owner is now Lin Yao.
2> supervisor is now Head Zhou.
$ rmtool add-client "Wei Ran" --kind person --phone 13800001001 --tier borrower --area north --field loan-purpose="stock for a tea shop" --field income=12000 --field debts=30000
2> Added client 1: Wei Ran (sound borrower).
$ rmtool add-client "Gao Pei" --kind person --phone 13800001002 --tier watch --area south --stage active --field income=6000 --field occupation="courier"
2> Added client 2: Gao Pei (watched borrower).
$ rmtool add-client "Tan Mo" --kind person --phone 13800001003 --tier investor --area north --stage active
2> Added client 3: Tan Mo (investor).
$ rmtool set-target checks 2026-09 4
2> Target: 4 checks in Sep 2026.
$ rmtool set-target lent 2026-09 12
2> Target: 12 ×10k yuan lent in Sep 2026.
# FINTECH.2: is the borrower who they say, and can they repay? Due diligence before lending.
$ rmtool log-visit "Wei Ran" "identity, shop lease and three months of receipts seen" --kind check --field identity-seen=yes --field "used as told=yes" --result "can repay 1,200 a month" --next 09-20 --todo "bank statements of the last six months"
2> Logged visit 1: Wei Ran, 2026-09-18 Fri, due-diligence check.
2> Next step on 2026-09-20 Sun: bank statements of the last six months
$ rmtool edit-client "Wei Ran" --field seen-at-home=yes
2> Changed client 1: Wei Ran.
$ rmtool add-deal "Wei Ran" instalments 60000 --stage proposal --expected 09-22 --from-visit 1
2> Added deal 1: Wei Ran, instalments, 60,000, proposal, 2026-09-22 Tue.
$ rmtool daily-report --format sms
> 18 Sep Fri, Lin Yao: 1 visit (due-diligence check 1): Wei Ran can repay 1,200 a month. Until the next working day: Wei Ran bank statements of the ….
# Sunday is worked before Mid-Autumn: Friday's plan goes no further than that.
@now 2026-09-20T09:00:00+08:00
$ rmtool today
> 2026-09-20 Sun
> Coming up (rmtool care): Mid-Autumn Festival 09-25 Fri
> Duties due or in danger: 3 (rmtool duties, tick-duty) competitors and industry …
>
> Due and overdue: 1 (rmtool close-task N, move-task N DATE, list-tasks)
>      1  today           Wei Ran           bank statements of the last six months
>
> Logged today: none (rmtool log-visit CLIENT TEXT)
>
> Gone quiet: none
>
> Birthdays in the next 7 days: none
$ rmtool plan-day --save
> Plan for 2026-09-20 Sun: 1 stop
>
> north
>      1  Wei Ran
>         why  follow-up 1: bank statements of the last six months (today)
>         data  purpose of the loan stock for a tea shop
>
> Standing duties
>   competitors and industry noted  in danger, by 09-20 Sun
>   weekly report  in danger, by 09-20 Sun
>   secrets kept: own check  in danger, by 09-27 Sun
2> Kept as the plan for 2026-09-20 Sun.
$ rmtool log-visit "Wei Ran" "statements agree with the receipts" --kind call --measure lent=6
2> Logged visit 2: Wei Ran, 2026-09-20 Sun, call.
$ rmtool close-task 1 --result "all six months there"
2> Closed task 1: bank statements of the last six months (Wei Ran)
$ rmtool move-deal 1 won
2> Deal 1 is now: Wei Ran, instalments, 60,000, won.
# FINTECH.2: after lending: a borrower who was sound moves to the watch list, which is looked at every five working days.
@now 2026-09-22T14:00:00+08:00
$ rmtool log-visit "Gao Pei" "two repayments late, changed his phone, shop address does not exist" --kind check --field identity-seen=no --field "used as told=no" --next 09-24 --todo "call his employer"
2> Logged visit 3: Gao Pei, 2026-09-22 Tue, due-diligence check.
2> Next step on 2026-09-24 Thu: call his employer
$ rmtool add-note "pay slips look made up, same template as two others" --kind suspicious-paper --client "Gao Pei" --tell risk
2> Added note 1: suspicious paper, Gao Pei, pay slips look made up, same template as two others
2> Urgent: tell risk at once, then `rmtool mark-told 1`.
$ rmtool mark-told 1
2> Note 1 was passed on to risk on 2026-09-22.
$ rmtool add-task "freeze the second payment to Gao Pei" --client "Gao Pei" --kind request --due 09-23
2> Added task 3, due 2026-09-23 Wed: freeze the second payment to Gao Pei (Gao Pei)
$ rmtool hand-over 3 risk --to "Shen"
2> Handed task 3 to risk (Shen): freeze the second payment to Gao Pei (Gao Pei)
$ rmtool close-task 3 --result "frozen"
2> Closed task 3: freeze the second payment to Gao Pei (Gao Pei)
# FINTECH.2: many small sums: no borrower above the limit, no trade too large.
$ rmtool tick-duty spread --remark "largest 60,000; tea shops 8 % of the book"
2> Ticked on 2026-09-22 Tue: positions small and spread.
# FINTECH.1: competing products and the industry, noted as they are heard.
$ rmtool add-note "new instalment plan, first month free" --kind competitor --competitor Lantern --product instalments
2> Added note 2: competitor, new instalment plan, first month free
$ rmtool add-note "draft rule: yearly rate shown in full" --kind policy
2> Added note 3: policy, draft rule: yearly rate shown in full
$ rmtool list-notes
> No.  Day             Kind              Client   Text
> ────────────────────────────────────────────────────────────────────────────────
>   3  2026-09-22 Tue  policy                     draft rule: yearly rate shown in
>                                                 full
>   2  2026-09-22 Tue  competitor                 new instalment plan, first month
>                                                 free (instalments, Lantern)
>   1  2026-09-22 Tue  suspicious paper  Gao Pei  pay slips look made up, same
>                                                 template as two others [urgent;
>                                                 risk told 2026-09-22]
@now 2026-09-23T16:00:00+08:00
$ rmtool add-complaint "Wei Ran" "called at nine in the evening about a payment that was made" --cause collection --severity serious
2> Added complaint 4, due 2026-09-24 Thu: called at nine in the evening about a payment that was made (Wei Ran)
$ rmtool hand-over 4 customer-service --to "Bai"
2> Handed task 4 to customer service (Bai): called at nine in the evening about a payment that was made (Wei Ran)
$ rmtool settle-complaint 4 --result "apologised; calls after eight are blocked" --told today --satisfied yes
2> Settled complaint 4: called at nine in the evening about a payment that was made (Wei Ran)
# Before Mid-Autumn: greetings go out, but not to who is being watched.
@now 2026-09-24T10:00:00+08:00
$ rmtool care --days 7
> 2026-09-25 Fri  in 1 day
>   Mid-Autumn Festival: 0 of 3 clients greeted  (rmtool greetings mid-autumn)
$ rmtool greetings mid-autumn --tier borrower --tier investor
> Wei Ran  138******01  Dear Wei Ran, happy Mid-Autumn Festival! Thank you for your trust; all the best to you and your family. Lin Yao
> Tan Mo  138******03  Dear Tan Mo, happy Mid-Autumn Festival! Thank you for your trust; all the best to you and your family. Lin Yao
2> Mid-Autumn Festival, 2026-09-25 Fri: 2 texts.
$ rmtool greetings mid-autumn --tier borrower --tier investor -o greetings.csv --sent
2> Mid-Autumn Festival, 2026-09-25 Fri: 2 texts.
2> Wrote greetings.csv for the message platform: phones stand in it whole.
2> Kept as sent today: 2.
$ rmtool weekly-report
> Weekly report Week 39, 2026 (21 Sep – 27 Sep)
> Lin Yao
>
> 1 visit (+1 vs same days of last week): due-diligence check 1 (+1); 1 client (+1); 2 tasks done (+2), 1 open.
>
> CLIENTS
> • Touched: 1. Gao Pei
>
> VISITS
> 22 Sep Tue
> • Gao Pei | due-diligence check
>   two repayments late, changed his phone, shop address does not exist
>   Next: 24 Sep Thu, call his employer
>
> MEASURES
> • checks: 1, +1 vs same days of last week
>
> TARGETS
> • checks (2026-09): 2 of 4, 50%, behind
> • lent (2026-09): 6 of 12, 50%, behind
>
> FEEDBACK AND COMPLAINTS
> • Complaint | Wei Ran: called at nine in the evening about a payment that was made (done)
>
> COMPETITORS AND MARKET
> • policy | draft rule: yearly rate shown in full
> • competitor | new instalment plan, first month free (instalments, Lantern)
> • suspicious paper | Gao Pei: pay slips look made up, same template as two others (urgent, risk told 22 Sep Tue)
>
> TASKS DONE
> • 22 Sep Tue Gao Pei: freeze the second payment to Gao Pei → frozen
> • 23 Sep Wed Wei Ran: called at nine in the evening about a payment that was made → apologised; calls after eight are blocked
>
> OPEN TASKS
> • 24 Sep Thu Gao Pei: call his employer
>
> STANDING DUTIES: 100% done in time
> • in danger | work report upward 0/1, by 30 Sep Wed (FINTECH.1)
> • in danger | weekly report 0/1, by 27 Sep Sun (ALL.3)
> • in danger | secrets kept: own check 0/1, by 27 Sep Sun (ALL.8)
> • met | competitors and industry noted 1/1 (FINTECH.1)
> • met | no borrower overdue for a look 4/4 (FINTECH.2)
> • met | positions small and spread 1/1 (FINTECH.2)
> • met | client records complete 3/3 (ALL.1)
> • met | requests answered in time 1/1 (ALL.7)
$ rmtool tick-duty weekly
2> Ticked on 2026-09-24 Thu: weekly report.
# The first day back: what was to be done before the days off is late, and the head must hear of it.
@now 2026-09-28T09:00:00+08:00
$ rmtool morning-brief
> 2026-09-24 Thu to 2026-09-27 Sun: nothing was logged.
>
> Plan for 2026-09-28 Mon: 1 stop
>
> south
>      2  Gao Pei
>         why  follow-up 2: call his employer (4 days late)
>
> Not to be forgotten, and not in the plan
>   work report upward  in danger, by 09-30 Wed
$ rmtool today | grep "days late"
>      2  4 days late     Gao Pei           [tell Head Zhou] call his employer
$ rmtool log-visit "Gao Pei" "employer: left in August" --kind call
2> Logged visit 4: Gao Pei, 2026-09-28 Mon, call.
$ rmtool close-task 2 --result "not employed there any more"
2> Closed task 2: call his employer (Gao Pei)
$ rmtool log-visit "Tan Mo" "asks how safe the book is" --kind visit --feedback "wants the overdue rate monthly" --product fixed-term
2> Logged visit 5: Tan Mo, 2026-09-28 Mon, visit.
# FINTECH.2: all that is known of a borrower on the watch list on one page.
$ rmtool show-client "Gao Pei"
> 2  Gao Pei
> Last touch 2026-09-28 Mon, today; visits so far: 2.
>
> Last visits
>      4  2026-09-28 Mon  call
>         employer: left in August
>      3  2026-09-22 Tue  due-diligence check
>         two repayments late, changed his phone, shop address does not exist
>         identity checked no; used as told no
>
> Market notes
>      1  2026-09-22 Tue  suspicious paper  pay slips look made up, same template
>                                           as two others
>
> Data
>   Kind            person
>   Tier            watched borrower
>   Stage           active
>   Phones          13800001002
>   Area            south
>   Owner           Lin Yao
>   Added           2026-09-18
>   monthly income  6,000
>   occupation      courier
# FINTECH.1: the work report of the month goes upward, with the market report.
@now 2026-09-30T17:00:00+08:00
$ rmtool complaints-report
> Complaints Sep 2026
> Lin Yao
>
> 1 came in (+1 vs last month), 1 settled (+1), 0 open.
> Of those settled: 1 on time, 0 late; 1 satisfied, 0 not, 0 unknown; 1 told the result, 0 not.
>
> BY CAUSE
> • collection: 1 (+1)
>
> WORST CASES
> • 4 | 23 Sep Wed 16:00 | Wei Ran: called at nine in the evening about a payment that was made
>   serious, collection, customer service, settled 23 Sep Wed
>   Result: apologised; calls after eight are blocked
>   23 Sep Wed 16:00 to customer service Bai
$ rmtool market-report
> Market report Sep 2026
> Lin Yao
>
> 3 notes (+3 vs last month).
>
> URGENT
> • suspicious paper | Gao Pei: pay slips look made up, same template as two others (urgent, risk told 22 Sep Tue)
>
> BY KIND
> • competitor: 1 (+1)
> • policy: 1 (+1)
> • suspicious paper: 1 (+1)
>
> BY COMPETITOR
> • Lantern: 1 (+1)
>
> BY PRODUCT
> • instalments: 1 (+1)
>
> OTHER NOTES
> • policy | draft rule: yearly rate shown in full
> • competitor | new instalment plan, first month free (instalments, Lantern)
$ rmtool monthly-report
> Monthly report Sep 2026
> Lin Yao
>
> 5 visits (+5 vs last month): visit 1 (+1), call 2 (+2), due-diligence check 2 (+2); 3 clients (+3), 3 new; 4 tasks done (+4), 0 open.
>
> BY WEEK
> • 2026-W36 (09-01 to 09-06): 0 visits, 0 clients
> • 2026-W37 (09-07 to 09-13): 0 visits, 0 clients
> • 2026-W38 (09-14 to 09-20): 2 visits, 1 client
> • 2026-W39 (09-21 to 09-27): 1 visit, 1 client
> • 2026-W40 (09-28 to 09-30): 2 visits, 2 clients
>
> BY TIER
> • sound borrower: 1 client, 1 touched (100%), 2 visits
> • investor: 1 client, 1 touched (100%), 1 visit
> • watched borrower: 1 client, 1 touched (100%), 2 visits
>
> MEASURES
> • checks: 2, +2 vs last month
> • lent: 6 ×10k yuan (1 entry)
>
> TARGETS
> • checks (2026-09): 2 of 4, 50%, behind
> • lent (2026-09): 6 of 12, 50%, behind
>
> CLIENTS
> • Touched: 3. Wei Ran×2, Gao Pei×2, Tan Mo
> • New: 3. Wei Ran, Gao Pei, Tan Mo
>
> DEALS
> 60,000 won
>
> • won | Wei Ran: instalments 60,000
>
> FEEDBACK AND COMPLAINTS
> • Tan Mo: wants the overdue rate monthly
> • Complaint | Wei Ran: called at nine in the evening about a payment that was made (done)
>
> COMPETITORS AND MARKET
> • policy | draft rule: yearly rate shown in full
> • competitor | new instalment plan, first month free (instalments, Lantern)
> • suspicious paper | Gao Pei: pay slips look made up, same template as two others (urgent, risk told 22 Sep Tue)
>
> STANDING DUTIES: 71% done in time
> • missed | competitors and industry noted 1/2, 1 missed (FINTECH.1)
> • missed | weekly report 1/2, 1 missed (ALL.3)
> • missed | secrets kept: own check 0/1, 1 missed (ALL.8)
> • in danger | work report upward 0/1, by 30 Sep Wed (FINTECH.1)
> • met | no borrower overdue for a look 4/4 (FINTECH.2)
> • met | positions small and spread 1/1 (FINTECH.2)
> • met | client records complete 3/3 (ALL.1)
> • met | requests answered in time 1/1 (ALL.7)
$ rmtool tick-duty work-report --remark "handed to Head Zhou"
2> Ticked on 2026-09-30 Wed: work report upward.
$ rmtool list-targets
> Measure           Period   Target  Reached  By today  Forecast  Trend   State
> ──────────────────────────────────────────────────────────────────────────────
> checks            2026-09       4        2         4         2  ▁▁▁██▁  behind
> lent (×10k yuan)  2026-09      12        6        12         6  ▁▁▁█▁▁  behind
$ rmtool duties
> State             Done     Duty
> missed            1/2      competitors and industry noted, once a week, 1 missed
>                            [FINTECH.1]
> met               1/1      work report upward, once a month  [FINTECH.1]
> met               4/4      no borrower overdue for a look, always  [FINTECH.2]
> met               1/1      positions small and spread, once a month  [FINTECH.2]
> met               3/3      client records complete, always  [ALL.1]
> missed            1/2      weekly report, once a week, 1 missed  [ALL.3]
> met               1/1      requests answered in time, always  [ALL.7]
> missed            0/1      secrets kept: own check, every 90 days, 1 missed
>                            [ALL.8]
2> Sep 2026: 75 % done in time of what was due.
# FINTECH.2: after National Day the watched borrower must be looked at on the Saturday that is worked; nobody does.
@now 2026-10-10T09:00:00+08:00
$ rmtool due --soon 2w
>      2  due            Gao Pei               watched borrower, every 5 working
>                                              days; last 09-28 call
>      1  10-23 Fri      Wei Ran               sound borrower, every 20 working
>                                              days; last 09-20 call
$ rmtool plan-day
> Plan for 2026-10-10 Sat: 1 stop
>
> south
>      2  Gao Pei
>         why  watched borrower, every 5 working days; last 09-28 call, due
>
> Standing duties
>   competitors and industry noted  in danger, by 10-11 Sun
>   weekly report  in danger, by 10-11 Sun
$ rmtool add-note "Lantern stops lending to students" --kind competitor --competitor Lantern
2> Added note 4: competitor, Lantern stops lending to students
$ rmtool duties 2026-W41
> State             Done     Duty
> met               1/1      competitors and industry noted, once a week
>                            [FINTECH.1]
> on the way 10-31  0/1      work report upward, once a month  [FINTECH.1]
> in danger 10-10   4/4      no borrower overdue for a look, always  [FINTECH.2]
> on the way 10-31  0/1      positions small and spread, once a month  [FINTECH.2]
> met               3/3      client records complete, always  [ALL.1]
> in danger 10-11   0/1      weekly report, once a week  [ALL.3]
> nothing due       0/0      requests answered in time, always  [ALL.7]
> nothing due       0/0      secrets kept: own check, every 90 days  [ALL.8]
2> Week 41, 2026 (5 Oct – 11 Oct): 100 % done in time of what was due.
@now 2026-10-12T09:00:00+08:00
$ rmtool due
>      2  2 days late    Gao Pei               watched borrower, every 5 working
>                                              days; last 09-28 call
$ rmtool weekly-report "last week" | sed -n '1,6p;/STANDING/,$p'
> Weekly report Week 41, 2026 (5 Oct – 11 Oct)
> Lin Yao
>
> 0 visits (−2 vs last week): visit 0 (−1), call 0 (−1); 0 clients (−2); 0 tasks done (−1), 0 open.
>
> CLIENTS
> STANDING DUTIES: 69% done in time
> • missed | no borrower overdue for a look 3/4, 1 missed (FINTECH.2)
> • missed | weekly report 0/1, 1 missed (ALL.3)
> • on the way | work report upward 0/1, by 31 Oct Sat (FINTECH.1)
> • on the way | positions small and spread 0/1, by 31 Oct Sat (FINTECH.2)
> • met | competitors and industry noted 1/1 (FINTECH.1)
> • met | client records complete 3/3 (ALL.1)
$ rmtool duties
> State             Done     Duty
> on the way 10-18  1/4      competitors and industry noted, once a week, 1 missed
>                            [FINTECH.1]
> on the way 10-31  0/1      work report upward, once a month  [FINTECH.1]
> missed            3/4      no borrower overdue for a look, always, 1 missed
>                            [FINTECH.2]
> on the way 10-31  0/1      positions small and spread, once a month  [FINTECH.2]
> met               3/3      client records complete, always  [ALL.1]
> on the way 10-18  0/4      weekly report, once a week, 2 missed  [ALL.3]
> nothing due       0/0      requests answered in time, always  [ALL.7]
> nothing due       0/0      secrets kept: own check, every 90 days  [ALL.8]
2> Oct 2026: 56 % done in time of what was due.
