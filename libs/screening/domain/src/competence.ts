import {
  covers,
  divisionOf,
  parseBodyCode,
  type ActorStamp,
  type BodyCode,
  type BodyKind,
  type DivisionCode,
} from '@mediation/kernel';
import type { ScreeningState } from './screening.state';

/** Centres, judicial offices and bureaus, and leading groups call for a screening. */
const PLANNERS: readonly BodyKind[] = ['center', 'judicial-office', 'justice-bureau', 'leading-group'];
/** Those, and the committees that go round. Courts, police and agencies have no part in it and read nothing of it. */
const TAKE_PART: readonly BodyKind[] = [...PLANNERS, 'committee'];

type Reader = Pick<ActorStamp, 'org' | 'roles'>;

const isOne = (kinds: readonly BodyKind[], org: BodyCode): boolean => {
  const body = parseBodyCode(org);
  return body !== undefined && kinds.includes(body.kind);
};

export const isPlanner = (org: BodyCode): boolean => isOne(PLANNERS, org);

/** The division that a body may be told of, with what was found there; undefined for one that takes no part. */
export const readingArea = ({ org, roles }: Reader): DivisionCode | 'everywhere' | undefined => {
  if (roles.includes('system')) return 'everywhere';
  return isOne(TAKE_PART, org) ? divisionOf(org) : undefined;
};

export const mayRead = (actor: Reader, place: DivisionCode): boolean => {
  const area = readingArea(actor);
  return area !== undefined && (area === 'everywhere' || covers(area, place));
};

/** Who called for it, who is asked to report, and who is over one of those; for everyone else there is no such screening. */
export const maySee = (actor: Reader, screening: ScreeningState): boolean =>
  screening.phase !== 'absent' &&
  (screening.plan.planner === actor.org || screening.plan.places.some((place) => mayRead(actor, place)));
