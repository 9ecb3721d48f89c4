import {
  bodyCode,
  count,
  divisionCode,
  fen,
  fileText,
  mediatorId,
  ordinal,
  partyId,
  plainDate,
  routes,
  text,
} from './fields';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('fields', () => {
  it.each([
    [plainDate, '2025-03-01'],
    [plainDate, '2024-02-29'],
    [bodyCode, '370402102-judicial-office'],
    [bodyCode, '370402-housing-agency'],
    [divisionCode, '370402'],
    [divisionCode, '370402102001'],
    [partyId, 'p1'],
    [mediatorId, 'm'],
    [count, 1],
    [fen, 0],
    [fen, Number.MAX_SAFE_INTEGER],
    [ordinal, 999],
    [routes, ['litigation']],
    [text(), ' 有 '],
  ])('%#: lets %j through', (schema, value) => expect(accepts(schema, value)).toBe(true));

  it.each<[Parameters<typeof accepts>[0], unknown]>([
    [plainDate, '2025-02-29'],
    [plainDate, '2025-04-31'],
    [plainDate, '2025-13-01'],
    [plainDate, '2025-00-10'],
    [plainDate, '2025-3-1'],
    [plainDate, '2025-03-01T00:00:00Z'],
    [plainDate, 20_250_301],
    [bodyCode, '370402102'],
    [bodyCode, '370402102-'],
    [bodyCode, '370402102-nobody'],
    [bodyCode, '37040-committee'],
    [bodyCode, `370402-${'a'.repeat(60)}-agency`],
    [divisionCode, '3704021'],
    [divisionCode, '370402a'],
    [partyId, 'p'],
    [partyId, 'p1000'],
    [partyId, '1'],
    [mediatorId, ''],
    [count, 0],
    [count, 1.5],
    [count, 1_000_001],
    [fen, -1],
    [fen, 0.5],
    [fen, Number.MAX_SAFE_INTEGER + 1],
    [fen, '100'],
    [ordinal, 0],
    [routes, []],
    [routes, ['petition']],
    [text(), '   '],
    [text(3), '一二三四'],
  ])('%#: stops %j', (schema, value) => expect(accepts(schema, value)).toBe(false));

  it('keep free text of the file under its own subject', () => {
    expect(fileText('说明')).toStrictEqual({ file: { text: '说明' } });
    expect(fileText(undefined)).toStrictEqual({});
  });
});
