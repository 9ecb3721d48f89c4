import type { Clock } from '@mediation/kernel';

export const systemClock: Clock = { now: () => new Date().toISOString() };
