import {
  ACTS,
  CASE_KINDS,
  CERTAINTIES,
  EXPIRY_EFFECTS,
  MATERIALS,
  OCCURRENCES,
  PAUSE_REASONS,
  PERIOD_UNITS,
} from '@mediation/rules';
import { PARTS } from '../book';
import { CASE_KIND_WORDS, CERTAINTY_WORDS, dayWithWeekday, MATERIAL_WORDS, PART_WORDS, placeWord } from './entries';
import { ACT_WORDS, EXPIRY_WORDS, OCCURRENCE_WORDS, PAUSE_WORDS, UNIT_WORDS } from './happenings';
import { isKnownTag, KNOWN_TAGS, tagWord } from './tags';
import type { Words } from './words';

describe('what codes are called', () => {
  it.each<[string, readonly string[], Words]>([
    ['an occurrence', OCCURRENCES, OCCURRENCE_WORDS],
    ['an expiry', EXPIRY_EFFECTS, EXPIRY_WORDS],
    ['a pause', PAUSE_REASONS, PAUSE_WORDS],
    ['a unit', PERIOD_UNITS, UNIT_WORDS],
    ['an act', ACTS, ACT_WORDS],
    ['a material', MATERIALS, MATERIAL_WORDS],
    ['a certainty', CERTAINTIES, CERTAINTY_WORDS],
    ['a kind of case', CASE_KINDS, CASE_KIND_WORDS],
    ['a part', PARTS, PART_WORDS],
  ])('%s has words, and no other has', (_, codes, words) =>
    expect(Object.keys(words).sort()).toStrictEqual([...codes].sort()),
  );

  it('every tag of a closed list has words', () =>
    expect(KNOWN_TAGS.filter((tag) => !/^\p{Script=Han}/u.test(tagWord(tag)))).toStrictEqual([]));

  it('an agency and an exemption are named by the place', () => {
    expect(tagWord('catalogue:housing')).toBe('行政机关 agency housing');
    expect(['catalogue:housing', 'type:medical', 'type:medicine', 'nothing'].map(isKnownTag)).toStrictEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('a place without a name is shown by its code', () =>
    expect([placeWord('cn-37'), placeWord('cn-9901')]).toStrictEqual(['山东省 Shandong (cn-37)', 'cn-9901']));

  it('a day bears its weekday', () => expect(dayWithWeekday('2026-09-25')).toBe('2026-09-25 周五 Fri'));
});
