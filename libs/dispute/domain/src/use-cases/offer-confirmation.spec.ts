import { rulePackFor, type Matter } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { AGENCY, COURT, OFFICE, ROOM, VILLAGE } from '../spec/bodies';
import {
  confirmationAccepted,
  confirmationDecided,
  confirmationFiled,
  confirmationOffered,
  referral,
  returned,
} from '../spec/court.histories';
import { given, type Sent } from '../spec/given';
import { accepted, agreed, breached, event, fulfilled, inSigning, moved, registered, settled } from '../spec/histories';

const FAR_COURT = '370403-court';
const law = rulePackFor('2026-03-01', '370402');
const offer = (court: string, change: object = {}): Sent => ({
  type: 'OfferConfirmation',
  data: { agreement: 1, court, ...change },
});
const [opened, ...afterOpening] = agreed;
const invited: readonly DisputeEvent[] = [opened!, referral(), ...afterOpening];
/** By the law: the agreement took effect on 2025-03-04, and thirty days run from the day after. */
const fileBy = '2025-04-03';

describe('offering judicial confirmation', () => {
  it.each([
    ['in effect', agreed],
    ['performed', fulfilled],
    ['broken', [...agreed, breached()]],
  ])('of an agreement %s, says why that court and by when to file', (_, history) =>
    given(...history)
      .under(law)
      .when(offer(COURT))
      .then(confirmationOffered({ fileBy })),
  );

  it('knows no last day where no rule counts one', () =>
    given(...agreed)
      .when(offer(COURT))
      .then(confirmationOffered()));

  it('names the court that invited the mediation, and no other', () => {
    given(...invited)
      .under(law)
      .when(offer(COURT))
      .then(confirmationOffered({ basis: 'inviting-court', fileBy }));
    given(...invited, returned({ result: 'settled', agreement: 1 }))
      .under(law)
      .when(offer(COURT))
      .then(confirmationOffered({ basis: 'inviting-court', fileBy }));
    given(opened!, referral({ court: ROOM }), ...afterOpening)
      .under(law)
      .when(offer(COURT))
      .then(confirmationOffered({ basis: 'inviting-court', fileBy }));
    given(...invited)
      .under(law)
      .when(offer(FAR_COURT, { basis: 'domicile' }))
      .barred('offer-confirmation-needs-jurisdiction', '第三百五十五条');
  });

  it('is the body’s own again once the court has got its referral back', () =>
    given(opened!, referral(), returned(), ...afterOpening)
      .under(law)
      .when(offer(FAR_COURT, { basis: 'domicile' }))
      .then(confirmationOffered({ court: FAR_COURT, basis: 'domicile', fileBy })));

  it('names a court of the subject matter’s place, or of a party’s home on the offerer’s word', () => {
    given(registered({ place: '370403' }), ...afterOpening)
      .under(law)
      .when(offer(FAR_COURT))
      .then(confirmationOffered({ court: FAR_COURT, basis: 'subject-matter', fileBy }));
    given(...agreed)
      .under(law)
      .when(offer(FAR_COURT, { basis: 'domicile' }))
      .then(confirmationOffered({ court: FAR_COURT, basis: 'domicile', fileBy }));
    given(...agreed)
      .under(law)
      .when(offer(FAR_COURT))
      .barred('offer-confirmation-needs-jurisdiction', '第三百五十五条');
  });

  it.each<[Matter, string]>([
    ['property-title', 'offer-confirmation-barred-property-title'],
    ['ip-title', 'offer-confirmation-barred-ip-title'],
    ['identity-relation', 'offer-confirmation-barred-identity-relation'],
    ['not-court-matter', 'offer-confirmation-barred-not-court-matter'],
    ['other-special-procedure', 'offer-confirmation-barred-other-procedure'],
  ])('is barred before anybody goes to court: %s', (matter, rule) => {
    const noted = event('MattersNoted', { matters: [matter] });
    given(...agreed, noted)
      .under(law)
      .when(offer(COURT))
      .barred(rule, '第三百五十五条');
    given(...agreed, noted)
      .when(offer(COURT))
      .then(confirmationOffered());
  });

  it('comes too late after thirty days, by the article in force', () => {
    const scene = given(...agreed);
    scene
      .at('2025-04-03T20:00:00+08:00')
      .under(law)
      .when(offer(COURT))
      .then(confirmationOffered({ offeredOn: fileBy, fileBy }));
    const late = scene.at('2025-04-04T09:00:00+08:00');
    late.under(law).when(offer(COURT)).barred('offer-confirmation-needs-time', '第二百零五条');
    late
      .under(rulePackFor('2023-12-31', '370402'))
      .when(offer(COURT))
      .barred('offer-confirmation-needs-time', '第二百零一条');
  });

  it('needs a lawful mediation body', () =>
    given(registered({ custodian: OFFICE }), accepted(1, OFFICE), ...afterOpening.slice(1))
      .by(OFFICE)
      .under(rulePackFor('2026-03-01'))
      .when(offer(COURT))
      .barred('offer-confirmation-needs-lawful-body', '第二百零五条'));

  it('may be offered anew until it is filed, and after a court would not take it', () => {
    given(...agreed, confirmationOffered({ court: FAR_COURT }))
      .when(offer(COURT))
      .then(confirmationOffered());
    given(...agreed, confirmationOffered(), confirmationFiled, confirmationDecided('refused'))
      .when(offer(FAR_COURT, { basis: 'domicile' }))
      .then(confirmationOffered({ court: FAR_COURT, basis: 'domicile' }));
  });

  it('is not offered twice', () => {
    const filed = [...agreed, confirmationOffered(), confirmationFiled];
    given(...filed)
      .when(offer(COURT))
      .refused('confirmation-under-way');
    given(...filed, confirmationAccepted)
      .when(offer(COURT))
      .refused('confirmation-under-way');
    given(...filed, confirmationDecided('confirmed'))
      .when(offer(COURT))
      .refused('confirmation-decided');
    given(...filed, confirmationDecided('dismissed'))
      .when(offer(COURT))
      .refused('confirmation-decided');
  });

  it('is of an agreement in effect, at a court, by the responsible body', () => {
    given(...inSigning)
      .when(offer(COURT))
      .refused('agreement-not-in-effect');
    given(...agreed)
      .when(offer(COURT, { agreement: 2 }))
      .refused('agreement-unknown');
    given(...agreed)
      .when(offer(ROOM))
      .refused('not-a-court');
    given(...agreed)
      .when(offer(AGENCY))
      .refused('not-a-court');
    given(...agreed, moved(VILLAGE, OFFICE))
      .when(offer(COURT))
      .refused('not-the-responsible-body');
    given(...settled)
      .when(offer(COURT))
      .refused('dispute-closed');
  });
});
