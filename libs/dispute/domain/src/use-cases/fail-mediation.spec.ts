import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { OFFICE } from '../spec/bodies';
import { given, type Sent } from '../spec/given';
import { agreed, ended, event, inMediation, inSigning, registered, settled, suspended } from '../spec/histories';

const routes = ['litigation', 'arbitration'] as const;
const fail = { type: 'FailMediation', data: { routes } } as const;
const terminate = { type: 'TerminateMediation', data: { reason: 'uncontactable', routes } } as const;
const tell = { type: 'TellRoutes', data: { routes } } as const;

describe('ending without an agreement', () => {
  it('fails with the routes told, suspended or not', () => {
    given(...inMediation)
      .when(fail)
      .then(event('MediationFailed', { proceeding: 1, reason: 'no-agreement', routes }));
    given(...inSigning, suspended)
      .when({ type: 'FailMediation', data: { reason: 'refused-to-sign', routes } })
      .then(event('MediationFailed', { proceeding: 1, reason: 'refused-to-sign', routes }));
  });

  it('terminates with the routes told', () =>
    given(...inMediation)
      .when(terminate)
      .then(event('MediationTerminated', { proceeding: 1, reason: 'uncontactable', routes })));

  it.each([fail, terminate])('refuses $type without a proceeding of one’s own', (command) => {
    given(registered()).when(command).refused('no-proceeding');
    given(...agreed)
      .when(command)
      .refused('no-proceeding');
    given(...inMediation)
      .by(OFFICE)
      .when(command)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(command)
      .refused('dispute-closed');
    given().when(command).refused('dispute-unknown');
  });

  it('tells the routes afterwards', () =>
    given(...ended)
      .when(tell)
      .then(event('RoutesTold', { routes })));

  it('has no routes to tell before an end', () => {
    given(registered()).when(tell).refused('not-at-this-stage');
    given(...inMediation)
      .when(tell)
      .refused('not-at-this-stage');
    given(...agreed)
      .when(tell)
      .refused('not-at-this-stage');
    given(...ended)
      .by(OFFICE)
      .when(tell)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(tell)
      .refused('dispute-closed');
    given().when(tell).refused('dispute-unknown');
  });
});

describe('telling of arbitration where there is none', () => {
  const rules = rulePackFor('2025-03-10', '370402');
  const expropriated = event('MattersNoted', { matters: ['expropriation-compensation'] });
  const decline = { type: 'DeclineDispute', data: { reason: 'reserved-to-special-organ', routes } } as const;

  it.each<[Sent, readonly DisputeEvent[]]>([
    [fail, inMediation],
    [terminate, inMediation],
    [tell, ended],
    [decline, [registered()]],
  ])('is barred: %j', (command, history) => {
    given(...history, expropriated)
      .under(rules)
      .when(command)
      .barred('land-arbitration-expropriation', '第二条');
    const others = { ...command, data: { ...command.data, routes: ['litigation', 'administrative'] } } as Sent;
    const { decision } = given(...history, expropriated)
      .under(rules)
      .when(others);
    expect(decision.kind).toBe('accepted');
  });
});
