import type { DataOf, ScreeningEventType } from '@mediation/screening/domain';
import type { z } from 'zod';
import { screeningCodec, screeningGoldens } from './codec';
import { SCREENING_NAMES } from './names';
import type { screeningPayloads } from './payloads';

const goldens = screeningGoldens();
const metadata = {
  occurredAt: '2025-01-09T09:15:00+08:00',
  recordedAt: '2025-01-09T01:16:00Z',
  actor: { sub: 'clerk', org: '370402102001-committee', roles: ['mediator'] },
  commandId: 'b3a1c1de-0000-4000-8000-000000000002',
  command: 'ReportRound',
  rules: 'cn@2025-01-01',
};
const stored = (type: string, data: (typeof goldens)[number]['data']) => ({
  id: 'b3a1c1de-0000-4000-8000-000000000001',
  type,
  stream: 'screening-1',
  revision: 1,
  position: '1.1.1',
  data,
  metadata,
});

it('has a golden file for every stored name, and no other', () =>
  expect(goldens.map(({ storedName }) => storedName)).toEqual(Object.values(SCREENING_NAMES).sort()));

it.each(goldens.map((golden) => [golden.file, golden] as const))('reads %s and writes the same again', (_, golden) => {
  const { storedName, data } = golden;
  const event = screeningCodec.decode(stored(storedName, data));
  expect(SCREENING_NAMES[event.type]).toBe(storedName);
  expect(event.data).toEqual(data);
  expect(screeningCodec.encode(event)).toEqual({ type: storedName, data });
  // Every member counts: without it, or with one more, it is another payload.
  for (const key of Object.keys(data)) {
    const { [key]: _gone, ...rest } = data;
    expect(() => screeningCodec.decode(stored(storedName, rest))).toThrow('screening-1/1');
  }
  expect(() => screeningCodec.decode(stored(storedName, { ...data, more: 1 }))).toThrow('screening-1/1');
});

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
type Same<A, B> = (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;
type Stored<T extends ScreeningEventType> = z.output<(typeof screeningPayloads)[T]>;
type Differing = { [T in ScreeningEventType]: Same<Stored<T>, DataOf<T>> extends true ? never : T }[ScreeningEventType];

it('lets through exactly what the domain calls the event, as the compiler sees it', () => {
  const differing: [Differing] extends [never] ? 'none' : Differing = 'none';
  expect(differing).toBe('none');
});
