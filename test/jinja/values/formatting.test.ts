import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe("The formatting languages are Python's", () => {
  test.each([
    ['{{ "{:>10,.2f}|{:<5}|{:^7}|{:+d}".format(12345.678, "ab", "mid", 5) }}', ' 12,345.68|ab   |  mid  |+5'],
    ['{{ "{:#x} {:#b} {:#o} {:X} {:_b}".format(255, 5, 8, 255, 1023) }}', '0xff 0b101 0o10 FF 11_1111_1111'],
    [
      '{{ "{:.3g} {:g} {:e} {:%} {:.1%} {:n}".format(1234.5, 1e20, 12345.678, 0.5, 0.256, 1234) }}',
      '1.23e+03 1e+20 1.234568e+04 50.000000% 25.6% 1234',
    ],
    ['{{ "{:010.2f} {:=+8d} {:*^9}".format(-3.14159, 42, "x") }}', '-000003.14 +     42 ****x****'],
    ['{{ "{0} {1} {0}".format("a", "b") }}', 'a b a'],
    ['{{ "{a.b[c]} {x[0]}".format(a={"b": {"c": 1}}, x=[5]) }}', '1 5'],
    ['{{ "{!r:>6} {!s} {!a}".format("x", "y", "é") }}', '   &#39;x&#39; y &#39;\\xe9&#39;'],
    ['{{ "{:{}}".format("x", 5) }}', 'x    '],
    ['{{ "{{}} {}".format(1) }}', '{} 1'],
    ['{{ "{:.2f} {:.0f} {:.0f}".format(2.675, 0.5, 1.5) }}', '2.67 0 2'],
    ['{{ "{a}".format_map({"a": 1}) }}', '1'],
    ['{{ "%s %d %05.1f %x %%" % ("a", 5, 2.55, 255) }}', 'a 5 002.5 ff %'],
    ['{{ "%(a)s %(b)r" % {"a": 1, "b": "x"} }}', '1 &#39;x&#39;'],
    ['{{ "%-5s| %+d % d %5.1e" % ("a", 1, 2, 12345.678) }}', 'a    | +1  2 1.2e+04'],
    ['{{ "%c%c" % ("a", 98) }}', 'ab'],
    ['{{ "%.2s" % "abc" }}', 'ab'],
    ['{{ "%*d" % (5, 42) }}', '   42'],
    ['{{ "%s" % missing }}', ''],
    ['{{ "%#x %#o" % (255, 8) }}', '0xff 0o10'],
    ['{{ "%g %g %G" % (1e-5, 1234567.0, 1e-10) }}', '1e-05 1.23457e+06 1E-10'],
    ['{{ "%s" % [1, 2] }}', '[1, 2]'],
    ['{{ "%i" % 3.99 }}', '3'],
    ['{{ "{:20}|{:>20}".format(1.5, true) }}', '                 1.5|                   1'],
    ['{{ "{:z.1f}".format(-0.01) }}', '0.0'],
    ['{{ ("<%s>"|safe) % "<" }}', '<&lt;>'],
    ['{{ ("{}"|safe).format("<") }}', '&lt;'],
    ['{{ ("%d"|safe) % "5" }}', '5'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    [
      '{{ "{} {0}".format(1) }}',
      'ValueError',
      'cannot switch from manual field specification to automatic field numbering',
    ],
    ['{{ "{}".format() }}', 'IndexError', 'tuple index out of range'],
    ['{{ "{x}".format() }}', 'KeyError', "'x'"],
    ['{{ "{:d}".format("a") }}', 'ValueError', "Unknown format code 'd' for object of type 'str'"],
    ['{{ "{".format() }}', 'ValueError', "Single '{' encountered in format string"],
    ['{{ "{:,x}".format(1) }}', 'ValueError', "Cannot specify ',' with 'x'."],
    ['{{ "{:5d5}".format(1) }}', 'ValueError', "Invalid format specifier '5d5' for object of type 'int'"],
    ['{{ "{.__class__}".format(1) }}', 'KeyError', "''"],
    [
      '{{ "{0.__class__.x}".format(1) }}',
      'SecurityError',
      "access to attribute '__class__' of 'int' object is unsafe.",
    ],
    ['{{ "%d" % "a" }}', 'TypeError', '%d format: a real number is required, not str'],
    ['{{ "%x" % 1.5 }}', 'TypeError', '%x format: an integer is required, not float'],
    ['{{ "%s %s" % (1,) }}', 'TypeError', 'not enough arguments for format string'],
    ['{{ "%s" % (1, 2) }}', 'TypeError', 'not all arguments converted during string formatting'],
    ['{{ "%(a)s" % 5 }}', 'TypeError', 'format requires a mapping'],
    ['{{ "%y" % 1 }}', 'ValueError', "unsupported format character 'y' (0x79) at index 1"],
    ['{{ "%" % () }}', 'ValueError', 'incomplete format'],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
