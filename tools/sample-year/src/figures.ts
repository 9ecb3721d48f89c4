/** The yearly figures of the district that the sample year re-enacts (枣庄市市中区; domain.md §1, article 2). */
export const FIGURES = {
  mediated: 854,
  massIncidents: { cases: 43, people: 1290 },
  civilToCriminalPrevented: 16,
  medical: 12,
  petitionsAvoided: 35,
} as const;

/** Of the petitions avoided, those that a crowd had in mind. */
export const MASS_PETITIONS = 10;
