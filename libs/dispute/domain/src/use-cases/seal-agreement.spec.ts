import { OFFICE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import { agreed, inSession, inSigning, reached, sealed, settled, tookEffect } from '../spec/histories';

const seal = { type: 'SealAgreement', data: { agreement: 1 } } as const;

describe('sealing an agreement', () => {
  it('records the seal, dated when it was put on', () =>
    given(...inSigning)
      .at('2025-03-06T10:00:00+08:00', NOON)
      .when(seal)
      .then(sealed('2025-03-06')));

  it('seals once, and only what is there, written and in signing', () => {
    given(...inSigning, sealed())
      .when(seal)
      .refused('already-signed');
    given(...inSession)
      .when(seal)
      .refused('agreement-unknown');
    given(...inSession, reached({ form: 'oral', extent: 'partial' }), tookEffect())
      .when(seal)
      .refused('agreement-is-oral');
    given(...agreed)
      .when(seal)
      .refused('agreement-not-in-signing');
  });

  it('is refused to another body and when the file is not open', () => {
    given(...inSigning)
      .by(OFFICE)
      .when(seal)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(seal)
      .refused('dispute-closed');
    given().when(seal).refused('dispute-unknown');
  });
});
