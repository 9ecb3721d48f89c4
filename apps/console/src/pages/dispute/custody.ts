import { parseBodyCode, type Tier } from '@mediation/kernel';
import type { Dispute, Entry, Handoff } from './dispute';

export interface Body {
  readonly body: string;
  readonly name?: string | undefined;
}

/** A body and the time it was responsible. */
export interface Period {
  readonly body: Body;
  readonly tier: Tier;
  readonly from: string;
  /** Absent while it still is. */
  readonly to?: string | undefined;
  /** Handoffs that left it where it was, and the one it offers now. */
  readonly tried: readonly Handoff[];
  /** The handoff by which it came here. */
  readonly by?: Handoff | undefined;
}

const tierOf = (body: string): Tier => parseBodyCode(body)?.tier ?? 'district';

const changes = (timeline: readonly Entry[]): readonly (Entry & { readonly custodian: Body })[] =>
  timeline.reduce<(Entry & { custodian: Body })[]>((found, entry) => {
    const { custodian } = entry;
    return custodian === null || custodian.body === found.at(-1)?.custodian.body
      ? found
      : [...found, { ...entry, custodian }];
  }, []);

/** Who was responsible when, in order. An offer moves nothing until it is accepted. */
export const periodsOf = ({ timeline, handoffs, phase }: Dispute): readonly Period[] => {
  const found = changes(timeline);
  const endedAt =
    phase === 'closed' ? timeline.findLast(({ type }) => type === 'DisputeClosed')?.occurredAt : undefined;
  return found.map(({ custodian, occurredAt }, index) => {
    const to = found[index + 1]?.occurredAt ?? endedAt;
    const within = (at: string): boolean => at >= occurredAt && (to === undefined || at < to || endedAt === to);
    return {
      body: custodian,
      tier: tierOf(custodian.body),
      from: occurredAt,
      to,
      tried: handoffs.filter(
        ({ from, offeredAt, state }) => from.body === custodian.body && state !== 'accepted' && within(offeredAt),
      ),
      by: handoffs.find(
        ({ to: receiver, state, settledAt }) =>
          state === 'accepted' && receiver.body === custodian.body && settledAt === occurredAt,
      ),
    };
  });
};

const ORDER: readonly Tier[] = ['district', 'township', 'village'];

/** The tiers that appear, the highest first: the lanes of the drawing. */
export const lanesOf = (tiers: readonly Tier[]): readonly Tier[] => ORDER.filter((tier) => tiers.includes(tier));

export const isOpen = ({ state }: Handoff): boolean => state === 'offered' || state === 'acknowledged';
