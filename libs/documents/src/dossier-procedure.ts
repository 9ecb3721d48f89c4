import { type PlainDate } from '@mediation/kernel';
import { type Signature } from './dossier-people';

export type RouteName = 'arbitration' | 'administrative' | 'litigation';

export interface Failure {
  readonly on?: PlainDate | undefined;
  readonly reason?: string | undefined;
  /** Of which the parties were told (人民调解法 26). */
  readonly routes: readonly RouteName[];
  /** More about them: which organ, which time limit. */
  readonly advice?: string | undefined;
}

export interface UndisputedFacts {
  readonly on?: PlainDate | undefined;
  readonly facts?: string | undefined;
  readonly confirmedBy?: readonly Signature[] | undefined;
}

export interface ServiceAddress {
  readonly party?: string | undefined;
  readonly role?: 'applicant' | 'respondent' | undefined;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly phone?: string | undefined;
  readonly receiver?: string | undefined;
  readonly electronic?: 'agreed' | 'refused' | undefined;
  /** Mobile number, e-mail or account for it. */
  readonly electronicAddress?: string | undefined;
  readonly confirmedOn?: PlainDate | undefined;
}

export interface CourtReferral {
  readonly name?: string | undefined;
  /** 委派 before filing, 委托 after. */
  readonly mode?: 'prefiling' | 'postfiling' | undefined;
  readonly procedure?: 'ordinary' | 'summary' | undefined;
  readonly caseNumber?: string | undefined;
  readonly cause?: string | undefined;
  readonly papers?: readonly string[] | undefined;
  /** As the rule pack words it, e.g. 七日. */
  readonly limit?: string | undefined;
  readonly signedForOn?: PlainDate | undefined;
  readonly dueOn?: PlainDate | undefined;
  readonly contact?: string | undefined;
  readonly phone?: string | undefined;
  readonly referredOn?: PlainDate | undefined;
  readonly basis?: string | undefined;
  readonly result?: 'settled' | 'suit-withdrawn' | 'failed' | 'expired' | 'terminated' | undefined;
  readonly resultNote?: string | undefined;
  readonly returnedPapers?: readonly string[] | undefined;
  readonly returnedOn?: PlainDate | undefined;
}

export interface Confirmation {
  readonly court?: string | undefined;
  readonly filedOn?: PlainDate | undefined;
  readonly basis?: string | undefined;
}

export interface PoliceCase {
  readonly station?: string | undefined;
  readonly caseNumber?: string | undefined;
  readonly performedOn?: PlainDate | undefined;
  readonly certifiedOn?: PlainDate | undefined;
  readonly basis?: string | undefined;
}

export interface Limitation {
  readonly claimant?: string | undefined;
  readonly against?: string | undefined;
  readonly requestedOn?: PlainDate | undefined;
  /** 口头、书面…… */
  readonly manner?: string | undefined;
  readonly claim?: string | undefined;
  readonly accepted?: 'accepted' | 'not-accepted' | undefined;
  readonly issuedOn?: PlainDate | undefined;
  readonly basis?: string | undefined;
}

/** A letter between bodies: 移送函, or 退回函 when it gives a dispute back. */
export interface Letter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly on?: PlainDate | undefined;
  readonly reason?: string | undefined;
  readonly basis?: string | undefined;
  readonly papers?: readonly string[] | undefined;
  readonly replyBy?: PlainDate | undefined;
  readonly contact?: string | undefined;
  readonly phone?: string | undefined;
}
