import { plainRules } from './plain-rules';

describe('the rules that specs decide under', () => {
  it('gives three days to reply, over a month’s end too', () => {
    expect(plainRules.replyDueOn('transfer', '2025-03-01')).toBe('2025-03-04');
    expect(plainRules.replyDueOn('directive', '2025-02-27')).toBe('2025-03-02');
  });

  it('gives thirty days of people’s mediation, forty of medical, and sets no limit to the others', () => {
    expect(plainRules.mediationDueOn(['channel:peoples'], '2025-03-01')).toBe('2025-03-31');
    expect(plainRules.mediationDueOn(['channel:peoples', 'body:medical'], '2025-03-01')).toBe('2025-04-10');
    expect(plainRules.mediationDueOn(['channel:administrative'], '2025-03-01')).toBeUndefined();
    expect(plainRules.mediationDueOn(['channel:judicial'], '2025-03-01')).toBeUndefined();
  });

  it('knows no clock, gate, list or material of the law', () => {
    expect(plainRules.clocksOf([], '2025-03-01T00:00:00Z')).toEqual([]);
    expect(plainRules.gate('accept', ['matter:ip-title'])).toBeUndefined();
    expect(plainRules.lists('retention', 'long')).toBe(false);
    expect(plainRules.materialsFor(['form:oral'])).toEqual([]);
  });

  it('lets the centre decide at the second bounce', () => expect(plainRules.bounceLimit).toBe(2));
});
