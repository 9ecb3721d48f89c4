import type { BodyCode, BodyKind, DivisionCode, Tier } from '@mediation/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'body' })
export class BodyEntity {
  @PrimaryColumn({ type: 'text' })
  code!: BodyCode;

  @Column({ type: 'text' })
  kind!: BodyKind;

  @Column({ type: 'text' })
  division!: DivisionCode;

  @Column({ type: 'text' })
  tier!: Tier;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh!: string;

  @Column({ type: 'text', nullable: true })
  parent!: BodyCode | null;
}
