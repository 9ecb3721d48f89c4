import type { BodyCode } from '@mediation/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'mediator' })
export class MediatorEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  body!: BodyCode;

  @Column({ type: 'text', name: 'display_name' })
  displayName!: string;

  @Column({ type: 'boolean', name: 'full_time' })
  fullTime!: boolean;

  @Column({ type: 'boolean', name: 'is_chair' })
  isChair!: boolean;

  @Column({ type: 'text', array: true })
  specialties!: string[];

  @Column({ type: 'text', array: true, name: 'court_rosters' })
  courtRosters!: BodyCode[];
}
