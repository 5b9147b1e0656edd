/** The shapes of what the platform gives to templates. platform.md section 4. */
import type { ContextName } from '../../platform/fields.js';
import type { TemplateSite } from '../rule.js';
import { any, missing, type ObjectShape, type Shape, text, textMap } from './shapes.js';

type Members = Readonly<Record<string, Shape>>;

function object(id: ObjectShape['id'], title: string, members: Members, isDict = true): ObjectShape {
  const byName = new Map(Object.entries(members));
  return { kind: 'object', id, title, isDict, names: [...byName.keys()], member: (key) => byName.get(key) };
}

/** The upstream's headers: any, but their names are in lower case. */
const responseHeaders = (title: string): ObjectShape => ({
  kind: 'object',
  id: 'response-headers',
  title,
  isDict: true,
  names: [],
  member: (key) => (key === key.toLowerCase() ? text : undefined),
});

const requestHeaders: ObjectShape = {
  kind: 'object',
  id: 'request-headers',
  title: '`request.headers`',
  isDict: true,
  names: ['Content-Type'],
  member: (key) => (key.toLowerCase() === 'content-type' ? text : undefined),
};

const user = object(
  'user',
  '`user`',
  {
    id: any,
    email: text,
    first_name: text,
    last_name: text,
    username: text,
    profile_fields: object('profile-fields', '`user.profile_fields`', { by_id: any }, false),
  },
  false,
);

const request = object('request', '`request`', {
  body_text: text,
  body_raw: any,
  headers: requestHeaders,
  query_parameters: textMap,
});

const response = object('response', '`response`', {
  body: text,
  status_code: any,
  headers: responseHeaders('`response.headers`'),
});

const stepResult = object('step', "a step's result", {
  body: text,
  status_code: any,
  headers: responseHeaders('`headers`'),
});

/** The steps that have run when a step's templates are rendered. */
export function stepsOf({ entry, step }: TemplateSite): Shape {
  if (!('steps' in entry) || !step) return missing;
  const earlier = entry.steps.slice(0, step.index).map(({ name }) => name);
  // Where a step has lost its name, what refers to it is not the mistake.
  const isCertain = entry.steps.every(({ name }) => name !== '');
  const known = new Set(earlier);
  return {
    kind: 'object',
    id: 'steps',
    title: '`steps`',
    isDict: true,
    names: earlier,
    member: (key) => (known.has(key) ? stepResult : isCertain ? undefined : any),
  };
}

/** @param name a name that the site sees */
export function platformShape(name: ContextName, steps: Shape): Shape {
  switch (name) {
    case 'user':
      return user;
    case 'request':
      return request;
    case 'response':
      return response;
    case 'steps':
      return steps;
    case 'body_text':
    case 'tenant_id':
      return text;
    default:
      return any;
  }
}
