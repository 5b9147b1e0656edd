/** `str.format` and `str.format_map` as the sandbox hands them out: through its own formatter. */
import type { Arguments, Runtime } from '../../calls.js';
import { typeError } from '../../errors.js';
import { Callable, Dict, Markup, type Value } from '../model.js';
import { type Text, textOf } from '../types.js';
import { type FormatArguments, formatTemplate } from './template.js';

/** The method bound to its text; `null` where the name is another. */
export function formatMethod(text: Text, name: string): Callable | null {
  if (name !== 'format' && name !== 'format_map') return null;
  const argumentsOf = name === 'format' ? formatArguments : formatMapArguments;
  const invoke = (args: Arguments, runtime: Runtime): Value => {
    const formatted = formatTemplate(textOf(text), argumentsOf(args), text instanceof Markup, runtime);
    return text instanceof Markup ? new Markup(formatted) : formatted;
  };
  return new Callable(name, invoke, undefined, 'function', text);
}

const formatArguments = ({ positional, keyword }: Arguments): FormatArguments => ({
  positional,
  named: Dict.of(keyword ?? []),
});

function formatMapArguments({ positional, keyword }: Arguments): FormatArguments {
  if (keyword !== null && keyword.size > 0) throw typeError('format_map() takes no keyword arguments');
  if (positional.length !== 1) {
    throw typeError(`format_map() takes exactly one argument (${positional.length} given)`);
  }
  return { positional: [], named: positional[0] as Value };
}
