import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe("Text counts code points and prints as Python's", () => {
  test.each([
    ['{{ uni|length }}', '23'],
    ['{{ uni[-2] }}', '😀'],
    ['{{ uni[::-1] }}', 'x😀 ΣΑ eßartß éfac evïan'],
    ['{{ "😀é"[0] }}', '😀'],
    ['{{ [uni] }}', '[&#39;naïve café ßtraße ΑΣ 😀x&#39;]'],
    ['{{ ["it\'s", \'a"b\', "\\n\\\\"] }}', '[&#34;it&#39;s&#34;, &#39;a&#34;b&#39;, &#39;\\n\\\\&#39;]'],
    ['{{ ["\\u00a0\\u200b\\x7f"] }}', '[&#39;\\xa0\\u200b\\x7f&#39;]'],
    ['{{ uni.upper() }}', 'NAÏVE CAFÉ SSTRASSE ΑΣ 😀X'],
    ['{{ uni.title() }}', 'Naïve Café Sstraße Ας 😀X'],
    ['{{ "ΑΣ ΑΣΒ".lower() }}', 'ας ασβ'],
    ['{{ "ß".upper() ~ "ß".casefold() }}', 'SSss'],
    ['{{ "ǆ".title() }}', 'ǅ'],
    ['{{ " a  b c ".split() }}', '[&#39;a&#39;, &#39;b&#39;, &#39;c&#39;]'],
    ['{{ "a,b,,c".split(",") }}', '[&#39;a&#39;, &#39;b&#39;, &#39;&#39;, &#39;c&#39;]'],
    ['{{ "a,b,,c".rsplit(",", 1) }}', '[&#39;a,b,&#39;, &#39;c&#39;]'],
    ['{{ "a b c".split(none, 1) }}', '[&#39;a&#39;, &#39;b c&#39;]'],
    ['{{ "".split(",") }}', '[&#39;&#39;]'],
    ['{{ "".split() }}', '[]'],
    ['{{ "a\\nb\\r\\nc\\u2028d".splitlines() }}', '[&#39;a&#39;, &#39;b&#39;, &#39;c&#39;, &#39;d&#39;]'],
    ['{{ "a\\nb".splitlines(true) }}', '[&#39;a\\n&#39;, &#39;b&#39;]'],
    ['{{ "abc".center(8, "*") }}', '**abc***'],
    ['{{ "abc".center(7, "*") }}', '**abc**'],
    ['{{ "-5".zfill(4) }}', '-005'],
    ['{{ "a\\tb".expandtabs(4) }}', 'a   b'],
    ['{{ "abcabc".replace("b", "-", 1) }}', 'a-cabc'],
    ['{{ "abc".replace("", "-") }}', '-a-b-c-'],
    ['{{ "abc".find("c", -1) }}', '2'],
    ['{{ "xxabcxx".strip("x") }}', 'abc'],
    ['{{ "abc".partition("b") }}', '(&#39;a&#39;, &#39;b&#39;, &#39;c&#39;)'],
    ['{{ "abc".rpartition("z") }}', '(&#39;&#39;, &#39;&#39;, &#39;abc&#39;)'],
    ['{{ "a-b".join(["1", "2"]) }}', '1a-b2'],
    ['{{ "abc".startswith(("x", "ab")) }}', 'True'],
    ['{{ "½".isdigit() ~ "½".isnumeric() ~ "²".isdigit() }}', 'FalseTrueTrue'],
    ['{{ "٣".isdecimal() }}', 'True'],
    ['{{ "Hello World".swapcase() }}', 'hELLO wORLD'],
    ['{{ "they\'re".title() }}', 'They&#39;Re'],
    ['{{ "abc".translate({97: "b", 98: none}) }}', 'bc'],
    ['{{ "é".encode() }}', 'b&#39;\\xc3\\xa9&#39;'],
    ['{{ "abc".removeprefix("a").removesuffix("c") }}', 'b'],
    ['{{ "abc"[1:] }}', 'bc'],
    ['{{ "abc"[5:] }}', ''],
    ['{{ "abc"[::-2] }}', 'ca'],
    ['{{ "1_000"|int }}', '1000'],
    ['{{ "1".isidentifier() }}', 'False'],
    ['{{ "aaa".count("a", 1) }}', '2'],
    ['{{ "abc".rfind("") }}', '3'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ "abc".index("z") }}', 'ValueError', 'substring not found'],
    ['{{ ",".join([1]) }}', 'TypeError', 'sequence item 0: expected str instance, int found'],
    [
      '{{ "é".encode("ascii") }}',
      'UnicodeEncodeError',
      "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
    ],
    [
      '{{ "é".encode("latin-1", "ignore").decode() }}',
      'UnicodeDecodeError',
      "'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data",
    ],
    ['{{ "x".encode("klingon") }}', 'LookupError', 'unknown encoding: klingon'],
    ['{{ "abc".upper(1) }}', 'TypeError', 'str.upper() takes no arguments (1 given)'],
    ['{{ "abc".replace("a") }}', 'TypeError', 'replace expected at least 2 arguments, got 1'],
    ['{{ "abc".find() }}', 'TypeError', 'find() takes at least 1 argument (0 given)'],
    ['{{ "abc".split("") }}', 'ValueError', 'empty separator'],
    ['{{ "abc".center("x") }}', 'TypeError', "'str' object cannot be interpreted as an integer"],
    ['{{ "abc"["x"].y }}', 'UndefinedError', "'str object' has no attribute 'x'"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
