import { rule } from '../../../src/lint/rules/wrong-arguments.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const header = (value: string) => connector({ headers: [{ key: 'X', value }] });
const sign = (args: string) => header(`{{ jwt_encode(${args}) }}`);
const payload = "{'iss': 'a'}";
const key = "get_secret('k')";

ruleCases(rule, {
  wrong: [
    {
      name: 'no name',
      registry: header('{{ «get_secret»() }}{{ «get_variable»( ) }}'),
      message: /is called without an argument/,
      hint: /\('name'\)/,
    },
    {
      name: 'two arguments',
      registry: header("{{ get_secret('a', «'b'») }}{{ get_variable('a', «''», 1) }}"),
      message: /takes one argument/,
    },
    {
      name: 'an argument by a name that it does not have',
      registry: header("{{ get_variable('a', «default»='b') }}"),
      message: '`get_variable` has no argument `default`',
    },
    { name: 'an argument twice', registry: header("{{ get_secret('a', «name»='b') }}") },
    { name: 'more than one offset', registry: header('{{ now(1, «2») }}') },
    {
      name: 'an offset that is text',
      registry: header("{{ now(«'60'») }}{{ now(offset=«'3600'») }}"),
      message: /number of seconds, and this is text/,
      fixed: header('{{ now(60) }}{{ now(offset=3600) }}'),
    },
    { name: 'an offset that says what it is', registry: header("{{ now(«'+1h'») }}{{ now(«none») }}") },
    { name: 'no profile field', registry: header('{{ user.profile_fields.«by_id»() }}') },
    {
      name: 'a profile field by its name',
      registry: header("{{ user.profile_fields.by_id(«'city'») }}"),
      message: /takes the number of a profile field, and this is text/,
    },
    {
      name: 'a number in quotes',
      registry: header("{{ user['profile_fields'].by_id(«'12'») }}"),
      fixed: header("{{ user['profile_fields'].by_id(12) }}"),
    },
    {
      name: 'a payload alone',
      registry: header("{{ «jwt_encode»({'iss': 'a'}) }}"),
      message: '`jwt_encode` is called without `key` and `algorithm`',
    },
    {
      name: 'without an algorithm',
      registry: header(`{{ «jwt_encode»(${payload}, ${key}) }}`),
      message: /without `algorithm`/,
    },
    { name: 'an unknown algorithm', registry: sign(`${payload}, ${key}, '«HS999»'`), message: /"HS999"/ },
    {
      name: 'a misspelt algorithm, beside headers',
      registry: sign(`${payload}, ${key}, '«RS265»', {'kid': 'x'}`),
      suggestion: 'RS256',
    },
    { name: 'an algorithm by name', registry: sign(`${payload}, ${key}, algorithm='«none»'`) },
    {
      name: 'a keyword of another library',
      registry: sign(`${payload}, ${key}, «alg»='HS256'`),
      suggestion: 'algorithm',
    },
    {
      name: 'a payload that is text',
      registry: sign(`«'a'», ${key}, 'HS256'`),
      message: /is an object, and this is text/,
    },
    { name: 'a payload that is JSON already', registry: sign(`«${payload} | tojson», ${key}, 'HS256'`) },
    { name: 'five arguments', registry: sign(`${payload}, ${key}, 'HS256', {}, «1»`) },
  ],
  right: [
    {
      name: 'as documented',
      registry: header(
        `{{ get_secret('a') }}{{ get_variable('b') | default('c') }}{{ now() }}{{ now(-60) }}{{ now(offset=3600) }}{{ user.profile_fields.by_id(7) }}{{ jwt_encode(${payload}, ${key}, 'EdDSA') }}{{ jwt_encode(payload=${payload}, key=${key}, algorithm='PS384', headers={'kid': '1'}) }}`,
      ),
    },
    {
      name: 'values that are computed',
      registry: header(
        '{{ now(60 * 5) }}{{ now(tenant_id | int) }}{{ user.profile_fields.by_id(tenant_id) }}',
      ),
    },
    {
      name: 'headers that choose the algorithm',
      registry: sign(`${payload}, ${key}, 'x', {'alg': 'HS256'}`),
    },
    { name: 'what `secret-name` speaks of', registry: header('{{ get_secret(3) }}') },
    { name: 'spread arguments', registry: header('{% set a = [1] %}{{ now(*a) }}{{ get_secret(**b) }}') },
    {
      name: 'a macro of the same name',
      registry: header("{% macro now(a, b) %}{% endmacro %}{{ now('a', 2) }}"),
    },
    { name: 'where it is not visible', registry: connector({ response_body: '{{ get_secret() }}' }) },
    {
      name: 'what URL rules speak of',
      registry: connector({ url: 'https://{{ get_variable() }}/x' }),
    },
  ],
});
