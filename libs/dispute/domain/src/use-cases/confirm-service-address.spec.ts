import { OFFICE } from '../spec/bodies';
import { addressConfirmed } from '../spec/court.histories';
import { given } from '../spec/given';
import { ended, inMediation, registered, settled } from '../spec/histories';

const confirm = (party = 'p1') => ({ type: 'ConfirmServiceAddress', data: { party, address: '某路1号' } }) as const;

describe('confirming an address for service', () => {
  it.each([
    ['registered', [registered()]],
    ['in mediation', inMediation],
    ['ended', ended],
    ['confirmed before', [...inMediation, addressConfirmed('p1')]],
  ])('is recorded with the party it belongs to: %s', (_, history) =>
    given(...history)
      .when(confirm())
      .then(addressConfirmed('p1')),
  );

  it('is of a party, by the responsible body, in an open file', () => {
    given(registered()).when(confirm('p3')).refused('party-unknown');
    given(registered()).by(OFFICE).when(confirm()).refused('not-the-responsible-body');
    given(...settled)
      .when(confirm())
      .refused('dispute-closed');
  });
});
