import type { Instant } from './time';

/** The only source of the present. Handed to the shell; a decision gets an instant, never a clock. */
export interface Clock {
  now(): Instant;
}
