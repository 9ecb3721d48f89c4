import { createHash, randomBytes } from 'node:crypto';
import { describeWithBrowser, describeWithPostgres } from '@mediation/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { seriousFaults } from './spec/axe.fixture';
import { startSystem, type System } from './spec/system.fixture';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

describeWithPostgres('signing in on one’s own machine', () => {
  describeWithBrowser('in a real browser', (executablePath) => {
    let system: System;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      system = await startSystem();
      browser = await chromium.launch({ executablePath, args: QUIET });
      // axe is put into pages whose own policy lets nothing be put in.
      page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    });
    afterAll(async () => {
      await browser?.close();
      await system?.close();
    });

    it('tells the console where, before anybody has signed in', async () => {
      expect((await system.call('/console/config.json')).body).toEqual({
        issuer: system.issuerUrl,
        clientId: 'mediation-console',
        scope: 'openid',
        local: true,
      });
    });

    it('lets one choose who one is, by keyboard, and gives a token that the API believes', async () => {
      const verifier = randomBytes(32).toString('base64url');
      const redirectUri = `${system.issuerUrl}/signed-in`;
      const query = new URLSearchParams({
        client_id: 'mediation-console',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      await page.goto(`${system.issuerUrl}/oidc/authorize?${query}`);
      expect(await page.locator('h1').innerText()).toContain('选择身份');
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

      await page.getByLabel('查找机构').fill('孟庄派出所');
      await page.keyboard.press('Enter');
      const officer = page.getByRole('region', { name: '查到的机构' }).getByRole('button');
      await officer.focus();
      await Promise.all([page.waitForURL(`${redirectUri}?**`), page.keyboard.press('Enter')]);
      const response = await fetch(`${system.issuerUrl}/oidc/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'mediation-console',
          redirect_uri: redirectUri,
          code: new URL(page.url()).searchParams.get('code') ?? '',
          code_verifier: verifier,
        }),
      });
      const { access_token } = (await response.json()) as { access_token: string };
      const worklist = await fetch(`${system.baseUrl}/api/center/v1/worklists/370402102-police`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      expect(worklist.status).toBe(200);
    });
  });
});
