import type { DivisionCode, Tier } from '@mediation/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'division' })
export class DivisionEntity {
  @PrimaryColumn({ type: 'text' })
  code!: DivisionCode;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  tier!: Tier;

  @Column({ type: 'text', nullable: true })
  parent!: DivisionCode | null;
}
