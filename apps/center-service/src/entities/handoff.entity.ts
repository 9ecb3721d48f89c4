import type { HandoffRow } from '@mediation/dispute/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One handoff of the board; read only. */
@Entity({ schema: 'views', name: 'handoff_board', synchronize: false })
export class HandoffEntity {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) dispute!: string;
  @Column({ type: 'text' }) handoff!: string;
  @Column({ type: 'text' }) kind!: HandoffRow['kind'];
  @Column({ type: 'text' }) reason!: HandoffRow['reason'];
  @Column({ name: 'from_body', type: 'text' }) fromBody!: string;
  @Column({ name: 'from_tier', type: 'text' }) fromTier!: HandoffRow['from_tier'];
  @Column({ name: 'from_channel', type: 'text', nullable: true }) fromChannel!: HandoffRow['from_channel'] | null;
  @Column({ name: 'to_body', type: 'text' }) toBody!: string;
  @Column({ name: 'to_tier', type: 'text' }) toTier!: HandoffRow['to_tier'];
  @Column({ name: 'to_channel', type: 'text', nullable: true }) toChannel!: HandoffRow['to_channel'] | null;
  @Column({ type: 'text' }) state!: HandoffRow['state'];
  @Column({ name: 'offered_at', type: 'timestamptz' }) offeredAt!: Date;
  @Column({ name: 'offered_on', type: 'date' }) offeredOn!: string;
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true }) acknowledgedAt!: Date | null;
  @Column({ name: 'acknowledged_on', type: 'date', nullable: true }) acknowledgedOn!: string | null;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ name: 'settled_on', type: 'date', nullable: true }) settledOn!: string | null;
  @Column({ name: 'reply_by', type: 'date' }) replyBy!: string;
  @Column({ name: 'return_reason', type: 'text', nullable: true }) returnReason!: HandoffRow['return_reason'] | null;
  @Column({ type: 'int', nullable: true }) bounce!: number | null;
}
