import { BUREAU, OFFICE, openDesk, VILLAGE, type Desk } from './spec/desk';

const [A, B, C] = ['a', 'b', 'c'].map((each) => `0195c3a0-0000-7000-8000-00000000000${each}`) as [
  string,
  string,
  string,
];

const PASSED = { body: { decision: 'passed' } };
const BATCH = { body: { batch: '2025-Q2' } };

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  for (const id of [A, B, C]) {
    await desk.mediated(id);
    await desk.archive(id);
  }
});

const approve = async (id: string) => {
  const acts = [
    await desk.act('ClaimSubsidy', id, VILLAGE),
    await desk.act('ReviewSubsidy', id, OFFICE, PASSED),
    await desk.act('ApproveSubsidy', id, BUREAU),
  ];
  expect(acts).toStrictEqual(['done', 'done', 'done']);
};
const pay = (id: string) => desk.act('PaySubsidy', id, BUREAU, BATCH);
const phaseOf = async (id: string) => (await desk.cases.subsidy(id)).subsidy.phase;

it('pays a case once, from the claim to the payment', async () => {
  await approve(A);
  expect([await pay(A), await pay(A), await phaseOf(A)]).toStrictEqual(['done', 'subsidy-decided-already', 'paid']);
});

it('answers a retried payment as the first, and pays nothing again', async () => {
  await approve(A);
  const keyed = { ...BATCH, key: 'k1' };
  const answers = [
    await desk.act('PaySubsidy', A, BUREAU, keyed),
    await desk.act('PaySubsidy', A, BUREAU, keyed),
    await desk.act('PaySubsidy', A, BUREAU, { ...keyed, key: 'k2' }),
  ];
  expect(answers).toStrictEqual(['done', 'done', 'subsidy-decided-already']);
});

it('pays a dispute that is mediated again after it was reopened no second time', async () => {
  await approve(A);
  await pay(A);
  await desk.reopen(A);
  await desk.archive(A);
  expect(await desk.act('ClaimSubsidy', A, VILLAGE)).toBe('subsidy-once');
});

it('does not pay while the dispute is open again', async () => {
  await approve(A);
  await desk.reopen(A);
  expect(await pay(A)).toBe('subsidy-in-archive');
  await desk.archive(A);
  expect(await pay(A)).toBe('done');
});

it('shares one payment among the registrations of one dispute, whoever linked them', async () => {
  await desk.link(B, A, 'duplicate');
  await desk.link(B, C, 'duplicate');
  await approve(A);
  expect(await desk.act('ClaimSubsidy', C, VILLAGE)).toBe('subsidy-once');
  expect([await pay(A), await phaseOf(B), await phaseOf(C)]).toStrictEqual(['done', 'yielded', 'yielded']);
  expect(await desk.act('ClaimSubsidy', C, VILLAGE)).toBe('subsidy-once');
});

it('pays one of two that were found the same after both were approved', async () => {
  await approve(A);
  await approve(B);
  await desk.link(A, B, 'duplicate');
  expect(await pay(B)).toBe('done');
  expect([await pay(A), await phaseOf(A)]).toStrictEqual(['subsidy-not-approved', 'yielded']);
});

it('lets a bureau recover what was paid before the link was made, and the other stays paid', async () => {
  for (const id of [A, B]) {
    await approve(id);
    expect(await pay(id)).toBe('done');
  }
  await desk.link(A, B, 'duplicate');
  expect(await desk.act('RecoverSubsidy', B, BUREAU, { body: { reason: 'duplicate' } })).toBe('done');
  expect([await phaseOf(A), await phaseOf(B)]).toStrictEqual(['paid', 'recovered']);
});

it('claims apart what was told apart again', async () => {
  await desk.link(A, B, 'duplicate');
  await approve(A);
  expect(await desk.act('ClaimSubsidy', B, VILLAGE)).toBe('subsidy-once');
  await desk.link(B, A, 'distinct');
  expect(await desk.act('ClaimSubsidy', B, VILLAGE)).toBe('done');
});

it('makes nobody yield to a claim that is refused, nor to one that another registration stands against', async () => {
  await desk.link(A, B, 'duplicate');
  await desk.link(A, C, 'duplicate');
  await desk.reopen(A);
  expect(await desk.act('ClaimSubsidy', A, VILLAGE)).toBe('subsidy-in-archive');
  expect([await phaseOf(B), await phaseOf(C)]).toStrictEqual(['unclaimed', 'unclaimed']);
  await approve(C);
  await desk.archive(A);
  expect(await desk.act('ClaimSubsidy', A, VILLAGE)).toBe('subsidy-once');
  expect(await phaseOf(B)).toBe('yielded');
});

it('knows nothing of a dispute that is not in the system, or that the body may not see', async () => {
  expect(await desk.act('ClaimSubsidy', A.replace('a', 'f'), VILLAGE)).toBe('dispute-unknown');
  expect(await desk.act('ClaimSubsidy', A, '370402103001-committee')).toBe('dispute-unknown');
});

it('tells what a case would be paid, by which rule, and what may be done', async () => {
  const before = await desk.read(A, VILLAGE);
  expect(before).toMatchObject({
    revision: -1,
    phase: 'unclaimed',
    payable: { amountFen: 3000, rate: { rule: 'subsidy-unassessed', certainty: 'unsure' } },
    actions: [{ useCase: 'ClaimSubsidy', allowed: true, path: `/api/village/v1/subsidies/${A}/claim` }],
  });
  await approve(A);
  const { claim, actions } = await desk.read(A, BUREAU);
  expect(claim).toMatchObject({ amountFen: 3000, rate: { rule: 'subsidy-unassessed' } });
  expect(actions.map(({ useCase, allowed, reasons }) => [useCase, allowed || reasons[0]?.code])).toStrictEqual([
    ['ReviewSubsidy', 'subsidy-not-claimed'],
    ['ApproveSubsidy', 'subsidy-not-reviewed'],
    ['RefuseSubsidy', true],
    ['PaySubsidy', true],
    ['RecoverSubsidy', 'subsidy-not-paid'],
  ]);
  await pay(A);
  expect(await desk.read(A, VILLAGE)).toMatchObject({ phase: 'paid', obstacle: { rule: 'subsidy-once' } });
});
