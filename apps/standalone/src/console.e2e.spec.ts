import { describeWithBrowser, describeWithPostgres, eventually, notYet } from '@mediation/testing';
import ExcelJS from 'exceljs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { seriousFaults } from './spec/axe.fixture';
import { act, choose, DESK, overflow, PHONE, QUIET, tick, write } from './spec/console.fixture';
import { startSystem, type System } from './spec/system.fixture';

const TOWNSHIP = '370402102-committee';
const CENTER = '370402-center';
const TOWNSHIP_NAME = '孟庄镇人民调解委员会';
const UPWARD = '村居 移交 乡镇街道，待答复';
const month = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

describeWithPostgres('the console', () => {
  describeWithBrowser('in a real browser', (executablePath) => {
    let system: System;
    let browser: Browser;
    /** A village mediator's phone, a township's desk, the centre's screens. */
    let phone: Page;
    let desk: Page;
    let screen: Page;
    let board: Page;
    const complaints: string[] = [];

    const open = async (options: BrowserContextOptions): Promise<Page> => {
      // axe is put into pages whose own policy lets nothing be put in.
      const page = await (await browser.newContext({ ...options, bypassCSP: true, locale: 'zh-CN' })).newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      return page;
    };
    const pressing = () => board.getByRole('table', { name: '须先处理' }).locator('tbody tr');
    const fitAndFree = async (page: Page) => expect([await overflow(page), await seriousFaults(page)]).toEqual([0, []]);

    beforeAll(async () => {
      system = await startSystem();
      browser = await chromium.launch({ executablePath, args: QUIET });
      [phone, desk, screen, board] = [await open(PHONE), await open(DESK), await open(DESK), await open(DESK)];
      await desk.goto(`${system.baseUrl}/#token=${await system.token(TOWNSHIP, 'committee-chair')}`);
      await screen.goto(
        `${system.baseUrl}/worklist?body=${TOWNSHIP}#token=${await system.token(CENTER, 'center-officer')}`,
      );
      await board.goto(`${system.baseUrl}/#token=${await system.token(CENTER, 'center-officer')}`);
      for (const page of [desk, screen, board]) await page.locator('.feed-mark.live').waitFor({ timeout: 10_000 });
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

    it('opens the board for the centre, where nothing has been handed over yet', async () => {
      await board.locator('h1', { hasText: '三位一体移交看板' }).waitFor();
      await board.getByText('没有逾期或未签收的移交。').waitFor();
      expect(await board.locator('.matrix').allInnerTexts()).toHaveLength(2);
      await fitAndFree(board);
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
      const onBoard = eventually('the board shows the handoff in its matrix and its list', async () => {
        const [cells, rows] = [await board.getByRole('button', { name: UPWARD }).count(), await pressing().count()];
        if (cells < 1 || rows < 1) return notYet({ cells, rows });
        console.log(`on the board ${Date.now() - recordedAt} ms after it was recorded`);
        return rows;
      });
      await Promise.all(
        [desk, screen].map((page) => page.getByRole('link', { name: '答复移交' }).waitFor({ timeout: 5_000 })),
      );
      expect(Date.now() - recordedAt).toBeLessThan(1_000);
      expect(await onBoard).toBe(1);
      await phone.locator('.custody .period.offer', { hasText: TOWNSHIP_NAME }).waitFor();
      await fitAndFree(phone);
      // A refusal is told on the browser's own console.
      complaints.splice(0);
    });

    it('opens a cell of the board into its files', async () => {
      await board.getByRole('button', { name: UPWARD }).click();
      const files = board.getByRole('dialog').getByRole('table').getByRole('row');
      await files.nth(1).waitFor();
      expect(await files.nth(1).innerText()).toContain(TOWNSHIP_NAME);
      await fitAndFree(board);
      await files.nth(1).getByRole('link', { name: '上报' }).click();
      await board.locator('.custody .period.offer', { hasText: TOWNSHIP_NAME }).waitFor();
    });

    it('finds a dispute by two characters of its facts, from the header of any page, and none by what is nowhere', async () => {
      const seek = async (text: string) => {
        await board.getByRole('searchbox').fill(text);
        await board.keyboard.press('Enter');
      };
      await seek('滴水');
      await board.getByRole('row', { name: '事实' }).getByRole('link', { name: '邻里' }).waitFor();
      await fitAndFree(board);
      expect(board.url()).toBe(`${system.baseUrl}/search`);
      await seek('无此');
      await board.getByText('没有找到。').waitFor();
      await board.goBack();
      await board.getByRole('row', { name: '事实' }).waitFor();
      expect(await board.getByRole('searchbox').inputValue()).toBe('滴水');
    });

    it('gives a party a code on paper, once', async () => {
      await phone.getByRole('button', { name: '发放查询码' }).first().click();
      const dialog = phone.getByRole('dialog', { name: '发放查询码' });
      await dialog.getByRole('button', { name: '发放', exact: true }).click();
      const code = await dialog.locator('.party-code dd').nth(1).innerText();
      expect(code).toMatch(/^(\w{4}-){2}\w{4}$/);
      await fitAndFree(phone);
      await dialog.getByRole('button', { name: '关闭', exact: true }).click();
      await phone.getByText(code).waitFor({ state: 'detached' });
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

    it('gives the return of the month as a workbook', async () => {
      await board.goto(`${system.baseUrl}/returns?kind=justice&period=${month()}`);
      await board.locator('table.form').waitFor();
      const [file] = await Promise.all([
        board.waitForEvent('download'),
        board.getByRole('button', { name: 'Excel' }).click(),
      ]);
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(await file.path());
      const form = book.getWorksheet('报表')!;
      expect(book.worksheets.map(({ name }) => name)).toEqual(['报表', '勾稽', '口径']);
      // The neighbours' dispute, accepted once.
      expect(form.getColumn(1).values.map((value, row) => [value, form.getCell(row, 2).value])).toContainEqual([
        '邻里',
        1,
      ]);
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
