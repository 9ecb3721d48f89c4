import { type PlainDate } from '@mediation/kernel';

export interface DossierPerson {
  readonly name?: string | undefined;
  /** 男 · 女 */
  readonly gender?: string | undefined;
  readonly identityNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  /** 父亲、母亲、律师……: to the party, or to the company. */
  readonly relation?: string | undefined;
}

/** Who acts for a party by a letter of authorisation. */
export interface DossierAgent extends DossierPerson {
  readonly powers?: 'general' | 'special' | undefined;
  /** What exactly, with special powers. */
  readonly matters?: string | undefined;
  readonly until?: PlainDate | undefined;
  readonly authorisedOn?: PlainDate | undefined;
}

/** A caller that must not show a minor gives the masked name, and leaves out what else tells who it is. */
export interface DossierParty extends DossierPerson {
  readonly id?: string | undefined;
  readonly role: 'applicant' | 'respondent';
  readonly ethnicity?: string | undefined;
  readonly age?: number | undefined;
  readonly occupation?: string | undefined;
  readonly minor?: boolean | undefined;
  readonly guardian?: DossierPerson | undefined;
  /** 法定代表人、负责人 of a company, the person chosen by a group. */
  readonly representative?: DossierPerson | undefined;
  readonly agent?: DossierAgent | undefined;
  readonly identityPapers?: IdentityPapers | undefined;
}

export interface IdentityPapers {
  /** 居民身份证、户口簿、营业执照…… */
  readonly kind?: string | undefined;
  readonly copies?: number | undefined;
  readonly checkedOn?: PlainDate | undefined;
}

/** One name under a paper: of a party of the dispute when `party` names it, of anybody else otherwise. */
export interface Signature {
  readonly party?: string | undefined;
  readonly name: string;
  readonly on?: PlainDate | undefined;
}
