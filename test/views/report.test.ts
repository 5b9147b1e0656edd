import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { emptyModel, reduce } from '../../src/views/model.js';
import { plainWidth, startPlainView } from '../../src/views/plain.js';
import { runReport, warningReport } from '../../src/views/report.js';
import { contactOrders, failedOrders, templateFailure } from './runs.js';
import { type ScriptedRun, scriptRun } from './script.js';

const mask = (text: string): string => text.replaceAll('s3cr3t-token', '***');
const bound = { lines: 10, characters: 1_000 };
const report = (run: ScriptedRun, changes: Partial<Parameters<typeof runReport>[1]> = {}) =>
  runReport(scriptRun(run).reduce(reduce, emptyModel), {
    width: 100,
    color: false,
    mask,
    answer: null,
    ...changes,
  });

describe('a report', () => {
  it('ends a good run with its status and its answer, as the upstream wrote it', () => {
    const lines = report(contactOrders);
    expect(lines.slice(lines.indexOf('↻ open connection reused') + 1)).toEqual([
      '',
      '✓ 200 OK  contact-orders  236.5 ms (external 235.0, internal 1.5)',
      '  request 3f2b8c1e-9d4a-4c57-8a6f-0e1d2c3b4a59',
      '',
      'Answer',
      '{',
      '  "orders": [',
      '    {',
      '      "id": 1,',
      '      "total": 1.0',
      '    }',
      '  ]',
      '}',
    ]);
  });

  it('explains an HTTP failure without a flag', () => {
    const lines = report(failedOrders);
    expect(
      lines.slice(lines.indexOf("Composite step 'orders' (index 1): Downstream (HTTP error)"), -8),
    ).toEqual([
      "Composite step 'orders' (index 1): Downstream (HTTP error)",
      'api.example.com answered 503 Service Unavailable',
      '→ The upstream asks to try again after 30 s.',
      '',
      'Request',
      '  GET https://api.example.com/v2/orders?contact_id=7',
      '  ⇢ routed to http://127.0.0.1:4010/v2/orders?contact_id=7',
      '  accept: application/json',
      '  authorization: Bearer ***',
      '',
      'Response',
      '  503 Service Unavailable',
      '  content-type: application/json',
      '  retry-after: 30',
      '  … 1 more header (--verbose)',
      '',
      '  {',
      '    "error": "maintenance",',
      '    "retry_after_s": 30',
      '  }',
      '',
      'Repeat it',
      "  curl 'http://127.0.0.1:4010/v2/orders?contact_id=7' --header 'accept: application/json' --header 'authorization: Bearer ***'",
    ]);
  });

  it('keeps the scope whole on a line of its own, however narrow the terminal', () => {
    expect(report(failedOrders, { width: 30 })).toContain(
      "Composite step 'orders' (index 1): Downstream (HTTP error)",
    );
  });

  it('shows the template that failed, with its place in the registry', () => {
    const lines = report(templateFailure);
    expect(lines).toContain('  --> connectors_registry.json:41:96');
    expect(lines).toContain("  │ step 'orders', request_body");
    expect(lines).toContain("  │                 ^^^^^^^^^^^^^^^^^^^^^ 'str object' has no attribute 'id'");
    expect(lines).not.toContain('Request');
  });

  it('keeps carets under the fault where the template is masked before it', () => {
    const run = structuredClone(templateFailure);
    const fault = run.steps[1]?.failure?.template;
    if (fault == null) throw new Error('no fault');
    fault.template = 'Bearer s3cr3t-token {{ steps.x.y }}';
    fault.template_position = { line: 1, column: 24, length: 9 };
    const lines = report(run);
    const at = lines.indexOf('1 │ Bearer *** {{ steps.x.y }}');
    expect(lines[at + 1]).toMatch(/^ {2}│ {15}\^{9} /);
  });

  it('says in words where the network failed', () => {
    const run: ScriptedRun = {
      steps: [
        {
          name: 'contact',
          url: 'https://api.example.com/',
          status: null,
          phases: [['connect', 3]],
          failure: {
            kind: 'network',
            scope: "Composite step 'contact' (index 0): Downstream (network/external service)",
            detail: 'the connection was refused',
            network: { code: 'ECONNREFUSED', phase: 'connect', host: 'api.example.com' },
          },
        },
      ],
    };
    expect(report(run)).toContain('while connecting to api.example.com');
    expect(report(run).join('\n')).toContain("Repeat it\n  curl 'https://api.example.com/'");
  });

  it('bounds a body, and says what is missing and how to get it', () => {
    const body = JSON.stringify({ members: Array.from({ length: 500 }, (_, id) => id) });
    const lines = report({ ...contactOrders, body }, { answer: bound });
    expect(lines.slice(lines.indexOf('Answer') + 1)).toHaveLength(11);
    expect(lines.at(-1)).toBe(
      `… 494 more lines, ${(body.length / 1024).toFixed(1)} KiB in all: --json has the whole of it`,
    );
    expect(report({ ...contactOrders, body }).at(-3)).toBe('    499');
  });

  it('bounds a line without an end', () => {
    const lines = report({ ...contactOrders, body: 'x'.repeat(5_000) }, { answer: bound });
    expect(lines.at(-2)).toBe(`${'x'.repeat(1_000)}…`);
    expect(lines.at(-1)).toBe('… 4.9 KiB in all: --json has the whole of it');
  });

  it('describes a binary body by its size', () => {
    const body = Uint8Array.of(0xff, 0xd8, 0xff);
    const lines = report({ ...contactOrders, body, headers: { 'Content-Type': 'image/jpeg' } });
    expect(lines.at(-1)).toBe('(binary body: 3 bytes, image/jpeg)');
    expect(report({ ...contactOrders, body: '' }).at(-1)).toBe('(empty body)');
  });

  it('lets nothing from outside reach the terminal as a control sequence', () => {
    const hostile = '\u001b]0;owned\u0007\u009b2J\u202e';
    const run: ScriptedRun = {
      permalink: hostile,
      steps: [
        {
          name: hostile,
          url: `https://a.test/${hostile}`,
          method: hostile,
          requestHeaders: { [hostile]: hostile },
          body: hostile,
          status: 500,
          response: { headers: { server: hostile, 'content-type': hostile }, body: hostile, body_bytes: 20 },
          phases: [['wait', 1]],
          failure: { scope: hostile, detail: hostile, advice: hostile },
        },
      ],
      warnings: [{ code: hostile, message: hostile, step: hostile }],
      body: hostile,
    };
    const warnings = warningReport(run.warnings ?? [], { width: 80, color: false, mask: (text) => text });
    const text = [...report(run, { verbose: true }), ...warnings].join('\n');
    expect([...text].filter((character) => /[^\P{Cc}\n]|\u202e/u.test(character))).toEqual([]);
  });

  it('shows every request with --verbose', () => {
    const text = report(contactOrders, { verbose: true }).join('\n');
    expect(text).toContain(
      'contact\n  GET https://api.example.com/v2/contacts/usr_123\n  accept: application/json',
    );
    expect(text).toContain('orders, response\n  200 OK\n  content-type: application/json');
  });

  it('has no answer after an interruption', () => {
    const lines = report({ ...contactOrders, interrupted: true });
    expect(lines.join('\n')).toContain('✗ Interrupted  contact-orders');
    expect(lines).not.toContain('Answer');
  });
});

describe('the plain view', () => {
  it('prints once, when the run is over', async () => {
    const chunks: string[] = [];
    const stdout = new Writable({
      write: (chunk, _, done) => {
        chunks.push(String(chunk));
        done();
      },
    });
    const view = startPlainView({ stdout, mask, columns: 100 });
    for (const event of scriptRun(failedOrders)) view.onEvent(event);
    expect(chunks).toEqual([]);
    await view.finish();
    expect(chunks.join('')).toBe(`${report(failedOrders).join('\n')}\n`);
  });

  it('takes a sensible width from COLUMNS', () => {
    expect([undefined, '', '0', '5', 'x', '132', '99999'].map(plainWidth)).toEqual([
      100, 100, 100, 100, 100, 132, 100,
    ]);
  });
});
