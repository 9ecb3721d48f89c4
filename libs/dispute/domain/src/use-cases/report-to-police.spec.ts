import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { toldPolice } from '../spec/authority.histories';
import { CENTER, COURT, DISTRICT_CENTER, FAR_VILLAGE, POLICE, VILLAGE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import { event, fulfilled, inMediation, registered, settled, TODAY } from '../spec/histories';

const report = (duty: 'crime-risk' | 'domestic-violence', change = {}) =>
  ({ type: 'ReportToPolice', data: { duty, reportedTo: POLICE, ...change } }) as const;
const reported = (duty: 'crime-risk' | 'domestic-violence', change = {}) =>
  event('PoliceReportMade', { duty, reportedTo: POLICE, reportedAt: NOON, ...change });

describe('reporting to the police', () => {
  it.each(['crime-risk', 'domestic-violence'] as const)('is recorded, with its hour: %s', (duty) =>
    given(...inMediation)
      .when(report(duty))
      .then(reported(duty)),
  );

  it('names the victim where it is a party', () => {
    given(registered())
      .when(report('domestic-violence', { victim: 'p2' }))
      .then(reported('domestic-violence', { victim: 'p2' }));
    given(registered())
      .when(report('domestic-violence', { victim: 'p3' }))
      .refused('party-unknown');
  });

  it.each([VILLAGE, CENTER, DISTRICT_CENTER])('is open to whoever sees it, at any time: %s', (by) => {
    given(registered()).by(by).when(report('crime-risk')).then(reported('crime-risk'));
    given(...settled)
      .by(by)
      .when(report('crime-risk'))
      .then(reported('crime-risk'));
  });

  it('goes to the police', () => {
    given(registered())
      .when(report('crime-risk', { reportedTo: COURT }))
      .refused('not-a-police-body');
    given(registered()).by(FAR_VILLAGE).when(report('crime-risk')).refused('dispute-unknown');
    given().when(report('crime-risk')).refused('dispute-unknown');
  });
});

describe('closing what had to be reported', () => {
  const close = { type: 'CloseDispute', data: {} } as const;
  const closed = event('DisputeClosed', { outcome: 'settled', closedOn: TODAY });
  const rules = rulePackFor('2025-03-10', '370402');
  const suspected = event('MattersNoted', { matters: ['crime-suspected'] });
  const violence = event('MattersNoted', { matters: ['domestic-violence', 'incapable-victim'] });
  const both = event('MattersNoted', { matters: ['crime-suspected', 'domestic-violence', 'incapable-victim'] });
  const closing = (...more: readonly DisputeEvent[]) =>
    given(...fulfilled, ...more)
      .under(rules)
      .when(close);

  it('waits for the report of a risk of crime', () => {
    closing(suspected).barred('duty-report-crime-risk', '第二十五条');
    closing(suspected, toldPolice()).then(closed);
    const raised = event('EscalationRiskRaised', { risk: 'civil-to-criminal', people: 1, reportedTo: POLICE });
    closing(suspected, raised).then(closed);
  });

  it('takes no word to another body for it', () =>
    closing(
      suspected,
      event('EscalationRiskRaised', { risk: 'mass-petition', people: 30, reportedTo: DISTRICT_CENTER }),
    ).barred('duty-report-crime-risk', '第二十五条'));

  it('waits for the report of violence against a person without full capacity', () => {
    closing(violence).barred('duty-report-domestic-violence', '第十四条');
    closing(violence, toldPolice('domestic-violence')).then(closed);
    closing(event('MattersNoted', { matters: ['domestic-violence'] })).then(closed);
  });

  it('takes the one for the other no more than none for both', () => {
    closing(violence, toldPolice('crime-risk')).barred('duty-report-domestic-violence', '第十四条');
    closing(both, toldPolice('domestic-violence')).barred('duty-report-crime-risk', '第二十五条');
    closing(both, toldPolice('crime-risk'), toldPolice('domestic-violence')).then(closed);
  });

  it('waits for it where a minor is a party to a violent home', () => {
    const [first, ...rest] = fulfilled;
    const withChild = registered({
      parties: [
        { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
        { id: 'p2', kind: 'natural-person', role: 'respondent', minor: true },
      ],
    });
    expect(first?.type).toBe('DisputeRegistered');
    const history = [withChild, ...rest, event('MattersNoted', { matters: ['domestic-violence'] })];
    given(...history)
      .under(rules)
      .when(close)
      .barred('duty-report-domestic-violence-minor', '第十四条');
    given(...history, toldPolice('domestic-violence'))
      .under(rules)
      .when(close)
      .then(closed);
  });
});
