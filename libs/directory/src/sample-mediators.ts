import { bodyCode, type BodyCode, type BodyKind } from '@mediation/kernel';
import type { DirectoryBody, Division, Mediator } from './directory.port';
import { bareName } from './place-name';

/** A committee has at least three members (人民调解法 art. 8); a room or office, two people who mediate. */
const HEADCOUNT: Readonly<Partial<Record<BodyKind, number>>> = {
  committee: 3,
  medical: 3,
  'judicial-office': 2,
  'pretrial-room': 2,
  police: 2,
  court: 2,
  agency: 2,
};

const ROLE: Readonly<Partial<Record<BodyKind, string>>> = {
  medical: '医调',
  'judicial-office': '司法',
  'pretrial-room': '庭前',
  police: '警调',
  court: '法院',
  agency: '行政',
};

const SPECIALTIES: Readonly<Partial<Record<BodyKind, readonly (readonly string[])[]>>> = {
  committee: [
    ['neighbourhood', 'marriage-family'],
    ['housing-homestead', 'land-forest'],
    ['contract', 'consumer'],
  ],
  medical: [['medical']],
  'judicial-office': [['neighbourhood', 'compensation']],
  'pretrial-room': [['contract', 'compensation']],
  police: [['compensation', 'traffic-accident']],
  court: [['contract', 'production-business']],
  agency: [['labour', 'property-management']],
};

const ORDINALS = ['一', '二', '三'] as const;

const LISTED: readonly BodyKind[] = ['committee', 'medical', 'pretrial-room'];

/** Whom the district's court has on its roster; of a village committee its chair. */
const courtRosters = ({ kind, tier, division }: DirectoryBody, isChair: boolean): readonly BodyCode[] =>
  LISTED.includes(kind) && (isChair || tier !== 'village') ? [bodyCode(division.slice(0, 6), 'court')] : [];

/** Made-up people, always the same, of whom nobody can think that they exist. */
export const sampleMediators = (body: DirectoryBody, division: Division): readonly Mediator[] => {
  const specialties = SPECIALTIES[body.kind] ?? [[]];
  const hasChair = body.kind === 'committee' || body.kind === 'medical';
  return ORDINALS.slice(0, HEADCOUNT[body.kind] ?? 0).map((ordinal, i) => {
    const isChair = hasChair && i === 0;
    return {
      id: idOf(body, i + 1),
      body: body.code,
      displayName: `示例·${bareName(division)}${ROLE[body.kind] ?? ''}${ordinal}`,
      fullTime: body.kind !== 'committee' || (isChair && body.tier !== 'village'),
      isChair,
      specialties: specialties[i % specialties.length] ?? [],
      courtRosters: courtRosters(body, isChair),
    };
  });
};

/** A committee's mediators are numbered in the division, e.g. `370402102001-m1`; others carry their body's suffix. */
const idOf = ({ code, kind, division }: DirectoryBody, n: number): string =>
  kind === 'committee' ? `${division}-m${n}` : `${code}-m${n}`;
