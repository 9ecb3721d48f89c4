import type { TimelineRow } from '@mediation/dispute/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One event of a dispute; read only, nothing personal. */
@Entity({ schema: 'views', name: 'timeline', synchronize: false })
export class TimelineEntryEntity {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) dispute!: string;
  @Column({ type: 'int' }) revision!: number;
  /** Text in the global order. */
  @Column({ type: 'text' }) position!: string;
  @Column({ type: 'text' }) type!: TimelineRow['type'];
  @Column({ name: 'occurred_at', type: 'timestamptz' }) occurredAt!: Date;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
  @Column({ type: 'text' }) actor!: string;
  @Column({ type: 'text', nullable: true }) custodian!: string | null;
  @Column({ type: 'jsonb' }) detail!: TimelineRow['detail'];
}
