import {
  bodyCode,
  commonDivision,
  covers,
  divisionOf,
  parentDivision,
  parseBodyCode,
  type BodyCode,
  type BodyKind,
} from '@mediation/kernel';
import type { CustodyCause, DisputeEvent, PartyId } from './dispute.events';
import type { Dispute, DisputeFile, OpenDispute } from './dispute.state';
import type { Context } from './use-case';
import type { Channel } from './vocabulary';

const CHANNEL_OF_KIND: Readonly<Record<BodyKind, Channel | undefined>> = {
  committee: 'peoples',
  medical: 'peoples',
  'judicial-office': 'administrative',
  police: 'administrative',
  agency: 'administrative',
  court: 'judicial',
  'pretrial-room': 'judicial',
  center: undefined,
  'petition-office': undefined,
  'justice-bureau': undefined,
  'leading-group': undefined,
  brigade: undefined,
  squad: undefined,
  procuratorate: undefined,
  'legal-aid-center': undefined,
};

export const kindOf = (code: BodyCode): BodyKind | undefined => parseBodyCode(code)?.kind;

/** The channel a body mediates in; undefined for a body that only coordinates. */
export const channelOf = (code: BodyCode): Channel | undefined => {
  const kind = kindOf(code);
  return kind && CHANNEL_OF_KIND[kind];
};

/** 交办 and 督办 come from government and party bodies only: committees have no hierarchy among themselves (domain.md §2.1). */
export const isGovernmentBody = (code: BodyCode): boolean =>
  ['center', 'justice-bureau', 'leading-group'].includes(kindOf(code) ?? '');

/** Whether one body's area takes in the other's. */
export const areaCovers = (superior: BodyCode, other: BodyCode): boolean =>
  covers(divisionOf(superior), divisionOf(other));

/** The centre of the smallest area that covers both and that is neither of them; the district's own centre at the top. */
export const commonSuperiorCentre = (a: BodyCode, b: BodyCode): BodyCode => {
  let division = commonDivision(divisionOf(a), divisionOf(b)) ?? divisionOf(a).slice(0, 6);
  if (parseBodyCode(bodyCode(division, 'center'))?.tier === 'village') division = parentDivision(division) ?? division;
  const centre = bodyCode(division, 'center');
  return centre === a || centre === b ? bodyCode(parentDivision(division) ?? division, 'center') : centre;
};

/**
 * The events of responsibility moving: the old body's proceeding ends, custody moves. No events when the body already has it.
 */
export const moveCustody = (
  dispute: OpenDispute,
  to: BodyCode,
  cause: CustodyCause,
  context: Context,
): readonly DisputeEvent[] => {
  const { custodian } = dispute.file;
  if (custodian === to) return [];
  return [
    ...endProceeding(dispute, cause === 'accepted-elsewhere' ? 'accepted-elsewhere' : 'handed-off'),
    { type: 'CustodyMoved', data: { from: custodian, to, cause, movedAt: context.occurredAt } },
  ];
};

export const supersedeOffer = ({ file }: OpenDispute, context: Context): readonly DisputeEvent[] =>
  file.handoff === undefined
    ? []
    : [
        {
          type: 'HandoffWithdrawn',
          data: { handoff: file.handoff.id, cause: 'superseded', withdrawnAt: context.occurredAt },
        },
      ];

const endProceeding = (dispute: Dispute, reason: 'handed-off' | 'accepted-elsewhere'): readonly DisputeEvent[] =>
  dispute.phase === 'in-mediation'
    ? [{ type: 'MediationTerminated', data: { proceeding: dispute.proceeding.n, reason, routes: [] } }]
    : [];

/** Refusals that stand once that body is responsible: a party that has since consented to it takes its refusal back there. */
export const refusalsAt = (file: DisputeFile, to: BodyCode): readonly PartyId[] =>
  file.refusals.filter((party) => !file.handoffConsents[to]?.includes(party));

/** A people's mediation body may not take up what a party has clearly refused (人民调解法 art. 17). */
export const refusalBars = (file: DisputeFile, to: BodyCode): boolean =>
  channelOf(to) === 'peoples' && refusalsAt(file, to).length > 0;

/** Every party agreed to have the dispute handed to that body. */
export const allConsentTo = (file: DisputeFile, to: BodyCode, also: readonly string[] = []): boolean => {
  const consents = [...(file.handoffConsents[to] ?? []), ...also];
  return file.parties.every((party) => consents.includes(party.id));
};
