import { parseBodyCode, type BodyCode, type Ground } from '@mediation/kernel';
import type { Act, FactTag } from '@mediation/rules';
import { channelOf, kindOf } from './custody';
import type { DisputeFile, KnownDispute } from './dispute.state';
import type { Context } from './use-case';
import type { Channel } from './vocabulary';

/** An agency's own name in its code, e.g. `housing` of `370402-housing-agency`. */
const agencyName = (body: BodyCode): string | undefined => /^\d+-(.+)-agency$/.exec(body)?.[1];

const COURTS: readonly (string | undefined)[] = ['court', 'pretrial-room'];
export const isCourt = (body: BodyCode): boolean => COURTS.includes(kindOf(body));
/** The health authority is an agency of that name. */
const isHealthAuthority = (body: BodyCode): boolean => agencyName(body) === 'health';

/** The court's referral that is still being answered. */
export const openReferral = ({ courtReferral }: DisputeFile) =>
  courtReferral?.returned === false ? courtReferral : undefined;

export const courtTags = (file: DisputeFile): readonly string[] => {
  const referral = openReferral(file);
  return referral === undefined
    ? []
    : [`court:${referral.mode}`, ...(referral.procedure ? [`court:${referral.procedure}`] : [])];
};

const bodyTags = (body: BodyCode): readonly string[] => {
  const kind = parseBodyCode(body)?.kind;
  const agency = agencyName(body);
  return [...(kind ? [`body:${kind}`] : []), ...(agency ? [`catalogue:${agency}`] : [])];
};

export const subjectTags = (file: DisputeFile): readonly string[] => [
  `type:${file.disputeType}`,
  ...file.matters.map((matter) => `matter:${matter}`),
  ...courtTags(file),
];

/** What a proceeding's clocks and gates ask of it. */
export const proceedingTags = (file: DisputeFile, channel: Channel, body: BodyCode): readonly string[] => [
  ...subjectTags(file),
  `channel:${channel}`,
  ...bodyTags(body),
];

const factsOf = (dispute: KnownDispute): readonly FactTag[] => {
  const { file } = dispute;
  const mediatedByCommittee = dispute.phase === 'in-mediation' && dispute.proceeding.channel === 'peoples';
  const facts: readonly (FactTag | false)[] = [
    file.parties.every(({ id }) => file.consents.includes(id)) && 'all-parties-consent',
    file.refusals.length > 0 && 'party-refused',
    file.takenUpBy.some(isCourt) && 'taken-up-by-court',
    file.referredBy !== undefined && isCourt(file.referredBy) && 'referred-by-court',
    file.takenUpBy.some(isHealthAuthority) && 'taken-up-by-health-authority',
    mediatedByCommittee && 'mediated-by-committee',
    file.policeReports.length > 0 && 'police-report-made',
  ];
  return facts.filter((fact) => fact !== false);
};

/** What is true of the dispute as the acting body meets it, in the words of the rule packs. */
export const situationOf = (
  dispute: KnownDispute,
  { actor }: Pick<Context, 'actor'>,
  more: readonly FactTag[] = [],
): readonly string[] => {
  const channel = channelOf(actor.org);
  return [
    ...subjectTags(dispute.file),
    ...(channel ? [`channel:${channel}`] : []),
    ...bodyTags(actor.org),
    ...[...factsOf(dispute), ...more].map((fact) => `fact:${fact}`),
  ];
};

/** The rule of law that forbids the act here and now, if one does. */
export const barTo = (
  act: Act,
  dispute: KnownDispute,
  context: Context,
  more: readonly FactTag[] = [],
): Ground | undefined => context.rules.gate(act, situationOf(dispute, context, more));
