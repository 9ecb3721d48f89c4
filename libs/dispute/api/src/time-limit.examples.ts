/** Of the law's time limits. */
export const TIME_LIMIT_EXAMPLES = {
  ExtendTimeLimit: { clock: 'entrusted-summary/proceeding-1', parties: ['p1', 'p2'] },
  ExpireTimeLimit: { clock: 'medical-mediation/proceeding-1' },
};
