import { rule } from '../../../src/lint/rules/step-name-format.js';
import { compositeText, ruleCases } from '../support/rule-cases.js';

const step = (name: string) => compositeText(`{"name": ${name}, "url": "https://api.acme.io"}`);
const misspelt = ['fetch_user', 'Fetch-User', 'fetchUser', 'fetch user', 'fetch--user', '-fetch-user'];

ruleCases(rule, {
  wrong: [
    ...misspelt.map((name) => ({ name, registry: step(`«"${name}"»`), suggestion: 'fetch-user' })),
    { name: 'nothing to keep', registry: step('«"★"»') },
  ],
  right: ['auth', 'fetch-user', '2', 'step-2'].map((name) => ({ name, registry: step(`"${name}"`) })),
});
