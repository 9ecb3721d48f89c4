export const JOURNAL = Symbol('JOURNAL');
export const CLOCK = Symbol('CLOCK');
export const KNOWN_BODIES = Symbol('KNOWN_BODIES');
