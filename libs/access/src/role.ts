/** What a token may say its bearer is. Other roles an issuer knows are none of ours. */
export const ROLES = [
  'grid-worker',
  'mediator',
  'committee-chair',
  'judicial-office-officer',
  'court-clerk',
  'police-officer',
  'agency-officer',
  'center-officer',
  'district-supervisor',
  'auditor',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);
