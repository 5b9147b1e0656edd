/** contracts.md, Exit codes. */
export const exitCodes = {
  ok: 0,
  /** Findings, failed tests, or a connector that answered with an error. */
  failed: 1,
  /** Wrong usage, or an unreadable or invalid file or configuration. */
  usage: 2,
  interrupted: 130,
} as const;
