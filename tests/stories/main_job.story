# The main job, in English: one line after a visit, and the reports write themselves (ALL.1, ALL.2, ALL.3).
@now 2026-11-23T09:00:00+08:00
@lang en
$ rm config owner "Lin Zhiyuan"
2> owner is now Lin Zhiyuan.
$ rm add-client "Zhang San" --phone 13800138000 --tier A --area East
2> Added client 1: Zhang San (A special).
$ rm add-client "Huaxing Machinery" --tier B --kind company --area West
2> Added client 2: Huaxing Machinery (B key).
$ rm add-contact huaxing "Chen Bo" --role "finance director" --likes tea --taboos "no calls on Monday"
2> Added contact 1 at Huaxing Machinery: Chen Bo.
$ rm log-visit zhang "renewal of 500; wants a lower rate" --need "lower rate" --next "next wed" --todo "ask the branch for the rate"
2> Logged visit 1: Zhang San, 2026-11-23 Mon, visit.
2> Next step on 2026-12-02 Wed: ask the branch for the rate
@now +1h
$ rm log-visit "Chen Bo" "sent the list of papers" --kind call --at 10:00 --competitor "another bank offers 3.1"
2> Logged visit 2: Huaxing Machinery, 2026-11-23 Mon, call.
@now 2026-11-24T17:30:00+08:00
$ rm log-visit 8000 "came for the form" --kind reception --feedback "counter was quick"
2> Logged visit 3: Zhang San, 2026-11-24 Tue, reception.
$ rm add-task "copy of the licence" --client huaxing --kind paper --due +2d
2> Added task 2, due 2026-11-26 Thu: copy of the licence (Huaxing Machinery)
$ rm today
> 2026-11-24 Tue
>
> Due and overdue: none
>
> Logged today: 1 (rmtool show-visit N, edit-visit N)
>      3  reception       Zhang San         came for the form
>
> Gone quiet: none
>
> Birthdays in the next 7 days: none
$ rm daily-report --format sms
> 24 Nov Tue, Lin Zhiyuan: 1 visit (reception 1): Zhang San came for the form.
$ rm weekly-report
> Weekly report Week 48, 2026 (23 Nov – 29 Nov)
> Lin Zhiyuan
>
> 3 visits (+3 vs same days of last week): visit 1 (+1), call 1 (+1), reception 1 (+1); 2 clients (+2), 2 new; 0 tasks done (±0), 2 open.
>
> CLIENTS
> • Touched: 2. Zhang San×2, Huaxing Machinery
> • New: 2. Zhang San, Huaxing Machinery
>
> VISITS
> 23 Nov Mon
> • Zhang San | visit
>   renewal of 500; wants a lower rate
>   Need: lower rate
>   Next: 2 Dec Wed, ask the branch for the rate
> • Huaxing Machinery | call 10:00
>   sent the list of papers
>
> 24 Nov Tue
> • Zhang San | reception
>   came for the form
>
> NEEDS AND OPPORTUNITIES
> • Zhang San: lower rate
>
> FEEDBACK AND COMPLAINTS
> • Zhang San: counter was quick
>
> COMPETITORS AND MARKET
> • Huaxing Machinery: another bank offers 3.1
>
> OPEN TASKS
> • 26 Nov Thu Huaxing Machinery: copy of the licence
>
> PLAN FOR NEXT WEEK
> • 2 Dec Wed Zhang San: ask the branch for the rate
$ rm show-client huaxing
> 2  Huaxing Machinery
> Last touch 2026-11-23 Mon, 1 day ago; visits so far: 1.
>
> Likes and taboos
>   Chen Bo  likes  tea
>   Chen Bo  avoid  no calls on Monday
>
> Open tasks
>      2  2026-11-26 Thu  copy of the licence
>
> Last visits
>      2  2026-11-23 Mon 10:00  call
>         sent the list of papers
>
> Contacts
>      1  Chen Bo  finance director
>
> Data
>   Kind   company
>   Tier   B key
>   Stage  active
>   Area   West
>   Owner  Lin Zhiyuan
>   Added  2026-11-23
$ rm close-task 2 --result "copy on file"
2> Closed task 2: copy of the licence (Huaxing Machinery)
$ rm list-tasks --state all
> No.  Due             Kind           Client             Task
> ────────────────────────────────────────────────────────────────────────────────
>   2  2026-11-26 Thu  missing paper  Huaxing Machinery  copy of the licence
>                                                        [closed 2026-11-24: copy
>                                                        on file]
>   1  2026-12-02 Wed  follow-up      Zhang San          ask the branch for the
>                                                        rate
$ rm weekly-report -o week.html && head -c 15 week.html
> <!DOCTYPE html>
2> Wrote week.html.
$ rm export -o upstream.csv && head -3 upstream.csv
> ﻿No.,Date,Time,Client,Kind,What was said,Result,Need,Feedback,Products,Competitors,With,Place,Purpose,Minutes,Measures,Owner,Client no.\x0d
> 1,2026-11-23,,Zhang San,visit,renewal of 500; wants a lower rate,,lower rate,,,,,,,,,Lin Zhiyuan,1\x0d
> 2,2026-11-23,10:00,Huaxing Machinery,call,sent the list of papers,,,,,another bank offers 3.1,,,,,,Lin Zhiyuan,2\x0d
2> Wrote upstream.csv: 3 visits.
2> Phones, identity numbers and the like are masked; --unmasked writes them whole.
$ rm list-visits --json | sed "s/.*uuid.*client_name/... client_name/" | head -3
> [
> ... client_name": "Zhang San", "time": "", "minutes": null, "kind": "reception", "place": "", "people": [], "purpose": "", "result": "", "need": "", "feedback": "counter was quick", "products": [], "competitor": "", "measures": {}, "fields": {}, "owner": "Lin Zhiyuan", "recorded_at": "2026-11-24T09:30:00Z"},
> ... client_name": "Huaxing Machinery", "time": "10:00", "minutes": null, "kind": "call", "place": "", "people": [], "purpose": "", "result": "", "need": "", "feedback": "", "products": [], "competitor": "another bank offers 3.1", "measures": {}, "fields": {}, "owner": "Lin Zhiyuan", "recorded_at": "2026-11-23T02:00:00Z"},
