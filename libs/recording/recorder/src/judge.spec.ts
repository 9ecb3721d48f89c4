import fc from 'fast-check';
import type { StoredEvent } from '@mediation/event-store/port';
import { readIncoming, type Incoming } from './incoming';
import { judge, judgeAll, type Known, type Verdict } from './judge';
import { chainOf, OTHER_SOURCE, received, SOURCE } from './specs/journal.fixture';

const STREAM = 'dispute-1';
const incoming = (event: StoredEvent, source = SOURCE): Incoming => {
  const read = readIncoming(received(event, source));
  if (typeof read === 'string') throw new Error(read);
  return read;
};

const journal = chainOf(STREAM, ['a', 'b', 'c', 'd', 'e']);
const [a, b, c, d, e] = journal as [StoredEvent, StoredEvent, StoredEvent, StoredEvent, StoredEvent];
/** The journal went another way after `b`. */
const [c2, d2, e2, f2] = chainOf(STREAM, ['c2', 'd2', 'e2', 'f2'], b) as [
  StoredEvent,
  StoredEvent,
  StoredEvent,
  StoredEvent,
];

const holding = (...events: readonly StoredEvent[]): Known => ({
  first: events[0]?.revision ?? 0,
  hashes: events.map(({ hash }) => hash),
  source: events.length === 0 ? undefined : SOURCE,
  isBroken: false,
});

const given = (...stored: readonly StoredEvent[]) => ({
  when: (...came: readonly StoredEvent[]) => ({
    then: (...verdicts: readonly Verdict[]) =>
      expect(
        judgeAll(
          holding(...stored),
          came.map((event) => incoming(event)),
        ),
      ).toEqual(verdicts),
  }),
});

describe('an event that comes', () => {
  it('begins a stream', () => given().when(a).then('append'));
  it('goes on with it', () => given(a, b).when(c).then('append'));
  it('goes on where only the end is known', () => given(b).when(c).then('append'));
  it('comes in a row', () => given().when(a, b, c).then('append', 'append', 'append'));

  it('is there already', () => given(a, b, c).when(b).then('duplicate'));
  it('is the first and there already', () => given(a).when(a).then('duplicate'));
  it('comes twice at once', () => given(a).when(b, b, a).then('append', 'duplicate', 'duplicate'));

  it('comes too early', () => given(a).when(c).then('gap'));
  it('comes before its stream', () => given().when(b).then('gap'));
  it('waits with those after it', () => given(a).when(c, d, e).then('gap', 'gap', 'gap'));
  it('comes after one that waits', () => given(a).when(c, b, d).then('gap', 'append', 'gap'));

  it('has another at its place', () => given(a, b, c).when(c2).then('fork'));
  it('is the first and has another at its place', () =>
    given(a)
      .when(...chainOf(STREAM, ['a2']))
      .then('fork'));
  it('follows one that the store does not hold', () => given(a, b, c).when(d2).then('broken-chain'));
  it('takes those after it along, as far as they reach', () =>
    given(a, b, c, d).when(c2, d2, e2, f2).then('fork', 'fork', 'broken-chain', 'broken-chain'));
  it('does not hinder the true ones', () =>
    given(a, b).when(d2, c, c2, d, e).then('gap', 'append', 'fork', 'append', 'append'));

  it('holds other content than its hash says', () => {
    const altered = { ...c, data: { content: 'altered' } };
    given(a, b).when(altered).then('broken-chain');
    given(a, b, c).when(altered).then('broken-chain');
    given(a, b)
      .when({ ...c, type: 'thing.undone.v1' }, c)
      .then('broken-chain', 'append');
  });

  it('comes from another journal', () => {
    expect(judge(holding(a, b), incoming(c, OTHER_SOURCE))).toBe('foreign-source');
    expect(judge(holding(a, b), incoming(b, OTHER_SOURCE))).toBe('foreign-source');
    expect(judgeAll(holding(), [incoming(a), incoming(b, OTHER_SOURCE), incoming(b)])).toEqual([
      'append',
      'foreign-source',
      'append',
    ]);
  });

  it('is not waited for past a break', () => {
    expect(judge({ ...holding(a), isBroken: true }, incoming(c))).toBe('broken-chain');
    expect(judge({ ...holding(a), isBroken: true }, incoming(b))).toBe('append');
  });
});

const seed = Date.now() % 2 ** 31;

describe(`any events of a stream, in any order (seed ${seed})`, () => {
  const contents = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 12 });
  const picks = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 40 });

  it('are appended only as the journal had them, each once, and duplicates only after', () => {
    fc.assert(
      fc.property(contents, picks, (texts, chosen) => {
        const own = chainOf(STREAM, texts);
        const cut = own[Math.floor(own.length / 2)];
        const fork = chainOf(STREAM, ['x', 'y', 'z'], cut).slice(1);
        const all = [...own.map((event) => [event, true] as const), ...fork.map((event) => [event, false] as const)];
        const came = chosen.map(([n]) => all[n % all.length]!);
        const verdicts = judgeAll(
          holding(),
          came.map(([event]) => incoming(event)),
        );
        const appended = came.filter((_, i) => verdicts[i] === 'append').map(([event]) => event.hash);
        expect(appended).toEqual(own.slice(0, appended.length).map(({ hash }) => hash));
        came.forEach(([event, isOwn], i) => {
          if (verdicts[i] !== 'append' && verdicts[i] !== 'duplicate') return;
          expect([isOwn, event.hash]).toEqual([true, own[event.revision]!.hash]);
        });
      }),
      { seed },
    );
  });

  it('are judged alike in one run and one by one', () => {
    fc.assert(
      fc.property(contents, picks, (texts, chosen) => {
        const own = chainOf(STREAM, texts);
        const came = chosen.map(([n]) => own[n % own.length]!);
        let stored: StoredEvent[] = [];
        const oneByOne = came.map((event) => {
          const verdict = judge(holding(...stored), incoming(event));
          if (verdict === 'append') stored = [...stored, event];
          return verdict;
        });
        expect(
          judgeAll(
            holding(),
            came.map((event) => incoming(event)),
          ),
        ).toEqual(oneByOne);
      }),
      { seed },
    );
  });
});
