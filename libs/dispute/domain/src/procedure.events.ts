import type { ExpiryEffect, Material, Matter } from '@mediation/rules';
import type { BodyCode, Instant, Message, PlainDate } from '@mediation/kernel';
import type { MediatorId, PartyId, Personal } from './dispute.events';
import type {
  AidDecision,
  ConfirmationDecision,
  CourtMode,
  CourtProcedure,
  CourtResult,
  JurisdictionBasis,
  Milestone,
  PoliceDecision,
  Remedy,
  ReportDuty,
  Retention,
} from './vocabulary';

/** What the procedures around mediation add: courts, police, health authority, legal aid, the law's clocks and the file itself. */
export type ProcedureEvent =
  | Message<'MattersNoted', { matters: readonly Matter[] }>
  | Message<'MilestoneReached', { milestone: Milestone; reachedOn: PlainDate }>
  // clocks
  | Message<
      'TimeLimitExtended',
      {
        clock: string;
        rule: string;
        unit: string;
        length: number;
        parties: readonly PartyId[];
        extendedOn: PlainDate;
      }
    >
  | Message<
      'TimeLimitExpired',
      { clock: string; rule: string; effect: ExpiryEffect; dueOn: PlainDate; expiredAt: Instant }
    >
  // the court that referred it
  | Message<
      'CourtReferralMade',
      {
        court: BodyCode;
        mode: CourtMode;
        procedure?: CourtProcedure | undefined;
        caseNumber?: string | undefined;
        referredOn: PlainDate;
      }
    >
  | Message<'PapersSignedFor', { proceeding: number; mediator: MediatorId; signedOn: PlainDate }>
  | Message<
      'UndisputedFactsRecorded',
      { record: number; proceeding: number; recordedOn: PlainDate; personal: Personal }
    >
  | Message<'UndisputedFactsConfirmed', { record: number; party: PartyId; signedOn: PlainDate }>
  | Message<'ServiceAddressConfirmed', { party: PartyId; confirmedOn: PlainDate; personal: Personal }>
  | Message<
      'DisputeReturnedToCourt',
      {
        court: BodyCode;
        result: CourtResult;
        /** The record of undisputed facts that all parties signed, if there is one: nothing else of the sessions goes back. */
        undisputedFacts?: number | undefined;
        serviceAddresses: readonly PartyId[];
        agreement?: number | undefined;
        returnedOn: PlainDate;
      }
    >
  | Message<
      'ShamMediationReported',
      { proceeding: number; reportedTo: BodyCode; reportedOn: PlainDate; personal: Personal }
    >
  // judicial confirmation, and the ways besides it
  | Message<
      'ConfirmationOffered',
      {
        agreement: number;
        court: BodyCode;
        basis?: JurisdictionBasis | undefined;
        offeredOn: PlainDate;
        fileBy?: PlainDate | undefined;
      }
    >
  | Message<
      'ConfirmationFiled',
      {
        agreement: number;
        court: BodyCode;
        applicants: readonly PartyId[];
        manner: 'written' | 'oral';
        filedOn: PlainDate;
      }
    >
  | Message<
      'ConfirmationAccepted',
      { agreement: number; court: BodyCode; caseNumber?: string | undefined; acceptedOn: PlainDate }
    >
  | Message<
      'ConfirmationDecided',
      {
        agreement: number;
        court: BodyCode;
        decision: ConfirmationDecision;
        caseNumber?: string | undefined;
        decidedOn: PlainDate;
      }
    >
  | Message<'RemedyPursued', { agreement: number; way: Remedy; pursuedOn: PlainDate }>
  // the police
  | Message<'PoliceCaseAccepted', { body: BodyCode; caseNumber?: string | undefined; acceptedOn: PlainDate }>
  | Message<'NoPenaltyAppliedFor', { agreement: number; applicants: readonly PartyId[]; appliedOn: PlainDate }>
  | Message<'PoliceCaseDecided', { body: BodyCode; decision: PoliceDecision; decidedOn: PlainDate }>
  | Message<'PerformanceCertified', { agreement: number; body: BodyCode; certifiedOn: PlainDate }>
  | Message<
      'SessionRecordedInFull',
      { proceeding: number; session: number; officers: number; recording: string; room: string }
    >
  | Message<
      'PoliceReportMade',
      { duty: ReportDuty; victim?: PartyId | undefined; reportedTo: BodyCode; reportedAt: Instant }
    >
  // legal aid
  | Message<
      'LegalAidApplied',
      {
        aid: number;
        party: PartyId;
        center: BodyCode;
        limitationEndsOn?: PlainDate | undefined;
        appliedOn: PlainDate;
      }
    >
  | Message<
      'LegalAidDecided',
      { aid: number; decision: AidDecision; exemption?: string | undefined; decidedOn: PlainDate }
    >
  | Message<'LegalAidAssigned', { aid: number; assignedOn: PlainDate }>
  | Message<'LegalAidEnded', { aid: number; reason: 'completed' | 'terminated'; endedOn: PlainDate }>
  // limitation of action
  | Message<
      'LimitationProofIssued',
      { proof: number; party: PartyId; requestedOn: PlainDate; issuedOn: PlainDate; personal: Personal }
    >
  // the file
  | Message<'DossierOpened', { number: string; body: BodyCode; year: number; serial: number; openedOn: PlainDate }>
  | Message<
      'MaterialFiled',
      { material: Material; party?: PartyId | undefined; sheets: number; filedOn: PlainDate; personal: Personal }
    >
  | Message<
      'MaterialSigned',
      {
        material: Material;
        /** Which one of several: the record of a session, the register of an oral agreement. */
        proceeding?: number | undefined;
        session?: number | undefined;
        agreement?: number | undefined;
        /** Who signed: one of the three. */
        party?: PartyId | undefined;
        mediator?: MediatorId | undefined;
        sealedBy?: BodyCode | undefined;
        signedOn: PlainDate;
      }
    >
  | Message<'DisputeArchived', { retention: Retention; archivedOn: PlainDate }>;

export type ProcedureEventType = ProcedureEvent['type'];
