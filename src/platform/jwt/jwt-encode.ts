/** `jwt_encode(payload, key, algorithm, headers=None)` in templates. platform.md section 4. */
import { Callable, pythonSignature, type Value } from '../../jinja/index.js';
import type { SecretCollector } from '../settings.js';
import { encodeJwt } from './encode.js';

const bind = pythonSignature('jwt_encode(payload, key, algorithm, headers=None)', 0);

/** A signing failure leaves the template as the cause of its error. */
export const jwtEncodeFunction = (secrets: SecretCollector): Callable =>
  new Callable('jwt_encode', (args, runtime) => {
    const [payload, key, algorithm, headers] = bind(args) as readonly [Value, Value, Value, Value];
    return encodeJwt({ payload, key, algorithm, headers }, runtime, secrets);
  });
