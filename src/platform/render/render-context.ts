/** What the fields of one rendering share. */
import type { Contexts } from '../contexts.js';
import type { FieldRenderer } from '../field-renderer.js';
import type { PlatformSettings, SecretCollector } from '../settings.js';
import type { RecordedSteps } from '../step-outputs.js';
import type { FieldIdentity } from './field-probe.js';
import type { PlaceholderUse } from './placeholder.js';
import type { RenderWarning } from './result.js';

export interface RenderContext {
  settings: PlatformSettings;
  contexts: Contexts;
  renderer: FieldRenderer;
  secrets: SecretCollector;
  recorded: RecordedSteps;
  use: PlaceholderUse;
  showSecrets: boolean;
  /** The field that is being rendered. */
  current: FieldIdentity | null;
  /** Whether the field that was rendered last used a secret. */
  usedSecret: boolean;
  usedAnswers: boolean;
  /** The step that warnings belong to; null in a simple connector. */
  step: string | null;
  warn(warning: Omit<RenderWarning, 'step'>): void;
}
