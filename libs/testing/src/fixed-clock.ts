import type { Clock, Instant } from '@mediation/kernel';

/** A clock that stands still until it is told otherwise. */
export class FixedClock implements Clock {
  constructor(private instant: Instant = '2025-03-01T09:00:00+08:00') {}

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }

  advance({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): void {
    const milliseconds = ((days * 24 + hours) * 60 + minutes) * 60_000;
    this.instant = new Date(Date.parse(this.instant) + milliseconds).toISOString();
  }
}
