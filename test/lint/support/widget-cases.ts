/** Tables of cases for rules about widgets: sources with marks around what is to be found. */
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/lint/rule.js';
import { lintWidgetSource } from '../../../src/lint/widgets/lint-source.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { SourceFile } from '../../../src/text/source.js';
import { readMarks } from './rule-cases.js';

export interface WidgetCase {
  name: string;
  /** Each finding's span stands between « and », in the order of the findings. Without marks nothing may be found. */
  source: string;
  /** The extension tells the language. Default `widget.js`. */
  file?: string;
  registry?: string;
  message?: string | RegExp;
  suggestion?: string;
}

/** Simple: `orders` (GET), `add-order` (POST), `order` (GET, path parameter `id`, and `version` with a default). Composite: `everything`. */
export const shop = JSON.stringify({
  connectors: [
    { name: 'Orders', url: 'https://api.acme.io/orders' },
    { name: 'Add order', method: 'POST', url: 'https://api.acme.io/orders' },
    {
      name: 'Order',
      url: 'https://api.acme.io/{{ pathParams.version }}/orders/{{ pathParams.id }}',
      path_parameters: [{ key: 'id' }, { key: 'version', value: 'v1', overridable: true }],
    },
  ],
  composite_connectors: [{ name: 'Everything', steps: [{ name: 'one', url: 'https://api.acme.io/a' }] }],
});

export function widgetCases(rules: readonly Rule[], cases: readonly WidgetCase[]): void {
  describe(rules.map(({ id }) => id).join(', '), () => {
    it.each(cases)('$name', ({ source, file = 'widget.js', registry = shop, message, suggestion }) => {
      const { text, spans } = readMarks(source);
      const severities = new Map(rules.map(({ id }) => [id, 'error'] as const));
      const widget = new SourceFile(file, text);
      const findings = lintWidgetSource(widget, parseRegistry(registry, 'registry.json'), {
        rules,
        severities,
      });
      const told = findings.map(({ span, message: said }) => [
        span && text.slice(span.start, span.end),
        said,
      ]);
      expect(
        findings.map(({ span }) => span),
        JSON.stringify(told),
      ).toEqual(spans);
      for (const finding of findings) {
        expect(finding).toMatchObject({ file, pointer: '', step: null });
        if (message !== undefined) expect(finding.message).toMatch(message);
        if (suggestion !== undefined) expect(finding.suggestion).toBe(suggestion);
      }
    });
  });
}
