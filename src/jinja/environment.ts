/** Where templates are made: filters, tests, globals, settings. */
import type { Runtime } from './calls.js';
import { compileTemplate, type Instruments } from './compiler/template.js';
import { builtinFilters, type Filter } from './filters/index.js';
import { builtinGlobals } from './globals.js';
import { located } from './locate.js';
import { parse } from './parser/parse.js';
import { type BudgetLimits, defaultLimits, RenderBudget } from './runtime/budget.js';
import { Context } from './runtime/context.js';
import { RenderState } from './runtime/state.js';
import { Template, type TemplateSettings } from './template.js';
import { builtinTests, type Test } from './tests.js';
import { fromJavaScript } from './values/convert.js';

type Named<T> = ReadonlyMap<string, T> | Readonly<Record<string, T>>;

export interface EnvironmentOptions {
  /** Whether `{{ }}` escapes what is not marked safe; off by default, as in Jinja2. */
  readonly autoescape?: boolean;
  /** Added to Jinja2's own; one of the same name replaces it. */
  readonly filters?: Named<Filter>;
  readonly tests?: Named<Test>;
  /** Variables of every template: values of the engine or plain JavaScript ones. */
  readonly globals?: Named<unknown>;
  /** Bounds on what one render may cost, where the defaults do not suit. */
  readonly budget?: Partial<BudgetLimits>;
}

const entriesOf = <T>(named: Named<T> | undefined): Iterable<readonly [string, T]> =>
  named instanceof Map ? named : Object.entries(named ?? {});

export class Environment {
  private readonly settings: TemplateSettings;

  constructor(options: EnvironmentOptions = {}) {
    const globals = new Map(builtinGlobals);
    for (const [name, value] of entriesOf(options.globals)) globals.set(name, fromJavaScript(value));
    this.settings = {
      registry: {
        filters: new Map([...builtinFilters, ...entriesOf(options.filters)]),
        tests: new Map([...builtinTests, ...entriesOf(options.tests)]),
      },
      globals,
      autoescape: options.autoescape ?? false,
      limits: { ...defaultLimits, ...options.budget },
    };
  }

  /**
   * @throws TemplateSyntaxError with `line` and `column`, for what does not parse and for unknown filters and tests;
   *   TemplateRuntimeError for the few constants that fail while they are computed
   */
  fromString(source: string): Template {
    const { autoescape } = this.settings;
    try {
      const parsed = parse(source);
      const compile = (instruments: Instruments) =>
        compileTemplate(source, parsed, autoescape, this.state(), instruments);
      return new Template(source, parsed.tree, compile({}), this.settings, compile);
    } catch (error) {
      throw located(error, source, { start: 0, end: 0 });
    }
  }

  /** What functions of the engine ask for where a host calls them outside of any template; its budget is its own. */
  runtime(): Runtime {
    return this.state();
  }

  private state(): RenderState {
    const { registry, autoescape, limits } = this.settings;
    const nothing = new Context({ get: () => undefined });
    return new RenderState(registry, nothing, new RenderBudget(limits), autoescape, new Map(), null);
  }
}
