import { layers } from '@mediation/rules';
import { fingerprint, releaseFaults, releaseState, withNewlyReleased } from './released';
import { layerOf, realClock, realLayer, realBook } from './spec/book-of';

const ID = 'cn@2022-05-01';
const real = { id: ID, layer: realLayer(ID) };
const clock = realClock(ID, 'medical-mediation');

describe('the fingerprint of a layer', () => {
  it('changes with anything it says', () => {
    const prints = [
      clock,
      { ...clock, length: 31 },
      { ...clock, article: '第三十九条' },
      { ...clock, rolls: false },
      { ...clock, settable: true },
      { ...clock, when: [] },
    ].map((each) => fingerprint(layerOf(ID, { clocks: { 'medical-mediation': each } })));
    expect(new Set(prints).size).toBe(prints.length);
    expect(fingerprint(layerOf(ID, { clocks: { 'medical-mediation': null } }))).not.toBe(fingerprint(layerOf(ID, {})));
  });

  it('does not with the order it is said in, nor with a field of the schema that says nothing', () => {
    const { gates, clocks, ...rest } = real.layer;
    const turned = { gates, ...rest, clocks: Object.fromEntries(Object.entries(clocks).reverse()) };
    expect(fingerprint({ id: ID, layer: turned })).toBe(fingerprint(real));
    const withMore = { ...clock, exceptions: [], confidential: false };
    expect(fingerprint(layerOf(ID, { clocks: { 'medical-mediation': withMore } }))).toBe(
      fingerprint(layerOf(ID, { clocks: { 'medical-mediation': clock } })),
    );
  });
});

describe('what was released', () => {
  const released = withNewlyReleased({}, [real]);

  it('is recorded once, and stays as it was recorded', () => {
    expect(Object.keys(released)).toStrictEqual([ID]);
    expect(releaseState(released, [real])).toStrictEqual({ altered: [], gone: [], unreleased: [] });
    const altered = { id: ID, layer: { ...real.layer, clocks: {} } };
    expect(withNewlyReleased(released, [altered])).toStrictEqual(released);
  });

  it('may not be altered, nor go; new layers may come', () => {
    const altered = { id: ID, layer: { ...real.layer, clocks: {} } };
    const other = layerOf('cn-99@2030-01-01', {});
    const state = releaseState(released, [altered, other]);
    expect(state).toStrictEqual({ altered: [ID], gone: [], unreleased: ['cn-99@2030-01-01'] });
    expect(releaseState(released, [other]).gone).toStrictEqual([ID]);
    expect(releaseFaults(state)).toStrictEqual([
      `${ID}: 已发布，不得改动，请另立修订 released, and altered since; write a revision instead`,
    ]);
    expect(releaseFaults({ altered: [], gone: [], unreleased: [ID] })).toStrictEqual([]);
  });

  it('is as it was when it was released', () =>
    expect(releaseFaults(releaseState(realBook().released, layers()))).toStrictEqual([]));
});
