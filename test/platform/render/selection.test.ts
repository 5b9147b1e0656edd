import { describe, expect, it } from 'vitest';
import { selectField, selectStep } from '../../../src/platform/render/selection.js';
import { renderReport } from '../../../src/views/render/report.js';
import { render } from './support.js';

const url = 'https://api.example.com/x';

describe('a part of a rendering', () => {
  const { result } = render({
    steps: [
      { name: 'one', url },
      { name: 'two', url, query_parameters: [{ key: 'a', value: '{{ steps.one.body }}' }] },
      {
        name: 'three',
        url: `${url}/{{ steps.two.body }}`,
        headers: [{ key: 'X-A', value: '{{ steps.one.body }}' }],
      },
    ],
  });
  const placeholders = ({ warnings }: typeof result) =>
    warnings.filter(({ code }) => code === 'placeholder-steps').map(({ message }) => message);

  it('names the steps whose placeholders it shows, and no others', () => {
    expect(placeholders(result)).toEqual([expect.stringContaining("steps 'one', 'two':")]);
    expect(placeholders(selectStep(result, 'one'))).toEqual([]);
    expect(placeholders(selectStep(result, 'two'))).toEqual([expect.stringContaining("step 'one':")]);
    const third = selectStep(result, 'three');
    expect(placeholders(selectField(third, 'url'))).toEqual([expect.stringContaining("step 'two':")]);
    expect(placeholders(selectField(third, 'headers'))).toEqual([expect.stringContaining("step 'one':")]);
    expect(placeholders(selectField(third, 'request_body'))).toEqual([]);
  });

  it('names no step whose placeholder a secret hides', () => {
    const hidden = render({
      steps: [
        { name: 'one', url },
        { name: 'two', url, headers: [{ key: 'X-A', value: "{{ steps.one.body }}{{ get_secret('k') }}" }] },
      ],
      secrets: { k: 'hidden-value' },
    });
    expect(placeholders(hidden.result)).toEqual([]);
  });

  it('says of how many steps it is', () => {
    const heading = (one: typeof result) =>
      renderReport(one, { color: false, width: 100, mask: (text) => text, answers: null })[0];
    expect(heading(result)).toContain('composite · 3 steps');
    expect(heading(selectStep(result, 'two'))).toContain('composite · 1 of 3 steps');
  });
});
