import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const POPPLER = ['pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'];
const MAC = '/Applications/LibreOffice.app/Contents/MacOS';

const folders = [...(process.env['PATH'] ?? '').split(delimiter), MAC];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const find = (program: string): string | undefined => folders.map((folder) => join(folder, program)).find(isExecutable);

/** `describe` for a real LibreOffice and poppler's tools: counted as skipped where they are not, a failure with CI=true. */
export const describeWithOffice = (name: string, body: (office: string) => void): void => {
  const office = find('soffice');
  if (office !== undefined && POPPLER.every((each) => find(each) !== undefined)) describe(name, () => body(office));
  else if (process.env['CI'] === 'true')
    it(name, () =>
      expect('LibreOffice and poppler, e.g. apt-get install libreoffice-writer poppler-utils fonts-noto-cjk').toBe(
        'installed',
      ),
    );
  else describe.skip(name, () => it('needs LibreOffice and poppler', () => undefined));
};
