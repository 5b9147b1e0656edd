/** Which calls are found, in which kinds of files. */
import { rule } from '../../../src/lint/rules/widget-unknown-connector.js';
import { widgetCases } from '../support/widget-cases.js';

const wrong = "{ permalink: «'ordrs'», method: 'GET' }";
const unknown = "{ permalink: 'ordrs', method: 'GET' }";

widgetCases(
  [rule],
  [
    {
      name: 'destructured from the SDK',
      source: `const { connectors } = new WidgetServiceSDK();\nconnectors.execute(${wrong});`,
    },
    {
      name: 'destructured under another name',
      source: `const { connectors: api } = sdk;\napi.execute(${wrong});`,
    },
    {
      name: 'a member kept in a constant',
      source: `const sdk = new window.WidgetServiceSDK();\nconst api = sdk.connectors;\nawait api.execute(${wrong});`,
    },
    {
      name: 'an alias of an alias',
      source: `const a = sdk.connectors; const b = a; const { execute } = b;\nexecute(${wrong});`,
    },
    {
      name: 'the composite client',
      source: `const { composite } = sdk.connectors;\ncomposite.execute({ permalink: «'evrything'» });`,
    },
    {
      name: 'nested destructuring',
      source: `const { connectors: { composite: c } } = sdk;\nc.execute({ permalink: «'evrything'» });`,
    },
    {
      name: 'a parameter taken apart',
      source: `export function init({ connectors }) { return connectors.execute(${wrong}); }`,
    },
    {
      name: 'a parameter with a default',
      source: `export const init = ({ connectors = null } = {}) => connectors?.execute(${wrong});`,
    },
    {
      name: 'assigned later',
      source: `let api;\nfunction init(sdk) { api = sdk.connectors; }\nconst load = () => api.execute(${wrong});`,
    },
    {
      name: 'a bound function',
      source: `const run = sdk.connectors.execute.bind(sdk.connectors);\nrun(${wrong});`,
    },
    {
      name: 'a member of this',
      source: `class W { #sdk; async load() { return (await this.#sdk.connectors.execute(${wrong})).items; } }`,
    },
    { name: 'optional chaining', source: `window.sdk?.connectors?.execute?.(${wrong});` },
    {
      name: 'in promises',
      source: `Promise.all([sdk.connectors.execute(${wrong})]).then(() => sdk.connectors.execute(${wrong}));`,
    },
    { name: 'behind a guard', source: `const api = sdk && sdk.connectors;\nif (api) api.execute(${wrong});` },
    {
      name: 'TypeScript',
      source: `const api = (sdk as Sdk).connectors!;\nconst x: Order[] = await api.execute<Order[]>(${wrong} satisfies Options);`,
      file: 'widget.ts',
    },
    {
      name: 'JSX',
      source: `export const A = () => <button onClick={() => sdk.connectors.execute(${wrong})}>Go</button>;`,
      file: 'widget.jsx',
    },
    {
      name: 'TypeScript with JSX',
      source: `export const A: FC<P> = ({ sdk }: P) => <B on={() => sdk.connectors.execute(${wrong})} />;`,
      file: 'widget.tsx',
    },
    {
      name: 'a page with an inline module',
      source: `<!doctype html>\r\n<div>é😀</div>\r\n<script type="module">\r\n  await sdk.connectors.execute(${wrong});\r\n</script>`,
      file: 'widget.html',
    },
    {
      name: 'a page whose script stands in a template',
      source: `<template><script>sdk.connectors.execute(${wrong})</script></template>`,
      file: 'WIDGET.HTM',
    },
    {
      name: 'a page whose scripts share names',
      source: `<script>const P = «'ordrs'»; const api = sdk.connectors;</script>\n<script>api.execute({ permalink: P, method: 'GET' });</script>`,
      file: 'widget.html',
    },
    {
      name: 'an attribute that handles an event',
      source: `<button onclick="sdk.connectors.execute(${wrong})">`,
      file: 'widget.html',
    },
    {
      name: 'an attribute with && in it, and one with character references',
      source: `<a onclick="window.sdk && sdk.connectors.execute(${wrong})"></a><a onclick='x &amp;&amp; sdk.connectors.execute({permalink: «&#39;ordrs&#39;», method: &quot;GET&quot;})'>`,
      file: 'widget.html',
    },
    {
      name: 'an attribute with references that no script is written with',
      source: `<a onclick="s = '&eacute;'; sdk.connectors.execute(${unknown})">`,
      file: 'widget.html',
    },
    {
      name: 'a script that is not closed',
      source: `<svg><title/></svg><script>sdk.connectors.execute(${wrong})`,
      file: 'widget.html',
    },
    {
      name: 'beside a fault that can be passed over',
      source: `const a = 1;\nconst a = 2;\nsdk.connectors.execute(${wrong});`,
    },
    {
      name: 'text of a page',
      source: `<p>sdk.connectors.execute(${unknown})</p><!-- <script>sdk.connectors.execute(${unknown})</script> --><script src="x.js">sdk.connectors.execute(${unknown})</script><textarea><script>sdk.connectors.execute(${unknown})</script></textarea>`,
      file: 'widget.html',
    },
    {
      name: 'comments and strings',
      source: `// sdk.connectors.execute(${unknown})\nconst s = "sdk.connectors.execute(${unknown})";`,
    },
    {
      name: 'a name that is something else here',
      source: `const api = sdk.connectors;\nfunction load(api) { api.execute(${unknown}); }`,
    },
    {
      name: 'a name that changes',
      source: `let api = sdk.connectors;\napi = other;\napi.execute(${unknown});`,
    },
    {
      name: 'a name of another module',
      source: `import { connectors } from './database.js';\nconnectors.execute(${unknown});`,
    },
    { name: 'a loop over clients', source: `for (const api of [sdk.connectors]) api.execute(${unknown});` },
  ],
);
