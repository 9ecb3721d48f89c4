import { rulePackFor } from '@mediation/rules';
import { movedToCourt, referral, referred, returned } from '../spec/court.histories';
import { given } from '../spec/given';
import {
  accepted,
  appointed,
  ended,
  event,
  inMediation,
  inSession,
  MEDIATOR,
  registered,
  settled,
} from '../spec/histories';
import { COURT, OFFICE, ROOM } from '../spec/bodies';

const appoint = (mediator = 'm2', how?: 'chosen-by-parties') =>
  ({ type: 'AppointMediator', data: { mediator, ...(how && { how }) } }) as const;
const recused = event('MediatorRecused', { proceeding: 1, mediator: MEDIATOR, ground: 'interest' });

describe('appointing a mediator', () => {
  it('assigns one, or records the parties’ choice', () => {
    given(...inMediation)
      .when(appoint())
      .then(event('MediatorAppointed', { proceeding: 1, mediator: 'm2', how: 'assigned' }));
    given(...inSession)
      .when(appoint('m2', 'chosen-by-parties'))
      .then(event('MediatorAppointed', { proceeding: 1, mediator: 'm2', how: 'chosen-by-parties' }));
  });

  it('has nothing to do for one who is already in it', () =>
    given(...inMediation, appointed())
      .when(appoint(MEDIATOR))
      .then());

  it('does not bring back one who was recused', () =>
    given(...inMediation, appointed(), recused)
      .when(appoint(MEDIATOR))
      .refused('mediator-recused'));

  it('is refused without a proceeding of one’s own', () => {
    given(registered()).when(appoint()).refused('no-proceeding');
    given(...ended)
      .when(appoint())
      .refused('no-proceeding');
    given(...inMediation)
      .by(OFFICE)
      .when(appoint())
      .refused('not-the-responsible-body');
    given(...settled)
      .when(appoint())
      .refused('dispute-closed');
    given().when(appoint()).refused('dispute-unknown');
  });

  const offRoster = { type: 'AppointMediator', data: { mediator: 'm2', offRosterOf: [COURT] } } as const;
  const assigned = event('MediatorAppointed', { proceeding: 1, mediator: 'm2', how: 'assigned' });

  it('takes one from the roster of the court that referred it', () => {
    const [opened, p1, p2, , ...rest] = referred;
    given(opened!, p1!, p2!, referral({ court: ROOM }), ...rest, accepted())
      .under(rulePackFor('2026-03-01', '370402'))
      .when(offRoster)
      .barred('appoint-after-filing-off-roster', '第十二条');
    const scene = given(...referred, accepted()).under(rulePackFor('2026-03-01', '370402'));
    scene.when(appoint()).then(assigned);
    scene.when(offRoster).barred('appoint-after-filing-off-roster', '第十二条');
    scene.when({ type: 'AppointMediator', data: { mediator: 'm2', offRosterOf: ['370403-court'] } }).then(assigned);
  });

  it('does not ask for a roster where no court referred it, or none that still waits', () => {
    given(...inMediation)
      .under(rulePackFor('2026-03-01', '370402'))
      .when(offRoster)
      .then(assigned);
    given(...referred, returned(), movedToCourt, accepted(1, COURT))
      .by(COURT)
      .under(rulePackFor('2026-03-01', '370402'))
      .when(offRoster)
      .then(assigned);
  });
});
