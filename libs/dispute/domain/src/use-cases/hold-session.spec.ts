import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
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

const hold = (data: { attended?: string[]; record?: string } = {}) => ({ type: 'HoldSession', data }) as const;
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
