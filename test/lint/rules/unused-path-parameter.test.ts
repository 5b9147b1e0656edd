import { rule } from '../../../src/lint/rules/unused-path-parameter.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const topics = (template: string, path_parameters: unknown = [{ key: 'topicId' }], fields: object = {}) =>
  connector({ url: `https://api.acme.io/topics/${template}`, path_parameters, ...fields });

ruleCases(rule, {
  wrong: [
    { name: 'none in the URL', registry: topics('x', [{ key: '«topicId»' }]), message: "'topicId'" },
    { name: 'one of two', registry: topics('{{ pathParams.a }}', [{ key: 'a' }, { key: '«b»' }]) },
    { name: 'another case', registry: topics('{{ pathParams.a }}', [{ key: 'a' }, { key: '«A»' }]) },
    { name: 'twice the same', registry: topics('x', [{ key: '«a»' }, { key: 'a' }]) },
    { name: 'a query parameter of the same name', registry: topics('x?topicId=1', [{ key: '«topicId»' }]) },
  ],
  right: [
    { name: 'used', registry: topics('{{ pathParams.topicId }}') },
    { name: 'used with a filter', registry: topics("{{ pathParams['topicId'] | default('x') | lower }}") },
    { name: 'used in a condition', registry: topics('{% if pathParams.topicId is defined %}x{% endif %}') },
    { name: 'a name that only a run knows', registry: topics("{{ pathParams['topic' ~ 'Id'] }}") },
    { name: 'handed on as a whole', registry: topics("{% set p = pathParams %}{{ p['topicId'] }}") },
    { name: 'single braces', registry: topics('{topicId}') },
    { name: 'a placeholder', registry: topics(':topicId') },
    { name: 'a near miss in the URL', registry: topics('{{ pathParams.topcId }}') },
    { name: 'another name in the URL', registry: topics('{{ pathParams.id }}') },
    { name: 'a misnamed variable', registry: topics('{{ path_params.topicId }}') },
    { name: 'without its variable', registry: topics('{{ topicId }}') },
    {
      name: 'used in another field',
      registry: topics('x', [{ key: 'a' }], { headers: [{ key: 'X-A', value: '{{ pathParams.a }}' }] }),
    },
    { name: 'a URL that does not parse', registry: topics('{{ pathParams.topicId }') },
    { name: 'no URL', registry: '{"connectors": [{"name": "a", "path_parameters": [{"key": "a"}]}]}' },
  ],
});
