/** What a person types and pastes, out of the bytes that a terminal sends for it. */
import { emitKeypressEvents, type Interface, type Key as ReadlineKey } from 'node:readline';
import { PassThrough } from 'node:stream';

export type KeyName =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'pageup'
  | 'pagedown'
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'word-left'
  | 'word-right'
  | 'delete-word'
  | 'delete-to-start'
  | 'delete-to-end'
  | 'cancel';

export type Key =
  | { readonly name: KeyName }
  /** `isPasted`: line breaks in it were not pressed. */
  | { readonly name: 'text'; readonly text: string; readonly isPasted: boolean };

/** Of `node:tty`, as far as it is needed. */
export type KeyboardStream = NodeJS.ReadableStream & {
  setRawMode?: (mode: boolean) => unknown;
  ref?: () => unknown;
  unref?: () => unknown;
};

/** How long a lone escape waits for the rest of a sequence: slow lines send them in pieces. */
const escapeWait_ms = 50;
/** Nobody pastes more into a prompt on purpose. */
const longestPaste_characters = 256 * 1024;

/**
 * Calls back once for all that came at a time.
 * @returns what ends it; the stream is then as it was, and may be read by others
 */
export function readKeys(stdin: KeyboardStream, onKeys: (keys: readonly Key[]) => void): () => void {
  // Node's reader of keys stays on a stream until the next chunk, which it would swallow: so it sits on one of its own.
  const relay = new PassThrough();
  const settings = { escapeCodeTimeout: escapeWait_ms } as unknown as Interface;
  emitKeypressEvents(relay, settings);
  let keys: Key[] = [];
  let paste: string | null = null;
  let scheduled = false;
  const add = (key: Key): void => {
    const last = keys.at(-1);
    if (key.name === 'text' && last?.name === 'text' && !key.isPasted && !last.isPasted) {
      keys[keys.length - 1] = { ...last, text: last.text + key.text };
    } else keys.push(key);
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const all = keys;
      keys = [];
      onKeys(all);
    });
  };
  relay.on('keypress', (text: string | undefined, key: ReadlineKey & { name?: string }) => {
    if (key.name === 'paste-start') paste = '';
    else if (key.name === 'paste-end') {
      const pasted = paste ?? '';
      paste = null;
      if (pasted !== '') add({ name: 'text', text: pasted, isPasted: true });
    } else if (paste !== null) {
      if (paste.length < longestPaste_characters) paste += key.sequence ?? text ?? '';
    } else {
      const meant = keyOf(text, key);
      if (meant) add(meant);
    }
  });
  const relayed = (chunk: Buffer | string) => relay.write(chunk);
  const ended = () => add({ name: 'cancel' });
  stdin.setRawMode?.(true);
  stdin.ref?.();
  stdin.on('data', relayed);
  stdin.once('end', ended);
  stdin.resume();
  return () => {
    stdin.off('data', relayed);
    stdin.off('end', ended);
    relay.removeAllListeners('keypress');
    stdin.setRawMode?.(false);
    stdin.pause();
    stdin.unref?.();
  };
}

/** By the names of `node:readline`. */
const named: Readonly<Record<string, KeyName>> = Object.assign(Object.create(null), {
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
  home: 'home',
  end: 'end',
  pageup: 'pageup',
  pagedown: 'pagedown',
  return: 'enter',
  enter: 'enter',
  escape: 'escape',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
});

/** As in shells. */
const withControl: Readonly<Record<string, KeyName>> = Object.assign(Object.create(null), {
  c: 'cancel',
  a: 'home',
  e: 'end',
  b: 'left',
  f: 'right',
  p: 'up',
  n: 'down',
  u: 'delete-to-start',
  k: 'delete-to-end',
  w: 'delete-word',
  h: 'backspace',
  left: 'word-left',
  right: 'word-right',
});

const withMeta: Readonly<Record<string, KeyName>> = Object.assign(Object.create(null), {
  b: 'word-left',
  f: 'word-right',
  left: 'word-left',
  right: 'word-right',
  backspace: 'delete-word',
  escape: 'escape',
});

function keyOf(text: string | undefined, key: ReadlineKey): Key | null {
  const { name = '', ctrl, meta } = key;
  const table = ctrl ? withControl : meta ? withMeta : named;
  const meant = table[name];
  if (meant) return { name: meant };
  if (ctrl || meta || text === undefined || text === '' || text.startsWith('\u001b')) return null;
  return text < ' ' || text === '\u007f' ? null : { name: 'text', text, isPasted: false };
}
