import { subsidyCodec } from './codec';
import { subsidyGoldens } from './goldens';
import { SUBSIDY_STORED_NAMES } from './names';

const GOLDENS = subsidyGoldens();

const METADATA = {
  occurredAt: '2025-06-10T09:15:00+08:00',
  recordedAt: '2025-06-10T01:16:00Z',
  actor: { sub: 'u1', org: '370402102001-committee', roles: ['committee-chair'] },
  commandId: 'b3a1c1de-0000-4000-8000-000000000002',
  command: 'ClaimSubsidy',
  rules: 'cn@2025-01-01',
};
const stored = (type: string, data: object) => ({
  id: 'b3a1c1de-0000-4000-8000-000000000001',
  type,
  stream: 'subsidy-0195c3a0-0000-7000-8000-00000000000a',
  revision: 0,
  position: '1.42.7',
  data: { ...data },
  metadata: METADATA,
});

it('has a golden file for every stored name, and no other', () =>
  expect(GOLDENS.map(({ storedName }) => storedName)).toStrictEqual(Object.values(SUBSIDY_STORED_NAMES).sort()));

it.each(GOLDENS.map(({ storedName, data }) => [storedName, data] as const))(
  'reads and writes back %s',
  (name, data) => {
    const event = subsidyCodec.decode(stored(name, data));
    expect(event.data).toStrictEqual(data);
    expect(subsidyCodec.encode(event)).toStrictEqual({ type: name, data });
  },
);

it('tells its own events from others, and reads nothing that says more', () => {
  expect([subsidyCodec.knows('subsidy.paid.v1'), subsidyCodec.knows('dispute.closed.v1')]).toStrictEqual([true, false]);
  const [golden] = GOLDENS;
  expect(() => subsidyCodec.decode(stored(golden?.storedName ?? '', { ...golden?.data, extra: 1 }))).toThrow(
    'unrecognized_keys',
  );
});
