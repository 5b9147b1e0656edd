import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SecretMask } from '../../src/config/index.js';
import type { RunResult } from '../../src/platform/result.js';
import { htmlText } from '../../src/views/html/page.js';
import {
  canary,
  failure,
  fault,
  request,
  response,
  result,
  skippedStep,
  step,
  taintedRun,
  tokenRequest,
} from './report-runs.js';

const plain = (text: string): string => text;
const page = (run: RunResult, mask = plain): string => htmlText(run, { mask, version: '1.2.3' });
const pageOf = (...steps: Parameters<typeof step>[0][]): string =>
  page(result({ steps: steps.map((each) => step(each)) }));

/** What a person reads on the page, without the markup. */
function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Every tag that the page opens is closed in its turn, so nothing from outside opened one. */
function expectWellFormed(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/g,
  )) {
    if (['meta'].includes(name) || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
}

const attributes = (html: string, tag: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*? ${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

/** None of them makes a browser load or run anything; `href` is checked for itself. */
const harmless = (
  'aria-hidden aria-label aria-labelledby charset class content datetime height href http-equiv id lang name open ' +
  'role scope tabindex text-anchor title width x x1 x2 y y1 y2'
).split(' ');

function attributeNames(html: string): Set<string> {
  const tags = html.matchAll(/<[a-z][a-z0-9]*((?:[^<>"]|"[^"]*")*)>/g);
  const names = [...tags].flatMap(([, rest = '']) => rest.replace(/"[^"]*"/g, '').match(/[^\s=/]+/g) ?? []);
  return new Set(names);
}

describe('the page', () => {
  it('tells how the run ended, and every fact that one quotes', () => {
    const html = page(result());
    expect(html).toContain('<title>200 OK · contact-orders</title>');
    const text = textOf(html);
    for (const fact of [
      'contact-orders',
      '200 OK',
      'Composite, 1 step',
      '99.0 ms',
      '96.0 ms',
      '3.0 ms',
      '2026-01-02 03:04:05.678 UTC',
      '3f2b8c1e-9d4a-4c57-8a6f-0e1d2c3b4a59',
      'connector-cli 1.2.3',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('needs nothing but itself', () => {
    for (const html of [page(result()), page(taintedRun()), pageOf({ requests: [hostileRequest()] })]) {
      expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|audio|video|image|use)\b/i);
      expect(html).not.toMatch(/url\(|@import/i);
      for (const name of attributeNames(html)) expect(harmless).toContain(name);
      for (const href of attributes(html, 'a', 'href')) expect(html).toContain(`id="${href.slice(1)}"`);
      expect(html.match(/href="[^#"]/)).toBeNull();
    }
  });

  it('allows its own style sheet alone', () => {
    const html = page(result());
    const [style] = /(?<=<style>)[\s\S]*?(?=<\/style>)/.exec(html) ?? [];
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64');
    const [policy] = attributes(html, 'meta', 'content');
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
  });

  it('shows the answer with its digits', () => {
    const text = textOf(page(result()));
    expect(text).toContain('"id": 12345678901234567890,\n      "total": 1.0');
  });

  it('shows what a widget got where the run never began', () => {
    const run = result({ ok: false, status: 400, steps: [] });
    run.error = {
      scope: null,
      code: 'MISSING_PATH_PARAMETERS',
      detail: 'no value',
      step: null,
      index: null,
      params: ['id', 'lang'],
    };
    const html = page(run);
    expectWellFormed(html);
    expect(textOf(html)).toMatch(
      /400 Bad Request[\s\S]*no value[\s\S]*MISSING_PATH_PARAMETERS[\s\S]*id, lang/,
    );
  });

  it('has no answer for an interrupted run', () => {
    const failed = failure({ kind: 'interrupted', scope: null, detail: 'interrupted' });
    const run = result({
      interrupted: true,
      status: 0,
      body: new Uint8Array(),
      steps: [step({ requests: [request({ response: null })], failure: failed }), skippedStep('orders', 1)],
    });
    const html = page(run);
    expect(html).toContain('<title>Interrupted · contact-orders</title>');
    expect(textOf(html)).toContain('The run was interrupted before there was one.');
    expect(textOf(html)).toContain('No answer arrived.');
  });

  it('lists warnings', () => {
    const warnings = [{ code: 'missing-secret', message: "get_secret('x') has no value", step: 'orders' }];
    expect(textOf(page(result({ warnings })))).toMatch(
      /1 warning\s*orders get_secret\('x'\) has no value missing-secret/,
    );
  });
});

describe('the waterfall', () => {
  it('places each phase on one axis, and says what it is', () => {
    const html = pageOf({
      started_ms: 0,
      duration_ms: 200,
      timeline: [
        { phase: 'template', started_ms: 0, duration_ms: 20 },
        { phase: 'wait', started_ms: 50, duration_ms: 100 },
      ],
    });
    expect(html).toContain(
      '<rect class="phase-wait" x="25%" width="50%"><title>wait 100.0 ms, from 50.0 ms</title></rect>',
    );
    expect(html).toContain('aria-label="from 0.0 ms: template 20.0 ms, wait 100.0 ms"');
    expect([...html.matchAll(/<text x="([^"]*)"[^>]*>([^<]*)/g)].map(([, x, label]) => [x, label])).toEqual([
      ['0%', '0'],
      ['25%', '50 ms'],
      ['50%', '100 ms'],
      ['75%', '150 ms'],
      ['100%', '200 ms'],
    ]);
  });

  it('keeps every bar inside the axis, however short', () => {
    const html = pageOf(
      {
        started_ms: 0,
        duration_ms: 10_000,
        timeline: [{ phase: 'wait', started_ms: 0, duration_ms: 10_000 }],
      },
      {
        index: 1,
        started_ms: 10_000,
        duration_ms: 0.01,
        timeline: [{ phase: 'template', started_ms: 10_000, duration_ms: 0.01 }],
      },
    );
    const rects = [...html.matchAll(/<rect [^>]*x="([\d.]+)%" width="([\d.]+)%"/g)];
    expect(rects).toHaveLength(4);
    for (const [, x, width] of rects) {
      expect(Number(width)).toBeGreaterThan(0.2);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.001);
    }
  });

  it('is not there where nothing ran', () => {
    const html = page(result({ steps: [skippedStep('contact', 0)], ok: false, status: 400 }));
    expect(html).not.toContain('<svg');
    expect(textOf(html)).toMatch(/contact[\s\S]*not run/);
  });

  it('has a row for each token request', () => {
    const html = pageOf({ requests: [tokenRequest(), request({ started_ms: 40 })] });
    const rows = html.match(/<a class="row[\s\S]*?<\/a>/g) ?? [];
    expect(rows.map(textOf).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringContaining('contact GET api.example.com/v2/contacts/7 200 98.0 ms'),
      expect.stringContaining('token request POST auth.example.com/oauth/token 200 38.5 ms'),
    ]);
    expect(rows[1]).toContain('wait 30.0 ms');
  });

  it('explains every colour that it shows', () => {
    const html = pageOf({
      requests: [tokenRequest()],
      timeline: [{ phase: 'auth', started_ms: 0.5, duration_ms: 98 }],
    });
    const shown = new Set([...html.matchAll(/<rect class="(phase-\w+)"/g)].map(([, phase]) => phase));
    const legend = /<ul class="chips legend">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
    expect(shown.size).toBe(7);
    shown.delete('phase-other');
    for (const phase of shown) expect(legend).toContain(`class="swatch ${phase}"`);
    expect(textOf(legend)).toContain('token 98.0 ms');
  });

  it('marks routes and reused connections', () => {
    const routed_to = 'http://127.0.0.1:4010/v2/contacts/7';
    const text = textOf(pageOf({ requests: [request({ routed_to, reused_connection: true })] }));
    expect(text).toContain('⇢ https://api.example.com routed to http://127.0.0.1:4010');
    expect(text).toContain(`⇢ routed to ${routed_to}`);
    expect(text).toContain('↻ open connection reused');
  });
});

describe('a step', () => {
  it('shows requests, answers, the transformed body and a command that repeats the call', () => {
    const sent = request({
      method: 'POST',
      url: 'https://api.example.com/v2/orders?contact_id=7',
      headers: { 'Content-Type': 'application/json', 'X-Trace': 'abc' },
      body: '{"a":1.0}',
      response: response('{"id":7}', {
        status_code: 201,
        transformed: '{"n":1e2}',
        list: [
          ['Set-Cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
      }),
    });
    const html = pageOf({ requests: [sent] });
    expectWellFormed(html);
    const text = textOf(html);
    for (const part of [
      'POST https://api.example.com/v2/orders?contact_id=7',
      'X-Traceabc',
      '"a": 1.0',
      '201 Created',
      'Set-Cookiea=1',
      'set-cookieb=2',
      '"id": 7',
      'Body after response_body',
      '"n": 1e2',
      "curl --request POST 'https://api.example.com/v2/orders?contact_id=7'",
    ]) {
      expect(text).toContain(part);
    }
  });

  it('points at the fault in a template', () => {
    const failed = failure({
      kind: 'template',
      scope: "Composite step 'contact' (index 0): Configuration (template rendering)",
      detail: "request_body: 'str object' has no attribute 'id'",
      template: fault(),
    });
    const html = pageOf({ requests: [], failure: failed });
    expectWellFormed(html);
    expect(html).toContain('<mark>steps.contact.body.id</mark>');
    const text = textOf(html);
    expect(text).toContain('connectors_registry.json:41:96');
    expect(text).toContain('step contact, request_body');
    expect(text).toMatch(/\^{21} 'str object' has no attribute 'id'/);
    expect(text).toContain('parse it first: (steps.contact.body | from_json).id');
    expect(text).toContain("Composite step 'contact' (index 0): Configuration (template rendering)");
  });

  it('shows the place of a fault in a line of any length', () => {
    const template = `${'a'.repeat(50_000)}{{ broken }}${'b'.repeat(50_000)}`;
    const template_position = { line: 1, column: 50_004, length: 6 };
    const failed = failure({ kind: 'template', template: fault({ template, template_position }) });
    const html = pageOf({ requests: [], failure: failed });
    expect(html).toContain('<mark>broken</mark>');
    expect(html.length).toBeLessThan(25_000);
  });

  it('says what the network did, and what to do', () => {
    const failed = failure({
      kind: 'network',
      detail: 'connection refused (ECONNREFUSED)',
      advice: 'Is the upstream running? `--route <from>=<to>` sends it elsewhere.',
      network: { code: 'ECONNREFUSED', phase: 'connect', host: 'api.example.com' },
    });
    const html = pageOf({ requests: [request({ response: null })], failure: failed });
    expect(html).toContain('<code>--route &lt;from&gt;=&lt;to&gt;</code>');
    const text = textOf(html);
    expect(text).toContain('connection refused (ECONNREFUSED)');
    expect(text).toContain('while connecting to api.example.com');
  });

  it('shows the answer that a refused token request got', () => {
    const refused = tokenRequest({
      response: null,
      status_code: 401,
      error_body: '{"error":"invalid_client"}',
    });
    const text = textOf(pageOf({ requests: [refused], failure: failure() }));
    expect(text).toContain('401 Unauthorized');
    expect(text).toContain('"error": "invalid_client"');
  });

  it('shows an answer from the cache without a request', () => {
    const text = textOf(pageOf({ requests: [], cache: 'hit', response: response('{"from":"cache"}') }));
    expect(text).toContain('Response from the cache: nothing was sent');
    expect(text).toContain('"from": "cache"');
  });

  it('opens the steps of a short run, and of a failed one the failed step alone', () => {
    const opened = (html: string) => html.match(/<details class="step card" open>/g)?.length ?? 0;
    expect(opened(pageOf({}, { index: 1 }))).toBe(2);
    expect(opened(pageOf({}, { index: 1 }, { index: 2 }, { index: 3 }))).toBe(0);
    expect(opened(pageOf({}, { index: 1, failure: failure() }))).toBe(1);
  });
});

describe('bodies', () => {
  const bodyText = (answer: ReturnType<typeof response>) =>
    textOf(pageOf({ requests: [request({ response: answer })] }));

  it('are named by their size where they are empty or binary', () => {
    expect(bodyText(response('', { status_code: 204 }))).toMatch(/Body empty/);
    expect(bodyText(response(Uint8Array.of(0xff, 0xfe, 0)))).toContain('Binary: 3 bytes, not shown.');
  });

  it('are cut at a bound, with a note', () => {
    for (const body of ['x'.repeat(300_000), JSON.stringify(Array(100_000).fill(1)), 'y'.repeat(2_000_000)]) {
      const html = pageOf({ requests: [request({ response: response(body) })] });
      expect(textOf(html)).toContain('The first 256.0 KiB of it; --json has the whole.');
      expect(html.length).toBeLessThan(400_000);
    }
  });

  it('keep their own line breaks, the first one too', () => {
    const html = pageOf({ requests: [request({ response: response('\n\tindented\r\nlast') })] });
    expect(html).toContain('<pre>\n\n\tindented\nlast</pre>');
  });

  it('say that they broke off', () => {
    expect(bodyText(response('{"a":', { truncated: true }))).toContain('The body broke off here.');
  });
});

const hostile =
  '</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>"\' & \u202e\u0000\u001b[2J';

const hostileRequest = () =>
  request({
    method: hostile,
    url: `https://api.example.com/${hostile}`,
    routed_to: `http://127.0.0.1/${hostile}`,
    headers: { [hostile]: hostile },
    body: hostile,
    remote_address: hostile,
    response: response(`{"${hostile.slice(0, 60)}":1}${hostile}`, {
      transformed: JSON.stringify({ [hostile]: hostile, list: [hostile] }),
      list: [
        ['Content-Type', hostile],
        [hostile, hostile],
      ],
    }),
  });

describe('text from outside', () => {
  it('is shown and never obeyed', () => {
    const failed = failure({
      scope: hostile,
      detail: hostile,
      advice: hostile,
      network: { code: 'X', phase: null, host: hostile },
      template: fault({
        template: `${hostile}\n${hostile}`,
        file: hostile,
        field: hostile,
        message: hostile,
        hint: hostile,
      }),
    });
    const run = result({
      permalink: hostile,
      steps: [
        step({
          name: hostile,
          requests: [hostileRequest(), tokenRequest({ response: null, error_body: hostile })],
          failure: failed,
        }),
        skippedStep(hostile, 1),
      ],
      headers: { [hostile]: hostile },
      body: new TextEncoder().encode(hostile),
      warnings: [{ code: hostile, message: hostile, step: hostile }],
      request_id: hostile,
    });
    run.error = {
      scope: hostile,
      code: hostile,
      detail: hostile,
      step: hostile,
      index: 0,
      params: [hostile],
    };
    const html = page(run);
    expectWellFormed(html);
    expect(html).not.toMatch(/<(script|img)/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(textOf(html)).toContain('</script>');
    expect(html).toContain('<span class="control">\\u202e</span><span class="control">\\x00</span>');
  });

  it('keeps scripts and emoji as they are', () => {
    const name = 'emoji-👩‍👩‍👧-שלום-日本語';
    expect(pageOf({ name })).toContain(`<bdi>${name}</bdi>`);
  });

  it('is masked in every field', () => {
    const secrets = new SecretMask();
    secrets.add(canary);
    const html = page(taintedRun(), (text) => secrets.mask(text));
    expectWellFormed(html);
    expect(html).not.toContain(canary);
    expect(textOf(html)).not.toContain(canary);
    expect(html).not.toContain(Buffer.from(canary).toString('base64'));
    expect(html).toContain('***');
  });

  it('is masked before it is escaped, cut or coloured', () => {
    const secrets = new SecretMask();
    secrets.add('a<b&"c>');
    secrets.add('987654321');
    const long = `${'x'.repeat(256 * 1024 - 3)}a<b&"c>`;
    const answers = [response('{"k":"a<b&\\"c>","n":987654321}'), response(long)];
    const run = result({
      steps: answers.map((answer) => step({ requests: [request({ response: answer })] })),
    });
    const html = page(run, (text) => secrets.mask(text));
    expect(html).not.toMatch(/a&lt;b|987654321/);
    expect(textOf(html)).toContain('"k": "***"');
  });
});
