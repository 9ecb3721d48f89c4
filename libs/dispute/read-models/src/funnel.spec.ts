import type { DataOf, DisputeEvent } from '@mediation/dispute/domain';
import { funnel } from './funnel';
import type { FunnelRow } from './funnel-row';
import {
  accepted,
  CENTER,
  DISTRICT,
  handoffAccepted,
  ID,
  moved,
  offered,
  performedAndClosed,
  POLICE,
  recorded,
  registered,
  rowsOf,
  settledInWriting,
  TOWNSHIP,
  VILLAGE,
} from './spec/story';

const COURT = '370402-court';
const rowAfter = (...events: readonly DisputeEvent[]) => rowsOf<FunnelRow>(funnel, recorded(events))[ID]!;
const resultAfter = (...events: readonly DisputeEvent[]) => rowAfter(registered(), ...events).result;

const wentUp = [offered(), handoffAccepted, moved()];
const failed: DisputeEvent = {
  type: 'MediationFailed',
  data: { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] },
};
const closed = (outcome: DataOf<'DisputeClosed'>['outcome'], closedOn = '2025-05-11'): DisputeEvent => ({
  type: 'DisputeClosed',
  data: { outcome, closedOn },
});
const agreed: DisputeEvent = { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn: '2025-04-02' } };
const custody = (from: string, to: string, cause: DataOf<'CustodyMoved'>['cause']): DisputeEvent => ({
  type: 'CustodyMoved',
  data: { from, to, cause, movedAt: '2025-04-11T10:00:00+08:00' },
});

describe('a dispute in the funnel', () => {
  it('stands where it was registered, open, with what it is counted by', () =>
    expect(rowAfter(registered())).toEqual({
      registered_on: '2025-03-01',
      registered_month: '2025-03-01',
      body: VILLAGE,
      township: '370402102',
      registered_tier: 'village',
      place: '370402102001',
      dispute_type: 'neighbourhood',
      custodian: VILLAGE,
      path: {},
      changed: '011.011.010',
    }));

  it('is settled from the day the agreement took effect, where it was mediated last', () =>
    expect(rowAfter(registered(), accepted(), ...settledInWriting, ...performedAndClosed)).toMatchObject({
      result: 'settled:village:peoples:first',
      result_on: '2025-03-07',
      result_month: '2025-03-01',
    }));

  it('tells what went up, why, and that it settled above', () =>
    expect(rowAfter(registered(), accepted(), failed, ...wentUp, accepted(2, TOWNSHIP), agreed)).toMatchObject({
      up: 'village-township:mediation-failed',
      up_month: '2025-03-01',
      result: 'settled:township:peoples:after-escalation',
      result_month: '2025-04-01',
    }));

  it('tells what came back: an offer returned or lapsed, and what was sent down again', () => {
    const returned: DisputeEvent = {
      type: 'HandoffReturned',
      data: { handoff: 'h1', reason: 'no-capacity', returnedAt: '2025-03-12T09:00:00+08:00', bounce: 1, personal: {} },
    };
    const lapsed: DisputeEvent = { type: 'HandoffLapsed', data: { handoff: 'h1', lapsedAt: '2025-03-14T09:00:00Z' } };
    expect(rowAfter(registered(), offered(), returned)).toMatchObject({ down: 'returned:no-capacity' });
    expect(rowAfter(registered(), offered(), lapsed)).toMatchObject({ down: 'lapsed', down_month: '2025-03-01' });
    // Offered to the police of another place sideways is not upwards.
    expect(rowAfter(registered({ custodian: TOWNSHIP }), offered(POLICE), returned).down).toBeUndefined();
    expect(
      rowAfter(registered(), ...wentUp, custody(TOWNSHIP, VILLAGE, 'directive'), accepted(1), agreed),
    ).toMatchObject({ down: 'sent-down:directive', result: 'settled:village:peoples:after-directive' });
  });

  it('says by which attempt it was settled', () => {
    expect(resultAfter(accepted(), failed, accepted(2), agreed)).toBe('settled:village:peoples:again');
    expect(resultAfter(offered(CENTER), custody(VILLAGE, CENTER, 'second-bounce'), accepted(1, CENTER), agreed)).toBe(
      'settled:township:peoples:after-escalation',
    );
    expect(resultAfter(custody(VILLAGE, DISTRICT, 'directive'), accepted(1, DISTRICT), agreed)).toBe(
      'settled:district:peoples:after-directive',
    );
  });
});

it('is the same whether its events come in one batch or one by one, from rows as their table gives them', () => {
  const events = recorded([
    registered(),
    accepted(),
    failed,
    ...wentUp,
    accepted(2, TOWNSHIP),
    agreed,
    closed('settled'),
  ]);
  const columns = ['result', 'result_on', 'up', 'up_on', 'down', 'down_on', 'result_month', 'up_month', 'down_month'];
  const nothing = Object.fromEntries(columns.map((column) => [column, null]));
  const last = events.reduce<FunnelRow | undefined>((row, event) => {
    const next = funnel.reduce(row && { ...nothing, ...JSON.parse(JSON.stringify(row)) }, event);
    return next && (funnel.derive(next) as FunnelRow);
  }, undefined);
  expect(JSON.parse(JSON.stringify(last))).toEqual(rowsOf<FunnelRow>(funnel, events)[ID]);
});

describe('what mediation did not settle', () => {
  it('stays open until it is closed, and then says why and where it went', () => {
    expect(resultAfter(accepted(), failed)).toBeUndefined();
    expect(resultAfter(accepted(), failed, closed('failed'))).toBe('unresolved:failed:told-litigation');
    const routes: DisputeEvent = { type: 'RoutesTold', data: { routes: ['litigation', 'arbitration'] } };
    expect(resultAfter(accepted(), failed, routes, closed('failed'))).toBe('unresolved:failed:told-several');
    expect(resultAfter(accepted(), agreed, closed('breached'))).toBe('unresolved:breached:unknown');
    const pursued: DisputeEvent = {
      type: 'RemedyPursued',
      data: { agreement: 1, way: 'enforcement', pursuedOn: '2025-06-01' },
    };
    expect(resultAfter(accepted(), agreed, closed('breached'), pursued)).toBe('unresolved:breached:remedy');
  });

  it('leaves mediation with the court or the body that takes it up', () => {
    expect(resultAfter(accepted(), failed, custody(VILLAGE, COURT, 'returned-to-court'))).toBe(
      'unresolved:returned-to-court:court',
    );
    expect(resultAfter(custody(VILLAGE, POLICE, 'accepted-elsewhere'), closed('accepted-elsewhere'))).toBe(
      'unresolved:accepted-elsewhere:police',
    );
  });

  it('is counted apart when it was withdrawn, settled without mediation, or not accepted', () => {
    const declined: DisputeEvent = {
      type: 'DisputeNotAccepted',
      data: { reason: 'mediation-forbidden', routes: ['litigation'] },
    };
    expect(resultAfter(closed('withdrawn'))).toBe('withdrawn');
    expect(resultAfter(closed('settled-by-themselves'))).toBe('settled-by-themselves');
    expect(resultAfter(declined, closed('not-accepted'))).toBe('not-accepted:mediation-forbidden');
  });

  it('is open again once it is reopened or has a new custodian, but not what was settled', () => {
    const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'breach', reopenedOn: '2025-06-01' } };
    expect(rowAfter(registered(), accepted(), agreed, closed('breached'), reopened).result_month).toBeUndefined();
    expect(
      resultAfter(custody(VILLAGE, COURT, 'returned-to-court'), custody(COURT, TOWNSHIP, 'handoff-accepted')),
    ).toBe(undefined);
    expect(resultAfter(accepted(), agreed, ...wentUp)).toBe('settled:village:peoples:first');
  });
});

it('says which event changed what is counted last, and lets no slip of a date put a result before the registration', () => {
  const row = rowAfter(registered(), accepted(), failed, {
    type: 'AgreementTookEffect',
    data: { agreement: 1, effectiveOn: '2024-12-31' },
  });
  expect(row).toMatchObject({ changed: '011.014.010', result_on: '2025-03-01' });
});
