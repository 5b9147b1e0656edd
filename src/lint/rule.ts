/** What a rule is: one file in `rules/`, whose name is its id. */
import type { ParsedTemplate, TemplateAnalysis, TemplateError } from '../jinja/index.js';
import type { FieldGroup } from '../platform/fields.js';
import type { ConnectorKind } from '../platform/result.js';
import type {
  Composite,
  Problem,
  Registry,
  RequestDefinition,
  SimpleConnector,
  Step,
  TextField,
} from '../registry/model.js';
import type { UrlText } from './analysis/url-text.js';
import type { Report, Severity } from './finding.js';
import type { WidgetCall, WidgetFault, WidgetTextCall } from './widgets/model.js';

export interface Rule {
  /** Lower-case words joined by hyphens; the name of the file. */
  readonly id: string;
  /** Unless the configuration says otherwise; `off` for rules that only some want. */
  readonly severity: Severity | 'off';
  /** What it finds, as a short sentence without a full stop. */
  readonly summary: string;
  readonly documentation: RuleDocumentation;
  readonly visit: Visitors;
}

/** Shown by `explain` and in `docs/rules/`. */
export interface RuleDocumentation {
  /** Plain sentences: what happens on the platform, and why that is not what the author wants. */
  readonly why: string;
  /** A part of a registry in which the rule finds something, as JSON text that stands in `example`. */
  readonly wrong: string;
  /** The same part, set right: no rule finds anything in it. */
  readonly right: string;
  /** For rules about the configuration and not the registry: then the examples are YAML, and this is the key at fault. */
  readonly about?: readonly (string | number)[];
  /** What `wrong` is saved in, where that is the fault. */
  readonly savedAs?: 'latin1';
  /** For rules about widgets: the registry that the examples call, which are JavaScript then. */
  readonly registry?: string;
}

/** Called for each part of a registry, in the order of the file. */
export interface Visitors {
  registry?(registry: Registry, report: ReportFunction): void;
  /** Each of the structural problems that reading the registry has found; a rule takes those with its codes. */
  problem?(problem: Problem, registry: Registry, report: ReportFunction): void;
  connector?(connector: SimpleConnector, report: ReportFunction): void;
  composite?(composite: Composite, report: ReportFunction): void;
  /** Each simple connector and each step. */
  request?(site: RequestSite, report: ReportFunction): void;
  /** Each URL whose template parses. */
  url?(site: UrlSite, report: ReportFunction): void;
  /** Each template that does not compile, with why. Unknown filters and tests do not count: rules of their own find them. */
  templateError?(site: TemplateErrorSite, report: ReportFunction): void;
  /** Each template that parses. */
  template?(site: TemplateSite, report: ReportFunction): void;
  /** Each call of a connector in the source of a widget; places are those of that source. */
  widget?(call: WidgetCall, registry: Registry, report: ReportFunction): void;
  /** Each call of what may be a connector with a text for its argument. */
  widgetText?(call: WidgetTextCall, registry: Registry, report: ReportFunction): void;
  /** Each script of a widget that does not parse. */
  widgetFault?(fault: WidgetFault, report: ReportFunction): void;
}

export type ReportFunction = (report: Report) => void;

export interface RequestSite {
  readonly kind: ConnectorKind;
  readonly registry: Registry;
  /** The entry: the simple connector itself, or the composite of the step. */
  readonly entry: SimpleConnector | Composite;
  readonly request: RequestDefinition;
  /** Null in a simple connector. */
  readonly step: Step | null;
}

/** A site whose rules look at a text that may stand elsewhere, too. */
export interface TextSite extends RequestSite {
  /**
   * Turns true when somebody reads whose the text is: `registry`, `entry`, `request` or `step`. What is said without that
   * follows from the text, its role and the kind, and holds wherever these come again.
   */
  isOwnerRead: boolean;
}

export interface UrlSite extends TextSite {
  readonly field: TextField;
  readonly name: 'url' | 'token_url';
  readonly url: UrlText;
}

export interface TemplateFieldSite extends RequestSite {
  readonly field: TextField;
  /** As a person reads it: `headers[0].value (Authorization)`, `authentication.config.token_url`. */
  readonly label: string;
  readonly group: FieldGroup;
}

export interface TemplateErrorSite extends TemplateFieldSite {
  readonly error: TemplateError;
}

export interface TemplateSite extends TemplateFieldSite, TextSite {
  readonly template: ParsedTemplate;
  readonly analysis: TemplateAnalysis;
  readonly content: TemplateContent;
}

/** A template apart from where it stands: the same object wherever the same text does. */
export interface TemplateContent {
  /** The text of the field. */
  readonly source: string;
  readonly template: ParsedTemplate;
  readonly analysis: TemplateAnalysis;
  /** Itself, as a site has it: what is asked of one can be asked of both. */
  readonly content: TemplateContent;
  /** What has been worked out of it, by the number of the computation; see `oncePerText`. */
  known: (object | undefined)[];
}
