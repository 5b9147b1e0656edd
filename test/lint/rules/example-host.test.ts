import { rule } from '../../../src/lint/rules/example-host.js';
import { connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    { name: 'a host', registry: connector({ url: 'https://«api.example.com»:8443/x' }) },
    { name: 'the domain itself', registry: connector({ url: 'https://«example.org»' }) },
    {
      name: 'below a variable',
      registry: connector({ url: "https://«{{ get_variable('h') }}.example.net»/x" }),
    },
  ],
  right: [
    { name: 'another', registry: connector({ url: 'https://api.acme.io/example.com' }) },
    { name: 'another domain', registry: connector({ url: 'https://myexample.com/' }) },
    { name: 'a label', registry: connector({ url: 'https://example.com.acme.io/' }) },
  ],
});
