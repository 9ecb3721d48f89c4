import { OFFICE, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { archived, complete, filed } from '../spec/dossier.histories';
import { given } from '../spec/given';
import { accepted, ended, event, inMediation, moved, registered, reopened, settled } from '../spec/histories';

const file = (more: { readonly party?: string; readonly note?: string } = {}) =>
  ({ type: 'FileMaterial', data: { material: 'identity-papers', sheets: 2, ...more } }) as const;
const identity = filed('identity-papers');

describe('filing a material', () => {
  it('puts it into the file with its sheets, before closing and after', () => {
    for (const history of [inMediation, settled])
      given(...history)
        .when(file())
        .then(identity);
  });

  it('keeps a note with the party it is about, or with the file', () => {
    given(...inMediation)
      .when(file({ party: 'p2', note: '户口簿' }))
      .then(event('MaterialFiled', { ...identity.data, party: 'p2', personal: { p2: { text: '户口簿' } } }));
    given(...inMediation)
      .when(file({ note: '两份' }))
      .then(event('MaterialFiled', { ...identity.data, personal: { file: { text: '两份' } } }));
    given(...inMediation)
      .when(file({ party: 'p1' }))
      .then(event('MaterialFiled', { ...identity.data, party: 'p1' }));
  });

  it('is done by every committee that mediated it, and by nobody else', () => {
    const both = [...ended, moved(VILLAGE, TOWNSHIP), accepted(2, TOWNSHIP)];
    for (const body of [VILLAGE, TOWNSHIP])
      given(...both)
        .by(body)
        .when(file())
        .then(identity);
    given(...both)
      .by(OFFICE)
      .when(file())
      .refused('not-the-mediating-committee');
    given(registered()).when(file()).refused('not-the-mediating-committee');
  });

  it('is refused of a party nobody knows, and once the file is archived until the dispute is reopened', () => {
    given(...inMediation)
      .when(file({ party: 'p9' }))
      .refused('party-unknown');
    given(...complete, archived)
      .when(file())
      .refused('dossier-archived');
    given(...complete, archived, reopened())
      .when(file())
      .then(identity);
  });
});
