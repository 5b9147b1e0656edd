/** The platform's filters, which let placeholders through instead of failing on them. */
import {
  type Arguments,
  Dict,
  Environment,
  type Filter,
  type Runtime,
  TemplateError,
  Tuple,
  toText,
  type Value,
} from '../../jinja/index.js';
import { platformFilters } from '../environment.js';
import { holdsPlaceholder, Placeholder, type PlaceholderUse } from './placeholder.js';

/** Their output hides what went in. */
const encoders = new Set(['base64_encode']);

/** As the platform's environment; where a field has read nothing of unknown steps its filters are the platform's. */
export function placeholderEnvironment(use: PlaceholderUse): Environment {
  const filters = [...platformFilters()].map(([name, filter]) => [name, lenient(name, filter, use)] as const);
  return new Environment({ autoescape: true, filters: new Map(filters) });
}

const lenient = (name: string, filter: Filter, use: PlaceholderUse): Filter => ({
  ...filter,
  apply(value, args, runtime) {
    if (value instanceof Placeholder) return value.filtered(name, args);
    if (use.steps.size === 0) return filter.apply(value, args, runtime);
    if (encoders.has(name) && typeof value === 'string' && holdsPlaceholder(value)) return value;
    try {
      return filter.apply(value, args, runtime);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const plain = new PlainCopy(runtime);
      const copied = plain.of(value);
      const copiedArgs = plain.arguments(args);
      if (plain.replaced === 0) throw error;
      return filter.apply(copied, copiedArgs, runtime);
    }
  },
});

/** Far deeper and larger than what people write. */
const deepest = 64;
const most = 100_000;

/** A copy of a value with text in the place of placeholders. */
class PlainCopy {
  replaced = 0;
  private visited = 0;

  constructor(private readonly runtime: Runtime) {}

  of(value: Value, depth = 0): Value {
    this.visited += 1;
    if (depth > deepest || this.visited > most) return value;
    if (value instanceof Placeholder) {
      this.replaced += 1;
      return value.str();
    }
    if (Array.isArray(value)) return value.map((item) => this.of(item, depth + 1));
    if (value instanceof Tuple) return new Tuple(value.items.map((item) => this.of(item, depth + 1)));
    if (value instanceof Dict) return this.dict(value, depth);
    return value;
  }

  arguments({ positional, keyword }: Arguments): Arguments {
    return {
      positional: positional.map((value) => this.of(value)),
      keyword: keyword && new Map([...keyword].map(([name, value]) => [name, this.of(value)])),
    };
  }

  private dict(value: Dict, depth: number): Dict {
    const copy = new Dict();
    for (const [hash, [key, item]] of value.entries) {
      const copied = this.of(item, depth + 1);
      if (key instanceof Placeholder) {
        this.replaced += 1;
        copy.setString(toText(key, this.runtime), copied);
      } else copy.entries.set(hash, [key, copied]);
    }
    return copy;
  }
}
