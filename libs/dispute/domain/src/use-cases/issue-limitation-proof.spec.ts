import type { DisputeEvent } from '../dispute.events';
import { milestone } from '../spec/authority.histories';
import { OFFICE, POLICE, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given } from '../spec/given';
import {
  closed,
  ended,
  event,
  inMediation,
  moved,
  offered,
  refused,
  registered,
  settled,
  TODAY,
} from '../spec/histories';

const prove = (party = 'p1') => ({ type: 'IssueLimitationProof', data: { party, claim: '要求赔偿' } }) as const;
const proof = (requestedOn: string, n = 1) =>
  event('LimitationProofIssued', {
    proof: n,
    party: 'p1',
    requestedOn,
    issuedOn: TODAY,
    personal: { p1: { text: '要求赔偿' } },
  });
const notAccepted = event('DisputeNotAccepted', { reason: 'party-refuses', routes: ['litigation'] });

describe('proving that limitation was interrupted', () => {
  it.each<[string, readonly DisputeEvent[]]>([
    ['registered', [registered()]],
    ['in mediation', inMediation],
    ['refused by a party', [registered(), refused('p2')]],
    ['not accepted', [registered(), notAccepted]],
    ['failed', ended],
    ['failed and closed', [...ended, closed('failed')]],
    ['settled', settled],
  ])('is possible whatever became of the dispute: %s', (_, history) =>
    given(...history)
      .when(prove())
      .then(proof('2025-03-01')),
  );

  it('names the day in Shanghai on which the claim was first put', () => {
    given(registered({ registeredAt: '2025-02-28T17:00:00Z' }))
      .when(prove())
      .then(proof('2025-03-01'));
    given(registered(), milestone('first-requested', '2025-02-20')).when(prove()).then(proof('2025-02-20'));
  });

  it('is numbered', () => given(registered(), proof('2025-03-01')).when(prove()).then(proof('2025-03-01', 2)));

  it.each(['proactive', 'screening', 'grid'] as const)(
    'wants a claim: none was put where the source is %s',
    (source) => {
      given(registered({ source })).when(prove()).refused('no-claim-put');
      given(registered({ source }), milestone('first-requested', '2025-03-05')).when(prove()).then(proof('2025-03-05'));
    },
  );

  it('comes from a body that had the dispute', () => {
    given(registered(), moved(VILLAGE, TOWNSHIP)).when(prove()).then(proof('2025-03-01'));
    given(registered()).by(OFFICE).when(prove()).refused('never-had-it');
    given(registered(), offered(POLICE)).by(POLICE).when(prove()).refused('never-had-it');
    given(registered()).by(POLICE).when(prove()).refused('dispute-unknown');
  });

  it('is for a party', () => {
    given(registered()).when(prove('p3')).refused('party-unknown');
    given().when(prove()).refused('dispute-unknown');
  });
});
