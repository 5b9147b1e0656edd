/**
 * The objects that templates see besides plain data. Each names the attributes it has; nothing else of it can be reached.
 * platform.md section 4.
 */
import type { Persona } from '../config/index.js';
import {
  add,
  Callable,
  Dict,
  fromJavaScript,
  PyObject,
  pythonSignature,
  type Runtime,
  Tuple,
  toText,
  type Value,
} from '../jinja/index.js';
import type { Clock } from './clock.js';

const bindById = pythonSignature('by_id(id)', 0);

/** `user`: the signed-in person. */
export class UserObject extends PyObject {
  readonly typeName = 'User';
  private readonly attributes: ReadonlyMap<string, Value>;

  constructor(persona: Persona) {
    super();
    this.attributes = new Map<string, Value>([
      ['id', persona.id],
      ['email', persona.email],
      ['first_name', persona.first_name],
      ['last_name', persona.last_name],
      ['username', persona.username],
      ['profile_fields', new ProfileFields(persona.profile_fields)],
    ]);
  }

  override getAttribute(name: string): Value | undefined {
    return this.attributes.get(name);
  }
}

/** `user.profile_fields`: a field that is not set, or an anonymous user's, is None. */
class ProfileFields extends PyObject {
  readonly typeName = 'ProfileFields';
  private readonly byId: Callable;

  constructor(fields: ReadonlyMap<string, unknown>) {
    super();
    this.byId = new Callable('by_id', (args, runtime) => {
      const value = fields.get(toText(bindById(args)[0] as Value, runtime));
      return value === undefined ? null : fromJavaScript(value);
    });
  }

  override getAttribute(name: string): Value | undefined {
    return name === 'by_id' ? this.byId : undefined;
  }
}

/** `request.headers`: names compare case-insensitively. */
export class CaseInsensitiveHeaders extends PyObject {
  readonly typeName = 'Headers';
  private readonly dict: Dict;
  private readonly byLowerCase: ReadonlyMap<string, string>;

  constructor(headers: readonly (readonly [name: string, value: string])[]) {
    super();
    this.dict = Dict.of(headers);
    this.byLowerCase = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  }

  override getItem(key: Value): Value | undefined {
    return typeof key === 'string' ? this.byLowerCase.get(key.toLowerCase()) : undefined;
  }

  override getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'get':
        return new Callable(
          'get',
          (args) => this.getItem(args.positional[0] ?? null) ?? args.positional[1] ?? null,
        );
      case 'keys':
        return new Callable('keys', () => [...this.dict.keys()]);
      case 'values':
        return new Callable('values', () => [...this.dict.values()]);
      case 'items':
        return new Callable('items', () => [...this.dict.entries.values()].map((entry) => new Tuple(entry)));
      default:
        return undefined;
    }
  }

  override iterate(): Iterable<Value> {
    return this.dict.keys();
  }

  override length(): number {
    return this.dict.size;
  }

  override contains(key: Value): boolean {
    return this.getItem(key) !== undefined;
  }

  override repr(runtime: Runtime): string {
    return toText(this.dict, runtime);
  }
}

const bindNow = pythonSignature('now(offset=0)', 0);

/** `now(offset=0)`: Unix seconds, an integer. */
export const nowFunction = (clock: Clock): Callable =>
  new Callable('now', (args, runtime) => add(clock.unixSeconds(), bindNow(args)[0] as Value, runtime));
