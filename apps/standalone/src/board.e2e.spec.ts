import { describeWithBrowser, describeWithPostgres } from '@mediation/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const TOWNSHIP = '370402102-committee';
const CENTER = '370402-center';

const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例乙' },
  ],
};
const ESCALATION = { kind: 'escalation', to: TOWNSHIP, reason: 'beyond-capacity', consents: ['p1', 'p2'] };
/** Without these Chromium calls home, which nothing here answers. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describeWithPostgres('the board', () => {
  describeWithBrowser('in a real browser', (executablePath) => {
    let system: System;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      system = await startSystem();
      browser = await chromium.launch({ executablePath, args: QUIET });
      page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(`${system.baseUrl}/board#token=${await system.token(CENTER, 'center-officer')}`);
    });

    afterAll(async () => {
      await browser?.close();
      await system?.close();
    });

    const openCount = (count: string) => page.locator('#open-count', { hasText: count }).waitFor({ timeout: 10_000 });

    it('shows a handoff offered in a village and its acceptance without a reload', async () => {
      await page.locator('#live', { hasText: '实时' }).waitFor({ timeout: 10_000 });
      const village = await system.desk(VILLAGE, 'mediator');
      const township = await system.desk(TOWNSHIP, 'mediator');
      const { id } = (await village.post('/disputes', REGISTRATION)).body as { id: string };
      await village.post(`/disputes/${id}/handoffs`, ESCALATION);
      await openCount('1');
      expect(await page.locator('#handoffs').innerText()).toContain('孟庄镇人民调解委员会');

      await page.locator('#handoffs').getByText('孟庄镇人民调解委员会').click();
      await page.locator('#dispute .chain').waitFor();
      const chain = await page.locator('#dispute .chain li b').allInnerTexts();
      expect(chain).toEqual(['尚岩村人民调解委员会', '孟庄镇人民调解委员会']);
      await page.getByText('关闭 Close').click();

      await township.post(`/disputes/${id}/handoffs/h1/acceptance`);
      await openCount('0');
    });

    it('keeps the parties’ names off the board', async () => {
      expect(await page.locator('body').innerText()).not.toMatch(/示例[甲乙]/);
    });

    it('takes its token out of the address and complains of nothing', async () => {
      expect([new URL(page.url()).hash, complaints]).toEqual(['', []]);
    });

    it('says what to do when a token is no good', async () => {
      const other = await browser.newPage();
      await other.goto(`${system.baseUrl}/board#token=not.a.token`);
      await other.locator('#token-form').waitFor();
      expect(await other.locator('#entry').innerText()).toContain('令牌');
    });
  });
});
