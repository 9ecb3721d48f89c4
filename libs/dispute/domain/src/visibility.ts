import type { ActorStamp, BodyCode } from '@mediation/kernel';
import { areaCovers, isGovernmentBody, kindOf } from './custody';
import type { Dispute, DisputeFile } from './dispute.state';

/**
 * A body sees and touches what it holds, is offered, has held, was sent to, or oversees; for everyone else the dispute does not
 * exist. Government bodies oversee their area; a judicial office guides the committees of its township (domain.md §6).
 */
export const maySee = (actor: Pick<ActorStamp, 'org' | 'roles'>, dispute: Dispute): boolean => {
  if (dispute.phase === 'absent') return false;
  const { file } = dispute;
  return actor.roles.includes('system') || takesPart(actor.org, file) || oversees(actor.org, file);
};

const takesPart = (org: BodyCode, file: DisputeFile): boolean =>
  file.heldBy.includes(org) || file.handoff?.to === org || Object.hasOwn(file.emergency?.units ?? {}, org);

export const oversees = (org: BodyCode, file: DisputeFile): boolean =>
  file.heldBy.some((holder) => overseesBody(org, holder));

export const overseesBody = (org: BodyCode, holder: BodyCode): boolean =>
  isGovernmentBody(org)
    ? areaCovers(org, holder)
    : kindOf(org) === 'judicial-office' && kindOf(holder) === 'committee' && areaCovers(org, holder);
