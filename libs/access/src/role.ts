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

/** What the roles are called. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  'grid-worker': { zh: '网格员', en: 'grid worker' },
  mediator: { zh: '调解员', en: 'mediator' },
  'committee-chair': { zh: '调委会主任', en: 'committee chair' },
  'judicial-office-officer': { zh: '司法所工作人员', en: 'judicial office officer' },
  'court-clerk': { zh: '法院工作人员', en: 'court clerk' },
  'police-officer': { zh: '民警', en: 'police officer' },
  'agency-officer': { zh: '机关工作人员', en: 'agency officer' },
  'center-officer': { zh: '中心工作人员', en: 'centre officer' },
  'district-supervisor': { zh: '督办人员', en: 'supervisor' },
  auditor: { zh: '审计人员', en: 'auditor' },
  system: { zh: '系统', en: 'system' },
};
