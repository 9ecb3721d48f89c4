import { mediationFacts } from './mediation-facts';
import { accepted, ID, recorded, registered, rowsOf, settledInWriting, TOWNSHIP, VILLAGE } from './spec/story';

it('keeps acceptances, agreements in effect, emergencies and what was averted, and nothing else', () => {
  const events = recorded([
    registered(),
    { type: 'EscalationRiskRaised', data: { risk: 'petition', people: 3 } },
    { type: 'EscalationAverted', data: { risk: 'petition', people: 3, avertedOn: '2025-03-01' } },
    accepted(),
    { type: 'EmergencyRaised', data: { people: 30, raisedAt: '2025-03-03T10:00:00+08:00' } },
    { type: 'EmergencyConcluded', data: { people: 34, concludedAt: '2025-03-03T16:00:00Z', personal: {} } },
    ...settledInWriting,
    accepted(2, TOWNSHIP),
  ]);
  const fact = (change: object) => ({ dispute: ID, body: VILLAGE, ...change });
  expect(rowsOf(mediationFacts, events)).toEqual({
    [`${ID}:2`]: fact({ kind: 'averted', happened_on: '2025-03-01', risk: 'petition', people: 3 }),
    [`${ID}:3`]: fact({
      kind: 'accepted',
      happened_on: '2025-03-02',
      proceeding: 1,
      channel: 'peoples',
      tier: 'village',
    }),
    [`${ID}:5`]: fact({ kind: 'emergency', happened_on: '2025-03-04', people: 34 }),
    [`${ID}:14`]: fact({ kind: 'agreed', happened_on: '2025-03-07' }),
    [`${ID}:15`]: fact({
      kind: 'accepted',
      happened_on: '2025-03-02',
      body: TOWNSHIP,
      proceeding: 2,
      channel: 'peoples',
      tier: 'township',
    }),
  });
});
