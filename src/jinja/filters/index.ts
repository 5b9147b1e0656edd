/** Every filter there is, by name: Jinja2's own and the platform's four. */
import { requireLength, toList } from '../values/iteration.js';
import { escapeValue, softText } from '../values/text.js';
import { alias, type Filter, nativeFilter, pythonFilter, variadicFilter } from './filter.js';
import * as html from './html.js';
import * as json from './json.js';
import * as lists from './lists.js';
import * as numbers from './numbers.js';
import { prettyPrint } from './pprint.js';
import { map, selection } from './selection.js';
import * as text from './text.js';
import { urlize } from './urlize.js';
import { attr, fallback } from './values.js';

export type { Filter } from './filter.js';

const defaultFilter = pythonFilter('default', 'do_default(value, default_value="", boolean=False)', fallback);
const escapeFilter = nativeFilter('escape', 'markupsafe._speedups.escape', escapeValue);
const lengthFilter = nativeFilter('length', 'len', requireLength);

const all: readonly Filter[] = [
  nativeFilter('abs', 'abs', numbers.abs),
  pythonFilter('attr', 'do_attr(environment, obj, name)', attr),
  pythonFilter('base64_decode', 'base64_decode(value)', json.base64Decode),
  pythonFilter('base64_encode', 'base64_encode(value)', json.base64Encode),
  pythonFilter('batch', 'do_batch(value, linecount, fill_with=None)', lists.batch),
  pythonFilter('capitalize', 'do_capitalize(s)', text.textMethod('capitalize')),
  pythonFilter('center', 'do_center(value, width=80)', text.textMethod('center')),
  alias('count', lengthFilter),
  alias('d', defaultFilter),
  defaultFilter,
  pythonFilter(
    'dictsort',
    'do_dictsort(value, case_sensitive=False, by="key", reverse=False)',
    lists.dictsort,
  ),
  alias('e', escapeFilter),
  escapeFilter,
  pythonFilter('filesizeformat', 'do_filesizeformat(value, binary=False)', numbers.filesizeformat),
  pythonFilter('first', 'sync_do_first(environment, seq)', lists.first),
  pythonFilter('float', 'do_float(value, default=0.0)', numbers.float),
  pythonFilter('forceescape', 'do_forceescape(value)', html.forceEscape),
  variadicFilter('format', text.format),
  pythonFilter('from_json', 'from_json(value)', json.fromJson),
  pythonFilter(
    'groupby',
    'sync_do_groupby(environment, value, attribute, default=None, case_sensitive=False)',
    lists.groupby,
  ),
  pythonFilter('indent', 'do_indent(s, width=4, first=False, blank=False)', text.indent),
  pythonFilter('int', 'do_int(value, default=0, base=10)', numbers.int),
  pythonFilter('items', 'do_items(value)', lists.items),
  pythonFilter('join', 'sync_do_join(eval_ctx, value, d="", attribute=None)', lists.join),
  pythonFilter('json_encode', 'json_encode(value)', json.jsonEncode),
  pythonFilter('last', 'do_last(environment, seq)', lists.last),
  lengthFilter,
  pythonFilter('list', 'sync_do_list(value)', (value, _args, runtime) => toList(value, runtime)),
  pythonFilter('lower', 'do_lower(s)', text.textMethod('lower')),
  variadicFilter('map', map),
  pythonFilter('max', 'do_max(environment, value, case_sensitive=False, attribute=None)', lists.max),
  pythonFilter('min', 'do_min(environment, value, case_sensitive=False, attribute=None)', lists.min),
  pythonFilter('pprint', 'do_pprint(value)', (value, _args, runtime) => prettyPrint(value, runtime)),
  pythonFilter('random', 'do_random(context, seq)', lists.random),
  variadicFilter('reject', selection(false, false)),
  variadicFilter('rejectattr', selection(false, true)),
  pythonFilter('replace', 'do_replace(eval_ctx, s, old, new, count=None)', text.replace),
  pythonFilter('reverse', 'do_reverse(value)', lists.reverse),
  pythonFilter('round', 'do_round(value, precision=0, method="common")', numbers.round),
  pythonFilter('safe', 'do_mark_safe(value)', html.safe),
  variadicFilter('select', selection(true, false)),
  variadicFilter('selectattr', selection(true, true)),
  pythonFilter('slice', 'sync_do_slice(value, slices, fill_with=None)', lists.sliceInto),
  pythonFilter(
    'sort',
    'do_sort(environment, value, reverse=False, case_sensitive=False, attribute=None)',
    lists.sort,
  ),
  nativeFilter('string', 'markupsafe._speedups.soft_str', softText),
  pythonFilter('striptags', 'do_striptags(value)', html.striptags),
  pythonFilter('sum', 'sync_do_sum(environment, iterable, attribute=None, start=0)', lists.sum),
  pythonFilter('title', 'do_title(s)', text.title),
  pythonFilter('tojson', 'do_tojson(eval_ctx, value, indent=None)', json.tojson),
  pythonFilter('trim', 'do_trim(value, chars=None)', text.textMethod('strip')),
  pythonFilter(
    'truncate',
    'do_truncate(env, s, length=255, killwords=False, end="...", leeway=None)',
    text.truncate,
  ),
  pythonFilter('unique', 'do_unique(environment, value, case_sensitive=False, attribute=None)', lists.unique),
  pythonFilter('upper', 'do_upper(s)', text.textMethod('upper')),
  pythonFilter('urlencode', 'do_urlencode(value)', html.urlencode),
  pythonFilter(
    'urlize',
    'do_urlize(eval_ctx, value, trim_url_limit=None, nofollow=False, target=None, rel=None, extra_schemes=None)',
    urlize,
  ),
  pythonFilter('wordcount', 'do_wordcount(s)', text.wordcount),
  pythonFilter(
    'wordwrap',
    'do_wordwrap(environment, s, width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True)',
    text.wordwrap,
  ),
  pythonFilter('xmlattr', 'do_xmlattr(eval_ctx, d, autospace=True)', html.xmlattr),
];

export const builtinFilters: ReadonlyMap<string, Filter> = new Map(
  all.map((filter) => [filter.name, filter]),
);
