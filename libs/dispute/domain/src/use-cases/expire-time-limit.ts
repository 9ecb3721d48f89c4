import { accept, refuse } from '@mediation/kernel';
import type { Clock } from '@mediation/rules';
import { z } from 'zod';
import { returnToCourt } from '../court-return';
import type { DisputeEvent } from '../dispute.events';
import type { OpenDispute } from '../dispute.state';
import { clockId } from '../fields';
import { findClock, lapsedAt } from '../time-limit';
import { open, useCase, type Context } from '../use-case';

/** Nobody has told the parties of the other routes yet: that stays to be done. */
const failed = (dispute: OpenDispute, { subject }: Clock): readonly DisputeEvent[] =>
  dispute.phase === 'in-mediation' && subject === `proceeding-${dispute.proceeding.n}`
    ? [{ type: 'MediationFailed', data: { proceeding: dispute.proceeding.n, reason: 'time-limit', routes: [] } }]
    : [];

const lapsed = ({ file }: OpenDispute, clock: Clock): readonly DisputeEvent[] =>
  file.handoff !== undefined && clock.subject === `handoff-${file.handoff.id}`
    ? [{ type: 'HandoffLapsed', data: { handoff: file.handoff.id, lapsedAt: lapsedAt(clock) } }]
    : [];

/** What the lapse does by itself. What it only allows or forbids from now on, the gates see from the clock. */
const consequences = (dispute: OpenDispute, clock: Clock, context: Context): readonly DisputeEvent[] => {
  switch (clock.expiry) {
    case 'DEEMED_FAILED':
    case 'RETURNS_TO_COURT': {
      const ended = failed(dispute, clock);
      return ended.length === 0 ? [] : [...ended, ...returnToCourt(dispute, 'expired', context)];
    }
    case 'REASSIGN':
      return lapsed(dispute, clock);
    case 'SOFT_ALERT':
    case 'RELEASES_RIGHT':
    case 'RIGHT_LOST':
    case 'OVERDUE_DUTY':
      return [];
  }
};

/** 期限届满: recorded once, with what it does. Told by the watcher, which may be late: the lapse is dated by the last day. */
export const expireTimeLimit = useCase({
  name: 'ExpireTimeLimit',
  data: z.strictObject({ clock: clockId }),
  decide: open(({ clock: id }, dispute, context) => {
    const clock = findClock(dispute, id, context);
    if (clock === undefined) return refuse('time-limit-unknown');
    if (clock.endedAt !== undefined) return accept();
    if (clock.state !== 'due') return refuse('not-yet-due');
    const { rule, expiry, dueOn } = clock;
    return accept(
      { type: 'TimeLimitExpired', data: { clock: id, rule, effect: expiry, dueOn, expiredAt: lapsedAt(clock) } },
      ...consequences(dispute, clock, context),
    );
  }),
});
