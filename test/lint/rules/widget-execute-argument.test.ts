import { rule } from '../../../src/lint/rules/widget-execute-argument.js';
import { widgetCases } from '../support/widget-cases.js';

widgetCases(
  [rule],
  [
    {
      name: 'a permalink and options',
      source: "sdk.connectors.execute(«'orders'», { method: 'GET' });",
      message: '`connectors.execute` takes one object, and gets a text',
    },
    { name: 'a permalink alone', source: 'await window.sdk.connectors.execute(«"orders"»);' },
    {
      name: 'a permalink that is not known, with options of the SDK',
      source: "sdk.connectors.execute(«'ordrs'», { queryParams: { a: 1 } });",
    },
    {
      name: 'a composite, through an alias',
      source: "const { composite } = sdk.connectors;\ncomposite.execute(«'orders'», { payload: {} });",
      message: '`connectors.composite.execute` takes one object, and gets a text',
    },
    {
      name: 'a constant',
      source: "const ORDERS = «'orders'»;\nsdk.connectors.execute(ORDERS, { method: 'GET' });",
    },
    { name: 'in a handler', source: `<a onclick="sdk.connectors.execute(«'orders'»)">`, file: 'widget.html' },
    {
      name: 'in a handler with character references',
      source:
        '<a onclick="if (a &amp;&amp; b) sdk.connectors.execute(«&quot;orders&quot;», { method: &#39;GET&#39; })">',
      file: 'widget.html',
    },
    { name: 'an object', source: "sdk.connectors.execute({ permalink: 'orders', method: 'GET' });" },
    { name: "another client's command", source: "db.connectors.execute('select 1', { timeout: 5 });" },
    { name: 'another function', source: "run('orders', { method: 'GET' }); sdk.connectors;" },
    { name: 'an argument that is not known', source: "sdk.connectors.execute(name, { method: 'GET' });" },
  ],
);
