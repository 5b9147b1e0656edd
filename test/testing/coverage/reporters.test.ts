import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coverageJson } from '../../../src/testing/coverage/reporters/json.js';
import { coverageLcov } from '../../../src/testing/coverage/reporters/lcov.js';
import type { CoverageStyle } from '../../../src/testing/coverage/reporters/style.js';
import { coverageText } from '../../../src/testing/coverage/reporters/text.js';
import { checkThresholds } from '../../../src/testing/coverage/thresholds.js';
import { coverageSettings, writeCoverage } from '../../../src/testing/coverage/write-coverage.js';
import { registry, registryText, runs } from './registry.js';
import { coverageOf } from './suite.js';

const report = await coverageOf(registryText, runs);
const inOneLine = await coverageOf(JSON.stringify(registry), runs);
const style: CoverageStyle = {
  width: 100,
  color: false,
  mask: (text) => text.replaceAll('nobody', '***'),
  fromRoot: (file) => file.replace('/project/', ''),
};

describe('the text', () => {
  it('is a table and what was missed', () => {
    expect(coverageText(report, style)).toMatchInlineSnapshot(`
      "Coverage of connectors_registry.json

      connector          runs     steps     scopes    branches
      status                2  1/1 100%   0/2   0%    3/5  60%
      unused                0  0/1   0%   0/1   0%    0/1   0%
      contact-orders        4  2/2 100%   2/6  33%   7/10  70%
      broken                1  1/2  50%   1/5  20%    1/2  50%

      3 of 4 connectors     7  4/6  66%  3/14  21%  11/18  61%

      Not covered

      status
        connectors_registry.json:6:57 url: \`default('***', true)\` was never needed
          https://api.example.com/echo/{{ user.id | default('***', true) }}
        connectors_registry.json:18:82 response_body: never gave \`"false"\`
          {"ok": {{ "true" if response.status_code == 200 else "false" }}}
        connectors_registry.json:5:20 no test ends in \`Downstream (network/external service)\`
        connectors_registry.json:5:20 no test ends in \`Configuration (template rendering)\`

      unused
        connectors_registry.json:22:20 no test runs it

      contact-orders
        connectors_registry.json:38:64 step contact, headers[0].value (X-User): the \`else\` was never
          taken
          {% if user.id %}{{ user.id }}{% else %}***{% endif %}
        connectors_registry.json:46:47 step orders, request_body: the loop over \`(request.body_text |
          from_json)["items"]\` never had exactly one item
          {% for item in (request.body_text | from_json)["items"] if item > 0 %}
        connectors_registry.json:46:161 step orders, request_body: the \`else\` of the loop was never
          taken: there always was an item
          {% else %}0{% endfor %}]
        connectors_registry.json:33:19 step contact: no test ends in \`Downstream (network/external
          service)\`
        connectors_registry.json:33:19 step contact: no test ends in \`Configuration (template
          rendering)\`
        connectors_registry.json:43:19 step orders: no test ends in \`Downstream (HTTP error)\`
        connectors_registry.json:43:19 step orders: no test ends in \`Downstream (network/external
          service)\`

      broken
        connectors_registry.json:59:19 step second: no test reaches it
        connectors_registry.json:55:19 step first: no test ends in \`Downstream (network/external
          service)\`
      "
    `);
  });

  it('fits a narrow terminal', () => {
    const text = coverageText(report, { ...style, width: 50 });
    expect(text).toMatchInlineSnapshot(`
      "Coverage of connectors_registry.json

      connector          runs  steps  scopes  branches
      status                2    1/1     0/2       3/5
      unused                0    0/1     0/1       0/1
      contact-orders        4    2/2     2/6      7/10
      broken                1    1/2     1/5       1/2

      3 of 4 connectors     7    4/6    3/14     11/18

      Not covered

      status
        connectors_registry.json:6:57 url:
          \`default('***', true)\` was never needed
          …/{{ user.id | default('***', true) }}
        connectors_registry.json:18:82 response_body:
          never gave \`"false"\`
          …e == 200 else "false" }}}
        connectors_registry.json:5:20 no test ends in
          \`Downstream (network/external service)\`
        connectors_registry.json:5:20 no test ends in
          \`Configuration (template rendering)\`

      unused
        connectors_registry.json:22:20 no test runs it

      contact-orders
        connectors_registry.json:38:64 step contact,
          headers[0].value (X-User): the \`else\` was
          never taken
          …d }}{% else %}***{% endif %}
        connectors_registry.json:46:47 step orders,
          request_body: the loop over
          \`(request.body_text | from_json)["items"]\`
          never had exactly one item
          … for item in (request.body_text | from_json)…
        connectors_registry.json:46:161 step orders,
          request_body: the \`else\` of the loop was never
          taken: there always was an item
          {% else %}0{% endfor %}]
        connectors_registry.json:33:19 step contact:
          no test ends in \`Downstream (network/external
          service)\`
        connectors_registry.json:33:19 step contact:
          no test ends in \`Configuration (template
          rendering)\`
        connectors_registry.json:43:19 step orders: no
          test ends in \`Downstream (HTTP error)\`
        connectors_registry.json:43:19 step orders: no
          test ends in \`Downstream (network/external
          service)\`

      broken
        connectors_registry.json:59:19 step second: no
          test reaches it
        connectors_registry.json:55:19 step first: no
          test ends in \`Downstream (network/external
          service)\`
      "
    `);
  });

  it('does without Unicode, and without a list where nothing was missed', async () => {
    const literal = { connectors: [{ name: 'Under Test', url: 'https://api.example.com/json' }] };
    const all = await coverageOf(JSON.stringify(literal), [
      { permalink: 'under-test' },
      { permalink: 'under-test', route: 'http://127.0.0.1:1' },
    ]);
    expect(coverageText(all, { ...style, unicode: false })).toMatchInlineSnapshot(`
      "Coverage of connectors_registry.json

      connector         runs     steps    scopes  branches
      under-test           2  1/1 100%  1/1 100%  1/1 100%
      1 of 1 connector     2  1/1 100%  1/1 100%  1/1 100%
      "
    `);
  });

  it('lists no more of a connector than a person reads, in bounded time', async () => {
    const long = {
      name: 'Long',
      url: 'https://api.example.com/json',
      response_body: "{{ user.id or 'b' }}{{ user.email or 'ü' }}".repeat(5000),
    };
    const text = coverageText(
      await coverageOf(JSON.stringify({ connectors: [long] }), [{ permalink: 'long' }]),
      style,
    );
    expect(text).toContain('\n  and 9,901 more\n');
    expect(text.split('\n').length).toBeLessThan(220);
  });

  it('tells a simple connector from a composite of the same permalink', async () => {
    const both = {
      connectors: [{ name: 'Both', url: 'https://api.example.com/json' }],
      composite_connectors: [{ name: 'Both', steps: [{ name: 's', url: 'https://api.example.com/json' }] }],
    };
    const text = coverageText(await coverageOf(JSON.stringify(both), []), style);
    expect(text).toContain('\nboth (simple) ');
    expect(text).toContain('\nboth (composite) ');
  });
});

describe('the tracefile', () => {
  it('has functions, branches and lines', () => {
    expect(coverageLcov(report, style)).toMatchInlineSnapshot(`
      "TN:
      SF:connectors_registry.json
      FN:5,status
      FN:22,unused
      FN:30,contact-orders
      FN:52,broken
      FNDA:2,status
      FNDA:0,unused
      FNDA:4,contact-orders
      FNDA:1,broken
      FNF:4
      FNH:3
      BRDA:6,0,0,2
      BRDA:6,0,1,0
      BRDA:10,0,0,2
      BRDA:18,0,0,2
      BRDA:18,0,1,0
      BRDA:23,0,0,-
      BRDA:34,0,0,4
      BRDA:38,0,0,4
      BRDA:38,0,1,0
      BRDA:45,0,0,3
      BRDA:46,0,0,0
      BRDA:46,0,1,0
      BRDA:46,0,2,2
      BRDA:46,0,3,1
      BRDA:46,1,0,2
      BRDA:46,1,1,2
      BRDA:56,0,0,1
      BRDA:60,0,0,-
      BRF:18
      BRH:11
      DA:5,2
      DA:6,2
      DA:10,2
      DA:18,2
      DA:22,0
      DA:23,0
      DA:30,4
      DA:33,4
      DA:34,4
      DA:38,4
      DA:43,3
      DA:45,3
      DA:46,3
      DA:52,1
      DA:55,1
      DA:56,1
      DA:59,0
      DA:60,0
      LF:18
      LH:14
      end_of_record
      "
    `);
  });

  it('gives every point of a one-line registry a block of its own', () => {
    const text = coverageLcov(inOneLine, style);
    expect(text).toContain('\nDA:1,4\nLF:1\nLH:1\n');
    const blocks = [...text.matchAll(/^BRDA:1,(\d+),0,/gm)].map(([, block]) => Number(block));
    expect(blocks).toEqual(blocks.map((_, index) => index));
    expect(text).toContain(`\nBRF:${report.totals.branches.total}\nBRH:${report.totals.branches.covered}\n`);
  });
});

describe('the JSON document', () => {
  const document = JSON.parse(coverageJson(report, style));

  it('has the totals and each connector, masked', () => {
    expect(document.registry).toBe('connectors_registry.json');
    expect(document.totals.branches).toEqual({ total: 18, covered: 11, percent: 61.11 });
    expect(document.connectors[0].scopes[1]).toEqual({
      scope: 'Configuration (template rendering)',
      step: 'status',
      count: 0,
    });
    expect(document.connectors[0].steps[0].fields[0]).toEqual({
      field: 'url',
      pointer: '/connectors/0/url',
      line: 6,
      column: 14,
      renders: 2,
      points: [
        {
          kind: 'default',
          branches: [
            {
              branch: 'value',
              written: true,
              source: 'user.id',
              line: 6,
              column: 47,
              end_line: 6,
              end_column: 54,
              hits: 2,
            },
            {
              branch: 'default',
              written: true,
              source: "default('***', true)",
              line: 6,
              column: 57,
              end_line: 6,
              end_column: 80,
              hits: 0,
            },
          ],
        },
      ],
    });
  });
});

describe('thresholds', () => {
  it('that are not reached are sentences', () => {
    expect(checkThresholds(report, { connectors: 75, steps: 66.67, branches: 100 })).toEqual([
      'Coverage of steps is 66.66% (4 of 6), below the threshold of 66.67%.',
      'Coverage of branches is 61.11% (11 of 18), below the threshold of 100%.',
    ]);
    expect(checkThresholds(report, {})).toEqual([]);
  });

  it('are reached by a registry without connectors', async () => {
    const empty = await coverageOf('{"connectors": []}', []);
    expect(checkThresholds(empty, { connectors: 100, branches: 100 })).toEqual([]);
  });
});

describe('the files', () => {
  const folder = mkdtemp(join(tmpdir(), 'connector-coverage-'));
  afterAll(async () => rm(await folder, { recursive: true }));

  it('are written where the configuration says', async () => {
    const settings = coverageSettings({ reporters: ['json', 'lcov'], directory: 'out/deep' }, await folder);
    const files = await writeCoverage(report, settings, style);
    expect(files).toEqual(['coverage.json', 'lcov.info'].map((name) => join(settings.directory, name)));
    expect(await readFile(files[0] ?? '', 'utf8')).toBe(coverageJson(report, style));
    expect(await readFile(files[1] ?? '', 'utf8')).toBe(coverageLcov(report, style));
  });

  it('are none for the text alone', async () => {
    expect(await writeCoverage(report, coverageSettings(undefined, await folder), style)).toEqual([]);
  });

  it('cannot be written below a file', async () => {
    const settings = coverageSettings(
      { reporters: ['lcov'], directory: 'out/deep/lcov.info/x' },
      await folder,
    );
    await expect(writeCoverage(report, settings, style)).rejects.toMatchObject({ code: 'folder-not-made' });
  });
});
