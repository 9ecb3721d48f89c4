import { DISPUTE_USE_CASES, REFUSALS } from '@mediation/dispute/domain';
import { EXAMPLES } from './examples';
import { problemOf } from './refusal-problems';
import { DISPUTE_ROUTES } from './routes';

const CHINESE = /\p{Script=Han}/u;

describe('the problem table', () => {
  const problems = REFUSALS.map((refusal) => problemOf(refusal));

  it.each(problems.map((problem) => [problem.code, problem] as const))(
    'says %s in both languages, with a status',
    (_, problem) => {
      expect([403, 404, 409, 422]).toContain(problem.status);
      expect([CHINESE.test(problem.zh), CHINESE.test(problem.en)]).toEqual([true, false]);
      expect([problem.zh.endsWith('。'), problem.en.endsWith('.')]).toEqual([true, true]);
    },
  );

  it('keeps the refusals’ own names as codes, each with a text of its own', () => {
    expect(problems.map(({ code }) => code)).toEqual([...REFUSALS]);
    for (const language of ['zh', 'en'] as const)
      expect(new Set(problems.map((problem) => problem[language])).size).toBe(REFUSALS.length);
  });

  it('names the field wherever the content does not hold', () => {
    const nameless = problems.filter(({ status, errors }) => status === 422 && errors === undefined);
    expect(nameless.map(({ code }) => code)).toEqual([]);
    expect(problemOf('more-than-owed').errors).toEqual([
      { pointer: '/amountFen', message: `${problemOf('more-than-owed').zh} / ${problemOf('more-than-owed').en}` },
    ]);
  });

  it('cites the article where there is one', () => {
    const articles = problems.flatMap(({ code, extensions }) => (extensions ? [[code, extensions['article']]] : []));
    expect(Object.fromEntries(articles)).toEqual({
      'party-refused': '《人民调解法》第17条',
      'no-mediator': '《人民调解法》第19条',
      'rights-not-notified': '人民调解文书格式（司法部2010）权利义务告知书；权利见《人民调解法》第23条',
      'agreement-not-in-effect': '《人民调解法》第29条',
      'agreement-is-oral': '《人民调解法》第30条',
      'routes-not-told': '《人民调解法》第26条',
      'escalation-needs-consent': '《人民调解法》第17条',
      'police-report-needed': '《人民调解法》第25条',
      'no-court-referral': '《最高人民法院关于人民法院特邀调解的规定（2016）》第26条',
      'papers-already-signed-for': '《最高人民法院关于人民法院特邀调解的规定（2016）》第27条',
      'mediation-not-ended': '《最高人民法院关于人民法院特邀调解的规定（2016）》第26条',
      'not-a-court-or-police': '《最高人民法院关于人民法院特邀调解的规定（2016）》第18条',
      'confirmation-not-offered': '《民事诉讼法解释（2022）》第355条',
      'not-the-offered-court': '《民事诉讼法》第205条',
      'remedy-not-open': '《人民调解法》第32条、第33条',
      'no-claim-put': '《最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定》第12条',
      'exemption-not-listed': '《法律援助法》第32条、第42条',
      'not-the-mediating-committee': '《人民调解法》第27条',
      'dossier-incomplete': '《人民调解法》第27条',
    });
  });

  it('hides what may not be known behind the same words as what there is not', () => {
    expect(problemOf('dispute-unknown')).toMatchObject({ status: 404, code: 'dispute-unknown' });
  });
});

describe('the route table', () => {
  const names = Object.values(DISPUTE_USE_CASES).map(({ name }) => name);

  it('has every use case once, at an address of its own', () => {
    expect(DISPUTE_ROUTES.map(({ useCase }) => useCase).sort()).toEqual([...names].sort());
    expect(new Set(DISPUTE_ROUTES.map(({ path }) => path)).size).toBe(DISPUTE_ROUTES.length);
  });

  it('is for someone, somewhere, in both languages', () => {
    for (const { tiers, roles, zh, en } of DISPUTE_ROUTES) {
      expect([tiers.length > 0, roles.length > 0, CHINESE.test(zh), CHINESE.test(en)]).toEqual([
        true,
        true,
        true,
        false,
      ]);
    }
  });

  it('has no auditor write', () => {
    expect(DISPUTE_ROUTES.filter(({ roles }) => roles.includes('auditor'))).toEqual([]);
  });
});

it('shows only people who are obviously made up', () => {
  const namesIn = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => (key === 'name' ? [String(each)] : namesIn(each)))
      : [];
  expect(namesIn(EXAMPLES).filter((name) => !name.startsWith('示例'))).toEqual([]);
  expect(namesIn(EXAMPLES)).not.toEqual([]);
});
