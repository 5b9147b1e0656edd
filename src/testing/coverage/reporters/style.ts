import type { ViewStyle } from '../../../views/pen.js';

/** What reporters draw with. The ones for programs take the mask and the path from it alone. */
export interface CoverageStyle extends ViewStyle {
  /** A file's path as services name it: from the root of the project, with slashes. */
  readonly fromRoot: (file: string) => string;
}
