import type { Locator, Page } from 'playwright-core';

/** Without these Chromium calls home, which nothing here answers. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const DESK = { viewport: { width: 1366, height: 768 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const fieldOf = (form: Locator, label: string): Locator =>
  form.locator('.field', {
    has: form.page().locator(`:scope > .field-label:text-matches("^\\\\s*${label}( \\\\*)?\\\\s*$")`),
  });

/** Picks one of a few, or one of many by typing a part of its name. */
export const choose = async (form: Locator, label: string, option: string): Promise<void> => {
  const field = fieldOf(form, label).first();
  const radio = field.locator('.el-radio', { hasText: option });
  if ((await radio.count()) > 0) return radio.first().click();
  await field.getByRole('combobox').fill(option);
  await form.page().locator('.el-select-dropdown__item:visible', { hasText: option }).first().click();
};

export const tick = async (form: Locator, label: string, ...options: readonly string[]): Promise<void> => {
  for (const option of options) await fieldOf(form, label).first().locator('.el-checkbox', { hasText: option }).click();
};

export const write = (form: Locator, label: string, text: string): Promise<void> =>
  fieldOf(form, label).first().locator('input, textarea').first().fill(text);

/** Opens an offered action, fills it in and sends it; waits until it is recorded. */
export const act = async (page: Page, name: string, fill?: (form: Locator) => Promise<void>): Promise<void> => {
  await page.locator('.panel.actions').getByRole('button', { name, exact: true }).click();
  const form = page.locator('.el-drawer .action-form');
  await form.waitFor();
  await fill?.(form);
  await form.locator('button[type=submit]').click();
  await page.locator('.said', { hasText: name }).waitFor({ timeout: 10_000 });
  await form.waitFor({ state: 'detached' });
};

/** Wider than its window means that something stands outside of it. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
