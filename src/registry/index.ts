/** The registry file: where each value stands, what it means, and what is wrong with its structure. */
export {
  findRegistry,
  largestRegistry_bytes,
  loadRegistry,
  parseRegistryBytes,
  registryFileName,
} from './load.js';
export {
  Authentication,
  type Composite,
  type ConfigValue,
  type Registry,
  type RequestDefinition,
  type Row,
  type SimpleConnector,
  type Step,
  TextField,
} from './model.js';
export { parseRegistry } from './parse-registry.js';
export { derivePermalink, slugPattern } from './permalink.js';
export { inSentences, type Problem, type ProblemCode } from './problem.js';
export { refuseUnreadable } from './refuse-unreadable.js';
