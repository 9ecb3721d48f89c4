import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { checkTemplate, commonShape, ownShape, placeholders, type Shape } from '../check-template';
import { DOCUMENT_IDS } from '../documents';
import { renderDocument } from '../render-document';
import { minimalDossier } from '../sample-dossier';
import { shippedTemplates, templateFile } from '../template-folder';
import { problemText, TemplateUnusable } from '../template-problem';

const FOLDER = join(__dirname, '..', '..', 'templates');
const GUIDE = join(__dirname, '..', '..', '..', '..', 'docs', 'guides', 'documents.md');

/** As Word would leave the template after somebody typed. */
const edited = (from: string, to: string): Buffer => {
  const zip = new PizZip(shippedTemplates('agreement'));
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  if (!xml.includes(from)) throw new Error(`the template has no ${from}`);
  zip.file('word/document.xml', xml.replace(from, to));
  return zip.generate({ type: 'nodebuffer' });
};

it('there is one template for each document, and no other file', () =>
  expect(readdirSync(FOLDER).sort()).toStrictEqual(DOCUMENT_IDS.map(templateFile).sort()));

it.each(DOCUMENT_IDS)('%s has exactly the placeholders its data offers', (id) =>
  expect(checkTemplate(id, shippedTemplates(id)).map(problemText)).toStrictEqual([]),
);

describe('an edited template', () => {
  const cases: readonly [what: string, bytes: Buffer, problems: readonly object[]][] = [
    [
      'an unknown placeholder',
      edited('{纠纷事实}', '{纠纷实事}'),
      [
        { kind: 'unknown-placeholder', placeholder: '纠纷实事', nearest: '纠纷事实' },
        { kind: 'unused-placeholder', placeholder: '纠纷事实' },
      ],
    ],
    [
      'an unknown placeholder within a list',
      edited('{履行人}', '{付款人}'),
      [
        { kind: 'unknown-placeholder', placeholder: '履行义务/付款人', nearest: undefined },
        { kind: 'unused-placeholder', placeholder: '履行义务/履行人' },
      ],
    ],
    ['a loop that does not end', edited('{/当事人}', ''), [{ kind: 'unbalanced', placeholder: '当事人' }]],
    [
      'a brace that does not close',
      edited('{争议事项}', '{争议事项'),
      [{ kind: 'unbalanced', placeholder: expect.any(String) }],
    ],
    [
      'a list written as text',
      edited('{纠纷事实}', '{当事人}{纠纷事实}'),
      [{ kind: 'list-as-text', placeholder: '当事人' }],
    ],
    [
      'text written as a list',
      edited('{纠纷事实}', '{纠纷事实}{#卷号}{/卷号}'),
      [{ kind: 'not-a-list', placeholder: '卷号' }],
    ],
    [
      'braces of a Chinese keyboard',
      edited('{争议事项}', '｛争议事项｝'),
      [
        { kind: 'full-width-braces', placeholder: '争议事项' },
        { kind: 'unused-placeholder', placeholder: '争议事项' },
      ],
    ],
    ['a placeholder taken out', edited('{份数}', '三'), [{ kind: 'unused-placeholder', placeholder: '份数' }]],
    [
      'the name of something every object has',
      edited('{纠纷事实}', '{纠纷事实}{constructor}'),
      [{ kind: 'unknown-placeholder', placeholder: 'constructor', nearest: undefined }],
    ],
    ['something else', Buffer.from('PK?'), [{ kind: 'unreadable', placeholder: '' }]],
  ];
  it.each(cases)('with %s is told', (_what, bytes, problems) =>
    expect(checkTemplate('agreement', bytes)).toStrictEqual(problems),
  );

  it('with spaces in a placeholder is fine', () =>
    expect(checkTemplate('agreement', edited('{份数}', '{ 份数 }'))).toStrictEqual([]));

  it('is refused by name when it cannot be filled, and filled again once it is mended', () => {
    const broken = () => edited('{纠纷事实}', '{纠纷实事}');
    expect(() => renderDocument('agreement', minimalDossier, broken)).toThrow(TemplateUnusable);
    expect(() => renderDocument('agreement', minimalDossier, broken)).toThrow(
      '模板《人民调解协议书》(agreement.docx):没有占位符“纠纷实事”,是不是“纠纷事实”?',
    );
    expect(renderDocument('agreement', minimalDossier).length).toBeGreaterThan(5_000);
  });
});

describe('the guide', () => {
  const guide = readFileSync(GUIDE, 'utf8');

  it('lists every placeholder as `npm run documents -- list` prints it', () => {
    const shapes: readonly Shape[] = [commonShape(), ...DOCUMENT_IDS.map(ownShape)];
    expect(shapes.map(placeholders).filter((each) => !guide.includes(each))).toStrictEqual([]);
  });
});
