/**
 * What templates see, field by field. The names and who sees them come from `fields.ts`; the values are made here.
 * platform.md section 4.
 */
import { Bytes, Callable, Dict, Markup, pythonSignature, toText, type Value } from '../jinja/index.js';
import type { Clock } from './clock.js';
import { type ContextName, type FieldGroup, visibleNames } from './fields.js';
import { CaseInsensitiveHeaders, nowFunction, UserObject } from './host-objects.js';
import { jwtEncodeFunction } from './jwt/jwt-encode.js';
import { MissingValue } from './missing-value.js';
import type { ConnectorKind, HeaderMap } from './result.js';
import type { Call, PlatformSettings, SecretCollector } from './settings.js';

/** What a template sees of an upstream's answer. `body` is null where it is not UTF-8. */
export interface VisibleResponse {
  body: string | null;
  statusCode: number;
  headers: HeaderMap;
}

export interface ContextSource {
  kind: ConnectorKind;
  settings: PlatformSettings;
  call: Call;
  clock: Clock;
  secrets: SecretCollector;
  /** Told of names that have no value; the literal call then goes out in their place. */
  onMissing(what: 'secret' | 'variable', name: string): void;
}

/** Makes the contexts of one run. Results of steps are added as the steps finish. */
export class Contexts {
  private readonly steps = new Dict();
  /** What the field that is being rendered asked for in vain, and has no default for. */
  private readonly missing = new Set<MissingValue>();
  private secretInUse = false;
  private readonly values: Partial<Record<ContextName, Value>>;

  constructor(private readonly source: ContextSource) {
    const { settings, call } = source;
    this.values = {
      user: new UserObject(settings.persona),
      now: nowFunction(source.clock),
      get_secret: this.namedValue('get_secret', 'secret', (name) => settings.secrets.get(name)),
      get_variable: this.namedValue('get_variable', 'variable', (name) => settings.variables.get(name)),
      jwt_encode: jwtEncodeFunction(source.secrets),
      steps: this.steps,
      request: visibleRequest(call),
      body_text: call.payload,
      body_raw: call.payload === null ? null : bytesOf(call.payload),
      pathParams: new Dict(),
    };
    if (settings.tenantId !== null) this.values.tenant_id = settings.tenantId;
  }

  /** The names that a field of this group sees, with their values. */
  of(group: FieldGroup, response?: VisibleResponse): Map<string, Value> {
    const context = new Map<string, Value>();
    for (const name of visibleNames(this.source.kind, group)) {
      const value = name === 'response' && response ? visibleResponse(response) : this.values[name];
      if (value !== undefined) context.set(name, value);
    }
    return context;
  }

  /** Of a simple connector, percent-encoded; visible in its URL. */
  setPathParameters(values: ReadonlyMap<string, string>): void {
    this.values.pathParams = Dict.of([...values]);
  }

  /** Whether the field that is being rendered has used a secret. */
  get usedSecret(): boolean {
    return this.secretInUse;
  }

  /** After each field: tells of the literal texts that go out with it. */
  finishField(): void {
    for (const { what, name } of this.missing) this.source.onMissing(what, name);
    this.missing.clear();
    this.secretInUse = false;
  }

  /** Makes a finished step visible to the later ones as `steps.<name>`. */
  addStep(name: string, response: VisibleResponse): void {
    this.setStep(name, visibleResponse(response));
  }

  /** The same with a value that stands for the answer. */
  setStep(name: string, value: Value): void {
    this.steps.setString(name, value);
  }

  /**
   * `get_secret` and `get_variable`. The value goes out as it is, never HTML-escaped; an unknown name goes out as the
   * literal call. platform.md section 4.
   */
  private namedValue(
    functionName: string,
    what: 'secret' | 'variable',
    find: (name: string) => string | undefined,
  ): Callable {
    const bind = pythonSignature(`${functionName}(name)`, 0);
    return new Callable(functionName, (args, runtime) => {
      const name = toText(bind(args)[0] as Value, runtime);
      const value = find(name);
      if (value === undefined) {
        const missing = new MissingValue(what, name, () => this.missing.delete(missing));
        this.missing.add(missing);
        return missing;
      }
      if (what === 'secret') {
        this.source.secrets.add(value);
        this.secretInUse = true;
      }
      return new Markup(value);
    });
  }
}

const bytesOf = (text: string): Bytes => new Bytes(new TextEncoder().encode(text));

function visibleResponse(response: VisibleResponse): Dict {
  return Dict.of([
    ['body', response.body],
    ['status_code', response.statusCode],
    ['headers', Dict.of(Object.entries(response.headers))],
  ]);
}

function visibleRequest(call: Call): Dict {
  const contentType = call.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return Dict.of([
    ['body_text', call.payload === '' ? null : call.payload],
    ['body_raw', call.payload === null || call.payload === '' ? null : bytesOf(call.payload)],
    ['headers', new CaseInsensitiveHeaders(contentType === undefined ? [] : [['Content-Type', contentType]])],
    ['query_parameters', Dict.of(call.query)],
  ]);
}
