import type { DataOf } from '../dispute.events';
import { LEGAL_AID, POLICE } from './bodies';
import { event, moved, registered } from './histories';

/** Histories of police cases and legal aid that specs start from. */
export const policeCase = (change: Partial<DataOf<'PoliceCaseAccepted'>> = {}) =>
  event('PoliceCaseAccepted', { body: POLICE, acceptedOn: '2025-03-02', ...change });
export const noPenaltyAppliedFor = (agreement = 1) =>
  event('NoPenaltyAppliedFor', { agreement, applicants: ['p1', 'p2'], appliedOn: '2025-03-09' });
export const policeDecided = (decision: DataOf<'PoliceCaseDecided'>['decision'] = 'penalty') =>
  event('PoliceCaseDecided', { body: POLICE, decision, decidedOn: '2025-03-09' });
export const toldPolice = (duty: DataOf<'PoliceReportMade'>['duty'] = 'crime-risk') =>
  event('PoliceReportMade', { duty, reportedTo: POLICE, reportedAt: '2025-03-02T09:00:00+08:00' });

/** What the police had before the village. */
export const fromPolice = [registered({ custodian: POLICE }), moved(POLICE, '370402102001-committee')] as const;

export const aidApplied = (change: Partial<DataOf<'LegalAidApplied'>> = {}) =>
  event('LegalAidApplied', { aid: 1, party: 'p1', center: LEGAL_AID, appliedOn: '2025-03-05', ...change });
export const aidDecided = (decision: DataOf<'LegalAidDecided'>['decision'] = 'granted', aid = 1) =>
  event('LegalAidDecided', { aid, decision, decidedOn: '2025-03-06' });
export const aidAssigned = event('LegalAidAssigned', { aid: 1, assignedOn: '2025-03-07' });
export const aidEnded = event('LegalAidEnded', { aid: 1, reason: 'completed', endedOn: '2025-03-08' });
export const milestone = (reached: DataOf<'MilestoneReached'>['milestone'], reachedOn = '2025-03-05') =>
  event('MilestoneReached', { milestone: reached, reachedOn });
