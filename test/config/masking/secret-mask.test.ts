import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecretMask } from '../../../src/config/masking/secret-mask.js';

function maskOf(...secrets: string[]): SecretMask {
  const mask = new SecretMask();
  for (const secret of secrets) mask.add(secret);
  return mask;
}

const hex = (text: string, upper: boolean): string => {
  const encoded = encodeURIComponent(Buffer.from(text).toString());
  return upper ? encoded : encoded.replace(/%../g, (triplet) => triplet.toLowerCase());
};
const strict = (text: string): string =>
  hex(text, true).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const pythonJson = (text: string): string =>
  json(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const entities = (quotes: [string, string]) => (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', quotes[0])
    .replaceAll("'", quotes[1]);

const encoders: Record<string, (text: string) => string> = {
  raw: (text) => text,
  percent: strict,
  'percent, lower case': (text) => hex(text, false),
  'percent, every byte': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  form: (text) => new URLSearchParams([['', text]]).toString().slice(1),
  'Python quote': (text) => strict(text).replaceAll('%2F', '/'),
  json,
  'json, ASCII': pythonJson,
  'json, slashes': (text) => json(text).replaceAll('/', '\\/'),
  tojson: (text) => pythonJson(text).replace(/[<>&']/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  'html, Jinja2': entities(['&#34;', '&#39;']),
  'html, Python': entities(['&quot;', '&#x27;']),
  'html, named': entities(['&quot;', '&apos;']),
  'html, every character': (text) => [...text].map((c) => `&#${c.codePointAt(0)};`).join(''),
};

const aligned = (text: string): string => Buffer.from(text).toString('base64');
const alignedUrl = (text: string): string => Buffer.from(text).toString('base64url');

// Lone surrogates have no UTF-8 and so no encoding to be found in.
const secret = fc
  .oneof(
    fc.string({ minLength: 4, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 4, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(...'ab12+/=%\\&"\'<> \n;#é😀$'),
      minLength: 4,
      maxLength: 30,
    }),
  )
  .filter((text) => text.trim().length >= 4);
const encoderName = fc.constantFrom(...Object.keys(encoders));
const encode = (name: string, text: string): string => (encoders[name] ?? String)(text);

describe('SecretMask', () => {
  it('replaces a secret and nothing else', () => {
    const mask = maskOf('s3cret-value');
    expect(mask.mask('Authorization: Bearer s3cret-value; next')).toBe('Authorization: Bearer ***; next');
    expect(mask.mask('nothing to hide & 100% \\ +')).toBe('nothing to hide & 100% \\ +');
    expect(mask.size).toBe(1);
  });

  it.each(Object.keys(encoders))('finds what is escaped: %s', (name) => {
    const value = `p/w+d "é😀' <&> \\ %41\nend`;
    expect(maskOf(value).mask(`<${encode(name, value)}>`)).toBe('<***>');
  });

  it('finds a Basic pair and takes its user and padding along', () => {
    const mask = maskOf('hunter22');
    for (const user of ['u', 'us', 'use', 'user']) {
      const masked = mask.mask(`Basic ${aligned(`${user}:hunter22`)}, next`);
      expect(masked).toMatch(/^Basic [\w+/]{0,6}\*\*\*, next$/);
    }
  });

  it('finds hexadecimal digits in either case', () => {
    const digits = Buffer.from('s3cret-välue').toString('hex');
    const mask = maskOf('s3cret-välue');
    expect(mask.mask(`x=${digits};`)).toBe('x=***;');
    expect(mask.mask(`x=0A${digits.toUpperCase()}`)).toBe('x=0A***');
  });

  it('finds base64 that is percent-encoded, and JSON in base64', () => {
    const mask = maskOf('a"secret>?~~~');
    expect(mask.mask(`x=${strict(aligned('a"secret>?~~~'))}&y`)).toBe('x=***&y');
    expect(mask.mask(alignedUrl(JSON.stringify({ k: 'a"secret>?~~~' })))).not.toContain(
      alignedUrl(json('a"secret>?~~~')).slice(4, -4),
    );
  });

  it('masks secrets that contain one another or overlap', () => {
    expect(maskOf('abcdef', 'abcdefghij').mask('abcdefghij abcdef abcdefgh')).toBe('*** *** ***gh');
    expect(maskOf('abcdef', 'defghi').mask('-abcdefghi-')).toBe('-***-');
    expect(maskOf('abcdabcd').mask('abcdabcdabcd')).toBe('***');
  });

  it('masks a short secret only where it is everything', () => {
    const mask = maskOf('a&b', 'x');
    expect(mask.mask('a&b')).toBe('***');
    expect(mask.mask('a&amp;b')).toBe('***');
    expect(mask.mask('a&b and x')).toBe('a&b and x');
    expect(mask.maskValue({ x: 'x', y: ['ax'] })).toEqual({ '***': '***', y: ['ax'] });
  });

  it('finds a secret in upper and lower case, as header names and hosts show it', () => {
    const mask = new SecretMask();
    mask.add('CanaryMixedCase99');
    expect(mask.mask('x-seen-canarymixedcase99: 1')).toBe('x-seen-***: 1');
    expect(mask.mask('bad key CANARYMIXEDCASE99')).toBe('bad key ***');
  });

  it('ignores blank values', () => {
    const mask = maskOf('', ' ', '    ');
    expect(mask.size).toBe(0);
    expect(mask.mask('a    b')).toBe('a    b');
  });

  describe('multi-line secrets', () => {
    const body = [
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw',
      'ggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyji',
      'WA4R4/M2bS1GB4t7',
    ];
    const pem = `-----BEGIN PRIVATE KEY-----\n${body.join('\n')}\n-----END PRIVATE KEY-----\n`;

    it('are found whole, by line, joined, and with either line end', () => {
      const mask = maskOf(pem);
      expect(mask.mask(`key: ${pem}`)).toBe('key: ***');
      expect(mask.mask(pem.replaceAll('\n', '\r\n').trim())).toBe('***');
      expect(mask.mask(`line ${body[1]} alone`)).toBe('line *** alone');
      expect(mask.mask(body.join(''))).toBe('***');
      expect(mask.mask(JSON.stringify({ pem }))).toBe('{"pem":"***"}');
      expect(mask.mask(pem.replaceAll('\n', '\\\\n'))).toBe('***');
      expect(mask.mask('-----BEGIN PRIVATE KEY----- of another')).toBe(
        '-----BEGIN PRIVATE KEY----- of another',
      );
    });

    it('are found where the secret itself writes its lines as \\n', () => {
      const mask = maskOf(pem.replaceAll('\n', '\\n'));
      expect(mask.mask(`<${pem}>`)).toBe('<***>');
      expect(mask.mask(`"${body[0]}"`)).toBe('"***"');
    });

    it('are found inside a key file in JSON', () => {
      const mask = maskOf(JSON.stringify({ type: 'service', private_key: pem }, null, 2));
      expect(mask.mask(`signing with ${pem}`)).toBe('signing with ***');
    });
  });

  describe('maskValue', () => {
    it('masks strings, keys and numbers of a JSON tree, and copies it', () => {
      const mask = maskOf('secret', '123456');
      const value = { a: ['x secret', 1234567, 12, null, true], secret: { b: 5n }, big: 9123456n };
      expect(mask.maskValue(value)).toEqual({
        a: ['x ***', '***', 12, null, true],
        '***': { b: 5n },
        big: '***',
      });
      expect(value.a[0]).toBe('x secret');
    });

    it('keeps the order of keys and does not reach a prototype', () => {
      const value = JSON.parse('{"b": 1, "__proto__": {"polluted": "secret"}, "a": 2}');
      const masked = maskOf('secret').maskValue(value);
      expect(JSON.stringify(masked)).toBe('{"b":1,"__proto__":{"polluted":"***"},"a":2}');
      expect(Object.getPrototypeOf(masked)).toBe(Object.prototype);
    });

    it('bears any nesting', () => {
      let deep: unknown = 'secret';
      for (let level = 0; level < 50_000; level += 1) deep = [deep];
      let masked = maskOf('secret').maskValue(deep);
      while (Array.isArray(masked)) masked = masked[0];
      expect(masked).toBe('***');
    });
  });

  it('masks large texts', () => {
    const line = '{"id": 42, "title": "a \\"quoted\\" & 100% title", "token": "none"},\n';
    const big = line.repeat(20_000);
    const masked = maskOf('the secret').mask(`${big}"the\\u0020secret"\n${big}`);
    expect(masked).toBe(`${big}"***"\n${big}`);
  });
});

describe('properties of masking', () => {
  const around = fc.string({ unit: fc.constantFrom(...'xyz :,[]{}~'), maxLength: 8 });

  it('no notation of a secret survives, nor does one on top of another', () => {
    fc.assert(
      fc.property(secret, around, around, encoderName, encoderName, (value, before, after, inner, outer) => {
        const encoded = encode(outer, encode(inner, value));
        const masked = maskOf(value).mask(before + encoded + after);
        expect(masked).not.toContain(encoded);
        expect(masked).toContain('***');
      }),
      { numRuns: 3000 },
    );
  });

  it('nor does any in base64, wherever it begins, however that is encoded', () => {
    const lead = fc.string({ unit: fc.constantFrom(...'user:{} "'), maxLength: 6 });
    const alphabet = fc.constantFrom(aligned, alignedUrl);
    const inner = fc.constantFrom('raw', 'json', 'json, ASCII', 'percent', 'form', 'html, Jinja2');
    fc.assert(
      fc.property(
        secret,
        lead,
        lead,
        alphabet,
        inner,
        encoderName,
        (value, before, after, base64, first, outer) => {
          const core = encode(first, value);
          const text = base64(before + core + after);
          const from = Math.ceil((Buffer.byteLength(before) * 8) / 6);
          const to = Math.floor((Buffer.byteLength(before + core) * 8) / 6);
          const masked = maskOf(value).mask(encode(outer, text));
          expect(masked).not.toContain(encode(outer, text.slice(from, to)));
          expect(masked).toContain('***');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('finds every secret in a document that escapes all of it', () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 4 }),
        fc.string(),
        encoderName,
        (values, glue, name) => {
          const mask = maskOf(...values);
          const masked = mask.mask(encode(name, values.join(glue)));
          for (const value of values) expect(masked).not.toContain(encode(name, value));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('leaves text alone that has none of the secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc%+\\&;#39"u0'), maxLength: 80 }), (text) => {
        expect(maskOf('WXYZ-WXYZ').mask(text)).toBe(text);
      }),
    );
  });
});
