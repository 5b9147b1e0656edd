/** Questions and items for the tests of prompts. */
import type { PickerItem } from '../../../src/views/prompts/picker.js';
import type { Question } from '../../../src/views/prompts/question.js';

export const questions: readonly Question[] = [
  { id: 'name', prompt: 'Name', kind: 'text', default: 'Search', required: true },
  {
    id: 'url',
    prompt: 'URL of the API that is called for every visitor of the page',
    kind: 'text',
    required: true,
    validate: (text) => (text.startsWith('https://') ? null : 'It must begin with https://.'),
  },
  {
    id: 'place',
    prompt: 'Where the key goes',
    kind: 'choice',
    choices: [{ value: 'none', detail: 'no key at all' }, { value: 'header', label: 'Header' }, 'query'],
    default: 'header',
  },
  { id: 'key', prompt: 'The key', kind: 'secret', when: (answers) => answers.get('place') !== 'none' },
  { id: 'scopes', prompt: 'Scopes', kind: 'choices', choices: ['read', 'write', 'admin'], default: ['read'] },
  { id: 'tests', prompt: 'Write a test file?', kind: 'confirm', default: true },
];

export const items = (count: number): PickerItem[] => [
  { title: 'contact-orders', name: 'Orders of a contact', details: 'composite  3 steps  api.example.com' },
  { title: 'günstige-züge', name: '列車の検索 🚄', details: 'GET  bahn.example.com' },
  ...Array.from({ length: Math.max(count - 2, 0) }, (_, index) => ({
    title: `connector-${index + 1}`,
    name: `Connector number ${index + 1}`,
    details: `GET  host-${index % 7}.example.com`,
  })),
];
