import type { DisputeEventType } from './dispute.events';
import { refusalsAt } from './custody';
import type { KnownDispute } from './dispute.state';
import { including, withFile, type Evolution } from './evolution';

const settled = (d: KnownDispute, bounces = d.file.bounces): KnownDispute =>
  withFile(d, { handoff: undefined, bounces });

export const handoffEvolution = {
  HandoffOffered: (d, { handoff, kind, from, to, replyBy }) =>
    withFile(d, {
      handoff: { id: handoff, kind, from, to, replyBy, acknowledged: false },
      handoffs: d.file.handoffs + 1,
    }),
  HandoffAcknowledged: (d) => withFile(d, { handoff: d.file.handoff && { ...d.file.handoff, acknowledged: true } }),
  HandoffAccepted: (d) => withFile(d, { handoff: undefined, bounces: 0, referredBy: d.file.handoff?.from }),
  HandoffReturned: (d, { bounce }) => settled(d, bounce),
  HandoffWithdrawn: (d) => settled(d),
  HandoffLapsed: (d) => settled(d),
  // A new custodian starts afresh: what ended under the old one waits for its acceptance, and an old triage no longer binds.
  CustodyMoved: (d, { to, cause }) => {
    const file = {
      ...d.file,
      custodian: to,
      heldBy: including(d.file.heldBy, to),
      refusals: refusalsAt(d.file, to),
      triagedTo: undefined,
      referredBy: cause === 'handoff-accepted' ? d.file.referredBy : undefined,
      bounces: cause === 'second-bounce' ? 0 : d.file.bounces,
    };
    return d.phase === 'ended' ? { phase: 'registered', file } : { ...d, file };
  },
} satisfies Partial<Evolution<DisputeEventType>>;
