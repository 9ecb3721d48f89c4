import { rulePackFor } from '@mediation/rules';
import { MEDICAL, OFFICE, POLICE } from '../spec/bodies';
import { factsAsked } from '../spec/facts-asked';
import { given, type Sent } from '../spec/given';
import {
  accepted,
  appointed,
  event,
  failed,
  inMediation,
  inSession,
  MEDIATOR,
  registered,
  rightsNotified,
  settled,
  suspended,
  TODAY,
} from '../spec/histories';

const hold = (data: Extract<Sent, { type: 'HoldSession' }>['data'] = {}) => ({ type: 'HoldSession', data }) as const;
const held = (session: number, attended = ['p1', 'p2'], proceeding = 1) =>
  event('SessionHeld', { proceeding, session, heldOn: TODAY, attended, personal: {} });

describe('holding a session', () => {
  it('counts sessions and takes everyone to have come unless told', () => {
    given(...inMediation, appointed(), rightsNotified())
      .when(hold())
      .then(held(1));
    given(...inSession)
      .when(hold({ attended: ['p2'] }))
      .then(held(2, ['p2']));
  });

  it('keeps its record apart', () =>
    given(...inSession)
      .when(hold({ record: '甲愿让步' }))
      .then({ ...held(2), data: { ...held(2).data, personal: { file: { text: '甲愿让步' } } } }));

  it('needs a mediator, and rights told to everyone who came', () => {
    given(...inMediation)
      .when(hold())
      .refused('no-mediator');
    given(...inMediation, appointed())
      .when(hold())
      .refused('rights-not-notified');
    given(...inMediation, appointed(), rightsNotified(['p1']))
      .when(hold())
      .refused('rights-not-notified');
    given(...inMediation, appointed(), rightsNotified(['p1']))
      .when(hold({ attended: ['p1'] }))
      .then(held(1, ['p1']));
    given(...inMediation, appointed(), rightsNotified(['p1']), rightsNotified(['p2']))
      .when(hold())
      .then(held(1));
    given(
      ...inMediation,
      appointed(),
      event('MediatorRecused', { proceeding: 1, mediator: MEDIATOR, ground: 'interest' }),
    )
      .when(hold())
      .refused('no-mediator');
  });

  it('asks for both again in a new proceeding', () => {
    const second = [...inSession, failed, accepted(2)] as const;
    given(...second)
      .when(hold())
      .refused('no-mediator');
    given(...second, appointed(MEDIATOR, 2))
      .when(hold())
      .refused('rights-not-notified');
    given(...second, appointed(MEDIATOR, 2), rightsNotified(['p1', 'p2'], 2))
      .when(hold())
      .then(held(1, ['p1', 'p2'], 2));
  });

  it('is refused for a stranger, while suspended, and without a proceeding of one’s own', () => {
    given(...inSession)
      .when(hold({ attended: ['p3'] }))
      .refused('party-unknown');
    given(...inSession, suspended)
      .when(hold())
      .refused('mediation-suspended');
    given(registered()).when(hold()).refused('no-proceeding');
    given(...inSession)
      .by(OFFICE)
      .when(hold())
      .refused('not-the-responsible-body');
    given(...settled)
      .when(hold())
      .refused('dispute-closed');
    given().when(hold()).refused('dispute-unknown');
  });
});

describe('how a session was held', () => {
  const full = { officers: 1, recording: '2025-03-10/07', room: '孟庄派出所调解室' } as const;

  it('is recorded besides it, when it was filmed throughout', () =>
    given(...inSession)
      .when(hold(full))
      .then(held(2), event('SessionRecordedInFull', { proceeding: 1, session: 2, ...full })));

  it('is not recorded where there is no recording', () =>
    given(...inSession)
      .when(hold({ officers: 2, room: '调解室' }))
      .then(held(2)));

  it('names officers and room with a recording', () => {
    const { officers, recording, room } = full;
    for (const part of [{ recording }, { recording, officers }, { recording, room }])
      expect(() => given(...inSession).when(hold(part))).toThrow('录音录像须写明');
  });

  it.each<[object, string]>([
    [{}, 'mediated-by-committee'],
    [{ officers: 1 }, 'mediated-by-committee one-officer'],
    [{ officers: 2 }, 'mediated-by-committee'],
    [full, 'fully-recorded mediated-by-committee one-officer'],
    [{ open: true }, 'mediated-by-committee open-session'],
    [{ open: true, agreedToOpen: ['p1'] }, 'mediated-by-committee open-session'],
    [{ open: true, agreedToOpen: ['p1', 'p2'] }, 'mediated-by-committee open-session open-session-agreed'],
  ])('is told to the law: %j', (data, facts) =>
    given(...inSession)
      .under(factsAsked('hold-session'))
      .when(hold(data))
      .barred(facts, '第一条'),
  );
});

describe('a session about a medical dispute', () => {
  const [, , ...ready] = inSession;
  const history = [registered({ custodian: MEDICAL, disputeType: 'medical' }), accepted(1, MEDICAL), ...ready];
  const holding = (data: Parameters<typeof hold>[0]) =>
    given(...history)
      .by(MEDICAL)
      .under(rulePackFor('2025-03-10', '370402'))
      .when(hold(data));

  it('is closed unless both sides agree to open it', () => {
    holding({}).then(held(2));
    holding({ open: true }).barred('medical-open-session', '第四十二条');
    holding({ open: true, agreedToOpen: ['p2'] }).barred('medical-open-session', '第四十二条');
    holding({ open: true, agreedToOpen: ['p1', 'p2'] }).then(held(2));
  });
});

describe('a session that one officer holds', () => {
  const [, , ...ready] = inSession;
  const history = [registered({ custodian: POLICE }), accepted(1, POLICE), ...ready];
  const full = { officers: 1, recording: '2026-01-04/07', room: '孟庄派出所调解室' } as const;
  const scene = (on: string) =>
    given(...history)
      .by(POLICE)
      .under(rulePackFor(on, '370402'));

  it.each([
    ['2025-12-31', '第五十二条'],
    ['2026-01-01', '第一百零八条'],
  ])('is recorded throughout, by the law of %s', (on, article) => {
    scene(on)
      .when(hold({ officers: 1 }))
      .barred('police-one-officer', article);
    scene(on)
      .when(hold(full))
      .then(held(2), event('SessionRecordedInFull', { proceeding: 1, session: 2, ...full }));
    scene(on)
      .when(hold({ officers: 2 }))
      .then(held(2));
    scene(on).when(hold()).then(held(2));
  });
});
