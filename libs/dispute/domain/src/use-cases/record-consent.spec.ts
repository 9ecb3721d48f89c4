import { OFFICE, TOWNSHIP } from '../spec/bodies';
import { given } from '../spec/given';
import { agreed, consented, event, inMediation, inSigning, registered, settled, TODAY } from '../spec/histories';

const says = (consents: boolean, change = {}) =>
  ({ type: 'RecordConsent', data: { party: 'p2', consents, ...change } }) as const;
const refusal = event('PartyRefused', { party: 'p2', refusedOn: TODAY, personal: {} });

describe('recording consent and refusal', () => {
  it('records consent to mediation and to one body', () => {
    given(registered())
      .when(says(true))
      .then(event('PartyConsented', { party: 'p2', consentedOn: TODAY }));
    given(...inMediation)
      .when(says(true, { to: TOWNSHIP }))
      .then(event('PartyConsented', { party: 'p2', to: TOWNSHIP, consentedOn: TODAY }));
  });

  it('ends a running proceeding at once on a refusal, with the routes told if they were', () => {
    given(...inMediation)
      .when(says(false))
      .then(refusal, event('MediationTerminated', { proceeding: 1, reason: 'party-refused', routes: [] }));
    given(...inSigning)
      .when(says(false, { routes: ['litigation'], note: '去法院' }))
      .then(
        event('PartyRefused', { party: 'p2', refusedOn: TODAY, personal: { file: { text: '去法院' } } }),
        event('MediationTerminated', { proceeding: 1, reason: 'party-refused', routes: ['litigation'] }),
      );
  });

  it('ends nothing where nothing runs', () => {
    given(registered()).when(says(false)).then(refusal);
    given(...agreed)
      .when(says(false))
      .then(refusal);
  });

  it('leaves the proceeding running when only a certain body is refused', () =>
    given(...inMediation, consented('p2', TOWNSHIP))
      .when(says(false, { to: TOWNSHIP }))
      .then(event('PartyRefused', { party: 'p2', to: TOWNSHIP, refusedOn: TODAY, personal: {} })));

  it('refuses a stranger, another body, and a file that is not open', () => {
    given(registered())
      .when(says(true, { party: 'p3' }))
      .refused('party-unknown');
    given(registered()).by(OFFICE).when(says(true)).refused('not-the-responsible-body');
    given(...settled)
      .when(says(true))
      .refused('dispute-closed');
    given().when(says(true)).refused('dispute-unknown');
  });
});
