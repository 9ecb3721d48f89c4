import { isRole, ROLE_WORDS, type Role } from '@mediation/access';
import { bodyCode, parseBodyCode, type Body, type BodyCode, type BodyKind, type DivisionCode } from '@mediation/kernel';

export interface LocalBody extends Body {
  readonly nameZh: string;
}

/** Somebody one may be on one's own machine: a role at a body. */
export interface Person {
  /** The `sub` of the tokens: `<role>:<body>`. */
  readonly id: string;
  readonly role: Role;
  readonly org: BodyCode;
  readonly bodyName: string;
}

/** Who works at a body of each kind, by the roles that tokens name. */
const ROLES_AT: Readonly<Record<BodyKind, readonly Role[]>> = {
  committee: ['mediator', 'committee-chair', 'grid-worker'],
  medical: ['mediator', 'committee-chair'],
  'judicial-office': ['judicial-office-officer'],
  center: ['center-officer'],
  brigade: ['center-officer'],
  squad: ['center-officer'],
  'pretrial-room': ['court-clerk'],
  court: ['court-clerk'],
  police: ['police-officer'],
  'petition-office': ['agency-officer'],
  procuratorate: ['agency-officer'],
  'legal-aid-center': ['agency-officer'],
  agency: ['agency-officer'],
  'justice-bureau': ['district-supervisor', 'agency-officer', 'auditor'],
  'leading-group': ['district-supervisor', 'auditor'],
};

const at = (body: LocalBody, role: Role): Person => ({
  id: `${role}:${body.code}`,
  role,
  org: body.code,
  bodyName: body.nameZh,
});

/** Whoever works at that body. */
export const peopleAt = (body: LocalBody): readonly Person[] => ROLES_AT[body.kind].map((role) => at(body, role));

/** The person of that id, or undefined when the body is not in the directory or has nobody of that role. */
export const personOf = (id: string, bodyOf: (code: BodyCode) => LocalBody | undefined): Person | undefined => {
  const [role, org = ''] = id.split(':', 2);
  const body = isRole(role) ? bodyOf(org) : undefined;
  return body && peopleAt(body).find((person) => person.id === id);
};

type Pick = readonly [digits: 6 | 9 | 12, kind: BodyKind, role: Role];

/** One of each kind of work, from the village up. */
const PICKS: readonly Pick[] = [
  [12, 'committee', 'mediator'],
  [12, 'committee', 'committee-chair'],
  [12, 'committee', 'grid-worker'],
  [9, 'committee', 'mediator'],
  [9, 'committee', 'committee-chair'],
  [9, 'judicial-office', 'judicial-office-officer'],
  [9, 'center', 'center-officer'],
  [9, 'pretrial-room', 'court-clerk'],
  [9, 'police', 'police-officer'],
  [6, 'center', 'center-officer'],
  [6, 'medical', 'mediator'],
  [6, 'court', 'court-clerk'],
  [6, 'petition-office', 'agency-officer'],
  [6, 'justice-bureau', 'district-supervisor'],
  [6, 'leading-group', 'district-supervisor'],
  [6, 'justice-bureau', 'auditor'],
];

/** The people whom one dispute of that village meets on its way up. */
export const peopleAround = (
  village: DivisionCode,
  bodyOf: (code: BodyCode) => LocalBody | undefined,
): readonly Person[] =>
  PICKS.flatMap(([digits, kind, role]) => {
    const body = bodyOf(bodyCode(village.slice(0, digits), kind));
    return body === undefined ? [] : [at(body, role)];
  });

const MOST_FOUND = 20;

/** Bodies whose name or code holds the text, shortest name first: what one means is more often the whole name than a part of it. */
export const findBodies = (text: string, bodies: readonly LocalBody[]): readonly LocalBody[] => {
  const wanted = text.trim();
  if (wanted === '') return [];
  return bodies
    .filter(({ nameZh, code }) => nameZh.includes(wanted) || code.startsWith(wanted))
    .sort((a, b) => a.nameZh.length - b.nameZh.length || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_FOUND);
};

export const labelOf = ({ role, org, bodyName }: Person) => {
  const { zh, en } = ROLE_WORDS[role];
  return { zh: `${bodyName} ${zh}`, role: zh, en, tier: parseBodyCode(org)?.tier ?? 'village' };
};
