import { describe, expect, it } from 'vitest';
import { changedLines } from '../../../src/views/render/changes.js';
import { renderJson } from '../../../src/views/render/json.js';
import { renderReport, renderWarnings } from '../../../src/views/render/report.js';
import { render } from '../../platform/render/support.js';

const mask = (text: string) => text.replaceAll('hidden-value', '***');
const plain = { color: false as const, mask };

const output = () =>
  render({
    steps: [
      { name: 'contact', url: 'https://api.example.com/contact' },
      {
        name: 'orders',
        url: 'https://api.example.com/orders/{{ steps.contact.body }}',
        method: 'POST',
        headers: [
          { key: 'X-Empty', value: '' },
          { key: 'X-Tab', value: '{{ "\\u001b[31mred" }}' },
        ],
        query_parameters: [{ key: 'hidden', value: 'hidden-value' }],
        authentication: {
          type: 'jwt',
          config: {
            private_key: "{{ get_secret('k') }}",
            claims: { roles: ['{{ user.id }}', '@@1.0@@'], at: '@@20000000000000000001@@' },
          },
        },
        request_body: 'a=1&b={{ nothing.x }}',
        response_content_type: 'text/plain',
      },
    ],
    secrets: { k: 'hidden-value' },
  });

describe('the report', () => {
  it('shows each step, its fields and its errors', () => {
    const lines = renderReport(output().result, { ...plain, width: 80, answers: null });
    expect(lines).toEqual([
      'under-test  composite · 2 steps',
      '',
      'contact',
      '  GET https://api.example.com/contact',
      '',
      'orders',
      '  POST https://api.example.com/orders/<steps.contact.body>',
      '',
      '  Headers',
      '    X-Empty: (empty)',
      '    X-Tab: \\x1b[31mred',
      '',
      '  Query parameters',
      '    hidden: ***',
      '',
      '  Authentication: jwt',
      "    private_key: {{ get_secret('k') }}",
      '    claims:',
      '      roles:',
      '        - 42',
      '        - 1.0',
      '      at: 20000000000000000001',
      '',
      '  Request body',
      '    (not rendered)',
      '',
      '  Response content type: text/plain',
      '',
      'The rendered header is not allowed',
      '  --> /project/connectors_registry.json:21:28',
      "  │ step 'orders', headers[1].value (X-Tab)",
      '  │',
      '1 │ {{ "\\u001b[31mred" }}',
      '  │    ^^^^^^^^^^^^^^^ the header value holds the control character U+001b',
      '  │',
      '  = hint: Remove it in the template, for example with `| trim` or `| replace`.',
      '',
      'The template uses what is not there',
      '  --> /project/connectors_registry.json:43:45',
      "  │ step 'orders', request_body",
      '  │',
      '1 │ a=1&b={{ nothing.x }}',
      "  │                  ^ 'nothing' is undefined",
      '  │',
      '  = hint: Visible here: get_variable, jwt_encode, now, request, steps,',
      '          tenant_id, user.',
    ]);
  });

  it('obeys no control character', () => {
    const { result } = render({
      simple: { url: 'https://api.example.com/', method: 'POST' },
      call: { payload: '{"a": "\u001b[2J"}' },
    });
    expect(renderReport(result, { ...plain, width: 80, answers: null }).join('\n')).not.toContain('\u001b');
  });

  it('wraps warnings, with their place and what to do', () => {
    const { result } = render({ steps: [{ name: 'a', url: 'https://api.example.com/{{ usr }}x' }] });
    expect(renderWarnings(result.warnings, { ...plain, width: 40 })).toEqual([
      "! a: url: 'usr' is undefined, and prints",
      '  nothing (undefined-printed, line 8,',
      '  column 46)',
      '  → Did you mean `user`?',
    ]);
  });
});

describe('the document', () => {
  it('keeps digits, masks values and names every place', () => {
    const text = renderJson(output().result, { mask, answers: null });
    expect(text).not.toContain('hidden-value');
    expect(text).toContain('"at": 20000000000000000001');
    expect(text).toMatch(/"roles": \[\s+"42",\s+1\.0\s+\]/);
    const document = JSON.parse(text);
    expect(document).toMatchObject({ permalink: 'under-test', kind: 'composite', answers: null, errors: [] });
    expect(document.steps[1].errors[1]).toEqual({
      code: 'template',
      field: 'request_body',
      pointer: '/composite_connectors/0/steps/1/request_body',
      file: '/project/connectors_registry.json',
      line: 43,
      column: 45,
      end_line: 43,
      end_column: 46,
      template_position: { line: 1, column: 18, length: 1 },
      message: "'nothing' is undefined",
      hint: expect.stringContaining('Visible here'),
    });
    expect(document.warnings).toMatchObject([{ code: 'placeholder-steps', step: null, line: null }]);
  });

  it('masks a number that is a secret', () => {
    const steps = [
      {
        name: 'a',
        url: 'https://api.example.com/',
        authentication: { type: 'jwt', config: { private_key: 'k', claims: { pin: 987654 } } },
      },
    ];
    const text = renderJson(render({ steps }).result, {
      mask: (value) => value.replaceAll('987654', '***'),
      answers: null,
    });
    expect(text).toContain('"pin": "***"');
    expect(text).not.toContain('987654');
  });
});

describe('what changed', () => {
  it('is shown with two lines around it', () => {
    const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];
    const after = ['a', 'b', 'c', 'D', 'e', 'f', 'g', 'h', 'i', 'k'];
    expect(changedLines(before, after, { color: false })).toEqual([
      '  b',
      '  c',
      '- d',
      '+ D',
      '  e',
      '  f',
      '  ...',
      '  h',
      '  i',
      '- j',
      '  k',
    ]);
  });

  it('is nothing where nothing did', () => {
    expect(changedLines(['a'], ['a'], { color: true })).toEqual([]);
  });

  it('is coloured by what became of it', () => {
    const [removed, added] = changedLines(['a'], ['b'], { color: 1 });
    expect([removed, added]).toEqual(['\u001b[31m- a\u001b[39m', '\u001b[32m+ b\u001b[39m']);
  });
});
