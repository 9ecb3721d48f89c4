import {
  BUREAU,
  CENTER,
  COURT,
  DISTRICT_CENTER,
  FAR_CENTER,
  FAR_TOWNSHIP,
  FAR_VILLAGE,
  LEADERS,
  NEIGHBOUR,
  OFFICE,
  POLICE,
  TOWNSHIP,
  VILLAGE,
} from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  agreed,
  consented,
  ended,
  event,
  inMediation,
  moved,
  offered,
  refused,
  registered,
  settled,
} from '../spec/histories';

const direct = (to: string, change = {}) =>
  ({ type: 'IssueDirective', data: { to, reason: 'beyond-capacity', ...change } }) as const;
const given1 = (from: string, to: string, handoff = 'h1') =>
  offered(to, { handoff, kind: 'directive', from, reason: 'beyond-capacity', offeredAt: NOON, replyBy: '2025-03-13' });

describe('a directive', () => {
  it.each([
    [CENTER, TOWNSHIP],
    [CENTER, OFFICE],
    [DISTRICT_CENTER, FAR_TOWNSHIP],
    [DISTRICT_CENTER, COURT],
    [DISTRICT_CENTER, CENTER],
    [BUREAU, NEIGHBOUR],
    [LEADERS, POLICE],
  ])('makes a body of the area responsible at once: %s to %s', (from, to) =>
    given(registered())
      .by(from)
      .when(direct(to))
      .then(given1(from, to), moved(VILLAGE, to, 'directive')),
  );

  it.each([
    ['ended', ended],
    ['agreed', agreed],
  ])('comes while nothing runs: %s', (_, history) =>
    given(...history)
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .then(given1(CENTER, TOWNSHIP), moved(VILLAGE, TOWNSHIP, 'directive')),
  );

  it('takes its own day of reply and a note', () =>
    given(registered({ custodian: CENTER }))
      .by(CENTER)
      .when(direct(VILLAGE, { replyBy: '2025-03-31', note: '限期化解' }))
      .then(
        event('HandoffOffered', {
          ...given1(CENTER, VILLAGE).data,
          replyBy: '2025-03-31',
          personal: { file: { text: '限期化解' } },
        }),
        moved(CENTER, VILLAGE, 'directive'),
      ));

  it('supersedes an offer still open, another directive too', () => {
    const superseded = event('HandoffWithdrawn', { handoff: 'h1', cause: 'superseded', withdrawnAt: NOON });
    given(registered(), offered(POLICE))
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .then(superseded, given1(CENTER, TOWNSHIP, 'h2'), moved(VILLAGE, TOWNSHIP, 'directive'));
    given(registered(), given1(CENTER, TOWNSHIP), moved(VILLAGE, TOWNSHIP, 'directive'))
      .by(DISTRICT_CENTER)
      .when(direct(COURT))
      .then(superseded, given1(DISTRICT_CENTER, COURT, 'h2'), moved(TOWNSHIP, COURT, 'directive'));
  });

  it('comes from government and party bodies only', () => {
    given(registered()).by(OFFICE).when(direct(TOWNSHIP)).refused('directive-only-from-government');
    given(registered()).when(direct(TOWNSHIP)).refused('directive-only-from-government');
  });

  it('stays within the area of who gives it, on both sides', () => {
    given(registered()).by(CENTER).when(direct(FAR_TOWNSHIP)).refused('directive-outside-area');
    given(registered()).by(CENTER).when(direct(COURT)).refused('directive-outside-area');
    given(registered(), moved(VILLAGE, FAR_VILLAGE))
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .refused('directive-outside-area');
    given(registered()).by(FAR_CENTER).when(direct(FAR_TOWNSHIP)).refused('dispute-unknown');
  });

  it('goes neither to its giver nor to who is responsible already', () => {
    given(registered()).by(CENTER).when(direct(CENTER)).refused('handoff-to-itself');
    given(registered()).by(CENTER).when(direct(VILLAGE)).refused('handoff-to-itself');
  });

  it('never breaks into a running proceeding', () =>
    given(...inMediation)
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .refused('proceeding-running'));

  it('never sends to people’s mediation what a party refused', () => {
    given(registered(), refused('p2')).by(CENTER).when(direct(TOWNSHIP)).refused('party-refused');
    given(registered(), refused('p2'), consented('p2', NEIGHBOUR))
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .refused('party-refused');
    given(registered(), refused('p2'), consented('p2', TOWNSHIP))
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .then(given1(CENTER, TOWNSHIP), moved(VILLAGE, TOWNSHIP, 'directive'));
    given(registered(), refused('p2'))
      .by(CENTER)
      .when(direct(POLICE))
      .then(given1(CENTER, POLICE), moved(VILLAGE, POLICE, 'directive'));
  });

  it('wants an open file', () => {
    given(...settled)
      .by(CENTER)
      .when(direct(TOWNSHIP))
      .refused('dispute-closed');
    given().by(CENTER).when(direct(TOWNSHIP)).refused('dispute-unknown');
  });
});
