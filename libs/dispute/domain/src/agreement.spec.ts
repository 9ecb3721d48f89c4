import type { DisputeEvent } from './dispute.events';
import { given, NOON, type Sent } from './spec/given';
import {
  event,
  inSession,
  inSigning,
  MEDIATOR,
  performed,
  reached,
  sealed,
  signedBy,
  signedByMediator,
  tookEffect,
} from './spec/histories';

interface Act {
  readonly name: string;
  readonly send: Sent;
  readonly event: (on: string) => DisputeEvent;
}

const acts: readonly Act[] = [
  {
    name: 'p1',
    send: { type: 'SignAgreement', data: { agreement: 1, party: 'p1' } },
    event: (on) => signedBy('p1', on),
  },
  {
    name: 'p2',
    send: { type: 'SignAgreement', data: { agreement: 1, party: 'p2' } },
    event: (on) => signedBy('p2', on),
  },
  {
    name: 'mediator',
    send: { type: 'SignAgreement', data: { agreement: 1, mediator: MEDIATOR } },
    event: (on) => signedByMediator(on),
  },
  { name: 'seal', send: { type: 'SealAgreement', data: { agreement: 1 } }, event: (on) => sealed(on) },
];

const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));

const DAYS = ['2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07'];
const orders = permutations(acts).map((order) => ({ order, name: order.map((act) => act.name).join(', ') }));
const afternoon = (day: string) => `${day}T15:00:00+08:00`;

/** Enters the acts in this order, each having happened on its day; what comes out must be exactly what is due. */
const enter = (order: readonly Act[], dayOf: (index: number) => string, effectiveOn: string): void => {
  let history: readonly DisputeEvent[] = inSigning;
  order.forEach((act, index) => {
    const day = dayOf(index);
    const due = [act.event(day), ...(index === order.length - 1 ? [tookEffect(effectiveOn)] : [])];
    given(...history)
      .at(afternoon(day), NOON)
      .when(act.send)
      .then(...due);
    history = [...history, ...due];
  });
};

describe('when a written agreement takes effect', () => {
  it('knows all twenty-four orders', () => expect(new Set(orders.map(({ name }) => name)).size).toBe(24));

  it.each(orders)('with the last act and on its day: $name', ({ order }) =>
    enter(order, (index) => DAYS[index] ?? '', '2025-03-07'),
  );

  it.each(orders)('on the latest act’s day, however late the others are entered: $name', ({ order }) =>
    enter(order, (index) => DAYS[3 - index] ?? '', '2025-03-07'),
  );

  it.each(acts)('never without: $name', (missing) => {
    const others = acts.filter((act) => act !== missing);
    permutations(others).forEach((order) => {
      let history: readonly DisputeEvent[] = inSigning;
      order.forEach((act) => {
        given(...history)
          .when(act.send)
          .then(act.event('2025-03-10'));
        history = [...history, act.event('2025-03-10')];
      });
      given(...history)
        .when({ type: 'RecordPerformance', data: { agreement: 1, obligation: 2 } })
        .refused('agreement-not-in-effect');
    });
  });

  it('dates an act by the calendar of Shanghai', () =>
    given(...inSigning, signedBy('p1'), signedBy('p2'), signedByMediator())
      .at('2025-03-05T16:30:00Z', NOON)
      .when({ type: 'SealAgreement', data: { agreement: 1 } })
      .then(sealed('2025-03-06'), tookEffect('2025-03-06')));

  it('is performed at once when nothing is owed', () =>
    given(...inSession, reached({ obligations: [] }), signedBy('p1'), signedBy('p2'), signedByMediator())
      .at('2025-03-05T10:00:00+08:00', NOON)
      .when({ type: 'SealAgreement', data: { agreement: 1 } })
      .then(sealed('2025-03-05'), tookEffect('2025-03-05'), performed()));

  it('counts no hand that was put to the one it superseded', () => {
    const second = [
      ...inSigning,
      signedBy('p1'),
      signedByMediator(),
      event('AgreementSuperseded', { agreement: 1 }),
      reached({ agreement: 2 }),
    ] as const;
    given(...second, signedBy('p2', '2025-03-05', 2))
      .when({ type: 'SealAgreement', data: { agreement: 2 } })
      .then(sealed('2025-03-10', 2));
    given(
      ...second,
      signedBy('p1', '2025-03-05', 2),
      signedBy('p2', '2025-03-05', 2),
      signedByMediator('2025-03-05', 2),
    )
      .when({ type: 'SealAgreement', data: { agreement: 2 } })
      .then(sealed('2025-03-10', 2), tookEffect('2025-03-10', 2));
  });
});

describe('an agreement on a part', () => {
  const part = [
    ...inSession,
    reached({ extent: 'partial' }),
    signedBy('p1'),
    signedBy('p2'),
    signedByMediator(),
    sealed(),
    tookEffect(),
  ] as const;

  it('leaves the proceeding running for the rest', () =>
    given(...part)
      .when({ type: 'ReachAgreement', data: { form: 'oral', terms: '其余', extent: 'full' } })
      .then(
        reached({
          agreement: 2,
          form: 'oral',
          obligations: [],
          personal: { file: { text: '其余' } },
        }),
        tookEffect('2025-03-10', 2),
        performed(2),
      ));

  it('stays agreed when the rest fails', () => {
    const restFailed = event('MediationFailed', { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] });
    given(...part, restFailed)
      .when({ type: 'CloseDispute', data: {} })
      .refused('not-performed');
    given(...part, restFailed, performed())
      .when({ type: 'CloseDispute', data: {} })
      .then(event('DisputeClosed', { outcome: 'settled-in-part', closedOn: '2025-03-10' }));
  });
});
