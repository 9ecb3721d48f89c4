import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium of this machine: CHROMIUM's, else where the systems put it. */
export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM'], ...PLACES].find((path) => path && existsSync(path));

/** `describe` for a real browser: counted as skipped where there is none, a failure with CI=true. */
export const describeWithBrowser = (name: string, body: (executablePath: string) => void): void => {
  const path = chromiumPath();
  if (path !== undefined) describe(name, () => body(path));
  else if (process.env['CI'] === 'true')
    it(name, () => expect('a Chromium, e.g. apt-get install chromium').toBe('installed'));
  else describe.skip(name, () => it('needs a Chromium', () => undefined));
};
