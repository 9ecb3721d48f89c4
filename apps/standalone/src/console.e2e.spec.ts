import { describeWithBrowser, describeWithPostgres } from '@mediation/testing';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { seriousFaults } from './spec/axe.fixture';
import { act, choose, DESK, overflow, PHONE, QUIET, tick, write } from './spec/console.fixture';
import { startSystem, type System } from './spec/system.fixture';

const TOWNSHIP = '370402102-committee';
const CENTER = '370402-center';
const TOWNSHIP_NAME = '孟庄镇人民调解委员会';

describeWithPostgres('the console', () => {
  describeWithBrowser('in a real browser', (executablePath) => {
    let system: System;
    let browser: Browser;
    /** A village mediator's phone, a township's desk, the centre's screen. */
    let phone: Page;
    let desk: Page;
    let screen: Page;
    const complaints: string[] = [];

    const open = async (options: BrowserContextOptions): Promise<Page> => {
      // axe is put into pages whose own policy lets nothing be put in.
      const page = await (await browser.newContext({ ...options, bypassCSP: true, locale: 'zh-CN' })).newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      return page;
    };
    const fitAndFree = async (page: Page) => expect([await overflow(page), await seriousFaults(page)]).toEqual([0, []]);

    beforeAll(async () => {
      system = await startSystem();
      browser = await chromium.launch({ executablePath, args: QUIET });
      [phone, desk, screen] = [await open(PHONE), await open(DESK), await open(DESK)];
      await desk.goto(`${system.baseUrl}/#token=${await system.token(TOWNSHIP, 'committee-chair')}`);
      await screen.goto(`${system.baseUrl}/worklist?body=${TOWNSHIP}#token=${await system.token(CENTER, 'center-officer')}`);
      for (const page of [desk, screen]) await page.locator('.feed-mark.live').waitFor({ timeout: 10_000 });
    });
    afterAll(async () => {
      await browser?.close();
      await system?.close();
    });

    it('signs a mediator in, who chooses who they are at the local issuer', async () => {
      await phone.goto(system.issuerUrl);
      await phone.getByRole('button', { name: '用统一身份登录' }).waitFor();
      await fitAndFree(phone);
      await phone.getByRole('button', { name: '用统一身份登录' }).click();
      await phone.getByLabel('查找机构').fill('尚岩村');
      await phone.keyboard.press('Enter');
      await phone.getByRole('region', { name: '查到的机构' }).getByRole('button', { name: '调解员' }).first().click();
      await phone.locator('h1', { hasText: '我的待办' }).waitFor();
      await phone.getByText('现在没有需要办理的事项。').waitFor();
      expect(await phone.locator('.who').innerText()).toContain('尚岩村');
      await fitAndFree(phone);
    });

    it('takes a registration on a phone, says what is missing, and keeps what was typed while there is no network', async () => {
      await phone.getByRole('link', { name: '登记纠纷' }).click();
      const form = phone.locator('.action-form');
      await form.getByRole('button', { name: '登记' }).click();
      await phone.locator('.field-problem').first().waitFor();
      await choose(form, '来源', '当事人申请');
      await choose(form, '纠纷类型', '邻里');
      await write(form, '事实经过', '宅基地滴水争执（示例）');
      await choose(form.locator('.row').first(), '身份', '申请人');
      await write(form.locator('.row').first(), '姓名或名称', '示例甲');
      await form.getByRole('button', { name: '添加当事人' }).click();
      await choose(form.locator('.row').nth(1), '身份', '被申请人');
      await write(form.locator('.row').nth(1), '姓名或名称', '示例乙');
      await fitAndFree(phone);

      await phone.context().setOffline(true);
      await phone.locator('.page .offline').first().waitFor();
      await form.getByRole('button', { name: '登记' }).click();
      await form.locator('.problem').waitFor();
      await phone.context().setOffline(false);
      await phone.locator('.feed-mark.live').waitFor({ timeout: 15_000 });
      await phone.reload();
      expect(await form.locator('textarea').first().inputValue()).toBe('宅基地滴水争执（示例）');
      await form.getByRole('button', { name: '登记' }).click();
      await phone.locator('.custody .period').waitFor();
      // A lost network is told on the browser's own console.
      complaints.splice(0);
    });

    it('says why an action is refused, with its article', async () => {
      await phone.getByText(/现在不能办理的 \d+ 项/).click();
      expect(await phone.locator('.refused').innerText()).toContain('尚未受理或程序已结束，请先受理。');
    });

    it('offers a handoff with the parties’ consent, which the other screens show within a second', async () => {
      await phone.locator('.panel.actions').getByRole('button', { name: '上报、移交、对接' }).click();
      const form = phone.locator('.el-drawer .action-form');
      await choose(form, '种类', '上报');
      await choose(form, '接收机构', TOWNSHIP_NAME);
      await choose(form, '原因', '力所不及');
      // Without consent the service refuses, in its own words.
      await form.locator('button[type=submit]').click();
      await form.locator('.problem').waitFor();
      await tick(form, '当场同意的当事人', '示例甲', '示例乙');
      await form.locator('button[type=submit]').click();
      await phone.locator('.said', { hasText: '已记录' }).waitFor();
      const recordedAt = Date.now();
      await Promise.all(
        [desk, screen].map((page) => page.getByRole('link', { name: '答复移交' }).waitFor({ timeout: 5_000 })),
      );
      expect(Date.now() - recordedAt).toBeLessThan(1_000);
      await phone.locator('.custody .period.offer', { hasText: TOWNSHIP_NAME }).waitFor();
      await fitAndFree(phone);
      // A refusal is told on the browser's own console.
      complaints.splice(0);
    });

    it('mediates to a sealed agreement', async () => {
      await desk.getByRole('link', { name: '答复移交' }).click();
      await act(desk, '接收');
      await desk.locator('.custody .period.now', { hasText: TOWNSHIP_NAME }).waitFor();
      await act(desk, '受理');
      await act(desk, '指派或选定调解员', (form) => form.locator('.el-radio, .el-select').first().click());
      await act(desk, '告知权利义务');
      await act(desk, '记录一次调解');
      await act(desk, '达成协议', async (form) => {
        await choose(form, '协议形式', '书面');
        await write(form, '协议内容', '乙方七日内改造滴水，并补偿 300 元（示例）');
      });
      await fitAndFree(desk);
      for (const name of ['示例甲', '示例乙']) await act(desk, '签字', (form) => choose(form, '当事人', name));
      await act(desk, '签字', (form) => form.locator('.el-radio, .el-select').last().click());
      await act(desk, '盖章');
      await desk.locator('.panel.agreement', { hasText: '已履行' }).waitFor();
      await desk.locator('.panel.papers').getByRole('button', { name: '人民调解协议书' }).waitFor();
      const [paper] = await Promise.all([
        desk.waitForEvent('download'),
        desk.locator('.panel.papers').getByRole('button', { name: '人民调解协议书' }).click(),
      ]);
      expect(paper.suggestedFilename()).toMatch(/\.docx$/);
    });

    it('makes a webhook, shows its secret once, and ends it when asked twice', async () => {
      await screen.getByRole('link', { name: '推送与拉取' }).click();
      await screen.getByRole('button', { name: '新增订阅' }).click();
      await write(screen.locator('.webhook-form'), '接收地址', 'http://127.0.0.1:9/in');
      await choose(screen.locator('.webhook-form'), '接收机构', TOWNSHIP_NAME);
      await fitAndFree(screen);
      await screen.locator('.webhook-form button[type=submit]').click();
      expect(await screen.locator('.secret code').innerText()).toMatch(/^whsec_/);
      await screen.getByRole('button', { name: '查看 http://127.0.0.1:9/in' }).click();
      await screen.getByRole('button', { name: '试送一次' }).click();
      await screen.getByText('试送失败：econnrefused').waitFor();
      await fitAndFree(screen);
      await screen.getByRole('button', { name: '删除订阅' }).click();
      await screen.getByRole('button', { name: '确定' }).click();
      await screen.getByText('还没有订阅').waitFor();
      expect(await screen.locator('.secret').count()).toBe(0);
    });

    it('speaks English one click away, and complains of nothing', async () => {
      await screen.getByRole('button', { name: 'English' }).click();
      await screen.getByRole('link', { name: 'System' }).click();
      await screen.locator('h1', { hasText: 'System' }).waitFor();
      await screen.getByText('mediation_facts').waitFor();
      await fitAndFree(screen);
      expect([await screen.evaluate('document.documentElement.lang'), complaints]).toEqual(['en', []]);
    });

    it('forgets who was signed in, and what they typed', async () => {
      await phone.getByRole('button', { name: '退出' }).click();
      await phone.getByRole('button', { name: '用统一身份登录' }).waitFor();
      expect(await phone.evaluate('[sessionStorage.length, localStorage.length]')).toEqual([0, 0]);
    });
  });
});
