import type { DisputeFile } from '@mediation/dispute/domain';
import { COURT, LEGAL_AID, POLICE } from './bodies';
import type { Sight } from './plausible-data';

const fileOf = ({ dispute }: Sight): DisputeFile | undefined => (dispute.phase === 'absent' ? undefined : dispute.file);
const partyOf = (sight: Sight): string =>
  sight.draw.chance(3) ? 'p9' : sight.draw.of(fileOf(sight)?.parties.map(({ id }) => id) ?? ['p1']);
const agreementOf = (sight: Sight): { agreement: number } => ({
  agreement: fileOf(sight)?.agreements.findLast(({ status }) => status === 'performed')?.n ?? 1 + sight.draw.below(2),
});
const aidOf = (sight: Sight): { aid: number } => ({ aid: fileOf(sight)?.legalAid.at(-1)?.n ?? 1 });

/** Data that each use case might be sent, sensible more often than not. */
export const AUTHORITY_PLAUSIBLE = {
  NoteMatters: ({ draw }: Sight) => ({ matters: draw.of([[], ['property-title'], ['crime-suspected']]) }),
  RecordMilestone: ({ draw }: Sight) => ({
    milestone: draw.of(['first-requested', 'application-received', 'traffic-mediation-applied', 'petition-received']),
    ...(draw.chance(30) && { on: draw.of(['2025-03-01', '2025-12-31']) }),
  }),
  AcceptPoliceCase: () => ({}),
  ApplyForNoPenalty: (sight: Sight) => ({ ...agreementOf(sight), inWriting: sight.draw.chance(90) }),
  DecidePoliceCase: ({ draw }: Sight) => ({ decision: draw.of(['no-penalty', 'penalty', 'closed', 'told-to-sue']) }),
  IssuePerformanceCertificate: agreementOf,
  ReportToPolice: ({ draw }: Sight) => ({
    duty: draw.of(['crime-risk', 'domestic-violence']),
    reportedTo: draw.chance(90) ? POLICE : COURT,
  }),
  ApplyForLegalAid: (sight: Sight) => ({
    party: partyOf(sight),
    ...(sight.draw.chance(20) && { center: sight.draw.chance(80) ? LEGAL_AID : COURT }),
  }),
  DecideLegalAid: (sight: Sight) => ({
    ...aidOf(sight),
    decision: sight.draw.of(['granted', 'granted', 'provisional', 'refused']),
  }),
  AssignLegalAid: aidOf,
  EndLegalAid: (sight: Sight) => ({ ...aidOf(sight), reason: sight.draw.of(['completed', 'terminated']) }),
  IssueLimitationProof: (sight: Sight) => ({ party: partyOf(sight), claim: '要求赔偿' }),
};
