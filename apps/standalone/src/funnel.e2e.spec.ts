import { describeWithBrowser, describeWithPostgres } from '@mediation/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { seriousFaults } from './spec/axe.fixture';
import { DESK, overflow, PHONE, QUIET } from './spec/console.fixture';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
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

describeWithPostgres('the funnel and the hot spots', () => {
  describeWithBrowser('in a real browser', (executablePath) => {
    let system: System;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];
    const fitAndFree = async () => expect([await overflow(page), await seriousFaults(page)]).toEqual([0, []]);

    beforeAll(async () => {
      system = await startSystem();
      const village = await system.desk(VILLAGE, 'mediator');
      for (let n = 0; n < 2; n += 1) await village.post('/disputes', REGISTRATION);
      browser = await chromium.launch({ executablePath, args: QUIET });
      page = await (await browser.newContext({ ...DESK, bypassCSP: true, locale: 'zh-CN' })).newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    });
    afterAll(async () => {
      await browser?.close();
      await system?.close();
    });

    it('open a figure into its files', async () => {
      await page.goto(`${system.baseUrl}/funnel#token=${await system.token(CENTER, 'center-officer')}`);
      await page.getByRole('button', { name: '本期 在办 2' }).click();
      const files = page.getByRole('dialog').getByRole('table').getByRole('row');
      await files.nth(2).waitFor();
      expect(await files.count()).toBe(3);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await fitAndFree();
    });

    it('draw a map that the keyboard moves over, and say that there is no history for a warning', async () => {
      await page.getByRole('link', { name: '热点与预警' }).click();
      await page.getByText('历史不足').waitFor();
      const stop = page.locator('.district-map .tile[tabindex="0"]');
      await stop.focus();
      for (const key of ['ArrowRight', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
      await page.getByText('这段时间没有您可查看的纠纷').waitFor();
      await page.locator('.district-map .tile', { hasText: '2' }).first().click();
      await page.locator('.members li').nth(1).waitFor();
      await fitAndFree();
    });

    it('fit a phone, without complaints of the browser', async () => {
      await page.setViewportSize(PHONE.viewport);
      await page.locator('.district-map').waitFor();
      await fitAndFree();
      expect(complaints).toEqual([]);
    });
  });
});
