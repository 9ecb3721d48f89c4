import { parseBodyCode, type BodyCode, type Ground } from '@mediation/kernel';
import type { Act, FactTag } from '@mediation/rules';
import { channelOf, kindOf } from './custody';
import type { Party } from './dispute.events';
import type { DisputeFile, KnownDispute } from './dispute.state';
import type { Context } from './use-case';
import type { Channel, ReportDuty } from './vocabulary';

/** An agency's own name in its code, e.g. `housing` of `370402-housing-agency`. */
const agencyName = (body: BodyCode): string | undefined => /^\d+-(.+)-agency$/.exec(body)?.[1];

const COURTS: readonly (string | undefined)[] = ['court', 'pretrial-room'];
export const isCourt = (body: BodyCode): boolean => COURTS.includes(kindOf(body));
/** The health authority is an agency of that name. */
export const isHealthAuthority = (body: BodyCode): boolean => agencyName(body) === 'health';

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

/** A party who brought the dispute here has consented by that (医疗纠纷条例 art. 31: 征得另一方同意). */
const agrees = ({ source, consents, refusals }: DisputeFile, { id, role }: Party): boolean =>
  consents.includes(id) ||
  (role === 'applicant' && ['application', 'online'].includes(source) && !refusals.includes(id));

/** What the health authority took up and has not ended yet. */
const isWithHealthAuthority = ({ takenUpBy, milestones }: DisputeFile): boolean =>
  takenUpBy.some(isHealthAuthority) ||
  milestones.findLast((each) => each === 'health-accepted' || each === 'health-concluded') === 'health-accepted';

/** What must be told to the police, by what was noted of the dispute. */
const dutiesOf = ({ matters }: DisputeFile): readonly ReportDuty[] => [
  ...(matters.includes('crime-suspected') ? (['crime-risk'] as const) : []),
  ...(matters.includes('domestic-violence') ? (['domestic-violence'] as const) : []),
];

const isReported = (file: DisputeFile): boolean =>
  file.policeReports.length > 0 &&
  dutiesOf(file).every((duty) => file.policeReports.some((report) => report.duty === duty));

/** Facts that the dispute itself tells; what turns on an agreement or a command, its use case adds. */
const FACTS: readonly (readonly [fact: FactTag, holds: (file: DisputeFile) => boolean])[] = [
  ['all-parties-consent', (file) => file.parties.length > 1 && file.parties.every((party) => agrees(file, party))],
  ['minor-party', ({ parties }) => parties.some(({ minor }) => minor)],
  ['party-refused', ({ refusals }) => refusals.length > 0],
  ['taken-up-by-court', ({ takenUpBy }) => takenUpBy.some(isCourt)],
  ['referred-by-court', ({ referredBy }) => referredBy !== undefined && isCourt(referredBy)],
  ['taken-up-by-health-authority', isWithHealthAuthority],
  ['police-report-made', isReported],
];

const factsOf = (dispute: KnownDispute): readonly FactTag[] => {
  const mediatedByCommittee = dispute.phase === 'in-mediation' && dispute.proceeding.channel === 'peoples';
  const facts = FACTS.filter(([, holds]) => holds(dispute.file)).map(([fact]) => fact);
  return mediatedByCommittee ? [...facts, 'mediated-by-committee'] : facts;
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
