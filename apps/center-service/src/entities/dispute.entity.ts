import type { DisputeRow } from '@mediation/dispute/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bigint that fits a number: sums of money in fen. */
const safeInteger = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A dispute as it stands; read only, from whichever generation is live. */
@Entity({ schema: 'views', name: 'disputes', synchronize: false })
export class DisputeEntity {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'int' }) revision!: number;
  @Column({ type: 'text' }) source!: DisputeRow['source'];
  @Column({ name: 'dispute_type', type: 'text' }) disputeType!: DisputeRow['dispute_type'];
  @Column({ type: 'text' }) category!: string;
  @Column({ type: 'text' }) place!: string;
  @Column({ type: 'text' }) custodian!: string;
  @Column({ type: 'text' }) phase!: DisputeRow['phase'];
  @Column({ type: 'text', nullable: true }) channel!: NonNullable<DisputeRow['channel']> | null;
  /** Personal data. */
  @Column({ name: 'party_names', type: 'jsonb' }) partyNames!: DisputeRow['party_names'];
  @Column({ type: 'int' }) headcount!: number;
  @Column({ name: 'amount_fen', type: 'bigint', nullable: true, transformer: safeInteger }) amountFen!: number | null;
  @Column({ name: 'risk_grade', type: 'text', nullable: true }) riskGrade!: NonNullable<
    DisputeRow['risk_grade']
  > | null;
  @Column({ type: 'text', nullable: true }) difficulty!: NonNullable<DisputeRow['difficulty']> | null;
  @Column({ name: 'registered_at', type: 'timestamptz' }) registeredAt!: Date;
  @Column({ name: 'registered_on', type: 'date' }) registeredOn!: string;
  @Column({ name: 'accepted_on', type: 'date', nullable: true }) acceptedOn!: string | null;
  @Column({ name: 'mediate_by', type: 'date', nullable: true }) mediateBy!: string | null;
  @Column({ name: 'effective_on', type: 'date', nullable: true }) effectiveOn!: string | null;
  @Column({ name: 'closed_on', type: 'date', nullable: true }) closedOn!: string | null;
  @Column({ type: 'text', nullable: true }) outcome!: NonNullable<DisputeRow['outcome']> | null;
  @Column({ name: 'pending_handoff', type: 'text', nullable: true }) pendingHandoff!: string | null;
  @Column({ name: 'pending_kind', type: 'text', nullable: true }) pendingKind!: NonNullable<
    DisputeRow['pending_kind']
  > | null;
  @Column({ name: 'pending_from', type: 'text', nullable: true }) pendingFrom!: string | null;
  @Column({ name: 'pending_to', type: 'text', nullable: true }) pendingTo!: string | null;
  @Column({ name: 'pending_reply_by', type: 'date', nullable: true }) pendingReplyBy!: string | null;
  @Column({ name: 'agreement_state', type: 'text', nullable: true })
  agreementState!: NonNullable<DisputeRow['agreement_state']> | null;
  @Column({ name: 'next_obligation_due', type: 'date', nullable: true }) nextObligationDue!: string | null;
  @Column({ type: 'boolean' }) supervised!: boolean;
  @Column({ name: 'emergency_state', type: 'text', nullable: true })
  emergencyState!: NonNullable<DisputeRow['emergency_state']> | null;
  @Column({ name: 'next_clock', type: 'text', nullable: true }) nextClock!: string | null;
  @Column({ name: 'next_clock_due', type: 'date', nullable: true }) nextClockDue!: string | null;
  @Column({ name: 'next_clock_expiry', type: 'text', nullable: true })
  nextClockExpiry!: NonNullable<DisputeRow['next_clock_expiry']> | null;
  @Column({ name: 'next_task', type: 'text', nullable: true }) nextTask!: NonNullable<DisputeRow['next_task']> | null;
  @Column({ name: 'next_due', type: 'date', nullable: true }) nextDue!: string | null;
  @Column({ name: 'held_by', type: 'text', array: true }) heldBy!: string[];
  @Column({ name: 'seen_by', type: 'text', array: true }) seenBy!: string[];
  @Column({ type: 'jsonb' }) state!: DisputeRow['state'];
}
