import {
  broughtIn,
  kindOf,
  type DisputeFile,
  type DisputeUseCaseName,
  type KnownDispute,
  type LegalAid,
} from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';

type Weighted = readonly (readonly [weight: number, name: DisputeUseCaseName])[];

/** What the responsible body may do about the authorities around mediation, at any time. */
export const AROUND: Weighted = [
  [0.2, 'NoteMatters'],
  [0.2, 'RecordMilestone'],
  [0.3, 'ReportToPolice'],
  [0.5, 'ApplyForLegalAid'],
  [0.1, 'IssueLimitationProof'],
];

/** … once there is an agreement, before and after closing. */
export const afterAgreement = ({ file }: KnownDispute): Weighted => [
  [file.policeCase === undefined ? 0.1 : 6, 'ApplyForNoPenalty'],
  [file.agreements.some(({ status }) => status === 'performed') ? 3 : 0.1, 'IssuePerformanceCertificate'],
];

const policing = ({ policeCase, agreements }: DisputeFile): Weighted =>
  policeCase === undefined || policeCase.decision !== undefined
    ? [[5, 'AcceptPoliceCase']]
    : [
        [2, 'DecidePoliceCase'],
        [agreements.length > 0 && policeCase.noPenaltyFor === undefined ? 6 : 0.1, 'ApplyForNoPenalty'],
      ];

const AIDING: Readonly<Record<'none' | LegalAid['status'], Weighted>> = {
  none: [[1, 'ApplyForLegalAid']],
  applied: [[9, 'DecideLegalAid']],
  granted: [
    [6, 'AssignLegalAid'],
    [2, 'EndLegalAid'],
  ],
  provisional: [
    [3, 'DecideLegalAid'],
    [6, 'AssignLegalAid'],
  ],
  assigned: [[9, 'EndLegalAid']],
  refused: [[1, 'ApplyForLegalAid']],
  completed: [[1, 'ApplyForLegalAid']],
  terminated: [[1, 'ApplyForLegalAid']],
};

/** Whose answer is waited for: of the legal aid centre that was asked, or the police whose case is open. */
export const awaited = ({ legalAid, policeCase, agreements }: DisputeFile): readonly BodyCode[] => [
  ...legalAid
    .filter(({ status }) => ['applied', 'granted', 'provisional', 'assigned'].includes(status))
    .map(({ center }) => center),
  ...(policeCase && policeCase.decision === undefined && agreements.length > 0 ? [policeCase.body] : []),
];

/** What a police body or a legal aid centre that was brought in does; undefined for any other body. */
export const asBroughtIn = ({ file }: KnownDispute, by: BodyCode): Weighted | undefined => {
  if (!broughtIn(file).includes(by)) return undefined;
  if (kindOf(by) === 'police') return policing(file);
  return kindOf(by) === 'legal-aid-center' ? AIDING[file.legalAid.at(-1)?.status ?? 'none'] : undefined;
};
