import type { DisputeFile } from './dispute.state';

/** How the network learns of a dispute that nobody has brought to it. */
const UNASKED: readonly string[] = ['proactive', 'screening', 'grid'];

/** Limitation is interrupted by a claim that is put, not by a dispute that is found (诉讼时效规定 art. 12, 民法典 art. 195). */
export const isClaimPut = ({ source, milestones }: Pick<DisputeFile, 'source' | 'milestones'>): boolean =>
  !UNASKED.includes(source) || milestones.includes('first-requested');
