/** A full sample of each use case's data. */
export const TIME_LIMIT_SAMPLES = {
  ExtendTimeLimit: { clock: 'entrusted-summary/proceeding-1', parties: ['p1'] },
  ExpireTimeLimit: { clock: 'medical-mediation/proceeding-1' },
} as const;
