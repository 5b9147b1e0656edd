import { rule } from '../../../src/lint/rules/call-spelling.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const header = (value: string) => connector({ headers: [{ key: 'X-Key', value }] });

const wrong = (name: string, call: string) => ({
  name,
  registry: header(`a {{ «${call}» | upper }}`),
  suggestion: "get_secret('key')",
  fixed: header("a {{ get_secret('key') | upper }}"),
});

ruleCases(rule, {
  wrong: [
    wrong('double quotes', 'get_secret("key")'),
    wrong('spaces inside', "get_secret( 'key' )"),
    wrong('a space before', "get_secret ('key')"),
    wrong('a comma behind', "get_secret('key',)"),
    wrong('all of it', 'get_secret ( "key" )'),
    {
      name: 'a variable',
      registry: connector({ url: 'https://{{ «get_variable("host")» }}/x' }),
      fixed: connector({ url: "https://{{ get_variable('host') }}/x" }),
    },
  ],
  right: [
    { name: 'a name that no secret can have', registry: header('{{ get_secret("my key") }}') },
    {
      name: 'as documented',
      registry: header("{{get_secret('key')}} {{ get_variable('host') | default(\"a\") }}"),
    },
    { name: 'a computed name', registry: header('{{ get_secret( user.id ) }}') },
    { name: 'other arguments', registry: header("{{ get_variable( name = 'a' ) }}") },
    { name: 'other functions', registry: header('{{ now( 60 ) }}') },
    { name: 'a field that has no secrets', registry: connector({ request_body: '{{ get_secret("a") }}' }) },
  ],
});
