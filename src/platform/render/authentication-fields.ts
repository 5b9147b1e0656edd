/** `authentication` as it would be used: no token is fetched, nothing is signed. platform.md section 6. */
import type { Authentication, ConfigValue } from '../../registry/model.js';
import { configRules } from '../../registry/rules/authentication-fields.js';
import { collectCredential } from '../authentication/credentials.js';
import { checkUrl, isRefused } from '../url-policy.js';
import { FieldProbe } from './field-probe.js';
import type { RenderContext } from './render-context.js';
import type { DebugRequest, RenderedConfig } from './result.js';

/** @param add takes each field that was rendered */
export function renderAuthentication(
  authentication: Authentication | null,
  context: RenderContext,
  add: (probe: FieldProbe) => void,
): DebugRequest['authentication'] {
  if (authentication === null || authentication.type === 'none') return null;
  const known = configRules.get(authentication.type)?.fields;
  const config = new Map<string, RenderedConfig>();
  for (const [name, value] of authentication.config) {
    // What the platform ignores cannot fail.
    if (known && !known.has(name)) continue;
    config.set(name, renderValue(name, value, context, add));
  }
  return { type: authentication.type, config };
}

function renderValue(
  name: string,
  value: ConfigValue,
  context: RenderContext,
  add: (probe: FieldProbe) => void,
): RenderedConfig {
  switch (value.kind) {
    case 'text': {
      const identity = {
        field: value.field,
        name: `authentication.${name}`,
        label: `authentication.config.${name}`,
        group: 'value' as const,
      };
      const probe = new FieldProbe(identity, context.contexts.of('value'), context);
      if (name === 'token_url') checkTokenUrl(probe, context);
      if (!probe.holdsPlaceholder && probe.text !== null)
        collectCredential(name, value.field, probe.text, context.secrets);
      add(probe);
      return { kind: 'text', text: probe.shown };
    }
    case 'number':
      return { kind: 'literal', source: value.source };
    case 'boolean':
      return { kind: 'literal', source: String(value.value) };
    case 'null':
      return { kind: 'literal', source: 'null' };
    case 'array':
      return {
        kind: 'array',
        items: value.items.map((item, index) => renderValue(`${name}[${index}]`, item, context, add)),
      };
    case 'object': {
      const entries = new Map<string, RenderedConfig>();
      for (const [key, item] of value.entries) {
        entries.set(key, renderValue(`${name}.${key}`, item, context, add));
      }
      return { kind: 'object', entries };
    }
  }
}

/** Token requests obey the URL rules, too. */
function checkTokenUrl(probe: FieldProbe, { settings }: RenderContext): void {
  if (probe.text === null || probe.holdsPlaceholder) return;
  const checked = checkUrl(probe.text, { allowPrivateNetwork: settings.allowPrivateNetwork });
  if (isRefused(checked)) probe.fail('url', checked.reason, checked.advice, null);
}
