import { OFFICE, POLICE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import { event, inMediation, registered, settled } from '../spec/histories';

const raise = (risk: 'civil-to-criminal' | 'petition' | 'mass-petition', change = {}) =>
  ({ type: 'RaiseEscalationRisk', data: { risk, ...change } }) as const;
const avert = { type: 'AvertEscalation', data: { risk: 'petition' } } as const;
const raised = event('EscalationRiskRaised', { risk: 'petition', people: 1 });
const averted = event('EscalationAverted', { risk: 'petition', people: 1, avertedOn: '2025-03-10' });

describe('raising a risk', () => {
  it('counts one person unless told', () => {
    given(registered()).when(raise('petition')).then(raised);
    given(...inMediation)
      .when(raise('mass-petition', { people: 40, reportedTo: POLICE }))
      .then(event('EscalationRiskRaised', { risk: 'mass-petition', people: 40, reportedTo: POLICE }));
  });

  it('wants the police told of what may turn criminal', () => {
    given(registered()).when(raise('civil-to-criminal')).refused('police-report-needed');
    given(registered())
      .when(raise('civil-to-criminal', { reportedTo: OFFICE }))
      .refused('police-report-needed');
    given(registered())
      .when(raise('civil-to-criminal', { reportedTo: POLICE }))
      .then(event('EscalationRiskRaised', { risk: 'civil-to-criminal', people: 1, reportedTo: POLICE }));
  });
});

describe('averting a risk', () => {
  it('is recorded for a risk that was raised, once', () => {
    given(registered(), raised).at('2025-03-10T01:00:00+08:00', NOON).when(avert).then(averted);
    given(registered()).when(avert).refused('risk-not-raised');
    given(registered(), raised, averted).when(avert).refused('risk-not-raised');
  });
});

describe.each([raise('petition'), avert])('$type', (command) => {
  it('is refused to another body and when the file is not open', () => {
    given(registered(), raised).by(OFFICE).when(command).refused('not-the-responsible-body');
    given(...settled)
      .when(command)
      .refused('dispute-closed');
    given().when(command).refused('dispute-unknown');
  });
});
