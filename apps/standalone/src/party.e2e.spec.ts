import { describeWithBrowser, describeWithPostgres, eventually, notYet } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import { chromium } from 'playwright-core';
import { seriousFaults } from './spec/axe.fixture';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例乙' },
  ],
};
const WRONG = 'number-or-code-wrong';

describeWithPostgres('a party’s own view', () => {
  let system: System;
  let village: Desk;
  beforeAll(async () => {
    system = await startSystem();
    village = await system.desk(VILLAGE, 'mediator');
  });
  afterAll(() => system.close());

  const done = async (path: string, body: object = {}) => {
    const answer = await village.post(path, body as never);
    if (answer.status >= 300) throw new Error(`${path} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** Mediated by one who is in the directory, to an agreement under which the second party owes. */
  const toAgreement = async () => {
    const id = String((await done('/disputes', REGISTRATION))['id']);
    const at = `/disputes/${id}`;
    await done(`${at}/acceptance`);
    await done(`${at}/mediators`, { mediator: '370402102200-m1' });
    await done(`${at}/rights-notice`);
    await done(`${at}/sessions`, { record: '甲称可让步至八百元。' });
    await done(`${at}/agreements`, {
      form: 'written',
      terms: '乙赔偿甲一千元。',
      obligations: [{ debtor: 'p2', amountFen: 100_000, dueOn: '2099-01-01' }],
    });
    await done(`${at}/agreements/1/signatures`, { party: 'p1' });
    return id;
  };
  const issue = async (id: string, party: string, desk = village) =>
    eventually('the centre has the dispute', async () => {
      const answer = await desk.post(`/api/center/v1/disputes/${id}/party-codes`, { party });
      return answer.status === 404 ? notYet(answer.body) : answer;
    });
  const post = (path: string, body: object) =>
    system.call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const open = (number: string, code: string) => post('/api/center/v1/party/sessions', { number, code });
  const look = (token: unknown) =>
    system.call('/api/center/v1/party/case', { headers: { authorization: `Party ${String(token)}` } });

  it('is opened once by number and code, and tells that party where its case is and what it owes', async () => {
    const id = await toAgreement();
    const issued = await issue(id, 'p2');
    expect(issued.status).toBe(201);
    const { number, code } = issued.body as unknown as { number: string; code: string };
    expect([number, code]).toEqual([id.slice(-8).toUpperCase(), expect.stringMatching(/^(\w{4}-){2}\w{4}$/)]);
    const session = await open(` ${number.toLowerCase()} `, code.toLowerCase().replaceAll('-', ' '));
    expect([session.status, session.headers['cache-control']]).toEqual([201, 'no-store']);
    const seen = await eventually('the centre has the signature', async () => {
      const answer = await look(session.body['token']);
      return (answer.body['signatures'] as unknown[] | undefined)?.length === 1 ? answer : notYet(answer.body);
    });
    expect(seen.body).toMatchObject({
      number,
      phase: { zh: '调解中' },
      body: { name: '尚岩村人民调解委员会', mediators: ['示例·尚岩一'] },
      next: [{ zh: '调解协议等您签字。请先看清内容，同意再签。' }],
      signatures: [{ agreement: 1, signed: false, inEffect: false }],
      obligations: [],
    });
    // Nothing of others, of what was said, or of the agreement's text.
    for (const secret of ['示例甲', '示例乙', '让步', '一千元', 'p1'])
      expect(JSON.stringify(seen.body)).not.toContain(secret);

    await done(`/disputes/${id}/agreements/1/signatures`, { party: 'p2' });
    await done(`/disputes/${id}/agreements/1/signatures`, { mediator: '370402102200-m1' });
    await done(`/disputes/${id}/agreements/1/seal`);
    const bound = await eventually('the centre has the seal', async () => {
      const answer = await look(session.body['token']);
      return (answer.body['obligations'] as unknown[]).length === 1 ? answer : notYet(answer.body);
    });
    expect(bound.body).toMatchObject({
      phase: { zh: '已达成协议' },
      obligations: [{ agreement: 1, amountFen: 100_000, paidFen: 0, dueOn: '2099-01-01', performed: false }],
    });
    // 民事诉讼法 art. 205: thirty days from the day it took effect.
    expect(bound.body['limits']).toEqual([
      expect.objectContaining({ zh: expect.stringContaining('司法确认') as string }),
    ]);

    expect((await open(number, code)).body['code']).toBe(WRONG);
    const ended = { method: 'DELETE', headers: { authorization: `Party ${String(session.body['token'])}` } };
    expect((await system.call('/api/center/v1/party/sessions', ended)).status).toBe(204);
    expect((await look(session.body['token'])).body['code']).toBe('party-session-over');
  });

  it('shows each party its own share', async () => {
    const id = await toAgreement();
    const { number, code } = (await issue(id, 'p1')).body as unknown as { number: string; code: string };
    const session = await open(number, code);
    const seen = await eventually('the centre has the signature', async () => {
      const answer = await look(session.body['token']);
      const [signature] = answer.body['signatures'] as { signed: boolean }[];
      return signature?.signed ? answer : notYet(answer.body);
    });
    expect(seen.body['next']).toEqual([
      { zh: '您已签字。各方和调解员签字、加盖印章后协议生效。', en: expect.any(String) as string },
    ]);
  });

  it('says the same of a number that there is not and of a code that is wrong, and no more after ten tries', async () => {
    const id = await toAgreement();
    const { number, code } = (await issue(id, 'p1')).body as unknown as { number: string; code: string };
    const wrong = await open(number, 'AAAA-AAAA-AAAA');
    const absent = await open('00000000', code);
    expect([wrong.status, wrong.body['code'], wrong.body['title']]).toEqual([403, WRONG, absent.body['title']]);
    for (let n = 0; n < 9; n += 1) expect((await open(number, `AAAA-AAAA-AAA${n}`)).status).toBe(403);
    expect([(await open(number, code)).status, (await open('11111111', code)).status]).toEqual([429, 403]);
  });

  it('is issued by the responsible body only, and a new code takes the place of the old', async () => {
    const id = await toAgreement();
    const first = (await issue(id, 'p1')).body as unknown as { number: string; code: string };
    const second = (await issue(id, 'p1')).body as unknown as { number: string; code: string };
    expect((await open(first.number, first.code)).body['code']).toBe(WRONG);
    expect((await open(id, second.code)).status).toBe(201);
    expect((await issue(id, 'p9')).body['code']).toBe('party-unknown');
    const centre = await system.desk('370402-center', 'center-officer');
    expect((await issue(id, 'p1', centre)).body['code']).toBe('not-the-responsible-body');
    const stranger = await system.desk('370402103-committee', 'mediator');
    expect((await stranger.post(`/api/center/v1/disputes/${id}/party-codes`, { party: 'p1' })).status).toBe(404);
  });

  it('needs a session, of which there is nothing to guess', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) expect((await look(token)).body['code']).toBe('party-session-over');
  });

  describeWithBrowser('on a phone', (executablePath) => {
    it('is read by whoever has number and code, without signing in', async () => {
      const id = await toAgreement();
      const { number, code } = (await issue(id, 'p2')).body as unknown as { number: string; code: string };
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const viewport = { width: 390, height: 844 };
        const page = await (await browser.newContext({ viewport, bypassCSP: true, locale: 'zh-CN' })).newPage();
        await page.goto(`${system.baseUrl}/party`);
        await page.getByLabel('卷号').fill(number);
        await page.getByLabel('查询码').fill('AAAA-AAAA-AAAA');
        await page.keyboard.press('Enter');
        await page.getByRole('alert').waitFor();
        expect(await seriousFaults(page)).toEqual([]);
        await page.getByLabel('查询码').fill(code);
        await page.keyboard.press('Enter');
        await page.getByText('尚岩村人民调解委员会').waitFor();
        expect(await seriousFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
        expect(page.url()).toBe(`${system.baseUrl}/party`);
      } finally {
        await browser.close();
      }
    });
  });

  describe('the directory', () => {
    const names = async (path: string) =>
      ((await village.get(`/api/center/v1/directory/bodies${path}`)).body['items'] as { nameZh: string }[]).map(
        ({ nameZh }) => nameZh,
      );

    it('finds bodies by tier, kind, area and name, with their mediators', async () => {
      expect(await names('?kind=police&within=370402102')).toEqual(['孟庄派出所调解室']);
      expect(await names('?tier=district&q=%E4%BF%A1%E8%AE%BF')).toEqual(['市中区信访局']);
      const { body } = await village.get('/api/center/v1/directory/bodies/370402102-committee');
      expect([body['nameZh'], (body['mediators'] as unknown[]).length]).toEqual(['孟庄镇人民调解委员会', 3]);
      expect((await village.get('/api/center/v1/directory/bodies/1-x')).body['code']).toBe('body-not-in-directory');
      expect((await system.call('/api/center/v1/directory/bodies')).status).toBe(401);
      const { body: divisions } = await village.get('/api/center/v1/directory/divisions');
      expect((divisions['items'] as object[])[0]).toEqual({ code: '370402', name: '市中区', tier: 'district' });
    });

    it('says who the caller is, and what the codes are called', async () => {
      expect((await village.get('/api/center/v1/me')).body).toMatchObject({
        org: VILLAGE,
        roles: ['mediator'],
        roleWords: { mediator: { zh: '调解员', en: 'mediator' } },
        body: { code: VILLAGE, tier: 'village', nameZh: '尚岩村人民调解委员会' },
      });
      const { body } = await village.get('/api/center/v1/words');
      expect(body).toMatchObject({ vocabularies: { handoffKind: { escalation: { zh: '上报' } } } });
    });
  });
});
