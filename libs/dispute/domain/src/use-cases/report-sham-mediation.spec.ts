import { AGENCY, COURT, OFFICE, POLICE } from '../spec/bodies';
import { referredInSession } from '../spec/court.histories';
import { given } from '../spec/given';
import { agreed, event, inMediation, suspended, TODAY } from '../spec/histories';

const report = (reportedTo = COURT) =>
  ({ type: 'ReportShamMediation', data: { reportedTo, grounds: '双方过分一致' } }) as const;
const suspension = event('MediationSuspended', { proceeding: 1, reason: 'suspected-sham' });
const reported = (reportedTo = COURT) =>
  event('ShamMediationReported', {
    proceeding: 1,
    reportedTo,
    reportedOn: TODAY,
    personal: { file: { text: '双方过分一致' } },
  });

describe('reporting a suspected sham', () => {
  it.each([COURT, POLICE])('suspends the mediation and tells %s', (to) =>
    given(...inMediation)
      .when(report(to))
      .then(suspension, reported(to)),
  );

  it('goes on waiting where it waits already, and may be told to another body, too', () => {
    given(...referredInSession, suspended)
      .when(report())
      .then(reported());
    given(...referredInSession, suspension, reported())
      .when(report(POLICE))
      .then(reported(POLICE));
  });

  it('goes to a court or the police, from the body that mediates', () => {
    given(...inMediation)
      .when(report(AGENCY))
      .refused('not-a-court-or-police');
    given(...inMediation)
      .by(OFFICE)
      .when(report())
      .refused('not-the-responsible-body');
    given(...agreed)
      .when(report())
      .refused('no-proceeding');
  });
});
