import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import {
  AGENCY,
  BRIGADE,
  CENTER,
  COURT,
  DISTRICT_CENTER,
  FAR_TOWNSHIP,
  LEGAL_AID,
  MEDICAL,
  NEIGHBOUR,
  OFFICE,
  PETITIONS,
  POLICE,
  PROCURATORATE,
  ROOM,
  TOWNSHIP,
  VILLAGE,
} from '../spec/bodies';
import type { HandoffKind } from '../vocabulary';
import { factsAsked } from '../spec/facts-asked';
import { given, NOON } from '../spec/given';
import {
  agreed,
  consented,
  ended,
  event,
  inMediation,
  offered,
  refused,
  registered,
  returned,
  settled,
  TODAY,
} from '../spec/histories';

type Kind = Exclude<HandoffKind, 'directive'>;
const offer = (kind: Kind, to: string, change = {}) =>
  ({ type: 'OfferHandoff', data: { kind, to, reason: 'mediation-failed', ...change } }) as const;
const offerOf = (kind: Kind, from: string, to: string) =>
  ({
    handoff: 'h1',
    kind,
    from,
    to,
    reason: 'mediation-failed',
    offeredAt: NOON,
    replyBy: '2025-03-13',
    personal: {},
  }) as const;
const consents = (to: string) => ['p1', 'p2'].map((party) => consented(party, to));
const nowConsented = (party: string, to: string) => event('PartyConsented', { party, to, consentedOn: TODAY });

describe('offering a handoff', () => {
  it.each<[Kind, string, string]>([
    ['escalation', VILLAGE, CENTER],
    ['escalation', VILLAGE, DISTRICT_CENTER],
    ['escalation', CENTER, DISTRICT_CENTER],
    ['transfer', VILLAGE, NEIGHBOUR],
    ['transfer', VILLAGE, OFFICE],
    ['transfer', OFFICE, AGENCY.replace('370402', '370402102')],
    ['transfer', TOWNSHIP, FAR_TOWNSHIP],
    ['transfer', AGENCY, MEDICAL],
    ['transfer', CENTER, VILLAGE],
    ['court-link', VILLAGE, ROOM],
    ['court-link', COURT, TOWNSHIP],
    ['court-link', ROOM, VILLAGE],
    ['police-link', POLICE, VILLAGE],
    ['police-link', VILLAGE, POLICE],
    ['petition-link', PETITIONS, TOWNSHIP],
    ['petition-link', VILLAGE, PETITIONS],
  ])('goes by %s from %s to %s without any consent', (kind, from, to) =>
    given(registered({ custodian: from }))
      .by(from)
      .when(offer(kind, to))
      .then(event('HandoffOffered', offerOf(kind, from, to))),
  );

  it.each([TOWNSHIP, OFFICE, COURT, MEDICAL])('escalates to %s, which mediates, with everyone’s consent only', (to) => {
    const escalation = offer('escalation', to);
    const accepted = event('HandoffOffered', offerOf('escalation', VILLAGE, to));
    given(registered()).when(escalation).refused('escalation-needs-consent');
    given(registered(), consented('p1', to)).when(escalation).refused('escalation-needs-consent');
    given(registered(), consented('p1'), consented('p2')).when(escalation).refused('escalation-needs-consent');
    given(registered(), ...consents(CENTER))
      .when(escalation)
      .refused('escalation-needs-consent');
    given(registered(), ...consents(to), refused('p1', to))
      .when(escalation)
      .refused('escalation-needs-consent');
    given(registered(), ...consents(to))
      .when(escalation)
      .then(accepted);
  });

  it('records consents given on the spot, once each', () =>
    given(registered(), consented('p1', TOWNSHIP))
      .when(offer('escalation', TOWNSHIP, { consents: ['p2', 'p2'] }))
      .then(nowConsented('p2', TOWNSHIP), event('HandoffOffered', offerOf('escalation', VILLAGE, TOWNSHIP))));

  it('takes its own day of reply, a note, and the next number', () =>
    given(registered(), offered(POLICE), returned(1))
      .when(offer('transfer', OFFICE, { replyBy: '2025-03-11', note: '涉及土地确权' }))
      .then(
        event('HandoffOffered', {
          ...offerOf('transfer', VILLAGE, OFFICE),
          handoff: 'h2',
          replyBy: '2025-03-11',
          personal: { file: { text: '涉及土地确权' } },
        }),
      ));

  it.each([
    ['in mediation', inMediation],
    ['agreed', agreed],
    ['ended', ended],
  ])('leaves everything where it is: %s', (_, history) =>
    given(...history)
      .when(offer('transfer', POLICE))
      .then(event('HandoffOffered', offerOf('transfer', VILLAGE, POLICE))),
  );

  it('goes one at a time, and to another body', () => {
    given(registered(), offered(POLICE)).when(offer('transfer', OFFICE)).refused('handoff-pending');
    given(registered()).when(offer('transfer', VILLAGE)).refused('handoff-to-itself');
  });

  it.each<[Kind, string, string]>([
    ['escalation', VILLAGE, NEIGHBOUR],
    ['escalation', VILLAGE, FAR_TOWNSHIP],
    ['escalation', TOWNSHIP, CENTER],
    ['escalation', DISTRICT_CENTER, CENTER],
  ])('is no %s from %s to %s', (kind, from, to) =>
    given(registered({ custodian: from }))
      .by(from)
      .when(offer(kind, to, { consents: ['p1', 'p2'] }))
      .refused('not-a-superior-body'),
  );

  it.each([
    [VILLAGE, TOWNSHIP],
    [VILLAGE, MEDICAL],
    [VILLAGE, CENTER],
    [VILLAGE, BRIGADE],
    [OFFICE, AGENCY],
    [CENTER, DISTRICT_CENTER],
  ])('does not go up from %s to %s under the name of a transfer', (from, to) =>
    given(registered({ custodian: from }))
      .by(from)
      .when(offer('transfer', to))
      .refused('use-escalation'),
  );

  it.each<[Kind, string]>([
    ['court-link', POLICE],
    ['police-link', COURT],
    ['petition-link', CENTER],
  ])('is no %s to %s', (kind, to) => given(registered()).when(offer(kind, to)).refused('not-a-link-of-this-kind'));

  it('takes consents of parties only', () =>
    given(registered())
      .when(offer('escalation', TOWNSHIP, { consents: ['p1', 'p3'] }))
      .refused('party-unknown'));

  it('does not go to people’s mediation over a refusal, but may go elsewhere', () => {
    given(registered(), refused('p2')).when(offer('transfer', NEIGHBOUR)).refused('party-refused');
    given(registered(), refused('p2'))
      .when(offer('escalation', TOWNSHIP, { consents: ['p1'] }))
      .refused('party-refused');
    given(registered(), refused('p2'), consented('p2', TOWNSHIP))
      .when(offer('transfer', NEIGHBOUR))
      .refused('party-refused');
    given(registered(), refused('p2'))
      .when(offer('court-link', COURT))
      .then(event('HandoffOffered', offerOf('court-link', VILLAGE, COURT)));
    given(registered(), refused('p2'))
      .when(offer('escalation', TOWNSHIP, { consents: ['p1', 'p2'] }))
      .then(
        nowConsented('p1', TOWNSHIP),
        nowConsented('p2', TOWNSHIP),
        event('HandoffOffered', offerOf('escalation', VILLAGE, TOWNSHIP)),
      );
  });

  it('is refused to another body and when the file is not open', () => {
    given(registered()).by(OFFICE).when(offer('transfer', POLICE)).refused('not-the-responsible-body');
    given(...settled)
      .when(offer('transfer', POLICE))
      .refused('dispute-closed');
    given().when(offer('transfer', POLICE)).refused('dispute-unknown');
  });

  it('knows no directive: that is a command of its own', () =>
    expect(() => given(registered()).when(offer('directive' as Kind, POLICE))).toThrow('invalid_value'));

  it('may be a court’s referral, which the court records before it; consents are then to mediation itself', () => {
    const court = { mode: 'postfiling', procedure: 'ordinary' } as const;
    const link = offer('court-link', VILLAGE, { court, consents: ['p1', 'p2'] });
    const [p1, p2] = ['p1', 'p2'].map((party) => event('PartyConsented', { party, consentedOn: TODAY }));
    given(registered({ custodian: ROOM }))
      .by(ROOM)
      .when(link)
      .then(
        p1!,
        p2!,
        event('CourtReferralMade', { court: ROOM, ...court, referredOn: TODAY }),
        event('HandoffOffered', offerOf('court-link', ROOM, VILLAGE)),
      );
    given(registered())
      .when(offer('court-link', ROOM, { court }))
      .refused('not-a-court');
    given(registered({ custodian: ROOM }))
      .by(ROOM)
      .when(offer('transfer', POLICE, { court }))
      .refused('not-a-link-of-this-kind');
  });

  it('is no referral over a refusal', () =>
    given(registered({ custodian: ROOM }), refused('p2'))
      .by(ROOM)
      .under(rulePackFor('2026-03-01', '370402'))
      .when(offer('court-link', OFFICE, { court: { mode: 'postfiling', procedure: 'ordinary' }, consents: ['p1'] }))
      .barred('entrust-after-filing-consent', '第一条'));
});

describe('a link that leads to mediation', () => {
  const links = [
    ['petition-link', PETITIONS, 'link-with-petition-office'],
    ['procuratorate-link', PROCURATORATE, 'link-with-procuratorate'],
    ['legal-aid-link', LEGAL_AID, 'link-with-legal-aid'],
  ] as const;

  it.each(links)('asks the law with the consents given now and before: %s', (kind, from, act) => {
    const scene = (...more: readonly DisputeEvent[]) =>
      given(registered({ custodian: from, source: 'petition' }), ...more)
        .by(from)
        .under(factsAsked(act));
    scene().when(offer(kind, TOWNSHIP)).barred('', '第一条');
    scene(refused('p2')).when(offer(kind, OFFICE)).barred('party-refused', '第一条');
    scene(refused('p2'), consented('p1'))
      .when(offer(kind, OFFICE, { consents: ['p2'] }))
      .barred('all-parties-consent', '第一条');
    scene(consented('p1', TOWNSHIP), consented('p2', TOWNSHIP))
      .when(offer(kind, TOWNSHIP))
      .barred('all-parties-consent', '第一条');
    scene(consented('p1', TOWNSHIP), consented('p2', TOWNSHIP)).when(offer(kind, OFFICE)).barred('', '第一条');
  });

  it.each(links)('asks nothing on the way back, or of aid: %s', (kind, to, act) =>
    given(registered())
      .under(factsAsked(act))
      .when(offer(kind, to))
      .then(event('HandoffOffered', offerOf(kind, VILLAGE, to))),
  );
});

describe('a link that the law in force bars', () => {
  const shandong = rulePackFor('2025-03-10', '370402');
  const scene = (from: string, ...more: readonly DisputeEvent[]) =>
    given(registered({ custodian: from, source: 'petition' }), ...more)
      .by(from)
      .under(shandong);
  const both = { consents: ['p1', 'p2'] };

  it('leads from the petition office to mediation with both sides’ consent', () => {
    scene(PETITIONS).when(offer('petition-link', TOWNSHIP)).barred('petition-link-needs-consent', '第三十三条');
    scene(PETITIONS)
      .when(offer('petition-link', TOWNSHIP, { consents: ['p1'] }))
      .barred('petition-link-needs-consent', '第三十三条');
    const { decision } = scene(PETITIONS).when(offer('petition-link', TOWNSHIP, both));
    expect(decision.kind).toBe('accepted');
  });

  it.each(['administrative-dispute', 'exclusive-jurisdiction', 'litigation-pending'] as const)(
    'never leads there with %s',
    (matter) =>
      scene(PETITIONS, event('MattersNoted', { matters: [matter] }))
        .when(offer('petition-link', TOWNSHIP, both))
        .barred(`petition-link-barred-${matter}`, '第三十一条'),
  );

  it.each([
    [undefined, '—'],
    ['370402', '第三十八条'],
    ['440304', '第六十六条'],
    ['330203', '第十九条'],
  ])('leads from the procuratorate with consent, by the law of the place: %s', (division, article) =>
    scene(PROCURATORATE)
      .under(rulePackFor('2025-03-10', division))
      .when(offer('procuratorate-link', TOWNSHIP))
      .barred('procuratorate-link-needs-consent', article),
  );

  it('leads from legal aid over nobody’s refusal', () =>
    scene(LEGAL_AID, refused('p2'))
      .when(offer('legal-aid-link', OFFICE))
      .barred('legal-aid-link-against-refusal', '第十七条'));
});
