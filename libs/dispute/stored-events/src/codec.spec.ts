import type { DataOf, DisputeEventType, PersonalPart } from '@mediation/dispute/domain';
import type { JsonObject } from '@mediation/kernel';
import type { z } from 'zod';
import { disputeCodec, disputeCodecWith, isDisputeEvent, UnreadableEvent } from './codec';
import { goldens, storedEvent } from './golden.fixture';
import { STORED_NAMES } from './names';
import { payloads } from './payloads';
import { fieldsOf, holds } from './schema-walk.fixture';

const TYPES = Object.keys(STORED_NAMES) as DisputeEventType[];
const goldenOf = (storedName: string, minimal = false) =>
  goldens.find((each) => each.storedName === storedName && each.minimal === minimal);

describe('the golden files', () => {
  it('are there for every stored name, and no other', () => {
    const full = goldens.filter(({ minimal }) => !minimal).map(({ storedName }) => storedName);
    expect(full.filter((name) => !isDisputeEvent(name))).toEqual([]);
    expect(isDisputeEvent('constructor')).toBe(false);
    expect(Object.values(STORED_NAMES).filter((name) => !full.includes(name))).toEqual([]);
  });

  it.each(goldens.map(({ file, ...golden }) => [file, golden] as const))(
    'are read and written back as they are: %s',
    (_, { storedName, data }) => {
      const stored = storedEvent(storedName, data);
      const event = disputeCodec.decode(stored);
      expect(event).toStrictEqual({ ...stored, type: event.type, data });
      expect(disputeCodec.encode(event)).toStrictEqual({ type: storedName, data });
    },
  );

  it.each(TYPES)('hold every optional field of %s, and none of them where they are minimal', (type) => {
    const optional = fieldsOf(payloads[type]).filter((field) => field.optional);
    const full = goldenOf(STORED_NAMES[type]);
    expect(optional.filter(({ path }) => !holds(full?.data, path))).toEqual([]);
    const minimal = goldenOf(STORED_NAMES[type], true);
    expect(minimal !== undefined).toBe(optional.length > 0);
    // DisputeAssessed says at least one thing.
    const allowed = type === 'DisputeAssessed' ? 1 : 0;
    expect(optional.filter(({ path }) => holds(minimal?.data, path))).toHaveLength(allowed);
  });
});

const SECRET = '示例机密';
const unreadable = (type: string, data: JsonObject, metadata: JsonObject = {}): UnreadableEvent => {
  const stored = storedEvent(type, data);
  try {
    disputeCodec.decode({ ...stored, metadata: { ...stored.metadata, ...metadata } });
  } catch (error) {
    if (error instanceof UnreadableEvent) return error;
    throw error;
  }
  throw new Error(`${type} was read`);
};

describe('an event that cannot be read', () => {
  const at = ' at dispute-1/7: ';
  const name = STORED_NAMES.PartyRefused;
  const refused = goldenOf(name)?.data ?? {};
  const person = (part: JsonObject): JsonObject => ({ ...refused, personal: { p1: part } });

  it.each<[string, string, JsonObject, string]>([
    ['an unknown name', 'dispute.registered.v9', { facts: SECRET }, 'unknown name'],
    ["a name of Object's own", 'constructor', { facts: SECRET }, 'unknown name'],
    ['the name of the code instead of the store', 'PartyRefused', refused, 'unknown name'],
    ['an unknown field', name, { ...refused, extra: SECRET }, 'unrecognized_keys'],
    ['an unknown field of a person', name, person({ name: SECRET, weight: SECRET }), 'personal.p1'],
    ['a wrong type', name, { ...refused, party: { text: SECRET } }, 'party'],
    ['a wrong type within', name, person({ phone: [SECRET] }), 'personal.p1.phone'],
    ['a word outside its list', STORED_NAMES.DisputeTriaged, { channel: SECRET }, 'channel'],
    ['a date in another spelling', name, { ...refused, refusedOn: SECRET }, 'refusedOn'],
    ['a missing field', STORED_NAMES.CustodyMoved, { from: SECRET }, 'to, cause, movedAt'],
    ['a null', name, { ...refused, party: null }, 'party'],
    ['a number that is no count', STORED_NAMES.AgreementPerformed, { agreement: 1.5 }, 'agreement'],
  ])('says where and not what: %s', (_, type, data, where) => {
    const error = unreadable(type, data);
    expect(error.message).toBe(`${type}${at}${where}`);
    expect(JSON.stringify(error) + error.stack).not.toContain(SECRET);
    expect({ ...error }).toEqual({ code: 'unreadable-event', storedType: type, stream: 'dispute-1', revision: 7 });
  });

  it('says so of its metadata, too', () => {
    expect(unreadable(name, refused, { actor: { sub: SECRET } }).message).toBe(`${name}${at}actor.org, actor.roles`);
    expect(unreadable(name, refused, { occurredAt: SECRET }).message).toBe(`${name}${at}occurredAt`);
  });

  it('is not made of metadata that a later writer added', () => {
    const stored = storedEvent(name, refused);
    const metadata = { ...stored.metadata, trace: 'abc' };
    expect(disputeCodec.decode({ ...stored, metadata }).metadata).toStrictEqual(metadata);
  });
});

describe('an old stored name', () => {
  const codec = disputeCodecWith({
    'dispute.filed.v1': {
      to: 'dispute.withdrawn.v0',
      upcast: ({ who, ...rest }) => ({ ...rest, person: `p${String(who)}` }),
    },
    'dispute.withdrawn.v0': {
      to: STORED_NAMES.DisputeWithdrawn,
      upcast: ({ person, ...rest }) => ({ ...rest, party: person }),
    },
  });

  it('is upcast step by step, and written under the newest name', () => {
    const event = codec.decode(storedEvent('dispute.filed.v1', { who: 2 }));
    expect([event.type, event.data]).toEqual(['DisputeWithdrawn', { party: 'p2' }]);
    expect(codec.encode(event)).toEqual({ type: STORED_NAMES.DisputeWithdrawn, data: { party: 'p2' } });
  });

  it('may join the way in the middle', () => {
    expect(codec.decode(storedEvent('dispute.withdrawn.v0', { person: 'p1' })).data).toEqual({ party: 'p1' });
  });

  it('is checked after the last step, and named by what the store calls it', () => {
    const decode = () => codec.decode(storedEvent('dispute.filed.v1', { who: 2, extra: SECRET }));
    expect(decode).toThrow(new UnreadableEvent('dispute.filed.v1', 'dispute-1', 7, 'unrecognized_keys'));
  });
});

/** Readonly all the way down, so that only what the fields are is compared. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type Same<A, B> = (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;
type Stored<T extends DisputeEventType> = z.output<(typeof payloads)[T]>;
type Differing = { [T in DisputeEventType]: Same<Stored<T>, DataOf<T>> extends true ? never : T }[DisputeEventType];

describe('the schemas', () => {
  it('let through exactly what the domain calls the event, as the compiler sees it', () => {
    const differing: [Differing] extends [never] ? 'none' : Differing = 'none';
    expect(differing).toBe('none');
    // The comparison itself, fed wrong answers.
    const anOptionalLess: Same<{ a: number; b?: string }, { a: number }> = false;
    const aWordLess: Same<{ a: 'x' | 'y' }, { a: 'x' }> = false;
    const aLooserNumber: Same<{ a: readonly { b: number }[] }, { a: { b: number | undefined }[] }> = false;
    const onlyReadonly: Same<{ readonly a: readonly string[] }, { a: string[] }> = true;
    expect([anOptionalLess, aWordLess, aLooserNumber, onlyReadonly]).toEqual([false, false, false, true]);
  });

  it('let personal data be under `personal` and nowhere else', () => {
    const keys: Readonly<Record<keyof PersonalPart, true>> = {
      name: true,
      identityNumber: true,
      phone: true,
      address: true,
      health: true,
      text: true,
    };
    const found = TYPES.flatMap((type) =>
      fieldsOf(payloads[type])
        .filter(({ path }) => path.some((key) => key in keys))
        .map(({ path }) => path.slice(0, -1).join('.')),
    );
    expect([...new Set(found)]).toEqual(['personal.*']);
    const withPersonal = TYPES.filter((type) => 'personal' in payloads[type].shape);
    expect(found).toHaveLength(withPersonal.length * Object.keys(keys).length);
  });

  it('are looked into whatever they are made of', () => {
    expect(() => fieldsOf({} as z.ZodType)).toThrow('cannot look into Object');
    expect([holds({ a: [{ b: 1 }] }, ['a', '[]', 'b']), holds({ a: [] }, ['a', '[]', 'b'])]).toEqual([true, false]);
  });
});
