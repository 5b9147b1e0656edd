/** Results for the tests of the report files, written field by field: each test says what it is about. */
import type {
  RequestRecord,
  ResponseRecord,
  RunResult,
  StepFailure,
  StepResult,
  TemplateFault,
} from '../../src/platform/result.js';

const encoder = new TextEncoder();

export function response(
  body: string | Uint8Array = '{"id":7}',
  more: Partial<ResponseRecord> & { list?: [string, string][] } = {},
): ResponseRecord {
  const bytes = typeof body === 'string' ? encoder.encode(body) : body;
  const { list = [['Content-Type', 'application/json']], ...rest } = more;
  return {
    status_code: 200,
    headers: Object.fromEntries(list.map(([name, value]) => [name.toLowerCase(), value])),
    header_list: list,
    body: typeof body === 'string' ? body : null,
    bytes,
    transformed: null,
    body_bytes: bytes.length,
    received_bytes: bytes.length,
    truncated: false,
    ...rest,
  };
}

export function request(more: Partial<RequestRecord> = {}): RequestRecord {
  const answer = more.response === undefined ? response() : more.response;
  return {
    purpose: 'call',
    method: 'GET',
    url: 'https://api.example.com/v2/contacts/7',
    routed_to: null,
    headers: { accept: '*/*' },
    body: null,
    status_code: answer?.status_code ?? null,
    error_body: null,
    phases: { dns_ms: 3.2, connect_ms: 8.4, tls_ms: 12.3, wait_ms: 70, download_ms: 2 },
    started_ms: 1,
    duration_ms: 97,
    reused_connection: false,
    remote_address: '203.0.113.7:443',
    ...more,
    response: answer,
  };
}

export const tokenRequest = (more: Partial<RequestRecord> = {}): RequestRecord =>
  request({
    purpose: 'token',
    method: 'POST',
    url: 'https://auth.example.com/oauth/token',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: 'grant_type=client_credentials&client_id=demo&scope=read+write',
    phases: { dns_ms: 1, connect_ms: 2, tls_ms: 4, wait_ms: 30, download_ms: 1 },
    duration_ms: 38.5,
    ...more,
  });

export function failure(more: Partial<StepFailure> = {}): StepFailure {
  return {
    kind: 'http',
    scope: "Composite step 'contact' (index 0): Downstream (HTTP error)",
    detail: 'api.example.com answered 503 Service Unavailable',
    advice: null,
    template: null,
    network: null,
    ...more,
  };
}

export const fault = (more: Partial<TemplateFault> = {}): TemplateFault => ({
  field: 'request_body',
  pointer: '/composite_connectors/0/steps/0/request_body',
  template: '{\n  "contact": {{ steps.contact.body.id | tojson }}\n}',
  template_position: { line: 2, column: 17, length: 21 },
  file: 'connectors_registry.json',
  line: 41,
  column: 96,
  end_line: 41,
  end_column: 117,
  message: "'str object' has no attribute 'id'",
  kind: 'undefined',
  hint: 'parse it first: (steps.contact.body | from_json).id',
  ...more,
});

export function step(more: Partial<StepResult> = {}): StepResult {
  const requests = more.requests ?? [request()];
  const answer = requests.findLast((each) => each.purpose === 'call')?.response ?? null;
  return {
    name: 'contact',
    index: 0,
    state: more.failure == null ? 'done' : 'failed',
    started_ms: 0.5,
    duration_ms: 98,
    status_code: answer?.status_code ?? null,
    phases: {
      template_ms: 0.5,
      auth_ms: 0,
      dns_ms: 3.2,
      connect_ms: 8.4,
      tls_ms: 12.3,
      wait_ms: 70,
      download_ms: 2,
    },
    timeline: [
      { phase: 'template', started_ms: 0.5, duration_ms: 0.5 },
      { phase: 'dns', started_ms: 1.1, duration_ms: 3.2 },
      { phase: 'connect', started_ms: 4.3, duration_ms: 8.4 },
      { phase: 'tls', started_ms: 12.7, duration_ms: 12.3 },
      { phase: 'wait', started_ms: 25, duration_ms: 70 },
      { phase: 'download', started_ms: 95, duration_ms: 2 },
    ],
    response: answer,
    cache: null,
    failure: null,
    ...more,
    requests,
  };
}

export const skippedStep = (name: string, index: number): StepResult => ({
  ...step({ name, index, state: 'skipped', requests: [], timeline: [] }),
  started_ms: null,
  duration_ms: null,
  phases: null,
});

export function result(more: Partial<RunResult> = {}): RunResult {
  const steps = more.steps ?? [step()];
  const failed = steps.find((each) => each.failure !== null);
  return {
    permalink: 'contact-orders',
    kind: 'composite',
    ok: failed === undefined,
    status: failed === undefined ? 200 : 502,
    headers: { 'content-type': 'application/json' },
    body: encoder.encode('{"orders":[{"id":12345678901234567890,"total":1.0}]}'),
    error:
      failed?.failure == null
        ? null
        : {
            scope: failed.failure.scope,
            code: null,
            detail: failed.failure.detail,
            step: failed.name,
            index: failed.index,
          },
    request_id: '3f2b8c1e-9d4a-4c57-8a6f-0e1d2c3b4a59',
    started_at_ms: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    timing: { total_ms: 99, internal_ms: 3, external_ms: 96 },
    warnings: [],
    interrupted: false,
    ...more,
    steps,
  };
}

/** A canary that must never be seen, and a mask that knows it. */
export const canary = 'C4NARY-s3cr3t';

/** A run that carries the canary in every text of the tree that comes from outside. */
export function taintedRun(): RunResult {
  const c = canary;
  const list: [string, string][] = [
    ['Content-Type', `text/plain; x=${c}`],
    [`X-${c}`, c],
    ['Set-Cookie', `sid-${c}=${c}; Path=/${c}; Domain=${c}.example.com`],
    ['Location', `https://api.example.com/${c}`],
  ];
  const base64 = Buffer.from(c).toString('base64');
  const answer = response(`{"a":"${c}","${c}":"${base64}"}`, { list, transformed: `t ${c}` });
  const binary = response(Buffer.concat([Buffer.from([0xff]), Buffer.from(c)]), { list });
  const wide = response(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(c, 'utf16le')]), { list: [] });
  const form = `client_secret=${c}&${c}=1&b=${encodeURIComponent(base64)}`;
  const headers = { Authorization: `Bearer ${c}`, [`x-${c}`]: c, Cookie: `a=${c}; ${c}=b` };
  const url = `https://api.example.com/${c}?k=${c}&${c}=v`;
  const routed_to = `http://127.0.0.1:4010/${c}`;
  const failed = failure({
    scope: `Composite step 'x' (index 0): ${c}`,
    detail: `detail ${c}`,
    advice: `advice ${c}`,
    network: { code: 'ECONNRESET', phase: 'wait', host: `${c}.example.com` },
    template: fault({
      template: `{{ "${c}" }}`,
      template_position: { line: 1, column: 4, length: 5 },
      message: `message ${c}`,
      hint: `hint ${c}`,
      field: `headers[0].value (${c})`,
    }),
  });
  const steps = [
    step({
      name: `name-${c}`,
      requests: [
        tokenRequest({ url, routed_to, body: form, response: answer }),
        request({ url, routed_to, headers, body: c, response: answer }),
        request({ url, headers: { ...headers, 'content-type': `application/json; ${c}` }, response: binary }),
        request({ url, response: wide }),
        request({ method: `M${c}`, url, response: null, error_body: `error ${c}`, status_code: null }),
      ],
      failure: failed,
    }),
  ];
  const run = result({
    permalink: `p-${c}`,
    steps,
    headers: { 'content-type': 'text/plain', [`x-${c}`]: c },
    body: new TextEncoder().encode(`answer ${c} ${base64}`),
    request_id: c,
    warnings: [{ code: 'missing-secret', message: `warning ${c}`, step: `name-${c}` }],
  });
  run.error = {
    scope: failed.scope,
    code: c,
    detail: `detail ${c}`,
    step: `name-${c}`,
    index: 0,
    params: [c],
  };
  return run;
}
