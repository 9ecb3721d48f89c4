import type { Follow, Model } from './model';

/** What is known of a party's legal aid: who was asked, and how far it is. */
export interface Aid {
  readonly center: string;
  readonly state: 'asked' | 'ahead' | 'granted' | 'assigned' | 'over';
}

/** What the monitor remembers of courts, police and legal aid around mediation. */
export interface AuthoritiesModel {
  /** The court that waits for an answer to its referral. */
  readonly waitingCourt: string | undefined;
  /** Proceedings in which a court's papers are signed for. */
  readonly signedFor: readonly number[];
  /** How far each agreement's confirmation is, and at which court. */
  readonly confirming: Readonly<Record<number, { readonly court: string; readonly state: string }>>;
  /** Bodies that were asked, told or turned to, though they never held it. */
  readonly brought: readonly string[];
  /** The police body whose case is undecided. */
  readonly openCase: string | undefined;
  readonly certified: readonly number[];
  readonly aids: Readonly<Record<number, Aid>>;
  readonly proofs: number;
}

export const noAuthorities: AuthoritiesModel = {
  waitingCourt: undefined,
  signedFor: [],
  confirming: {},
  brought: [],
  openCase: undefined,
  certified: [],
  aids: {},
  proofs: 0,
};

const bringing = (m: Model, body: string): Model => ({ ...m, brought: [...m.brought, body] });

const confirming = (m: Model, n: number, step: AuthoritiesModel['confirming'][number]): Model => ({
  ...m,
  confirming: { ...m.confirming, [n]: step },
});

const withAid = (m: Model, n: number, state: Aid['state']): Model => {
  const aid = m.aids[n];
  return aid === undefined ? m : { ...m, aids: { ...m.aids, [n]: { ...aid, state } } };
};

export const followAuthorities: Follow = {
  EscalationRiskRaised: (m, { reportedTo }) => (reportedTo?.endsWith('-police') ? bringing(m, reportedTo) : m),
  PoliceReportMade: (m, { reportedTo }) => bringing(m, reportedTo),
  CourtReferralMade: (m, { court }) => ({ ...bringing(m, court), waitingCourt: court }),
  DisputeReturnedToCourt: (m) => ({ ...m, waitingCourt: undefined }),
  PapersSignedFor: (m, { proceeding }) => ({ ...m, signedFor: [...m.signedFor, proceeding] }),
  ConfirmationOffered: (m, { agreement, court }) => confirming(m, agreement, { court, state: 'offered' }),
  ConfirmationFiled: (m, { agreement, court }) => confirming(bringing(m, court), agreement, { court, state: 'filed' }),
  ConfirmationAccepted: (m, { agreement, court }) => confirming(m, agreement, { court, state: 'accepted' }),
  ConfirmationDecided: (m, { agreement, court, decision }) => confirming(m, agreement, { court, state: decision }),
  DisputeTakenUpFormally: (m, { body }) => bringing(m, body),
  PoliceCaseAccepted: (m, { body }) => ({ ...m, openCase: body }),
  PoliceCaseDecided: (m) => ({ ...m, openCase: undefined }),
  PerformanceCertified: (m, { agreement }) => ({ ...m, certified: [...m.certified, agreement] }),
  LegalAidApplied: (m, { aid, center }) => ({
    ...bringing(m, center),
    aids: { ...m.aids, [aid]: { center, state: 'asked' } },
  }),
  LegalAidDecided: (m, { aid, decision }) =>
    withAid(m, aid, ({ granted: 'granted', provisional: 'ahead', refused: 'over' } as const)[decision]),
  LegalAidAssigned: (m, { aid }) => withAid(m, aid, 'assigned'),
  LegalAidEnded: (m, { aid }) => withAid(m, aid, 'over'),
  LimitationProofIssued: (m, { proof }) => ({ ...m, proofs: proof }),
};
