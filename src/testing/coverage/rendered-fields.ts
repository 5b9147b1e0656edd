/** The templates of a request that a run can come to. */
import { isConnectionHeader } from '../../platform/exchange.js';
import { isBlank } from '../../platform/prepare.js';
import { sendsBody } from '../../platform/request.js';
import { type LabelledField, templateFields } from '../../platform/template-fields.js';
import type { RequestDefinition, TextField } from '../../registry/model.js';

/**
 * Without what the platform never renders: blank bodies, the body of a GET or HEAD, headers that belong to the connection,
 * the configuration of no authentication. platform.md section 5.
 */
export function renderedFields(request: RequestDefinition): readonly LabelledField[] {
  const { headers, authentication } = request;
  const unsent = new Set<TextField | null>(
    headers.filter(({ key }) => isConnectionHeader(key.value)).map(({ value }) => value),
  );
  const unused = authentication?.type === 'none' ? `${authentication.pointer}/` : null;
  return templateFields(request).filter(({ field, group }) => {
    if (group === 'request_body') return sendsBody(request) && !isBlank(field);
    if (group === 'response_body') return !isBlank(field);
    return !unsent.has(field) && !(unused !== null && field.pointer.startsWith(unused));
  });
}
