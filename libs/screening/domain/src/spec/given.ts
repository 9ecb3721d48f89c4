import type { BodyCode, Instant } from '@mediation/kernel';
import type { z } from 'zod';
import type { ScreeningEvent } from '../screening.events';
import { evolve } from '../screening.evolve';
import type { ScreeningRefusal } from '../screening.refusals';
import { initialScreening, type ScreeningState } from '../screening.state';
import { decide, screeningUseCase, type SCREENING_USE_CASES, type ScreeningCommand } from '../screening.use-cases';

type UseCases = (typeof SCREENING_USE_CASES)[keyof typeof SCREENING_USE_CASES];
/** A command as a caller sends it. */
export type Sent = {
  [U in UseCases as U['name']]: { readonly type: U['name']; readonly data: z.input<U['data']> };
}[UseCases['name']];

export const TOWNSHIP = '370402102-center';
export const OFFICE = '370402102-judicial-office';
export const EAST = '370402102001-committee';
export const WEST = '370402102002-committee';
export const COURT = '370402-court';
export const DISPUTE = '0195c3a0-0000-7000-8000-000000000001';
export const OTHER_DISPUTE = '0195c3a0-0000-7000-8000-000000000002';
const NOON = '2025-01-10T12:00:00+08:00';

/** Of both villages, from 6 to 24 January, to be reported by the 27th. */
export const planned: ScreeningEvent = {
  type: 'ScreeningPlanned',
  data: {
    planner: TOWNSHIP,
    kind: 'concentrated',
    theme: '元旦春节集中排查',
    from: '2025-01-06',
    to: '2025-01-24',
    dueOn: '2025-01-27',
    places: ['370402102001', '370402102002'],
  },
};

const round = { kind: 'concentrated', heldOn: '2025-01-09', late: false } as const;
export const zeroOfWest: ScreeningEvent = {
  type: 'ZeroReported',
  data: { ...round, place: '370402102002', body: WEST },
};
export const roundOfEast = (findings: number): ScreeningEvent => ({
  type: 'RoundReported',
  data: { ...round, place: '370402102001', body: EAST, findings },
});
export const findingOfEast = (finding: string): ScreeningEvent => ({
  type: 'FindingReported',
  data: {
    finding,
    kind: 'concentrated',
    place: '370402102001',
    body: EAST,
    heldOn: '2025-01-09',
    disputeType: 'neighbourhood',
    headcount: 4,
    riskGrade: 'yellow',
    personal: { file: { text: '院墙滴水。（示例）' } },
  },
});
/** As a caller says the same. */
export const aFinding = {
  disputeType: 'neighbourhood',
  headcount: 4,
  riskGrade: 'yellow',
  facts: '院墙滴水。（示例）',
} as const;

export const fold = (events: readonly ScreeningEvent[]): ScreeningState => events.reduce(evolve, initialScreening);

interface Moment {
  readonly org: BodyCode;
  readonly now: Instant;
  readonly occurredAt: Instant;
}

const scene = (history: readonly ScreeningEvent[], { org, now, occurredAt }: Moment) => ({
  by: (other: BodyCode) => scene(history, { org: other, now, occurredAt }),
  at: (at: Instant, recorded = at) => scene(history, { org, now: recorded, occurredAt: at }),
  when({ type, data }: Sent) {
    const command = { type, data: screeningUseCase(type).data.parse(data) } as ScreeningCommand;
    const actor = { sub: 'someone', org, roles: ['mediator'] };
    const decision = decide(command, fold(history), { actor, now, occurredAt });
    return {
      decision,
      /** Exactly these events, in this order, with these keys. */
      then: (...events: readonly ScreeningEvent[]): void =>
        expect(decision).toStrictEqual({ kind: 'accepted', events }),
      refused: (refusal: ScreeningRefusal): void =>
        expect(decision.kind === 'refused' ? decision.refusal : decision).toStrictEqual(refusal),
    };
  },
});

/** `given(…events).by(body).at(instant).when(command).then(…events)` or `.refused(code)`; by default the east village at noon. */
export const given = (...history: readonly ScreeningEvent[]) =>
  scene(history, { org: EAST, now: NOON, occurredAt: NOON });
