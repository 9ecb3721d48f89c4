import { closestTo } from './closest-to';

describe('the closest word', () => {
  const RULES = ['entrusted-ordinary', 'entrusted-summary', 'medical-mediation'];

  it.each([
    ['entrusted-sumary', 'entrusted-summary'],
    ['entrusted_summary', 'entrusted-summary'],
    ['medical', 'medical-mediation'],
    ['entrusted-ordinary', 'entrusted-ordinary'],
  ])('to %s is %s', (word, expected) => expect(closestTo(word, RULES)).toBe(expected));

  it('is the first of equally near ones', () => expect(closestTo('ax', ['ac', 'ab'])).toBe('ac'));

  it('is none of none', () => expect(closestTo('a', [])).toBeUndefined());
});
