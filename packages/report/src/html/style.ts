/** The page's only style sheet. Its hash stands in the policy of the page: see `policy.ts`. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--card:#f7f8f9;--ink:#1b1f24;--soft:#5b636e;--line:#e2e5e9;--bad:#b3261e;--bad-ground:#fdf1f0;--good:#18794e;--warn:#8a5a00;--warn-ground:#fdf7e7;--bar:#8fa1b8;--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
@media(prefers-color-scheme:dark){:root{--ground:#121518;--card:#1a1e22;--ink:#e4e7ea;--soft:#98a1ac;--line:#2c3238;--bad:#ff8a80;--bad-ground:#2a1917;--good:#5fcf98;--warn:#e8bf62;--warn-ground:#272013;--bar:#5d7089}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:52rem;margin:0 auto;padding:2.5rem 1.5rem 5rem}
.kicker{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;margin:0 0 1.75rem;color:var(--soft);font-size:.8125rem}
h1{margin:0 0 .9rem;font-size:1.7rem;line-height:1.25;font-weight:650;letter-spacing:-.012em;text-wrap:balance;overflow-wrap:anywhere}
h2{margin:3rem 0 .9rem;padding-top:1.1rem;border-top:1px solid var(--line);font-size:1.2rem;line-height:1.3;font-weight:650;letter-spacing:-.006em}
h3{margin:1.8rem 0 .5rem;font-size:1rem;font-weight:650}
p,ul,ol,dl,table,figure,pre,details,aside{margin:0 0 1rem}
p,li,dd,td{overflow-wrap:anywhere}
time,td.short{white-space:nowrap}
p,li{text-wrap:pretty}
ul,ol{padding-left:1.35rem}
li{margin:.3rem 0;padding-left:.15rem}
li::marker{color:var(--soft)}
code,pre,.code{font-family:var(--mono);font-size:.86em}
code{padding:.08em .28em;border-radius:.25em;background:var(--card)}
pre{padding:.8rem 1rem;border:1px solid var(--line);border-radius:.4rem;background:var(--card);white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.5}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.18em}
.badges{display:flex;flex-wrap:wrap;align-items:baseline;gap:.4rem .75rem;margin:0 0 1.6rem;color:var(--soft)}
.badge{padding:.1rem .55rem;border:1px solid currentColor;border-radius:1rem;font-size:.8125rem;font-weight:600}
.bad{color:var(--bad)}.good{color:var(--good)}.warning{color:var(--warn)}
.way{display:flex;flex-wrap:wrap;gap:.3rem 0;margin:0 0 1.6rem;padding:0;list-style:none;font-size:.875rem}
.way li{display:flex;align-items:center;margin:0;padding:0;font-weight:600}
.way li+li::before{content:"";width:1.1rem;height:1px;margin:0 .45rem;background:var(--line)}
.way .plain{color:var(--soft);font-weight:400}
.way b{margin-right:.3rem;font-weight:600}
.lead{font-size:1.0625rem}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.4rem 1.4rem}
dt{max-width:15rem;color:var(--soft);overflow-wrap:anywhere}
dd{margin:0}
.scroll{margin:0 0 1rem;overflow-x:auto}
.scroll>table{margin:0}
table{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.45}
th{padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line);color:var(--soft);font-weight:400;text-align:left;white-space:nowrap}
td{padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--line);vertical-align:top}
tr>:last-child{padding-right:0}
td:not(.mark,.short){min-width:8rem}
th.wide{width:36%}
td.mark{width:1.4rem;padding-right:.3rem;font-weight:700}
td.look,td.look a{color:var(--soft);font-size:.94em}td.look{min-width:8.5rem}
tr:target{background:var(--warn-ground)}
aside{padding:.85rem 1.1rem;border-left:3px solid var(--line);border-radius:.2rem;background:var(--card)}
aside.warning{border-color:var(--warn);background:var(--warn-ground);color:inherit}
aside.bad{border-color:var(--bad);background:var(--bad-ground);color:inherit}
aside.good{border-color:var(--good);color:inherit}
aside p{margin:.35rem 0 0}
aside strong{font-weight:650}
div.paper{display:none}
details{border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
details+details{border-top:0;margin-top:-1rem}
summary{padding:.55rem 0;color:var(--soft);cursor:pointer}
summary:hover{color:var(--ink)}
figure{overflow-x:auto}
figure svg{display:block;width:100%;min-width:36rem;height:auto}
figcaption{margin:.35rem 0 0;color:var(--soft);font-size:.8125rem}
svg text{fill:var(--ink);font:12px var(--mono)}
svg .soft{fill:var(--soft)}
svg .small{font-size:11px}
svg .strong{font-weight:700}
svg .line{stroke:var(--soft);stroke-width:1.2;fill:none}
svg .life,svg .grid{stroke:var(--line);stroke-width:1.2}
svg .box{fill:var(--card);stroke:var(--line)}
svg .bar{fill:var(--bar)}
svg .t-bad{fill:var(--bad)}svg .t-good{fill:var(--good)}svg .t-warning{fill:var(--warn)}
svg .s-bad{stroke:var(--bad)}svg .s-good{stroke:var(--good)}svg .s-plain{stroke:var(--soft);stroke-dasharray:3 4}
svg .on-bar{fill:var(--ground)}
footer{margin-top:3.5rem;padding-top:1.1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.8125rem}
@media(max-width:40rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.4rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}
@media print{:root{color-scheme:light;--ground:#fff;--card:#f6f6f6;--ink:#000;--soft:#444;--line:#bbb;--bad:#9c1c14;--bad-ground:#fff;--good:#0f5f3a;--warn:#6b4600;--warn-ground:#fff;--bar:#9aa5b1}@page{margin:18mm 16mm}body{font-size:10.5pt}main{max-width:none;padding:0}h1{font-size:17pt}h2{margin-top:1.6rem;font-size:12.5pt}h2,h3,summary{break-after:avoid}figure,aside,pre,tr,dl{break-inside:avoid}figure,.scroll{overflow:visible}figure svg{min-width:0}details::details-content{content-visibility:visible;block-size:auto;opacity:1}summary{list-style:none}details.screen{display:none}body div.paper{display:block}}
`
