import { rulePackFor } from '@mediation/rules';
import { AGENCY, COURT, OFFICE, POLICE, ROOM, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import { event, registered, settled, TODAY } from '../spec/histories';

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

describe('a court that refers a dispute to mediation', () => {
  const consented = (party: string) => event('PartyConsented', { party, consentedOn: TODAY });
  const consents = ['p1', 'p2'];
  const before = { mode: 'prefiling' } as const;
  const afterFiling = { mode: 'postfiling', procedure: 'summary', caseNumber: '民初1号' } as const;
  const made = (change: object) => event('CourtReferralMade', { court: ROOM, referredOn: TODAY, ...change } as never);

  it('records the parties’ consents and its referral before the offer', () =>
    given()
      .by(ROOM)
      .when(refer({ court: afterFiling, consents: ['p1', 'p2', 'p1'] }))
      .then(opening, consented('p1'), consented('p2'), made(afterFiling), event('HandoffOffered', offer)));

  it('may be a room that refers in its court’s name', () =>
    given()
      .by(ROOM)
      .when(refer({ court: { ...before, court: COURT }, consents }))
      .then(
        opening,
        consented('p1'),
        consented('p2'),
        made({ ...before, court: COURT }),
        event('HandoffOffered', offer),
      ));

  it('is a court, of that area, and uses the court link', () => {
    given()
      .by(POLICE)
      .when(refer({ court: before, to: ROOM }))
      .refused('not-a-court');
    given()
      .by(ROOM)
      .when(refer({ court: { ...before, court: '370403-court' } }))
      .refused('not-a-court');
    given()
      .by(ROOM)
      .when(refer({ court: { ...before, court: AGENCY } }))
      .refused('not-a-court');
    given()
      .by(ROOM)
      .when(refer({ court: before, kind: 'transfer', to: OFFICE }))
      .refused('not-a-link-of-this-kind');
    given()
      .by(ROOM)
      .when(refer({ court: before, consents: ['p3'] }))
      .refused('party-unknown');
  });

  it('may still refer before filing in 2024, and no longer from 2025 on', () => {
    const command = refer({ court: before, consents });
    given()
      .by(ROOM)
      .under(rulePackFor('2024-12-31', '370402'))
      .when(command)
      .then(
        opening,
        consented('p1'),
        consented('p2'),
        made(before),
        event('HandoffOffered', { ...offer, replyBy: '2025-03-13' }),
      );
    given()
      .by(ROOM)
      .under(rulePackFor('2025-01-01', '370402'))
      .when(command)
      .barred('entrust-before-filing-barred', '第二条');
  });

  it.each(['2024-12-31', '2025-01-01'])('may entrust after filing, with everyone’s consent: %s', (date) => {
    const scene = given().by(ROOM).under(rulePackFor(date, '370402'));
    scene
      .when(refer({ court: afterFiling, consents }))
      .then(opening, consented('p1'), consented('p2'), made(afterFiling), event('HandoffOffered', offer));
    scene.when(refer({ court: afterFiling, consents: ['p1'] })).barred('entrust-after-filing-consent', '第一条');
  });

  it('needs everyone’s consent before filing, too', () =>
    given()
      .by(ROOM)
      .under(rulePackFor('2024-12-31', '370402'))
      .when(refer({ court: before }))
      .barred('entrust-before-filing-consent', '第十一条'));
});
