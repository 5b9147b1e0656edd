import { rule } from '../../../src/lint/rules/widget-syntax.js';
import { widgetCases } from '../support/widget-cases.js';

widgetCases(
  [rule],
  [
    {
      name: 'an object that is not closed',
      source: "sdk.connectors.execute({ permalink: 'orders'«;» });",
      message: /^the script does not parse: unexpected token/,
    },
    {
      name: 'in a page, at its place',
      source: '<p>😀</p>\r\n<script>\r\nsdk.connectors.execute({«)»;\r\n</script>',
      file: 'widget.html',
    },
    { name: 'nesting without end', source: `«c»onnectors${'('.repeat(200_000)}` },
    { name: 'generic calls without end', source: `«c»onnectors; ${'a<b>('.repeat(40)}`, file: 'widget.ts' },
    { name: 'a script that calls no connector', source: 'const x = {' },
    {
      name: 'a placeholder of the server',
      source: '<script>const x = {{ name }}; sdk.connectors;</script>',
      file: 'widget.html',
    },
    {
      name: 'data and templates',
      source:
        '<script type="application/json">connectors {</script><script type="text/template">connectors {{</script>',
      file: 'widget.html',
    },
    {
      name: 'the newest syntax',
      source:
        '@tag class A { accessor x = 1; #y; static { this.connectors; } }\nusing z = f();\nexport default await import("./x.js", { with: { type: "json" } });',
    },
    { name: 'elements', source: 'const A = () => <p style={{ a: 1 }}>{sdk.connectors}</p>;' },
    {
      name: 'types',
      source:
        'const f = <T,>(x: T): x is T => (x as any)!; const e = <p />; sdk.connectors satisfies object;',
      file: 'widget.tsx',
    },
    {
      name: 'types of a script in a page',
      source: '<script lang="ts">const a = <any>(x)!; sdk.connectors satisfies object;</script>',
      file: 'widget.html',
    },
  ],
);
