import { inMemoryDossierNumbers } from '@mediation/dispute/dossier-numbers';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import type { JsonObject } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import { FixedClock } from '@mediation/testing';
import { DisputeReader } from '../dispute.reader';
import { DossierNumbering } from './dossier-numbering';
import { DossierRegister } from './dossier-register';
import { COURT, mediated, NAMES, NOW, settled, VILLAGE, type Telling } from './story.fixture';

const DISPUTE = '0195c3a0-0000-7000-8000-000000000001';
const ALL = { after: 0, limit: 100 };
const caller = (org = VILLAGE) => ({ sub: 'someone', org, roles: ['mediator'] });
const open = { type: 'OpenDossier', data: {} } as const;

const started = async (telling: Telling, id = DISPUTE) => {
  const journal = inMemoryJournal();
  const events = telling.events.map((event) => ({
    id: crypto.randomUUID(),
    ...disputeCodec.encode(event),
    metadata: event.metadata as unknown as JsonObject,
  }));
  await journal.append(`dispute-${id}`, events, 'none');
  const clock = new FixedClock(NOW);
  const numbers = inMemoryDossierNumbers(clock);
  const number = (_: string, year: number, serial: number) => `(${year})示例人调字第${serial}号`;
  const documents = { catalogue: [], render: () => Buffer.alloc(0), export: () => Buffer.alloc(0) };
  const parts = { numbers, documents, names: { ...NAMES, number } };
  const reader = new DisputeReader(journal, clock);
  const numbering = new DossierNumbering(parts, reader, clock, rulePackFor);
  const numbered = (org = VILLAGE, occurredAt?: string) =>
    numbering.numbered(open, { stream: `dispute-${id}`, actor: caller(org), commandId: 'c', occurredAt });
  const page = (query: object, org = VILLAGE) => new DossierRegister(parts, reader, clock).page(query, caller(org));
  return { numbers, numbered, page };
};

describe('a file’s number', () => {
  it('is the next of the committee’s register of the year, and the same again for the same dispute', async () => {
    const { numbers, numbered } = await started(mediated());
    await numbers.allocate(VILLAGE, 2026, crypto.randomUUID());
    const assigned = { number: '(2026)示例人调字第2号', year: 2026, serial: 2 };
    expect(await numbered()).toStrictEqual({ type: 'OpenDossier', data: { assigned } });
    expect(await numbered()).toStrictEqual({ type: 'OpenDossier', data: { assigned } });
    expect(await numbers.list(VILLAGE, 2026, ALL)).toHaveLength(2);
  });

  it('is of the year in which the file was opened, in Beijing', async () => {
    const { numbered } = await started(mediated());
    expect((await numbered(VILLAGE, '2026-10-05T23:00:00+08:00')).data.assigned?.year).toBe(2026);
  });

  it.each<[string, Telling, string, string | undefined]>([
    ['a body that has not mediated it', mediated(), COURT, undefined],
    ['a body that may not know of it', mediated(), '370402103-committee', undefined],
    ['a dispute that has its file', settled(), VILLAGE, undefined],
    ['a day to come', mediated(), VILLAGE, '2027-01-02T09:00:00+08:00'],
    ['a day before it was registered', mediated(), VILLAGE, '2025-01-02T09:00:00+08:00'],
  ])('is not set aside in vain for %s', async (_, telling, org, occurredAt) => {
    const { numbers, numbered } = await started(telling);
    expect(await numbered(org, occurredAt)).toStrictEqual(open);
    for (const year of [2025, 2026, 2027]) expect(await numbers.list(org, year, ALL)).toStrictEqual([]);
  });
});

describe('the register of a body', () => {
  it('explains the gap of a number whose file was not opened', async () => {
    const { numbers, numbered, page } = await started(mediated());
    await numbered();
    await numbers.allocate(VILLAGE, 2026, crypto.randomUUID());
    const entry = { state: 'allocated-not-used', allocatedAt: NOW };
    expect(await page({})).toStrictEqual({
      body: VILLAGE,
      year: 2026,
      items: [
        { serial: 1, number: '(2026)示例人调字第1号', ...entry, dispute: DISPUTE },
        { serial: 2, number: '(2026)示例人调字第2号', ...entry },
      ],
    });
  });

  it('says which is used, and is the caller’s own', async () => {
    const { numbers, page } = await started(settled());
    await numbers.allocate(VILLAGE, 2026, DISPUTE);
    expect((await page({ year: '2026' })).items.map(({ state }) => state)).toStrictEqual(['used']);
    expect((await page({ year: '2026' }, COURT)).items).toStrictEqual([]);
  });

  it('turns its pages', async () => {
    const { numbers, page } = await started(mediated());
    for (let n = 0; n < 5; n += 1) await numbers.allocate(VILLAGE, 2026, crypto.randomUUID());
    const first = await page({ limit: '2' });
    const second = await page({ limit: '3', cursor: first.next });
    expect([...first.items, ...second.items].map(({ serial }) => serial)).toStrictEqual([1, 2, 3, 4, 5]);
    expect(second.next).toBeUndefined();
    for (const query of [{ cursor: '!!' }, { year: 'next' }, { limit: '0' }, { cursor: 'LTE' }])
      await expect(page(query)).rejects.toMatchObject({ problem: { code: 'invalid-input' } });
  });
});
