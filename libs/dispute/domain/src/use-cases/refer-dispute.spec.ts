import { COURT, OFFICE, POLICE, ROOM, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import { event, registered, settled } from '../spec/histories';

const data = {
  source: 'court',
  disputeType: 'contract',
  facts: '货款未付',
  parties: [
    { role: 'applicant', name: '甲某' },
    { role: 'respondent', name: '乙某' },
  ],
  to: TOWNSHIP,
  kind: 'court-link',
} as const;
const refer = (change = {}) => ({ type: 'ReferDispute', data: { ...data, ...change } }) as const;

const opening = registered({
  source: 'court',
  disputeType: 'contract',
  custodian: ROOM,
  place: '370402102',
  registeredAt: NOON,
  personal: { p1: { name: '甲某' }, p2: { name: '乙某' }, file: { text: '货款未付' } },
});
const offer = {
  handoff: 'h1',
  kind: 'court-link',
  from: ROOM,
  to: TOWNSHIP,
  reason: 'pre-trial',
  offeredAt: NOON,
  replyBy: '2025-03-13',
  personal: {},
} as const;

describe('referring a dispute', () => {
  it('opens the file at the room and offers it; the room stays responsible', () =>
    given().by(ROOM).when(refer()).then(opening, event('HandoffOffered', offer)));

  it('takes its own day of reply and a note', () =>
    given()
      .by(ROOM)
      .when(refer({ replyBy: '2025-03-20', note: '请先行调解', reason: 'party-request' }))
      .then(
        opening,
        event('HandoffOffered', {
          ...offer,
          reason: 'party-request',
          replyBy: '2025-03-20',
          personal: { file: { text: '请先行调解' } },
        }),
      ));

  it('refuses what a registration refuses', () => {
    given(...settled)
      .by(VILLAGE)
      .when(refer())
      .refused('dispute-exists');
    given()
      .by(ROOM)
      .when(refer({ parties: [{ role: 'respondent', name: '乙某' }] }))
      .refused('applicant-missing');
    given()
      .by(ROOM)
      .when(refer({ place: '110101' }))
      .refused('place-outside-area');
  });

  it('refuses what an offer refuses', () => {
    given()
      .by(ROOM)
      .when(refer({ to: ROOM }))
      .refused('handoff-to-itself');
    given()
      .by(POLICE)
      .when(refer({ to: OFFICE }))
      .refused('not-a-link-of-this-kind');
    given()
      .by(VILLAGE)
      .when(refer({ kind: 'transfer' }))
      .refused('use-escalation');
  });

  it('lets a party of either end name the link', () =>
    given()
      .by(ROOM)
      .when(refer({ to: COURT }))
      .then(opening, event('HandoffOffered', { ...offer, to: COURT })));
});
