import type { ActorStamp, BodyCode } from '@mediation/kernel';
import { areaCovers, isGovernmentBody, kindOf } from './custody';
import type { Dispute, DisputeFile } from './dispute.state';

/**
 * A body sees and touches what it holds, is offered, has held, was sent to, was brought into, or oversees; for everyone else the
 * dispute does not exist. Government bodies oversee their area; a judicial office guides the committees of its township (domain.md §6).
 */
export const maySee = (actor: Pick<ActorStamp, 'org' | 'roles'>, dispute: Dispute): boolean => {
  if (dispute.phase === 'absent') return false;
  const { file } = dispute;
  return actor.roles.includes('system') || takesPart(actor.org, file) || oversees(actor.org, file);
};

/**
 * Bodies that the procedures around mediation have brought in, though they never held it. A court that is only offered a confirmation has
 * none before it yet.
 */
export const broughtIn = (file: DisputeFile): readonly BodyCode[] => {
  const { courtReferral, confirmations, takenUpBy, legalAid, policeReports } = file;
  return [
    ...(courtReferral ? [courtReferral.court] : []),
    ...confirmations.filter(({ status }) => status !== 'offered').map(({ court }) => court),
    ...takenUpBy,
    ...legalAid.map(({ center }) => center),
    ...policeReports.map(({ to }) => to),
  ];
};

const takesPart = (org: BodyCode, file: DisputeFile): boolean =>
  file.heldBy.includes(org) ||
  file.handoff?.to === org ||
  Object.hasOwn(file.emergency?.units ?? {}, org) ||
  broughtIn(file).includes(org);

export const oversees = (org: BodyCode, file: DisputeFile): boolean =>
  file.heldBy.some((holder) => overseesBody(org, holder));

export const overseesBody = (org: BodyCode, holder: BodyCode): boolean =>
  isGovernmentBody(org)
    ? areaCovers(org, holder)
    : kindOf(org) === 'judicial-office' && kindOf(holder) === 'committee' && areaCovers(org, holder);
