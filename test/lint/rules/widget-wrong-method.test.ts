import { rule } from '../../../src/lint/rules/widget-wrong-method.js';
import { widgetCases } from '../support/widget-cases.js';

widgetCases(
  [rule],
  [
    {
      name: 'another method',
      source: "sdk.connectors.execute({ permalink: 'add-order', method: «'PUT'» });",
      suggestion: 'POST',
    },
    {
      name: 'the default of a connector without a method',
      source: "sdk.connectors.execute({ permalink: 'orders', method: «'POST'» });",
      suggestion: 'GET',
    },
    { name: 'lower case', source: "sdk.connectors.execute({ permalink: 'add-order', method: «'post'» });" },
    {
      name: 'a constant',
      source:
        "const METHOD = «'PUT'» as const;\nsdk.connectors.execute({ permalink: 'add-order', method: METHOD });",
      file: 'widget.ts',
    },
    {
      name: 'no method',
      source: "sdk.connectors.«execute»({ permalink: 'orders' });",
      message: 'the call of `orders` names no method',
    },
    {
      name: 'no method, through an alias',
      source: "const { execute: run } = sdk.connectors;\n«run»({ permalink: 'orders' });",
    },
    { name: 'the right one', source: "sdk.connectors.execute({ permalink: 'add-order', method: 'POST' });" },
    {
      name: 'one that is not known',
      source:
        "sdk.connectors.execute({ permalink: 'orders', method });\nsdk.connectors.execute({ permalink: 'orders', ...rest });",
    },
    {
      name: 'a connector that is not known',
      source: "sdk.connectors.execute({ permalink, method: 'PUT' });",
    },
    {
      name: 'a composite, which has none',
      source: "sdk.connectors.composite.execute({ permalink: 'everything' });",
    },
    {
      name: 'a connector whose own method is wrong',
      source: "sdk.connectors.execute({ permalink: 'a', method: 'GET' });",
      registry: '{ "connectors": [{ "name": "A", "method": "FETCH", "url": "https://api.acme.io" }] }',
    },
  ],
);
