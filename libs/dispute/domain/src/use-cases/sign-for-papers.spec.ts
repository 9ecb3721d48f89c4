import { rulePackFor } from '@mediation/rules';
import { OFFICE } from '../spec/bodies';
import { papersSignedFor, referral, referred, referredInMediation } from '../spec/court.histories';
import { fold, given, NOON } from '../spec/given';
import { event, inMediation, inSession, MEDIATOR, suspended, TODAY } from '../spec/histories';

const sign = (mediator = MEDIATOR) => ({ type: 'SignForPapers', data: { mediator } }) as const;
const signed = event('PapersSignedFor', { proceeding: 1, mediator: MEDIATOR, signedOn: TODAY });

describe('signing for the court’s papers', () => {
  it('is done by a mediator of the proceeding', () => {
    given(...referredInMediation)
      .when(sign())
      .then(signed);
    given(...referredInMediation, suspended)
      .when(sign())
      .then(signed);
    given(...referredInMediation)
      .when(sign('m9'))
      .refused('mediator-unknown');
  });

  it('is done once, and only for a court that waits', () => {
    given(...referredInMediation, papersSignedFor)
      .when(sign())
      .refused('papers-already-signed-for');
    given(...inSession)
      .when(sign())
      .refused('no-court-referral');
  });

  it('is for the mediating body', () => {
    given(...referred)
      .when(sign())
      .refused('no-proceeding');
    given(...inMediation)
      .by(OFFICE)
      .when(sign())
      .refused('not-the-responsible-body');
    given().when(sign()).refused('dispute-unknown');
  });

  it.each([
    ['a summary case', { procedure: 'summary' }, 'entrusted-summary', '2025-03-17'],
    ['an ordinary case', { procedure: 'ordinary' }, 'entrusted-ordinary', '2025-03-25'],
    ['one not filed yet', { mode: 'prefiling', procedure: undefined }, 'prefiling-referral', '2025-04-09'],
  ] as const)('starts the clock of %s', (_, change, rule, dueOn) => {
    const [registration, p1, p2, , ...rest] = referredInMediation;
    const dispute = fold([registration!, p1!, p2!, referral(change), ...rest, signed]);
    const file = dispute.phase === 'absent' ? undefined : dispute.file;
    const clocks = rulePackFor(TODAY, '370402').clocksOf(file?.occurrences ?? [], NOON);
    expect(clocks.filter(({ startsOn, subject }) => startsOn === TODAY && subject === 'proceeding-1')).toMatchObject([
      { id: `${rule}/proceeding-1`, dueOn, expiry: 'RETURNS_TO_COURT' },
    ]);
  });
});
