/** One more member or item of a file of settings, behind those that are there: their lines stay as they are. */
import {
  applyEdits,
  type FormattingOptions,
  findNodeAtLocation,
  modify,
  type Node,
  parseTree,
} from 'jsonc-parser';

/**
 * @param path of something new. Its last part is a key, or the number of items in the list.
 * @returns the text with it
 */
export function putSetting(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
  formattingOptions: FormattingOptions,
): string {
  const isArrayInsertion = typeof path.at(-1) === 'number';
  return (
    onOwnLine(text, path, value, formattingOptions) ??
    applyEdits(text, modify(text, [...path], value, { formattingOptions, isArrayInsertion }))
  );
}

/** Null where the last of the others does not have its lines for itself. */
function onOwnLine(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
  { eol = '\n', insertSpaces, tabSize = 2 }: FormattingOptions,
): string | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (!root) return null;
  const { container, key, rest } = containerOf(root, path);
  const last = container?.children?.at(-1);
  if (!last) return null;
  const [before = ''] = /[^\r\n]*$/.exec(text.slice(0, last.offset)) ?? [];
  const end = last.offset + last.length;
  const [after = ''] = /^[^\r\n]*/.exec(text.slice(end)) ?? [];
  const [, space, comma, comment] = /^([ \t]*)(,?)([ \t]*(?:\/\/.*)?)$/.exec(after) ?? [];
  if (before.trim() !== '' || comma === undefined) return null;

  const nested = rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  const unit = insertSpaces === false ? '\t' : ' '.repeat(tabSize);
  const written = JSON.stringify(nested, null, unit).replaceAll('\n', eol + before);
  const name = typeof key === 'string' ? `${JSON.stringify(key)}: ` : '';
  const line = comma === '' ? `,${space}${comment}` : after;
  return `${text.slice(0, end)}${line}${eol}${before}${name}${written}${comma}${text.slice(end + after.length)}`;
}

/** What is there of the way, and what is still to be made. */
function containerOf(
  root: Node,
  path: readonly (string | number)[],
): { container: Node | undefined; key: string | number | undefined; rest: readonly (string | number)[] } {
  let depth = 0;
  while (depth < path.length - 1 && findNodeAtLocation(root, path.slice(0, depth + 1))) depth += 1;
  return {
    container: findNodeAtLocation(root, path.slice(0, depth)),
    key: path[depth],
    rest: path.slice(depth + 1),
  };
}
