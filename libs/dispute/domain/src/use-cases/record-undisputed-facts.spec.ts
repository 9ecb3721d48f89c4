import { rulePackFor } from '@mediation/rules';
import { COURT, OFFICE } from '../spec/bodies';
import { factsConfirmed, factsRecorded, movedToCourt, referredInSession, returned } from '../spec/court.histories';
import { given } from '../spec/given';
import { agreed, ended, event, failed, inMediation, registered, settled, TODAY } from '../spec/histories';

const record = { type: 'RecordUndisputedFacts', data: { facts: '货已交付' } } as const;
const recorded = (n = 1) =>
  event('UndisputedFactsRecorded', {
    record: n,
    proceeding: 1,
    recordedOn: TODAY,
    personal: { file: { text: '货已交付' } },
  });
const confirm = (party: string, n = 1) => ({ type: 'ConfirmUndisputedFacts', data: { record: n, party } }) as const;

describe('recording what nobody disputes', () => {
  it.each([
    ['while it is mediated', inMediation],
    ['once it has failed', ended],
  ])('is possible %s', (_, history) =>
    given(...history)
      .when(record)
      .then(recorded()),
  );

  it('may be done again, as another record', () =>
    given(...inMediation, factsRecorded)
      .when(record)
      .then(recorded(2)));

  it('needs the parties’ consent where the place says so', () => {
    const scene = given(...inMediation);
    const asked = (...consents: string[]) =>
      ({ type: 'RecordUndisputedFacts', data: { facts: '货已交付', consents } }) as const;
    scene
      .under(rulePackFor('2026-03-01', '370402'))
      .when(asked('p1'))
      .barred('record-undisputed-facts-needs-consent', '第二十四条');
    scene
      .under(rulePackFor('2026-03-01', '440300'))
      .when(record)
      .barred('record-undisputed-facts-needs-consent', '第七十三条');
    scene.under(rulePackFor('2026-03-01', '370402')).when(asked('p1', 'p2')).then(recorded());
    scene.under(rulePackFor('2026-03-01')).when(record).then(recorded());
  });

  it('is for the body that mediates or mediated it, of its own parties', () => {
    given(registered()).when(record).refused('no-proceeding');
    given(registered(), event('DisputeNotAccepted', { reason: 'mediation-forbidden', routes: ['litigation'] }))
      .when(record)
      .refused('no-proceeding');
    given(...agreed)
      .when(record)
      .refused('no-proceeding');
    given(...settled)
      .when(record)
      .refused('dispute-closed');
    given(...inMediation)
      .by(OFFICE)
      .when(record)
      .refused('not-the-responsible-body');
    given(...referredInSession, failed, returned(), movedToCourt)
      .by(COURT)
      .when(record)
      .refused('no-proceeding');
    given(...inMediation)
      .when({ type: 'RecordUndisputedFacts', data: { facts: '货已交付', consents: ['p9'] } })
      .refused('party-unknown');
  });
});

describe('confirming it', () => {
  it('is each party’s signature, once', () => {
    given(...inMediation, factsRecorded)
      .when(confirm('p1'))
      .then(factsConfirmed('p1'));
    given(...ended, factsRecorded, factsConfirmed('p1'))
      .when(confirm('p2'))
      .then(factsConfirmed('p2'));
    given(...inMediation, factsRecorded, factsConfirmed('p1'))
      .when(confirm('p1'))
      .refused('already-signed');
  });

  it('is of a record there is, by a party there is', () => {
    given(...inMediation, factsRecorded)
      .when(confirm('p1', 2))
      .refused('undisputed-facts-unknown');
    given(...inMediation, factsRecorded)
      .when(confirm('p3'))
      .refused('party-unknown');
  });
});
