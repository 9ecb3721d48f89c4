import { rulePackFor } from '@mediation/rules';
import { COURT } from '../spec/bodies';
import {
  confirmationAccepted,
  confirmationDecided,
  confirmationFiled,
  confirmationOffered,
} from '../spec/court.histories';
import { given, type Sent } from '../spec/given';
import { agreed, event, inSigning, registered, settled } from '../spec/histories';

const FAR_COURT = '370403-court';
const law = rulePackFor('2026-03-01', '370402');
const file = (change: object = {}): Sent => ({
  type: 'FileConfirmation',
  data: { agreement: 1, court: COURT, manner: 'written', ...change },
});
const offered = [...agreed, confirmationOffered()];
const filed = (change: object = {}) => ({ ...confirmationFiled, data: { ...confirmationFiled.data, ...change } });

describe('applying for judicial confirmation', () => {
  it('is done by all parties together, in writing or orally', () => {
    given(...offered)
      .under(law)
      .when(file())
      .then(filed());
    given(...offered)
      .under(law)
      .when(file({ applicants: ['p2', 'p1', 'p2'], manner: 'oral' }))
      .then(filed({ applicants: ['p2', 'p1'], manner: 'oral' }));
  });

  it.each([
    ['2023-12-31', '第二百零一条'],
    ['2024-01-01', '第二百零五条'],
    ['2026-03-01', '第二百零五条'],
  ])('is never one party’s alone, by the article in force on %s', (date, article) => {
    const rules = rulePackFor(date, '370402');
    given(...offered)
      .under(rules)
      .when(file({ applicants: ['p1'] }))
      .barred('file-confirmation-needs-joint-application', article);
    // That both had brought the dispute is not yet that both apply.
    const parties = registered().data.parties.map((each) => ({ ...each, role: 'applicant' as const }));
    given(registered({ parties }), ...offered.slice(1))
      .under(rules)
      .when(file({ applicants: ['p1'] }))
      .barred('file-confirmation-needs-joint-application', article);
  });

  it('comes within thirty days of effect; a late entry of an application in time is in time', () => {
    const scene = given(...offered).under(law);
    scene
      .at('2025-04-03T23:00:00+08:00')
      .when(file())
      .then(filed({ filedOn: '2025-04-03' }));
    scene.at('2025-04-04T00:00:00+08:00').when(file()).barred('file-confirmation-needs-time', '第二百零五条');
    scene
      .at('2025-04-03T16:00:00+08:00', '2025-04-10T09:00:00+08:00')
      .when(file())
      .then(filed({ filedOn: '2025-04-03' }));
  });

  it('is asked again what may have come up since it was offered', () =>
    given(...offered, event('MattersNoted', { matters: ['property-title'] }))
      .under(law)
      .when(file())
      .barred('file-confirmation-barred-property-title', '第三百五十五条'));

  it('goes to the court that was offered, once', () => {
    given(...agreed)
      .when(file())
      .refused('confirmation-not-offered');
    given(...offered)
      .when(file({ court: FAR_COURT }))
      .refused('not-the-offered-court');
    given(...offered, filed())
      .when(file())
      .refused('confirmation-under-way');
    given(...offered, filed(), confirmationAccepted)
      .when(file())
      .refused('confirmation-under-way');
    given(...offered, filed(), confirmationDecided('refused'))
      .when(file())
      .refused('confirmation-decided');
  });

  it('is of an agreement in effect and of its parties, by the responsible body', () => {
    given(...offered)
      .when(file({ applicants: ['p1', 'p3'] }))
      .refused('party-unknown');
    given(...inSigning)
      .when(file())
      .refused('agreement-not-in-effect');
    given(...offered)
      .when(file({ agreement: 2 }))
      .refused('agreement-unknown');
    given(...offered, filed())
      .by(COURT)
      .when(file())
      .refused('not-the-responsible-body');
    given(...settled)
      .when(file())
      .refused('dispute-closed');
  });
});
