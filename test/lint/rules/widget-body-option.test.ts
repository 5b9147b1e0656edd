import { rule } from '../../../src/lint/rules/widget-body-option.js';
import { widgetCases } from '../support/widget-cases.js';

const post = (option: string): string =>
  `sdk.connectors.execute({ permalink: 'add-order', method: 'POST', ${option} });`;

widgetCases(
  [rule],
  [
    { name: 'body', source: post('«body»: { id: 1 }'), suggestion: 'payload' },
    { name: 'body as a short form', source: post('«body»'), suggestion: 'payload' },
    { name: 'data', source: post('«data»: { id: 1 }'), suggestion: 'payload' },
    { name: 'query', source: post("«query»: { a: '1' }"), suggestion: 'queryParams' },
    { name: 'params', source: post("«'params'»: { a: '1' }"), suggestion: 'queryParams' },
    { name: 'a misspelt option', source: post("«querryParams»: { a: '1' }"), suggestion: 'queryParams' },
    { name: 'path_parameters', source: post("«path_parameters»: { a: '1' }"), suggestion: 'pathParams' },
    {
      name: 'one that nothing is near to',
      source: post('«timeout»: 5000'),
      message: 'has no option `timeout`: it is ignored',
    },
    {
      name: 'of a composite, beside a spread',
      source: "sdk.connectors.composite.execute({ ...rest, permalink: 'everything', «body»: {} });",
      message: 'connectors.composite.execute',
    },
    {
      name: 'of a connector that is not known',
      source: 'sdk.connectors.execute({ permalink, method, «body»: {} });',
    },
    {
      name: 'every option there is',
      source: post('payload: {}, queryParams: {}, headers: {}, pathParams: {}'),
    },
    {
      name: 'what stands inside of an option',
      source: post("payload: { body: 1, data: 2 }, queryParams: { query: 'x' }"),
    },
  ],
);
