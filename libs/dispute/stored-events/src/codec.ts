import type { DisputeEvent } from '@mediation/dispute/domain';
import { codecOf, type Codec, type Upcasters } from '@mediation/stored-events';
import { STORED_NAMES } from './names';
import { payloads } from './payloads';

export { eventMetadata, UnreadableEvent, type Upcaster, type Upcasters } from '@mediation/stored-events';

export type DisputeCodec = Codec<DisputeEvent>;

export const disputeCodecWith = (upcasters: Upcasters): DisputeCodec =>
  codecOf<DisputeEvent>({ names: STORED_NAMES, payloads }, upcasters);

/** Old stored names and the way to their successors; a golden file keeps each of them readable for ever. */
const UPCASTERS: Upcasters = {};

export const disputeCodec: DisputeCodec = disputeCodecWith(UPCASTERS);

export const isDisputeEvent = (storedType: string): boolean => disputeCodec.knows(storedType);
