import { rule } from '../../../src/lint/rules/widget-payload-not-sent.js';
import { widgetCases } from '../support/widget-cases.js';

widgetCases(
  [rule],
  [
    {
      name: 'with GET',
      source: "sdk.connectors.execute({ permalink: 'orders', method: 'GET', «payload»: { q: 1 } });",
      message: 'the payload is not sent with GET',
    },
    {
      name: 'with DELETE, of a connector that is not known',
      source: "sdk.connectors.execute({ permalink, method: 'DELETE', «payload» });",
    },
    {
      name: 'text, not sent either',
      source:
        "sdk.connectors.execute({ permalink: 'orders', method: 'GET', «payload»: JSON.stringify({}) });",
    },
    {
      name: 'text that is JSON',
      source:
        "sdk.connectors.execute({ permalink: 'add-order', method: 'POST', payload: «JSON.stringify»({ id: 1 }) });",
    },
    {
      name: 'text made elsewhere',
      source:
        "const body = «JSON.stringify»({ id: 1 });\nsdk.connectors.composite.execute({ permalink: 'everything', payload: body });",
    },
    {
      name: 'a string',
      source: `sdk.connectors.execute({ permalink: 'add-order', method: 'POST', payload: «'{"id": 1}'» });`,
    },
    {
      name: 'with POST',
      source:
        "sdk.connectors.execute({ permalink: 'add-order', method: 'POST', payload: { q: JSON.stringify({}) } });",
    },
    {
      name: 'a value that is not known',
      source: "sdk.connectors.execute({ permalink: 'add-order', method: 'POST', payload: build() });",
    },
    {
      name: 'no payload',
      source: "sdk.connectors.execute({ permalink: 'orders', method: 'GET', payload: undefined });",
    },
    {
      name: 'a method that is wrong already',
      source: "sdk.connectors.execute({ permalink: 'add-order', method: 'GET', payload: {} });",
    },
    {
      name: 'a composite',
      source: "sdk.connectors.composite.execute({ permalink: 'everything', payload: {} });",
    },
  ],
);
