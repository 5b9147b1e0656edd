import { rule } from '../../../src/lint/rules/uncalled-function.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const header = (value: string) => connector({ headers: [{ key: 'X', value }] });

ruleCases(rule, {
  wrong: [
    { name: 'a secret', registry: header('{{ «get_secret» }}'), hint: /get_secret\('name'\)/ },
    {
      name: 'the time',
      registry: header('{{ «now» }}{{ «now» + 60 }}{{ «now» | string }}'),
      fixed: header('{{ now() }}{{ now() + 60 }}{{ now() | string }}'),
    },
    {
      name: 'a name behind a dot, or in brackets',
      registry: header("{{ «get_secret».api_key }}{{ 'Bearer ' ~ «get_variable»['token'] }}"),
      fixed: header("{{ get_secret('api_key') }}{{ 'Bearer ' ~ get_variable('token') }}"),
    },
    {
      name: 'a profile field in brackets',
      registry: header('{{ user.profile_fields.«by_id»[12] }}'),
      suggestion: 'by_id(12)',
    },
    {
      name: 'an argument, a claim',
      registry: header("{{ jwt_encode({'exp': «now»}, «get_secret», 'HS256') }}"),
    },
    { name: 'a token', registry: header('{{ «jwt_encode» }}') },
  ],
  right: [
    { name: 'calls', registry: header("{{ now() }}{{ get_secret('a') }}{{ user.profile_fields.by_id(1) }}") },
    { name: 'another name for it', registry: header("{% set secret = get_secret %}{{ secret('a') }}") },
    { name: "a macro's argument", registry: header('{% macro m(f) %}{{ f() }}{% endmacro %}{{ m(now) }}') },
    { name: 'a question', registry: header("{{ 'x' if get_secret is defined }}") },
    { name: 'a name of the template', registry: header('{% set now = 5 %}{{ now }}') },
    { name: 'a field of that name', registry: header('{{ user.now }}{{ tenant_id }}') },
    { name: 'where it is not visible', registry: connector({ response_body: '{{ get_secret }}' }) },
  ],
});
