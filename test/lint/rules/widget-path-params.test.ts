import { rule } from '../../../src/lint/rules/widget-path-params.js';
import { widgetCases } from '../support/widget-cases.js';

const order = (options: string): string =>
  `sdk.connectors.execute({ permalink: 'order', method: 'GET'${options} });`;

widgetCases(
  [rule],
  [
    {
      name: 'no pathParams',
      source: order('').replace('execute', '«execute»'),
      message: 'the call of `order` lacks the path parameter `id`',
    },
    { name: 'an empty object', source: order(', «pathParams»: {}') },
    {
      name: 'another key than the one that is missing',
      source: order(', pathParams: { «order_no»: x }'),
      suggestion: 'id',
    },
    {
      name: 'a key too many',
      source: order(', pathParams: { id, «page»: 1 }'),
      message: '`order` has no path parameter `page`',
    },
    {
      name: 'a connector without any',
      source: "sdk.connectors.execute({ permalink: 'orders', method: 'GET', «pathParams»: { a: 1, b: 2 } });",
    },
    { name: 'a value with a slash', source: order(", pathParams: { id: «'a/b'» }") },
    { name: 'a value with two dots', source: order(", pathParams: { id: «'..'» }") },
    { name: 'an empty value', source: order(", pathParams: { id: «''» }") },
    {
      name: 'a value that is neither text nor number',
      source: order(', pathParams: { id: «true» }'),
      message: /string or a number/,
    },
    {
      name: 'on a composite',
      source: "sdk.connectors.composite.execute({ permalink: 'everything', «pathParams»: { id: '1' } });",
      message: /ConnectorBoundaryError/,
    },
    { name: 'all that is needed', source: order(", pathParams: { id: '7' }") },
    {
      name: 'a number, and a value in place of the default',
      source: order(", pathParams: { id: 7, version: 'v2' }"),
    },
    {
      name: 'values that are not known',
      source: `${order(', pathParams')}\n${order(', pathParams: { ...ids }')}\n${order(`, pathParams: { id: \`\${a}/x\` }`)}\n${order(', ...rest')}`,
    },
    {
      name: 'parameters in a header, or under a wrong name',
      source: `${order(", headers: { 'X-Path-Params': 'id=7' }")}\n${order(', params: { id: 7 }')}`,
    },
    {
      name: 'an empty object on a composite',
      source: "sdk.connectors.composite.execute({ permalink: 'everything', pathParams: {} });",
    },
    {
      name: 'a parameter that the registry forgot to declare',
      source: "sdk.connectors.execute({ permalink: 'a', method: 'GET', pathParams: { id: '7' } });",
      registry: '{ "connectors": [{ "name": "A", "url": "https://api.acme.io/{{ pathParams.id }}" }] }',
    },
  ],
);
