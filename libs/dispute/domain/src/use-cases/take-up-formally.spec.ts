import { rulePackFor } from '@mediation/rules';
import { AGENCY, CENTER, COURT, HEALTH, MEDICAL, OFFICE, POLICE, ROOM, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  accepted,
  agreed,
  event,
  failed,
  handoffAccepted,
  inMediation,
  inSigning,
  moved,
  offered,
  registered,
  settled,
  TODAY,
} from '../spec/histories';

const takeUp = (body: string) => ({ type: 'TakeUpFormally', data: { body } }) as const;
const takenUp = (body: string) => event('DisputeTakenUpFormally', { body, takenUpOn: TODAY });
const elsewhere = event('MediationTerminated', { proceeding: 1, reason: 'accepted-elsewhere', routes: [] });
const superseded = event('HandoffWithdrawn', { handoff: 'h1', cause: 'superseded', withdrawnAt: NOON });

const referred = [
  registered({ custodian: ROOM }),
  offered(VILLAGE, { kind: 'court-link', from: ROOM }),
  handoffAccepted(),
  moved(ROOM, VILLAGE),
] as const;

describe('a court or an agency taking the dispute up', () => {
  it.each([COURT, POLICE, OFFICE, AGENCY, ROOM])('ends a people’s proceeding and makes %s responsible', (body) =>
    given(...inMediation)
      .when(takeUp(body))
      .then(takenUp(body), elsewhere, moved(VILLAGE, body, 'accepted-elsewhere')),
  );

  it('moves responsibility where nothing runs, and ends what is still being signed', () => {
    given(registered())
      .when(takeUp(COURT))
      .then(takenUp(COURT), moved(VILLAGE, COURT, 'accepted-elsewhere'));
    given(...agreed)
      .when(takeUp(COURT))
      .then(takenUp(COURT), moved(VILLAGE, COURT, 'accepted-elsewhere'));
    given(...inSigning)
      .when(takeUp(COURT))
      .then(takenUp(COURT), elsewhere, moved(VILLAGE, COURT, 'accepted-elsewhere'));
  });

  it('supersedes an offer still open, even its own', () => {
    given(registered(), offered(POLICE))
      .when(takeUp(COURT))
      .then(takenUp(COURT), superseded, moved(VILLAGE, COURT, 'accepted-elsewhere'));
    given(...inMediation, offered(POLICE))
      .by(POLICE)
      .when(takeUp(POLICE))
      .then(takenUp(POLICE), superseded, elsewhere, moved(VILLAGE, POLICE, 'accepted-elsewhere'));
  });

  it('ends nothing when that very body, or the court whose room it is, had referred it', () => {
    given(...referred, accepted())
      .by(ROOM)
      .when(takeUp(ROOM))
      .then(takenUp(ROOM));
    given(...referred, accepted())
      .when(takeUp(ROOM))
      .then(takenUp(ROOM));
    given(...referred, accepted())
      .when(takeUp(COURT))
      .then(takenUp(COURT));
    given(...referred, accepted())
      .when(takeUp(POLICE))
      .then(takenUp(POLICE), elsewhere, moved(VILLAGE, POLICE, 'accepted-elsewhere'));
  });

  it('ends it when another body has handed the dispute on since', () => {
    const on = [offered(TOWNSHIP, { handoff: 'h2' }), handoffAccepted('h2'), moved(VILLAGE, TOWNSHIP)] as const;
    given(...referred, ...on, accepted(1, TOWNSHIP))
      .by(ROOM)
      .when(takeUp(ROOM))
      .then(takenUp(ROOM), elsewhere, moved(TOWNSHIP, ROOM, 'accepted-elsewhere'));
    const directed = [
      offered(TOWNSHIP, { handoff: 'h2', kind: 'directive', from: CENTER }),
      moved(VILLAGE, TOWNSHIP, 'directive'),
    ] as const;
    given(...referred, ...directed)
      .by(ROOM)
      .when(takeUp(ROOM))
      .then(
        takenUp(ROOM),
        event('HandoffWithdrawn', { handoff: 'h2', cause: 'superseded', withdrawnAt: NOON }),
        moved(TOWNSHIP, ROOM, 'accepted-elsewhere'),
      );
  });

  it('only records what the responsible body does itself', () => {
    given(registered({ custodian: COURT }), accepted(1, COURT))
      .by(COURT)
      .when(takeUp(COURT))
      .then(takenUp(COURT));
    given(registered({ custodian: COURT }), offered(POLICE))
      .by(COURT)
      .when(takeUp(COURT))
      .then(takenUp(COURT));
  });

  it('is told by that body or by the responsible one', () => {
    given(registered()).by(OFFICE).when(takeUp(COURT)).refused('not-the-responsible-body');
    given(registered()).by(COURT).when(takeUp(COURT)).refused('dispute-unknown');
  });

  it.each([TOWNSHIP, MEDICAL, CENTER])('is not what %s does', (body) =>
    given(registered()).when(takeUp(body)).refused('not-a-court-or-agency'),
  );

  it('wants an open file', () => {
    given(...settled)
      .when(takeUp(COURT))
      .refused('dispute-closed');
    given().when(takeUp(COURT)).refused('dispute-unknown');
  });
});

describe('a medical dispute, which committee, court and health authority keep from each other', () => {
  const rules = rulePackFor('2025-03-10', '370402');
  const medical = registered({ custodian: MEDICAL, disputeType: 'medical' });
  const mediated = [medical, accepted(1, MEDICAL)] as const;

  it('is not taken up by the health authority while the committee mediates, whoever tells of it', () => {
    given(...mediated)
      .by(MEDICAL)
      .under(rules)
      .when(takeUp(HEALTH))
      .barred('medical-admin-take-up-committee', '第四十条');
    given(...mediated, offered(HEALTH))
      .by(HEALTH)
      .under(rules)
      .when(takeUp(HEALTH))
      .barred('medical-admin-take-up-committee', '第四十条');
  });

  it('is not taken up by it once a court has it', () =>
    given(medical, takenUp(COURT), moved(MEDICAL, COURT, 'accepted-elsewhere'), offered(HEALTH, { from: COURT }))
      .by(HEALTH)
      .under(rules)
      .when(takeUp(HEALTH))
      .barred('medical-admin-take-up-court', '第四十条'));

  it('is taken up by it before and after', () => {
    given(medical)
      .by(MEDICAL)
      .under(rules)
      .when(takeUp(HEALTH))
      .then(takenUp(HEALTH), moved(MEDICAL, HEALTH, 'accepted-elsewhere'));
    given(...mediated, failed)
      .by(MEDICAL)
      .under(rules)
      .when(takeUp(HEALTH))
      .then(takenUp(HEALTH), moved(MEDICAL, HEALTH, 'accepted-elsewhere'));
  });

  it('ends with the committee when a court takes it up', () =>
    given(...mediated)
      .by(MEDICAL)
      .under(rules)
      .when(takeUp(COURT))
      .then(takenUp(COURT), elsewhere, moved(MEDICAL, COURT, 'accepted-elsewhere')));

  it('is no bar to what is not medical', () =>
    given(...inMediation)
      .under(rules)
      .when(takeUp(HEALTH))
      .then(takenUp(HEALTH), elsewhere, moved(VILLAGE, HEALTH, 'accepted-elsewhere')));
});

it('ends what the traffic police mediate once a party has sued', () =>
  given(registered({ custodian: POLICE, disputeType: 'traffic-accident' }), accepted(1, POLICE))
    .by(POLICE)
    .under(rulePackFor('2025-03-10', '370402'))
    .when(takeUp(COURT))
    .then(takenUp(COURT), elsewhere, moved(POLICE, COURT, 'accepted-elsewhere')));
