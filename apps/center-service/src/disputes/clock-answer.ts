import { urgencyOf, type Urgency } from '@mediation/dispute/read-models';
import type { Instant } from '@mediation/kernel';
import { clocksOf, type Clock } from '@mediation/rules';
import type { DisputeEntity } from '../entities/dispute.entity';
import type { ClockAnswer, OpenClockAnswer } from './clock.answer';

const urgency = ({ state, remaining }: Clock): Urgency | undefined => {
  if (remaining === undefined) return undefined;
  return state === 'paused' ? 'grey' : urgencyOf(remaining);
};

const answer = (clock: Clock): ClockAnswer => {
  const colour = urgency(clock);
  return { ...clock, ...(colour && { urgency: colour }) };
};

/** The limits of the law that a dispute is under, by last day, as of a moment. */
export const clockAnswers = ({ state }: DisputeEntity, now: Instant) =>
  clocksOf(state.file.occurrences, now).map(answer);

/** Those that have not ended, in short; a closed dispute's no longer matter. */
export const openClockAnswers = (row: DisputeEntity, now: Instant): readonly OpenClockAnswer[] =>
  row.phase === 'closed'
    ? []
    : clockAnswers(row, now)
        .filter(({ remaining }) => remaining !== undefined)
        .map(
          ({ id, rule, titleZh, titleEn, article, dueOn, state, expiry, remaining, provisional, urgency: colour }) => ({
            id,
            rule,
            titleZh,
            titleEn,
            article,
            dueOn,
            state,
            expiry,
            remaining,
            provisional,
            urgency: colour,
          }),
        );
