import { rule } from '../../../src/lint/rules/widget-identity.js';
import { widgetCases } from '../support/widget-cases.js';

const send = (options: string): string =>
  `sdk.connectors.composite.execute({ permalink: 'everything', ${options} });`;

widgetCases(
  [rule],
  [
    { name: "the page's user", source: send('payload: { «userId»: window.currentUser.id }') },
    { name: 'in a header', source: send("headers: { «'X-User-Email'»: user.email }") },
    {
      name: 'taken out before',
      source: `const me = page.user;\n${send('queryParams: { «email»: me.email }')}`,
    },
    {
      name: 'a user that the page is about',
      source: send('payload: { userId, email: form.email, authorId: author.id }'),
    },
    { name: 'a constant', source: send("payload: { userId: 'usr_123' }") },
  ],
);
