import type { BodyCode } from '@mediation/kernel';
import { hasTakenEffect } from './agreement';
import type { DataOf, DisputeEventType, HandoffId } from './dispute.events';
import type { DisputeFile } from './dispute.state';

/** How much of an event: all of it; of its personal data only who the parties are; nothing personal; or not even that it happened. */
export type Access = 'whole' | 'parties' | 'bare' | 'none';

/** Who reads, and what the dispute has come to. */
export interface Reading {
  readonly reader: BodyCode;
  readonly file: DisputeFile;
  readonly offers: ReadonlyMap<HandoffId, DataOf<'HandoffOffered'>>;
}

export type ReadingRule<Type extends DisputeEventType> = Access | ((data: DataOf<Type>, reading: Reading) => Access);

/** One entry an event type: a new one is read by nobody until it is named, since leaving it out does not compile. */
export type ReadingRules = { readonly [T in DisputeEventType]: ReadingRule<T> };

/** Drafts, and what another took the place of, are concessions. */
export const whenInEffect = ({ agreement }: { readonly agreement: number }, { file }: Reading): Access => {
  const found = file.agreements.find(({ n }) => n === agreement);
  return found !== undefined && hasTakenEffect(found) ? 'whole' : 'none';
};
