/** Replaces what differs from run to run: times, ports, identifiers, the width of bars. */
export function normalise(text: string, port: number): string {
  return text
    .replaceAll(String(port), '<port>')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/connector-cli\/\d+\.\d+\.\d+/g, 'connector-cli/<version>')
    .replace(/(connector-cli +)\d+\.\d+\.\d+ on \w+ \w+/g, '$1<version> on <platform>')
    .replace(/(Node +)\d[\w.-]*; [\d.]+ or later/g, '$1<version>; <version> or later')
    .replace(/("\w+_ms": )-?[\d.]+/g, '$1<ms>')
    .replace(/(_ms\\":)[\d.]+/g, '$1<ms>')
    .replace(/dur=[\d.]+/g, 'dur=<ms>')
    .replace(/ time="[\d.]+"/g, ' time="<s>"')
    .replace(/\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z/g, '<date>')
    .replace(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, '<date>')
    .split('\n')
    .map(normaliseLine)
    .join('\n');
}

function normaliseLine(line: string): string {
  const timed = line
    .replace(/\b\d+(?:\.\d+)? m?s\b/g, '<time>')
    .replace(/(external|internal) [\d.]+/g, '$1 <time>');
  // A row of the waterfall, its head with the axis, or the legend of phases, whose members depend on the clock's luck.
  const head = /^\S+ {2}(?:composite · \d+ steps?|simple connector)/.exec(timed)?.[0];
  if (head !== undefined) return `${head} <axis>`;
  if (/^[▞▓░█╌▒■▚▤·] \w+ <time>/.test(timed)) return '<legend>';
  const row = /^([✓✗○] .*?(?:<time>|not run)).*$/.exec(timed)?.[1];
  return row && !row.includes('(external') ? row.replace(/ {2,}/g, '  ') : timed;
}
