/** The lines that a synchronous function prints with `console.log`: the library has no other way to answer. */
export function printedBy(print: () => void): string[] {
  const { log } = console;
  const lines: string[] = [];
  console.log = (text: unknown) => lines.push(...String(text).split('\n'));
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines;
}
