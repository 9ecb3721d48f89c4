import { broughtIn, isGovernmentBody, kindOf, type DisputeFile } from '@mediation/dispute/domain';
import { divisionOf, parentDivision, type ActorStamp, type BodyCode, type DivisionCode } from '@mediation/kernel';

/**
 * Who may see a dispute, as keys that a caller's own keys are matched with, so that a database index can answer what the
 * domain's `maySee` says: a body's code for those who take part, an area for those who oversee it.
 */
export type SightKey = string;

const area = (division: DivisionCode): SightKey => `area:${division}`;
/** A judicial office guides the committees of its area, and only them. */
const committees = (division: DivisionCode): SightKey => `committees:${division}`;

const upwards = (division: DivisionCode | undefined): readonly DivisionCode[] =>
  division === undefined ? [] : [division, ...upwards(parentDivision(division))];

export const keysOfHolder = (holder: BodyCode): readonly SightKey[] => {
  const divisions = upwards(divisionOf(holder));
  return [holder, ...divisions.map(area), ...(kindOf(holder) === 'committee' ? divisions.map(committees) : [])];
};

export const seenBy = (file: DisputeFile): readonly SightKey[] => {
  const { heldBy, handoff, emergency } = file;
  const keys = [
    ...heldBy.flatMap(keysOfHolder),
    ...(handoff ? [handoff.to] : []),
    ...Object.keys(emergency?.units ?? {}),
    ...broughtIn(file),
  ];
  return [...new Set(keys)].sort();
};

export type Viewer = Pick<ActorStamp, 'org' | 'roles'>;

/** Roles that read everything within their own division, whatever their body is. */
const READS_ITS_DIVISION = ['center-officer', 'district-supervisor', 'auditor'];

/** What the viewer's body oversees. */
export const oversightKeys = ({ org }: Viewer): readonly SightKey[] => {
  if (isGovernmentBody(org)) return [area(divisionOf(org))];
  return kindOf(org) === 'judicial-office' ? [committees(divisionOf(org))] : [];
};

/** The viewer's own keys; `everything` for the system itself. */
export const sightOf = (viewer: Viewer): readonly SightKey[] | 'everything' => {
  if (viewer.roles.includes('system')) return 'everything';
  const readsDivision = viewer.roles.some((role) => READS_ITS_DIVISION.includes(role));
  const keys = [viewer.org, ...oversightKeys(viewer), ...(readsDivision ? [area(divisionOf(viewer.org))] : [])];
  return [...new Set(keys)];
};
