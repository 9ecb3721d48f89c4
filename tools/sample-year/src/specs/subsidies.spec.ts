import { planSampleYear } from '../plan';
import { SAMPLE_SEED } from '../replay';
import { sampleDirectory } from '../sample-directory';
import { planSubsidies } from '../subsidies';
import { numberOf } from '../told-twice';
import { tally } from './counted';
import { playSubsidy } from './played-subsidy';

const disputes = planSampleYear(sampleDirectory(), SAMPLE_SEED);
const year = planSubsidies(disputes, disputes.length + 1).map((course) => playSubsidy(disputes, course));
const claims = year.flatMap(({ events }) => events).filter((each) => each.type === 'SubsidyClaimed');

it('has files that came differently far by the end of the year, one of which no rule pays', () => {
  expect(tally(year.map(({ phase }) => phase))).toEqual({
    paid: 8,
    approved: 3,
    reviewed: 1,
    returned: 2,
    claimed: 2,
    unclaimed: 1,
  });
});

it('has written and oral agreements and failed mediations among them, at the rates of the rules', () => {
  expect(tally(claims.map(({ data }) => data.result))).toEqual({
    'written-agreement': 11,
    'oral-agreement': 3,
    failed: 2,
  });
  expect(claims.every(({ data }) => data.amountFen > 0)).toBe(true);
});

it('claims once for a dispute, though it was mediated twice or registered twice', () => {
  const mediatedTwice = year.filter(
    ({ dispute }) => tally(dispute.commands.map(({ type }) => type))['AcceptDispute'] === 2,
  );
  expect(mediatedTwice).toHaveLength(4);
  const again = disputes.flatMap(({ steps }) =>
    steps.map(({ body }) => body['relation'] === 'duplicate' && numberOf(body['to'])),
  );
  expect(year.filter(({ dispute }) => again.includes(dispute.number))).toHaveLength(2);
  expect(new Set(year.map(({ dispute }) => dispute.number)).size).toBe(year.length);
});

it('adds to a dispute only what its file was lacking', () => {
  const added = year
    .flatMap(({ course }) => course.steps.map(({ path }) => path))
    .filter((path) => path.startsWith('/disputes/'));
  const acts = new Set(added.map((path) => path.split('/').slice(3).join('/')));
  expect(acts).toEqual(new Set(['dossier', 'dossier/materials', 'dossier/signatures', 'dossier/archive']));
});

it('is told within the year', () => {
  const times = year.flatMap(({ course }) => course.steps.map(({ recordedAt }) => recordedAt)).sort();
  expect([times[0]! > '2025-01', times.at(-1)! < '2026']).toEqual([true, true]);
});
