import { type PlainDate } from '@mediation/kernel';
import { type DossierPerson, type Signature } from './dossier-people';

export interface Investigation {
  readonly on?: PlainDate | undefined;
  readonly place?: string | undefined;
  readonly investigators?: readonly string[] | undefined;
  readonly recorder?: string | undefined;
  readonly person?: DossierPerson | undefined;
  readonly others?: readonly string[] | undefined;
  readonly about?: string | undefined;
  readonly record?: string | undefined;
}

export interface EvidenceItem {
  readonly name: string;
  /** 原件、复印件、照片、录像…… */
  readonly form?: string | undefined;
  readonly pages?: number | undefined;
  readonly from?: string | undefined;
  readonly proves?: string | undefined;
  readonly receivedOn?: PlainDate | undefined;
}

export interface Session {
  readonly n?: number | undefined;
  readonly heldOn?: PlainDate | undefined;
  readonly place?: string | undefined;
  readonly attended: readonly string[];
  readonly invited?: readonly string[] | undefined;
  readonly manner?: 'open' | 'closed' | undefined;
  readonly record?: string | undefined;
  readonly result?: 'agreed' | 'failed' | 'continued' | undefined;
}

export interface DossierObligation {
  readonly debtor?: string | undefined;
  /** To whom, for a payment. */
  readonly creditor?: string | undefined;
  readonly act?: string | undefined;
  /** Integer fen. */
  readonly amountFen?: number | undefined;
  readonly dueOn?: PlainDate | undefined;
  readonly manner?: string | undefined;
}

export interface Agreement {
  readonly n?: number | undefined;
  readonly form?: 'written' | 'oral' | undefined;
  /** Its own number; the dossier's when it has none. */
  readonly number?: string | undefined;
  readonly facts?: string | undefined;
  readonly issues?: string | undefined;
  readonly terms?: string | undefined;
  readonly obligations: readonly DossierObligation[];
  readonly reachedOn?: PlainDate | undefined;
  readonly effectiveOn?: PlainDate | undefined;
  readonly signedBy?: readonly Signature[] | undefined;
  readonly mediatorSignedOn?: PlainDate | undefined;
  readonly sealedOn?: PlainDate | undefined;
  /** One for each party and one for the committee when not said (人民调解法 29). */
  readonly copies?: number | undefined;
}

export interface Performance {
  readonly on?: PlainDate | undefined;
  readonly debtor?: string | undefined;
  readonly act?: string | undefined;
  readonly amountFen?: number | undefined;
  readonly manner?: string | undefined;
  readonly receivedBy?: string | undefined;
}

export interface FollowUp {
  readonly on?: PlainDate | undefined;
  readonly visitor?: string | undefined;
  readonly visited?: readonly string[] | undefined;
  /** 上门、电话…… */
  readonly manner?: string | undefined;
  readonly performance?: string | undefined;
  readonly satisfaction?: 'satisfied' | 'fair' | 'dissatisfied' | undefined;
  /** A suit or arbitration since, and how it ended. */
  readonly suit?: string | undefined;
  readonly escalationSigns?: boolean | undefined;
  readonly measures?: string | undefined;
  readonly record?: string | undefined;
}

export interface Appraisal {
  readonly about?: string | undefined;
  readonly by?: string | undefined;
  readonly stoppedOn?: PlainDate | undefined;
  readonly resumedOn?: PlainDate | undefined;
  /** Days not counted, as the clock says. */
  readonly days?: number | undefined;
  readonly dueBefore?: PlainDate | undefined;
  readonly dueAfter?: PlainDate | undefined;
  /** The article that says so. */
  readonly basis?: string | undefined;
}
