import { describe, expect, it } from 'vitest';
import { registry, registryText, runs } from './registry.js';
import { branchLines, coverageOf } from './suite.js';

const report = await coverageOf(registryText, runs);
const [status, unused, orders, broken] = report.connectors;
if (!status || !unused || !orders || !broken) throw new Error('a connector is missing');

describe('what runs of a registry reach', () => {
  it('are connectors, reached or not, in the order of the file', () => {
    expect(report.connectors.map(({ label, kind, runs: count }) => [label, kind, count])).toEqual([
      ['status', 'simple', 2],
      ['unused', 'simple', 0],
      ['contact-orders', 'composite', 4],
      ['broken', 'composite', 1],
    ]);
  });

  it('are steps that were done or failed; a simple connector is one', () => {
    const steps = report.connectors.flatMap((connector) => connector.steps);
    expect(steps.map(({ name, done, failed }) => [name, done, failed])).toEqual([
      ['status', 2, 0],
      ['unused', 0, 0],
      ['contact', 3, 1],
      ['orders', 2, 1],
      ['first', 0, 1],
      ['second', 0, 0],
    ]);
  });

  it('are the scopes that can occur', () => {
    expect(orders.scopes.map(({ scope, step, count }) => [scope, step, count])).toEqual([
      ["Composite step 'contact' (index 0): Downstream (HTTP error)", 'contact', 1],
      ["Composite step 'contact' (index 0): Downstream (network/external service)", 'contact', 0],
      ["Composite step 'contact' (index 0): Configuration (template rendering)", 'contact', 0],
      ["Composite step 'orders' (index 1): Downstream (HTTP error)", 'orders', 0],
      ["Composite step 'orders' (index 1): Downstream (network/external service)", 'orders', 0],
      ["Composite step 'orders' (index 1): Configuration (template rendering)", 'orders', 1],
    ]);
  });

  it('are the branches of every template that is rendered', () => {
    expect(branchLines(status)).toEqual([
      'url default: value 2, default 0',
      'headers[0].value (Accept) template: rendered 2',
      'response_body conditional: if 2, else 0',
    ]);
    expect(branchLines(orders)).toEqual([
      'url template: rendered 4',
      'headers[0].value (X-User) if: if 4, else 0',
      'url template: rendered 3',
      // The loop over None failed before its first turn.
      'request_body for: else 0, one 0, many 2, dropped 1',
      'request_body if: if 2, else 2',
    ]);
    expect(branchLines(unused)).toEqual(['url template: rendered 0']);
  });

  it('are counted by category', () => {
    expect(report.totals).toEqual({
      connectors: { total: 4, covered: 3, percent: 75 },
      steps: { total: 6, covered: 4, percent: 66.66 },
      scopes: { total: 14, covered: 3, percent: 21.42 },
      branches: { total: 18, covered: 11, percent: 61.11 },
    });
    expect(broken.totals.branches).toEqual({ total: 2, covered: 1, percent: 50 });
  });

  it('stand in the registry file, behind the escapes of its strings', async () => {
    const textAt = (text: string, line: number, from: number, to: number) =>
      text.split('\n')[line - 1]?.slice(from - 1, to - 1);
    const inOneLine = JSON.stringify(registry);
    for (const text of [registryText, inOneLine]) {
      const { connectors } = await coverageOf(text, []);
      const field = connectors[0]?.steps[0]?.fields.at(-1);
      const [holds, otherwise] = field?.points[0]?.branches ?? [];
      if (!field || !holds || !otherwise) throw new Error('no branches');
      const written = [holds, otherwise].map(({ start, end }) =>
        textAt(text, start.line, start.column, end.column),
      );
      expect(written).toEqual(['\\"true\\"', '\\"false\\"']);
      expect(textAt(text, field.position.line, field.position.column, field.position.column + 4)).toBe(
        '"{\\"',
      );
    }
  });

  it('are the same whatever ran first', async () => {
    const other = await coverageOf(registryText, [...runs].reverse());
    expect(other.connectors).toEqual(report.connectors);
  });
});

describe('runs that do not get far', () => {
  const simple = (connector: object) =>
    JSON.stringify({
      connectors: [{ name: 'Under Test', url: 'https://api.example.com/json', ...connector }],
    });

  it('reach the connector and not its request, where the call is refused', async () => {
    const { connectors } = await coverageOf(simple({ method: 'PUT' }), [
      { permalink: 'under-test', method: 'GET' },
    ]);
    expect(connectors[0]?.totals).toMatchObject({ connectors: { covered: 1 }, steps: { covered: 0 } });
  });

  it('leave a template that does not parse as one branch that nothing reaches', async () => {
    const { connectors } = await coverageOf(simple({ response_body: '{% if %}' }), [
      { permalink: 'under-test' },
    ]);
    expect(connectors.flatMap(branchLines)).toEqual([
      'url template: rendered 1',
      'response_body template: rendered 0',
    ]);
    expect(connectors[0]?.scopes.map(({ scope, count }) => [scope, count])).toEqual([
      ['Downstream (network/external service)', 0],
      ['Configuration (response template rendering)', 1],
    ]);
  });

  it('provoke network failures', async () => {
    const { connectors } = await coverageOf(simple({}), [
      { permalink: 'under-test', route: 'http://127.0.0.1:1' },
    ]);
    expect(connectors[0]?.scopes.map(({ scope, count }) => [scope, count])).toEqual([
      ['Downstream (network/external service)', 1],
    ]);
  });

  it('show a scope that was thought impossible', async () => {
    const { connectors } = await coverageOf(
      JSON.stringify({
        connectors: [
          {
            name: 'Under Test',
            method: 'POST',
            url: 'https://api.example.com/echo',
            request_body: '{{ steps.a }}',
          },
        ],
      }),
      [{ permalink: 'under-test' }],
    );
    expect(connectors[0]?.scopes.map(({ scope, count }) => [scope, count])).toEqual([
      ['Downstream (network/external service)', 0],
      ['Configuration (template rendering)', 1],
    ]);
  });
});
