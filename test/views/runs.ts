/** The runs that the view tests draw. */
import type { ScriptedRun } from './script.js';

export const contactOrders: ScriptedRun = {
  steps: [
    {
      name: 'contact',
      url: 'https://api.example.com/v2/contacts/usr_123',
      phases: [
        ['template', 0.9],
        ['auth', 40.1],
        ['dns', 3.2],
        ['connect', 8.4],
        ['tls', 12.3],
        ['wait', 70],
        ['download', 2],
      ],
    },
    {
      name: 'orders',
      url: 'https://api.example.com/v2/orders?contact_id=7&state=open',
      reused: true,
      phases: [
        ['template', 0.4],
        ['wait', 61.2],
        ['download', 24.8],
      ],
    },
    {
      name: 'notify',
      method: 'POST',
      url: 'https://hooks.example.com/notify',
      phases: [
        ['template', 0.2],
        ['connect', 4],
        ['wait', 9],
      ],
    },
  ],
  body: '{"orders":[{"id":1,"total":1.0}]}',
};

export const failedOrders: ScriptedRun = {
  steps: [
    ...contactOrders.steps.slice(0, 1),
    {
      name: 'orders',
      url: 'https://api.example.com/v2/orders?contact_id=7',
      routed_to: 'http://127.0.0.1:4010/v2/orders?contact_id=7',
      reused: true,
      status: 503,
      requestHeaders: { accept: 'application/json', authorization: 'Bearer s3cr3t-token' },
      response: {
        body: '{"error":"maintenance","retry_after_s":30}',
        body_bytes: 42,
        headers: { 'content-type': 'application/json', 'retry-after': '30', 'x-powered-by': 'demo' },
      },
      phases: [
        ['template', 0.4],
        ['wait', 85.3],
      ],
      failure: {
        kind: 'http',
        scope: "Composite step 'orders' (index 1): Downstream (HTTP error)",
        detail: 'api.example.com answered 503 Service Unavailable',
        advice: 'The upstream asks to try again after 30 s.',
      },
    },
    { name: 'audit', method: 'POST', url: 'https://audit.example.com/events' },
  ],
  warnings: [{ code: 'missing-secret', message: "get_secret('audit_key') has no value", step: 'audit' }],
  body: '{"success":false,"errors":{"scope":"Composite step \'orders\' (index 1): Downstream (HTTP error)"}}',
};
