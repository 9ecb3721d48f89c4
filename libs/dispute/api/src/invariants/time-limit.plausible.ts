/** Data that each use case might be sent, sensible more often than not. */
export const TIME_LIMIT_PLAUSIBLE = {
  ExtendTimeLimit: () => ({ clock: 'people-mediation-month/proceeding-1', parties: ['p1', 'p2'] }),
  ExpireTimeLimit: () => ({ clock: 'people-mediation-month/proceeding-1' }),
};
