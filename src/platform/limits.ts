/** Every bound of the platform that a run enforces, with its source. Sizes in bytes, times in milliseconds. */

/** For each upstream call, each step and each token request on its own. platform.md section 5. */
export const upstreamTimeout_ms = 15_000;

/** The SDK's own default timeout for a whole call. platform.md section 10. */
export const sdkTimeout_ms = 30_000;

/**
 * The largest decoded response body that a run keeps. The sources name no bound; ours keeps a runaway upstream from
 * filling the memory, and lies far above what a widget could use.
 */
export const responseBodyLimit_bytes = 25 * 1024 * 1024;

/** A token is forgotten this long before it expires. platform.md section 6. */
export const tokenExpiryMargin_s = 60;

/** How long the assertion of `oauth_jwt_bearer` is valid. platform.md section 6. */
export const assertionLifetime_s = 180;

/** The life of a token whose answer has no usable `expires_in`. The sources are silent; RFC 6749 leaves it open. Also the default of `token_ttl`. */
export const defaultTokenLifetime_s = 3600;

/** How much the HTTP cache of one connector keeps; the oldest answers go first. The sources name no bound. */
export const httpCacheLimit_bytes = 64 * 1024 * 1024;

/** The largest head of a response. The sources name no bound; Python's client takes 64 KiB a line. */
export const responseHeadLimit_bytes = 64 * 1024;
