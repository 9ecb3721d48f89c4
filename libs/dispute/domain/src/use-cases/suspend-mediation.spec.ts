import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { event, inMediation, inSession, registered, settled, suspended } from '../spec/histories';

const suspend = { type: 'SuspendMediation', data: { reason: 'appraisal' } } as const;
const resume = { type: 'ResumeMediation', data: {} } as const;
const resumed = event('MediationResumed', { proceeding: 1 });

describe('suspending and resuming', () => {
  it('suspends a running proceeding and resumes a suspended one', () => {
    given(...inMediation)
      .when(suspend)
      .then(suspended);
    given(...inSession, suspended)
      .when(resume)
      .then(resumed);
    given(...inSession, suspended, resumed)
      .when(suspend)
      .then(suspended);
  });

  it('does neither twice', () => {
    given(...inMediation, suspended)
      .when(suspend)
      .refused('mediation-suspended');
    given(...inMediation)
      .when(resume)
      .refused('mediation-not-suspended');
  });

  it.each([suspend, resume])('refuses $type without a proceeding of one’s own', (command) => {
    given(registered()).when(command).refused('no-proceeding');
    given(...inMediation)
      .by(OFFICE)
      .when(command)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(command)
      .refused('dispute-closed');
    given().when(command).refused('dispute-unknown');
  });
});
