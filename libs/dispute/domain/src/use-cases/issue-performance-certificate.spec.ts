import { OFFICE, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given } from '../spec/given';
import { agreed, breached, event, fulfilled, inSigning, moved, registered, settled, TODAY } from '../spec/histories';

const certify = (agreement = 1) => ({ type: 'IssuePerformanceCertificate', data: { agreement } }) as const;
const certified = event('PerformanceCertified', { agreement: 1, body: VILLAGE, certifiedOn: TODAY });

describe('certifying that an agreement is performed', () => {
  it('is for the body that mediated it, open or closed, wherever the dispute is now', () => {
    given(...fulfilled)
      .when(certify())
      .then(certified);
    given(...settled)
      .when(certify())
      .then(certified);
    given(...fulfilled, moved(VILLAGE, TOWNSHIP))
      .when(certify())
      .then(certified);
  });

  it('is for no other body', () => {
    given(...fulfilled, moved(VILLAGE, TOWNSHIP))
      .by(TOWNSHIP)
      .when(certify())
      .refused('not-the-mediating-body');
    given(...fulfilled)
      .by(OFFICE)
      .when(certify())
      .refused('not-the-mediating-body');
  });

  it('says nothing that is not so', () => {
    given(...agreed)
      .when(certify())
      .refused('not-performed');
    given(...agreed, breached())
      .when(certify())
      .refused('not-performed');
    given(...inSigning)
      .when(certify())
      .refused('not-performed');
    given(registered()).when(certify()).refused('agreement-unknown');
    given(...fulfilled)
      .when(certify(2))
      .refused('agreement-unknown');
    given().when(certify()).refused('dispute-unknown');
  });

  it('is issued once', () =>
    given(...fulfilled, certified)
      .when(certify())
      .refused('performance-certified'));
});
