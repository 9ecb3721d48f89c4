import type { Material } from '@mediation/rules';
import type { BodyCode, Instant, PlainDate } from '@mediation/kernel';
import type { MediatorId, PartyId } from './dispute.events';
import type { Mediation } from './mediations';
import type {
  AidDecision,
  ConfirmationDecision,
  CourtMode,
  CourtProcedure,
  CourtResult,
  Milestone,
  PoliceDecision,
  Remedy,
  ReportDuty,
} from './vocabulary';

/** The court's referral that brought the dispute to where it is mediated. */
export interface CourtReferral {
  readonly court: BodyCode;
  readonly mode: CourtMode;
  readonly procedure: CourtProcedure | undefined;
  readonly returned: boolean;
  /** What it was returned with; the court waits for confirmation or withdrawal of the suit after `settled`. */
  readonly result: CourtResult | undefined;
}

export interface UndisputedFacts {
  readonly n: number;
  readonly signedBy: readonly PartyId[];
}

export interface Confirmation {
  readonly agreement: number;
  readonly court: BodyCode;
  readonly status: 'offered' | 'filed' | 'accepted' | ConfirmationDecision;
}

export interface PoliceCase {
  readonly body: BodyCode;
  /** The agreement under which no penalty was applied for. */
  readonly noPenaltyFor: number | undefined;
  readonly decision: PoliceDecision | undefined;
}

export interface PoliceReport {
  readonly duty: ReportDuty;
  readonly victim: PartyId | undefined;
  readonly to: BodyCode;
}

export interface LegalAid {
  readonly n: number;
  readonly party: PartyId;
  readonly center: BodyCode;
  readonly limitationEndsOn: PlainDate | undefined;
  readonly status: 'applied' | AidDecision | 'assigned' | 'completed' | 'terminated';
}

export interface FiledMaterial {
  readonly material: Material;
  readonly party: PartyId | undefined;
  readonly sheets: number;
}

/** Which paper of its kind, where there may be several. */
export interface PaperPlace {
  readonly proceeding?: number | undefined;
  readonly session?: number | undefined;
  readonly agreement?: number | undefined;
}

/** One of the three. */
export interface Signer {
  readonly party?: PartyId | undefined;
  readonly mediator?: MediatorId | undefined;
  readonly sealedBy?: BodyCode | undefined;
}

export interface MaterialSignature extends PaperPlace, Signer {
  readonly material: Material;
}

export interface Dossier {
  readonly number: string;
  readonly body: BodyCode;
  readonly archivedOn: PlainDate | undefined;
}

/** What a dispute's file has of the procedures around mediation. */
export interface ProcedureFile {
  readonly courtReferral: CourtReferral | undefined;
  readonly undisputedFacts: readonly UndisputedFacts[];
  readonly serviceAddresses: readonly PartyId[];
  readonly shamReported: boolean;
  /** Courts and agencies that have taken it up in a procedure of their own. */
  readonly takenUpBy: readonly BodyCode[];
  /** One for each agreement; the newest attempt. */
  readonly confirmations: readonly Confirmation[];
  readonly remedies: readonly { readonly agreement: number; readonly way: Remedy }[];
  readonly policeCase: PoliceCase | undefined;
  readonly policeReports: readonly PoliceReport[];
  readonly certifiedPerformances: readonly number[];
  readonly milestones: readonly Milestone[];
  readonly legalAid: readonly LegalAid[];
  readonly limitationProofs: number;
  readonly firstRequestedAt: Instant;
  /** Every proceeding there has been, the running one last. */
  readonly mediations: readonly Mediation[];
  readonly materials: readonly FiledMaterial[];
  readonly materialSignatures: readonly MaterialSignature[];
  readonly dossier: Dossier | undefined;
}

export const emptyProcedureFile = (registeredAt: Instant): ProcedureFile => ({
  courtReferral: undefined,
  undisputedFacts: [],
  serviceAddresses: [],
  shamReported: false,
  takenUpBy: [],
  confirmations: [],
  remedies: [],
  policeCase: undefined,
  policeReports: [],
  certifiedPerformances: [],
  milestones: [],
  legalAid: [],
  limitationProofs: 0,
  firstRequestedAt: registeredAt,
  mediations: [],
  materials: [],
  materialSignatures: [],
  dossier: undefined,
});
