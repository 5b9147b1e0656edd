import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe("Arithmetic is Python's", () => {
  test.each([
    ['{{ 1 + 1 }}', '2'],
    ['{{ 2**70 }}', '1180591620717411303424'],
    ['{{ 10 / 2 }}', '5.0'],
    ['{{ 7 // 2 }}', '3'],
    ['{{ -7 // 2 }}', '-4'],
    ['{{ -7 % 3 }}', '2'],
    ['{{ 7 % -3 }}', '-2'],
    ['{{ -7.5 // 2 }}', '-4.0'],
    ['{{ 7.5 % -2 }}', '-0.5'],
    ['{{ 2 ** -1 }}', '0.5'],
    ['{{ 2 ** 0.5 }}', '1.4142135623730951'],
    ['{{ 0.1 + 0.2 }}', '0.30000000000000004'],
    ['{{ 1e16 }}', '1e+16'],
    ['{{ 1e15 }}', '1000000000000000.0'],
    ['{{ 1e-5 }}', '1e-05'],
    ['{{ 0.0001 }}', '0.0001'],
    ['{{ -0.0 }}', '-0.0'],
    ['{{ 1e999 - 1e999|float }}', 'nan'],
    ['{{ 123456789012345678901234567890 + 1 }}', '123456789012345678901234567891'],
    ['{{ 9007199254740993 }}', '9007199254740993'],
    ['{{ 2 ** 64 // 3 }}', '6148914691236517205'],
    ['{{ 10 ** 20 / 3 }}', '3.333333333333333e+19'],
    ['{{ 1 == 1.0 }}', 'True'],
    ['{{ true + true }}', '2'],
    ['{{ 1e20 == 10 ** 20 }}', 'True'],
    ['{{ 2 ** 53 == 2.0 ** 53 + 1 }}', 'True'],
    ['{{ "ab" * 3 }}', 'ababab'],
    ['{{ [1] * 2 }}', '[1, 1]'],
    ['{{ "-" * -1 }}', ''],
    ['{{ (1, 2) + (3,) }}', '(1, 2, 3)'],
    ['{{ d.keys() - ["a", "b"] }}', '{&#39;items&#39;}'],
    ['{{ (-8) ** 0.5 }}', '(1.7319121124709868e-16+2.8284271247461903j)'],
    ['{{ big * big }}', '152415787532388367504942236884722755800955129'],
    ['{{ not [] }}', 'True'],
    ['{{ [1, 2] < [1, 3] }}', 'True'],
    ['{{ "a" < "B" }}', 'False'],
    ['{{ 3 in [1, 2.0, 3.0] }}', 'True'],
    ['{{ "el" in "hello" }}', 'True'],
    ['{{ "a" in d }}', 'True'],
    ['{{ missing in [missing] }}', 'True'],
    ['{{ [] == {} }}', 'False'],
    ['{{ (1, 2) == (1, 2) }}', 'True'],
    ['{{ "\\uffff" < "😀" }}', 'True'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ "a" + 1 }}', 'TypeError', 'can only concatenate str (not "int") to str'],
    ['{{ 1 + "a" }}', 'TypeError', "unsupported operand type(s) for +: 'int' and 'str'"],
    ['{{ [] + () }}', 'TypeError', 'can only concatenate list (not "tuple") to list'],
    ['{{ none + 1 }}', 'TypeError', "unsupported operand type(s) for +: 'NoneType' and 'int'"],
    ['{{ 1 / 0 }}', 'ZeroDivisionError', 'division by zero'],
    ['{{ 1 // 0 }}', 'ZeroDivisionError', 'integer division or modulo by zero'],
    ['{{ 1 % 0 }}', 'ZeroDivisionError', 'integer modulo by zero'],
    ['{{ 1.0 / 0 }}', 'ZeroDivisionError', 'float division by zero'],
    ['{{ -"a" }}', 'TypeError', "bad operand type for unary -: 'str'"],
    ['{{ +none }}', 'TypeError', "bad operand type for unary +: 'NoneType'"],
    ['{{ "5" * "5" }}', 'TypeError', "can't multiply sequence by non-int of type 'str'"],
    ['{{ missing + 1 }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ 1 < "a" }}', 'TypeError', "'<' not supported between instances of 'int' and 'str'"],
    ['{{ [1] < ["a"] }}', 'TypeError', "'<' not supported between instances of 'int' and 'str'"],
    ['{{ none < 1 }}', 'TypeError', "'<' not supported between instances of 'NoneType' and 'int'"],
    ['{{ 1 in "abc" }}', 'TypeError', "'in <string>' requires string as left operand, not int"],
    ['{{ 1 in 5 }}', 'TypeError', "argument of type 'int' is not iterable"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
