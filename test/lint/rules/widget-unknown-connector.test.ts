import { rule } from '../../../src/lint/rules/widget-unknown-connector.js';
import { widgetCases } from '../support/widget-cases.js';

const get = (permalink: string): string =>
  `sdk.connectors.execute({ permalink: ${permalink}, method: 'GET' });`;

widgetCases(
  [rule],
  [
    { name: 'a misspelt permalink', source: get("«'order-s'»"), suggestion: 'orders' },
    { name: 'the name in place of the permalink', source: get("«'Add Order'»"), suggestion: 'add-order' },
    {
      name: 'one that nothing is near to',
      source: get("«'weather'»"),
      message: 'the registry has no connector `weather`',
    },
    { name: 'a template without expressions', source: get('«`ordres`»') },
    {
      name: 'a composite called as a simple connector',
      source: get("«'everything'»"),
      message: '`everything` is a composite',
    },
    {
      name: 'a simple connector called as a composite',
      source: "sdk.connectors.composite.execute({ permalink: «'orders'» });",
      message: 'is a simple connector and no composite',
    },
    {
      name: 'a misspelt composite',
      source: "sdk?.connectors?.composite?.execute({ permalink: «'evrything'» });",
      suggestion: 'everything',
    },
    {
      name: 'a constant, at its own place, once for two calls',
      source: `const P = «'ordrs'»;\n${get('P')}\n${get('P')}`,
    },
    {
      name: 'a constant of an object',
      source: `const P = Object.freeze({ all: «'ordrs'» });\n${get('P.all')}`,
    },
    { name: 'a constant by destructuring', source: `const { all } = { all: «'ordrs'» };\n${get('all')}` },
    { name: 'one of two', source: get("mine ? 'orders' : «'ordrs'»") },
    { name: 'a default', source: get("given ?? «'ordrs'»") },
    {
      name: 'options that stand elsewhere',
      source: "const options = { permalink: «'ordrs'», method: 'GET' };\nsdk.connectors.execute(options);",
    },
    {
      name: 'a quoted key',
      source: `sdk['connectors']['execute']({ 'permalink': «"ordrs"», method: 'GET' });`,
    },
    { name: 'characters of two units before it', source: `/* 😀 */ ${get("«'ordrs'»")}` },
    {
      name: 'the right ones',
      source: `${get("'orders'")}\nsdk.connectors.composite.execute({ permalink: 'everything' });`,
    },
    { name: 'the number of an entry', source: "sdk.connectors.composite.execute({ permalink: '42' });" },
    {
      name: 'what is known at run time only',
      source: `${get('name')}\n${get('names[0]')}\n${get("'or' + x")}\n${get(`\`a-\${x}\``)}`,
    },
    { name: 'a variable that changes', source: `let p = 'ordrs';\np = other();\n${get('p')}` },
    {
      name: 'a property that changes',
      source: `const P = { all: 'ordrs' };\nP.all = other();\n${get('P.all')}`,
    },
    {
      name: 'a name that means something else in here',
      source: `const p = 'ordrs';\nfunction call(p) { ${get('p')} }`,
    },
    { name: 'a loop over names', source: `for (const p of ['ordrs']) ${get('p')}` },
    {
      name: 'calls of something else',
      source:
        "pool.execute({ permalink: 'ordrs' });\nsdk.connectors.execute('ordrs');\nsdk.connectors.execute({ sql: 'x' });",
    },
    { name: 'a registry that does not parse', source: get("'ordrs'"), registry: '{ "connectors": [ }' },
    {
      name: 'a registry whose list has another name',
      source: get("'ordrs'"),
      registry: '{ "connector": [] }',
    },
    {
      name: 'an entry without a permalink',
      source: get("'ordrs'"),
      registry: '{ "connectors": [{ "url": "https://api.acme.io" }] }',
    },
  ],
);
