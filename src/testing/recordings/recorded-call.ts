/** What tells the calls of one connector apart: who called, and with what. */

import type { Call, PlatformSettings } from '../../platform/settings.js';
import { widgetCall } from '../../platform/widget-call.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import type { Composite, SimpleConnector } from '../../registry/model.js';
import { compareJson } from '../json/compare.js';
import { object, text } from '../json/make.js';
import { readJson } from '../json/read.js';
import { type Mask, maskPlain, maskText } from './mask-text.js';

/** As it stands in the file: the user and, where there are any, method, payload, query, headers and path parameters. */
export function callNode(
  connector: SimpleConnector | Composite,
  given: Call,
  { persona }: Pick<PlatformSettings, 'persona'>,
  mask: Mask,
): JsonNode {
  const { call } = widgetCall(connector, given);
  const members: [string, JsonNode][] = [['user', text(mask(persona.name))]];
  if (call.method !== undefined) members.push(['method', text(call.method)]);
  if (call.payload !== null) {
    const payload = maskText(call.payload, mask);
    members.push(['payload', readJson(payload) ?? text(payload)]);
  }
  const pairs = (name: string, values: Call['query'] = []) => {
    const masked = values.map(([key, value]) => [mask(key), text(maskPlain(value, mask))] as const);
    if (masked.length > 0) members.push([name, object(masked)]);
  };
  pairs('query', call.query);
  pairs('headers', call.headers);
  pairs('path_params', call.pathParams);
  return object(members);
}

export const isSameCall = (left: JsonNode, right: JsonNode): boolean =>
  compareJson(left, right, 'exact').length === 0;
