import { comparePositions, parsePosition } from './position';

describe('positions', () => {
  it('are ordered number by number, not as text, also beyond what a double can hold', () => {
    expect(comparePositions('1.9007199254740993.0', '1.9007199254740992.0')).toBeGreaterThan(0);
    expect(comparePositions('1.9.9', '1.10.0')).toBeLessThan(0);
    expect(comparePositions('1.2.3', '1.2.3')).toBe(0);
  });

  it('are three numbers and nothing else', () => {
    expect(parsePosition('1.745.12')).toEqual(['1', '745', '12']);
    for (const text of ['', '1.2', '1.2.3.4', '1.02.3', ' 1.2.3', '1.2.x', '1.-2.3']) {
      expect(() => parsePosition(text)).toThrow('not a position');
    }
  });
});
