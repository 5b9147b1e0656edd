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

/** More steps than most windows have rows. */
export const fiftySteps: ScriptedRun = {
  permalink: 'nightly-sync',
  steps: Array.from({ length: 50 }, (_, index) => ({
    name: `page-${index + 1}`,
    url: `https://api.example.com/v2/members/pages/${index + 1}`,
    reused: index > 0,
    routed_to: `http://127.0.0.1:4010/v2/members/pages/${index + 1}`,
    phases:
      index === 0
        ? [
            ['template', 0.6],
            ['dns', 4],
            ['connect', 6],
            ['tls', 14],
            ['wait', 60],
            ['download', 4],
          ]
        : [
            ['template', 0.4],
            ['wait', 24 + ((index * 37) % 50)],
            ['download', 2 + (index % 7)],
          ],
  })),
  body: JSON.stringify({ pages: 50, members: Array.from({ length: 40 }, (_, id) => ({ id })) }),
};

const templateText = `{
  "orders": {{ steps.orders.body | from_json | tojson }},
  "contact": {{ steps.contact.body.id | tojson }}
}`;

export const templateFailure: ScriptedRun = {
  status: 422,
  steps: [
    ...contactOrders.steps.slice(0, 1),
    {
      name: 'orders',
      method: 'POST',
      url: 'https://api.example.com/v2/orders',
      phases: [['template', 1.2]],
      status: null,
      failure: {
        kind: 'template',
        scope: "Composite step 'orders' (index 1): Configuration (template rendering)",
        detail: "'str object' has no attribute 'id'",
        template: {
          field: 'request_body',
          pointer: '/composite_connectors/0/steps/1/request_body',
          template: templateText,
          template_position: { line: 3, column: 17, length: 21 },
          file: 'connectors_registry.json',
          line: 41,
          column: 96,
          end_line: 41,
          end_column: 117,
          message: "'str object' has no attribute 'id'",
          kind: 'undefined',
          hint: 'steps.contact.body is text; parse it first: (steps.contact.body | from_json).id',
        },
      },
    },
  ],
  body: '{"success":false}',
};

export const runs: Record<string, ScriptedRun> = { contactOrders, failedOrders, fiftySteps, templateFailure };
