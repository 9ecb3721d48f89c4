import { openEmbeddedIssuer } from '@mediation/access';
import { chromiumPath } from '@mediation/testing';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PICTURES, type Ask, type Picture } from './pictures';

const FOLDER = join(process.cwd(), 'docs', 'images', 'console');
const TTL_SECONDS = 3_600;
const DESK = { viewport: { width: 1366, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

const issuer = async (dataDir: string) => {
  const found = await openEmbeddedIssuer(join(dataDir, 'issuer.json'));
  if (found === undefined) throw new Error(`${dataDir}: 请先运行 npm start · run npm start first`);
  return found;
};

const askAs =
  (base: string, token: string): Ask =>
  async <Answer>(path: string, body?: object) => {
    const response = await fetch(`${base}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return (await response.json()) as Answer;
  };

/** Wider than its window means that something stands outside of it. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

interface Look {
  readonly address: string;
  readonly phone: boolean;
  readonly ask: Ask;
}

const take = async (browser: Browser, picture: Picture, { address, phone, ask }: Look) => {
  const page = await browser.newPage(phone ? PHONE : DESK);
  const name = `${picture.name}${phone ? '-phone' : ''}`;
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.goto(address);
  await page.locator(picture.shows).first().waitFor();
  await page.locator('[role=status][aria-label]').first().waitFor({ state: 'hidden' });
  await picture.before?.(page, ask);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  const over = await overflow(page);
  console.log(`${name}.png${over > 0 ? ` 超出宽度 ${over} 像素 · ${over} px too wide` : ''}`);
  await page.close();
};

/** `npm run screenshots [-- name…]`: pictures of the console that runs here, at both sizes. */
const main = async (): Promise<void> => {
  const base = `http://localhost:${process.env['PORT'] ?? '8080'}`;
  const wanted = process.argv.slice(2);
  const { sign } = await issuer(process.env['DATA_DIR'] ?? '.data');
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('需要 Chromium · a Chromium is needed');
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const { role, org, path } = picture;
      const token = await sign({ sub: `${role} of ${org}`, org, roles: [role], ttlSeconds: TTL_SECONDS });
      const ask = askAs(base, token);
      const where = typeof path === 'string' ? path : await path(ask);
      const address = `${base}${where}#token=${token}`;
      for (const phone of [false, true]) await take(browser, picture, { address, phone, ask });
    }
  } finally {
    await browser.close();
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
