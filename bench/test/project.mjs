/** A project with as many test cases as are wanted, the same on every machine: the registry of examples/testing, half YAML, half JSON. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const example = fileURLToPath(new URL('../../examples/testing/', import.meta.url));

const casesOfFile = 50;

export async function writeProject(folder, cases) {
  await mkdir(folder, { recursive: true });
  for (const name of ['connectors_registry.json', 'connector.config.yaml']) {
    await copyFile(join(example, name), join(folder, name));
  }
  for (let first = 0; first < cases; first += casesOfFile) {
    const count = Math.min(casesOfFile, cases - first);
    const document = {
      upstream: [token],
      cases: Array.from({ length: count }, (_, at) => caseOf(first + at)),
    };
    const isJson = (first / casesOfFile) % 2 === 1;
    const text = isJson ? JSON.stringify(document, null, 2) : stringify(document);
    const name = `${String(first).padStart(6, '0')}.connector-test.${isJson ? 'json' : 'yaml'}`;
    await writeFile(join(folder, name), text);
  }
}

const token = {
  token: 'https://auth.example.com/oauth/token',
  respond: { json: { access_token: 'mock-token', expires_in: 3600 } },
};

/** Two in three are composites of three requests, every tenth of these ends in an error. */
function caseOf(number) {
  if (number % 3 === 0) return topic(number);
  const orders = Array.from({ length: 5 }, (_, at) => ({
    id: number * 10 + at,
    title: `Order ${at} of ${number}`,
    status: at % 2 ? 'open' : 'shipped',
    total: 10 + at,
  }));
  const fails = number % 10 === 1;
  return {
    name: `member ${number}`,
    connector: 'member-orders',
    request: { query: { status: `s${number}` } },
    upstream: [
      { step: 'contact', respond: { json: { id: number, name: `Member ${number}` } } },
      { step: 'orders', respond: fails ? { status: 503 } : { json: { orders } } },
    ],
    expect: fails
      ? { status: 502, scope: "Composite step 'orders' (index 1): Downstream (HTTP error)" }
      : {
          status: 200,
          json: {
            member: `Member ${number}`,
            open: 24,
            orders: orders.map(({ id, title }) => ({ id, title })),
          },
          sent: [{ step: 'orders', jsonContains: { contact: number, status: `s${number}` } }],
          warnings: [],
        },
  };
}

const topic = (number) => ({
  name: `topic ${number}`,
  connector: 'topic',
  request: { pathParams: { id: String(number) } },
  upstream: [
    { url: `https://api.example.com/topics/${number}`, respond: { json: { id: number, title: 'T' } } },
  ],
  expect: { status: 200, json: { id: number, title: 'T', tags: '' } },
});

/** As many tests that compare two numbers, in files of as many. */
export async function writeVitestProject(folder, cases) {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'vitest.config.mjs'),
    "export default { test: { include: ['*.test.mjs'] } };\n",
  );
  for (let first = 0; first < cases; first += casesOfFile) {
    const lines = Array.from(
      { length: Math.min(casesOfFile, cases - first) },
      (_, at) => `test('case ${first + at}', () => expect(${at}).toBe(${at}));`,
    );
    const text = `import { expect, test } from 'vitest';\n${lines.join('\n')}\n`;
    await writeFile(join(folder, `${String(first).padStart(6, '0')}.test.mjs`), text);
  }
}
