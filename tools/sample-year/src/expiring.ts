import { deadlineOf } from '@mediation/rules';
import type { PlainDate } from '@mediation/kernel';
import type { Script } from './script';

interface TimeLimit {
  readonly rule: string;
  /** What it is of: `proceeding-1`, `handoff-h1`. */
  readonly subject: string;
  /** The day of what started it. */
  readonly on: PlainDate;
}

/** 期限届满: the clock's own act, in the night after the last day. */
export const expire = (s: Script, { rule, subject, on }: TimeLimit): void => {
  const { dueOn } = deadlineOf({ rule, on, jurisdiction: s.around.jurisdiction });
  s.nightAfter(dueOn).do(
    'time-limits/expiries',
    { clock: `${rule}/${subject}` },
    { org: s.around.districtCentre, role: 'system', atAnyHour: true },
  );
};
