/** Who the local issuer says is telling the year. */
export const SAMPLE_SUBJECT = 'sample-year';
