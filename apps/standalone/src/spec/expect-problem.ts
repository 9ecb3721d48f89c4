import type { JsonObject } from '@mediation/kernel';
import type { Call } from '@tools/acceptance';
import type { System } from './system.fixture';

export interface ExpectedProblem {
  readonly status: number;
  readonly code: string;
  /** Where it is wrong, in the order told. */
  readonly pointers?: readonly string[];
}

const CHINESE = /\p{Script=Han}/u;

const pointersOf = (body: JsonObject): readonly string[] | undefined =>
  (body['errors'] as unknown as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer);

/** The call is answered with exactly this problem, in both languages, and leaves nothing in the journal. */
export const expectProblem = async (system: System, path: string, call: Call, expected: ExpectedProblem) => {
  const { status, code, pointers } = expected;
  const before = await system.journal.head();
  for (const language of ['zh', 'en']) {
    const headers = { ...call.headers, ...(language === 'en' && { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' }) };
    const answer = await system.call(path, { ...call, headers });
    const { title, errors: _, ...body } = answer.body;
    expect({
      status: answer.status,
      type: answer.headers['content-type'],
      language: answer.headers['content-language'],
      body,
    }).toEqual({
      status,
      type: 'application/problem+json; charset=utf-8',
      language,
      body: expect.objectContaining({
        type: `urn:mediation:problem:${code}`,
        status,
        code,
        instance: path.split('?')[0],
      }) as unknown,
    });
    expect([title, CHINESE.test(String(title))]).toEqual([title, language === 'zh']);
    expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:/);
    if (pointers) expect(pointersOf(answer.body)).toEqual(pointers);
  }
  expect(await system.journal.head()).toBe(before);
};
