import { type PlainDate } from '@mediation/kernel';
import {
  type Agreement,
  type Appraisal,
  type EvidenceItem,
  type FollowUp,
  type Investigation,
  type Performance,
  type Session,
} from './dossier-mediation';
import { type DossierParty } from './dossier-people';
import {
  type Confirmation,
  type CourtReferral,
  type Failure,
  type Letter,
  type Limitation,
  type PoliceCase,
  type ServiceAddress,
  type UndisputedFacts,
} from './dossier-procedure';

/** One of the thirteen items of the file, as the rules of completeness see it. */
export interface DossierMaterial {
  /** 1 to 13, in the order of the 2010 forms. */
  readonly item: number;
  readonly name: string;
  readonly present: boolean;
  /** What is still missing of it, e.g. 被申请人签名. */
  readonly missing?: readonly string[] | undefined;
  readonly pages?: number | undefined;
  /** What lies with it besides, by name. */
  readonly enclosed?: readonly string[] | undefined;
}

/**
 * What the papers of one dispute are filled from. What is not known is left out, and prints as room to write by hand.
 * Labels (type, source, outcome, reasons) come in Chinese, as people are to read them.
 */
export interface DossierData {
  /** 卷名, e.g. 王建国与李秀英相邻通行纠纷. */
  readonly title: string;
  readonly number?: string | undefined;
  readonly body: { readonly code?: string | undefined; readonly name: string };
  /** What is on the seal, when it is not the body's name. */
  readonly sealName?: string | undefined;
  readonly disputeType?: string | undefined;
  readonly source?: string | undefined;
  readonly sourceKind?: 'application' | 'proactive' | 'entrusted' | undefined;
  readonly registeredOn?: PlainDate | undefined;
  readonly registrar?: string | undefined;
  /** Set when a party applied, in writing or orally; the file then opens with the application. */
  readonly application?: { readonly on?: PlainDate | undefined } | undefined;
  readonly acceptedOn?: PlainDate | undefined;
  readonly parties: readonly DossierParty[];
  readonly facts?: string | undefined;
  readonly issues?: string | undefined;
  readonly requests?: string | undefined;
  readonly mediators: readonly { readonly name: string }[];
  readonly recorder?: string | undefined;
  readonly rightsNotifiedOn?: PlainDate | undefined;
  readonly identityCheckedBy?: string | undefined;
  readonly investigations?: readonly Investigation[] | undefined;
  readonly evidence?: readonly EvidenceItem[] | undefined;
  readonly sessions: readonly Session[];
  readonly appraisals?: readonly Appraisal[] | undefined;
  readonly agreement?: Agreement | undefined;
  readonly performance?: readonly Performance[] | undefined;
  readonly performanceState?: 'full' | 'part' | 'none' | undefined;
  readonly followUps?: readonly FollowUp[] | undefined;
  readonly failure?: Failure | undefined;
  readonly undisputedFacts?: UndisputedFacts | undefined;
  readonly serviceAddresses?: readonly ServiceAddress[] | undefined;
  readonly court?: CourtReferral | undefined;
  readonly confirmation?: Confirmation | undefined;
  readonly police?: PoliceCase | undefined;
  readonly limitation?: Limitation | undefined;
  readonly transfer?: Letter | undefined;
  readonly returned?: Letter | undefined;
  readonly closedOn?: PlainDate | undefined;
  /** 调解成功、调解不成…… */
  readonly outcome?: string | undefined;
  readonly closingNote?: string | undefined;
  readonly retention?: 'permanent' | 'long' | 'short' | undefined;
  readonly filedBy?: string | undefined;
  readonly filedOn?: PlainDate | undefined;
  readonly checkedBy?: string | undefined;
  readonly fileNote?: string | undefined;
  readonly pages?: number | undefined;
  /** For the table of contents; the thirteen items with nothing filled in when absent. */
  readonly materials?: readonly DossierMaterial[] | undefined;
  /** The day on the paper. */
  readonly madeOn?: PlainDate | undefined;
}
