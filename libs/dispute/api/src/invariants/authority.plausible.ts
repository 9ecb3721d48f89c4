/** Data that each use case might be sent, sensible more often than not. */
export const AUTHORITY_PLAUSIBLE = {};
