/** The look of the page. Colours are tokens with a light and a dark value; text on each background passes WCAG AA. */

const tokens = `
:root {
  color-scheme: light dark;
  --page: #f6f6f4; --card: #fff; --soft: #f3f3f0; --line: #dfdfda; --ink: #1b1d1f; --muted: #5b6168;
  --good: #17703a; --bad: #b3261e; --caution: #855300; --accent: #2354a8;
  --good-soft: #e4f3e8; --bad-soft: #fdecea; --caution-soft: #fbf0da;
  --template: #75759f; --auth: #b5830f; --dns: #2a8f8f; --connect: #c4632c; --tls: #9a63a6; --wait: #3f9142;
  --download: #3f70c6; --other: #8f938f;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #111315; --card: #191c1f; --soft: #212529; --line: #30353a; --ink: #e6e8ea; --muted: #a0a7ae;
    --good: #74c98f; --bad: #ff8f86; --caution: #e5b84f; --accent: #8fb6ff;
    --good-soft: #163222; --bad-soft: #3b1b19; --caution-soft: #362a10;
    --template: #9a9ac4; --auth: #d7af5f; --dns: #5fb3b3; --connect: #e0905f; --tls: #b88cc2; --wait: #67b36b;
    --download: #6f9bea; --other: #6c737a;
  }
}`;

const base = `
* { box-sizing: border-box; margin: 0; }
body { background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 88rem; margin: 0 auto; padding: 1.5rem clamp(.75rem, 3vw, 2rem); }
section, header { margin-bottom: 1.25rem; }
h2 { font-size: 1.0625rem; margin: 1.75rem 0 .625rem; }
h3, h4 { font-size: inherit; }
h4 { color: var(--muted); font-size: .8125rem; text-transform: uppercase; letter-spacing: .05em; margin-bottom: .375rem; }
ul, ol { list-style: none; padding: 0; }
code, pre, table, .url, .scope { font-family: var(--mono); font-size: .8125rem; }
a { color: inherit; text-decoration: none; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: 4px; }
footer { text-align: center; color: var(--muted); font-size: .8125rem; padding: 0 1rem 2rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.muted, .note { color: var(--muted); }
.note { font-size: .875rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .caution { color: var(--caution); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.control { color: var(--caution); background: var(--caution-soft); border-radius: 3px; }
.phase-template { color: var(--template); } .phase-auth { color: var(--auth); } .phase-dns { color: var(--dns); }
.phase-connect { color: var(--connect); } .phase-tls { color: var(--tls); } .phase-wait { color: var(--wait); }
.phase-download { color: var(--download); } .phase-other { color: var(--other); }
.swatch { display: inline-block; width: .625rem; height: .625rem; border-radius: 2px; background: currentColor; margin-right: .375rem; }
.chips { display: flex; flex-wrap: wrap; gap: .125rem 1rem; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.time, .code-number, dd { font-variant-numeric: tabular-nums; }`;

const summary = `
.summary { padding: 1.25rem 1.5rem; border-left: 4px solid currentColor; }
.summary > * { color: var(--ink); }
.summary .kind { color: var(--muted); font-size: .8125rem; }
.title { display: flex; flex-wrap: wrap; align-items: center; gap: .375rem .875rem; }
h1 { font-size: 1.5rem; line-height: 1.3; letter-spacing: -.01em; }
.badge { font-weight: 600; font-size: .875rem; padding: .125rem .625rem; border-radius: 99px; white-space: nowrap; }
.badge.good { color: var(--good); background: var(--good-soft); }
.badge.bad { color: var(--bad); background: var(--bad-soft); }
.badge.caution { color: var(--caution); background: var(--caution-soft); }
.summary .scope { color: var(--bad); font-weight: 600; margin-top: .75rem; }
.summary .detail { margin-top: .25rem; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin-top: 1rem; }
dt { color: var(--muted); font-size: .75rem; }
dd { font-size: .9375rem; }
.warnings { padding: 1rem 1.5rem; border-left: 4px solid var(--caution); }
.warnings h2 { margin: 0 0 .25rem; color: var(--caution); font-size: .9375rem; }
.warnings li { padding: .125rem 0; }`;

const waterfall = `
.waterfall { padding: .75rem 0 1rem; overflow: hidden; }
.row, .head { display: grid; align-items: center; column-gap: .75rem; padding: 0 1.5rem; }
.row { grid-template-columns: 1rem minmax(0, 2fr) minmax(0, 4fr) 3rem 5rem minmax(0, 7fr); min-height: 1.875rem; font-size: .875rem; }
a.row:hover { background: var(--soft); }
.row .name, .row .target, .head .name, .head .target { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; line-height: 1.75; }
.row .name { font-weight: 600; }
.target { color: var(--muted); font-family: var(--mono); font-size: .8125rem; }
.row .target, .head .target { display: flex; gap: .5em; white-space: pre; }
.method, .keep, .sign { flex: none; }
.method { font-weight: 600; }
.address { display: flex; min-width: 0; }
.cut { overflow: hidden; text-overflow: ellipsis; }
.keep { max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
.sign { color: var(--accent); }
.mark { font-weight: 700; text-align: center; }
.code-number, .time { text-align: right; white-space: nowrap; }
.code-number { font-weight: 600; }
.row.skipped, .row.axis, .row.token { color: var(--muted); }
.row.skipped .name, .row.token .name { font-weight: 400; }
.row.token { min-height: 1.5rem; font-size: .8125rem; }
.row.token .name { padding-left: .75rem; }
.row.axis { font-size: .75rem; min-height: 1.5rem; }
.row.axis span { font: inherit; color: inherit; }
.bar { display: block; width: 100%; height: 1.875rem; overflow: hidden; }
.bar rect { fill: currentColor; y: .5625rem; height: .75rem; shape-rendering: crispEdges; }
.bar .phase-other { y: .8125rem; height: .25rem; }
.bar rect:hover { filter: brightness(1.15); }
.bar line { stroke: var(--line); stroke-width: 1; shape-rendering: crispEdges; }
.bar text { fill: currentColor; }
.token .bar { height: 1.5rem; } .token .bar rect { y: .5rem; height: .5rem; }
.token .bar .phase-other { y: .625rem; height: .25rem; }
.axis .bar { height: 1rem; }
.legend, .notes { padding: .75rem 1.5rem 0; color: var(--muted); }
.legend b { color: var(--ink); font-weight: 500; }
.notes { font-size: .8125rem; padding-top: .375rem; }`;

const steps = `
.step { margin-bottom: .625rem; }
.head { grid-template-columns: 1rem minmax(0, 1fr) minmax(0, 3fr) 3rem 5rem .75rem; min-height: 2.75rem; list-style: none; }
.head::-webkit-details-marker { display: none; }
summary { cursor: pointer; }
summary.head::after { content: "›"; color: var(--muted); font-size: 1.25rem; line-height: 1; text-align: center; }
details[open] > .head .name { white-space: normal; }
details[open] > summary.head::after { rotate: 90deg; }
summary.head:hover { background: var(--soft); border-radius: 10px; }
details[open] > summary.head { border-bottom: 1px solid var(--line); border-radius: 10px 10px 0 0; }
.inside { padding: 1rem 1.5rem 1.25rem; }
.inside[id], .exchange[id] { scroll-margin-top: 4rem; }
.exchange { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 2rem; margin: 0; }
.exchange + .exchange { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1.25rem; }
.side:only-child { grid-column: 1 / -1; }
.side > * + * { margin-top: .5rem; }
.url b { margin-right: .25rem; }
.status { font-weight: 600; }
.fold > summary { color: var(--accent); font-size: .875rem; width: max-content; max-width: 100%; }
table { border-collapse: collapse; width: 100%; margin-top: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .1875rem .75rem .1875rem 0; border-top: 1px solid var(--line); }
th { font-weight: 400; color: var(--muted); width: 30%; min-width: 7rem; }
figure { margin-top: .75rem; }
figcaption { font-size: .8125rem; font-weight: 600; margin-bottom: .25rem; }
figcaption .muted { font-weight: 400; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .625rem .75rem; line-height: 1.5; white-space: pre-wrap; tab-size: 2; max-height: 26rem; overflow: auto; unicode-bidi: plaintext; }
.command { margin-top: .375rem; user-select: all; }
.json-key { color: var(--accent); } .json-number, .json-literal { color: var(--caution); }
.failure { border-left: 4px solid var(--bad); background: var(--bad-soft); border-radius: 0 6px 6px 0; padding: .75rem 1rem; margin-bottom: 1rem; }
.failure:last-child { margin-bottom: 0; }
.failure .detail { font-weight: 600; }
.failure .note { color: var(--ink); }
.advice::before { content: "→ "; color: var(--accent); font-weight: 700; }
.fault { margin: 0; }
.fault figcaption strong { display: block; color: var(--bad); font-size: .9375rem; }
.fault pre { background: var(--card); white-space: pre; margin: .375rem 0; max-height: none; }
.number { display: inline-block; width: 3ch; margin-right: 2ch; text-align: right; color: var(--muted); user-select: none; }
.ghost { visibility: hidden; }
mark { background: var(--bad-soft); color: var(--bad); font-weight: 600; }`;

const adaptations = `
@media (min-width: 64rem) {
  .exchange { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
}
@media (max-width: 48rem) {
  .summary, .warnings { padding: 1rem; }
  .row, .head { padding: 0 1rem; column-gap: .5rem; }
  .row { grid-template-columns: 1rem minmax(0, 1fr) 3rem 5rem; padding-block: .25rem; }
  .row .target, .head .target { grid-area: 2 / 2 / auto / -1; }
  .row .bar { grid-area: 3 / 1 / auto / -1; height: 1.25rem; }
  .row .bar rect, .row.token .bar rect { y: .25rem; }
  .row .bar .phase-other { y: .5rem; }
  .row.token .bar .phase-other { y: .375rem; }
  .row.axis .target, .row.skipped .target, .row.skipped .bar { display: none; }
  .head { grid-template-columns: 1rem minmax(0, 1fr) auto auto .75rem; padding-block: .5rem; }
  .inside { padding: 1rem; }
  .legend, .notes { padding-inline: 1rem; }
}
@media (forced-colors: active) {
  .bar, .swatch { forced-color-adjust: none; }
}
@media print {
  :root { --page: #fff; --soft: #fff; }
  body { font-size: 10pt; }
  main { padding: 0; max-width: none; }
  pre { max-height: none; }
  .bar, .swatch, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; height: auto; }
  .row, .head, .summary, .failure { break-inside: avoid; }
}`;

export const styles = [tokens, base, summary, waterfall, steps, adaptations].join('\n').trim();
