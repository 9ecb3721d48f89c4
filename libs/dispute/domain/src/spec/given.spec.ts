import type { DisputeEvent } from '../dispute.events';
import { VILLAGE } from './bodies';
import { given, NOON } from './given';
import { agreed, event, inMediation, registered, signedBy, TODAY } from './histories';

/** Two events in a known order: a refusal during mediation. */
const refuses = { type: 'RecordConsent', data: { party: 'p2', consents: false, note: '不谈' } } as const;
const refused = event('PartyRefused', { party: 'p2', refusedOn: TODAY, personal: { file: { text: '不谈' } } });
const terminated = event('MediationTerminated', { proceeding: 1, reason: 'party-refused', routes: [] });
const outcome = given(...inMediation).when(refuses);

describe('the given–when–then helper', () => {
  it('passes on exactly the events that came out', () => outcome.then(refused, terminated));

  it.each<[string, DisputeEvent[]]>([
    ['a subset', [refused]],
    ['no events', []],
    ['another order', [terminated, refused]],
    ['an event too many', [refused, terminated, terminated]],
    ['an extra key', [{ ...refused, data: { ...refused.data, extra: 1 } } as DisputeEvent, terminated]],
    ['a missing key', [refused, { ...terminated, data: { proceeding: 1, reason: 'party-refused' } } as DisputeEvent]],
    [
      'another value deep inside',
      [{ ...refused, data: { ...refused.data, personal: { file: { text: '谈' } } } }, terminated],
    ],
  ])('fails on %s', (_, wrong) => expect(() => outcome.then(...wrong)).toThrow('toStrictEqual'));

  it('fails on a refusal where events came out, and on events where a refusal did', () => {
    expect(() => outcome.refused('party-refused')).toThrow('toStrictEqual');
    const refusal = given().when(refuses);
    refusal.refused('dispute-unknown');
    expect(() => refusal.then()).toThrow('toStrictEqual');
    expect(() => refusal.refused('dispute-closed')).toThrow('toStrictEqual');
  });

  it('sends commands through the schema, so that defaults apply and what it rejects never reaches a decision', () => {
    given(...inMediation)
      .when({ type: 'AppointMediator', data: { mediator: 'm1' } })
      .then(event('MediatorAppointed', { proceeding: 1, mediator: 'm1', how: 'assigned' }));
    expect(() => given(registered()).when({ type: 'AppointMediator', data: { mediator: '' } })).toThrow('Too small');
  });

  it('tells the decision who acts and when', () => {
    given(registered())
      .by(VILLAGE)
      .at('2025-03-31T23:30:00Z')
      .when({ type: 'AcceptDispute', data: {} })
      .then(
        event('DisputeAccepted', {
          proceeding: 1,
          channel: 'peoples',
          body: VILLAGE,
          acceptedOn: '2025-04-01',
          mediateBy: '2025-05-01',
        }),
      );
    expect(NOON.slice(0, 10)).toBe(TODAY);
  });

  it('folds histories that a decision cannot change', () => {
    const { decision } = given(...agreed).when({ type: 'CloseDispute', data: {} });
    expect(decision).toStrictEqual({ kind: 'refused', refusal: 'not-performed' });
    expect(signedBy('p1').data).toStrictEqual({ agreement: 1, party: 'p1', signedOn: '2025-03-04' });
  });
});
