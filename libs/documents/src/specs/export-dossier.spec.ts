import { createHash } from 'node:crypto';
import PizZip from 'pizzip';
import { ITEMS_ZH } from '../contents';
import { documentText } from '../document-text';
import { type DossierData, type DossierMaterial } from '../dossier-data';
import { exportDossier } from '../export-dossier';
import { renderDocument } from '../render-document';
import { fullDossier, minimalDossier } from '../sample-dossier';

const material = (item: number, more: Partial<DossierMaterial> = {}): DossierMaterial => ({
  item,
  name: ITEMS_ZH[item - 1] ?? '',
  present: true,
  ...more,
});
const EVERYTHING = ITEMS_ZH.map((_, index) => material(index + 1));
const SCAN = { item: 3, name: '身份证复印件.pdf', bytes: Buffer.from('%PDF') };

const open = (zip: Buffer) => {
  const read = new PizZip(zip);
  return {
    names: Object.keys(read.files),
    bytes: (name: string): Buffer => read.file(name)?.asNodeBuffer() ?? Buffer.alloc(0),
  };
};

const asked = (data: DossierData, materials: readonly DossierMaterial[], attachments = [SCAN]) =>
  open(exportDossier(data, materials, attachments));

describe('a file as one zip', () => {
  it('has every paper in the order of the file', () =>
    expect(asked(fullDossier, EVERYTHING).names).toStrictEqual([
      '00-卷宗封面.docx',
      '00-2-卷内目录.docx',
      '01-人民调解申请书.docx',
      '01-2-委派（委托）调解函.docx',
      '01-3-移送函.docx',
      '01-4-退回函.docx',
      '02-人民调解权利义务告知书.docx',
      '03-当事人身份证明.docx',
      '03-2-送达地址确认书.docx',
      '03-3-身份证复印件.pdf',
      '04-授权委托书.docx',
      '05-人民调解调查记录.docx',
      '06-证据材料清单.docx',
      '06-2-鉴定期间说明.docx',
      '07-人民调解记录.docx',
      '07-2-无争议事实记载表.docx',
      '08-人民调解协议书.docx',
      '08-2-终止调解通知书.docx',
      '08-3-委派（委托）调解结果反馈函.docx',
      '09-履行凭证.docx',
      '09-2-人民调解协议履行情况证明.docx',
      '10-人民调解回访记录.docx',
      '11-司法确认申请书.docx',
      '12-卷宗情况说明.docx',
      '12-2-人民调解结案报告表.docx',
      '12-3-提出调解请求证明（诉讼时效）.docx',
      '13-卷宗封底.docx',
      '目录.json',
    ]));

  it('has no paper of what is not there, and says what is missing', () => {
    const materials = [
      material(8, { present: false, missing: ['李秀英签名', '印章'] }),
      material(1, { pages: 2 }),
      material(2, { pages: 1, missing: ['王建国签名'] }),
    ];
    const zip = asked(minimalDossier, materials, []);
    expect(zip.names).toStrictEqual([
      '00-卷宗封面.docx',
      '00-2-卷内目录.docx',
      '01-人民调解受理登记表.docx',
      '02-人民调解权利义务告知书.docx',
      '目录.json',
    ]);
    const rows = documentText(zip.bytes('00-2-卷内目录.docx')).split('\n');
    const row = (name: string) => rows.slice(rows.indexOf(name) - 1, rows.indexOf(name) + 4);
    expect(row('人民调解申请书或者受理登记表')).toStrictEqual(['1', '人民调解申请书或者受理登记表', '2', '1-2', '']);
    expect(row('人民调解权利义务告知书')).toStrictEqual(['2', '人民调解权利义务告知书', '1', '3', '缺：王建国签名']);
    expect(row('人民调解协议书或者口头协议登记表')).toStrictEqual([
      '8',
      '人民调解协议书或者口头协议登记表',
      '',
      '',
      '缺：李秀英签名、印章',
    ]);
    expect(row('授权委托书')).toStrictEqual(['4', '授权委托书', '', '', '无']);
  });

  it('leaves pages open from the first that was not counted', () => {
    const zip = asked(minimalDossier, [material(1, { pages: 2 }), material(2), material(3, { pages: 1 })], []);
    const rows = documentText(zip.bytes('00-2-卷内目录.docx')).split('\n');
    expect(rows.slice(rows.indexOf('当事人身份证明') - 1, rows.indexOf('当事人身份证明') + 4)).toStrictEqual([
      '3',
      '当事人身份证明',
      '1',
      '',
      '',
    ]);
  });

  it('holds an oral agreement as such', () => {
    const data: DossierData = { ...minimalDossier, agreement: { form: 'oral', obligations: [] } };
    expect(asked(data, [material(8)], []).names).toContain('08-人民调解口头协议登记表.docx');
  });

  it('has a table of contents for programs, with the digest of each file', () => {
    const zip = asked(fullDossier, EVERYTHING);
    const contents: unknown = JSON.parse(zip.bytes('目录.json').toString());
    const files = zip.names.filter((each) => each !== '目录.json');
    expect(contents).toMatchObject({
      format: 1,
      number: '(2026)永安人调字第17号',
      title: fullDossier.title,
      files: files.map((file) => ({
        file,
        bytes: zip.bytes(file).length,
        sha256: createHash('sha256').update(zip.bytes(file)).digest('hex'),
      })),
    });
  });

  it('keeps an attachment as it came, under a name every system takes, though its item is not there', () => {
    const zip = asked(minimalDossier, [], [{ item: 6, name: '../现场:照片?.jpg', bytes: Buffer.from([1, 2, 3]) }]);
    expect(zip.bytes('06-.._现场_照片_.jpg')).toStrictEqual(Buffer.from([1, 2, 3]));
  });

  it('is the same bytes for the same file, in any order of telling and in any time zone', () => {
    const zip = exportDossier(fullDossier, EVERYTHING, [SCAN]);
    expect(exportDossier(fullDossier, [...EVERYTHING].reverse(), [SCAN]).equals(zip)).toBe(true);
    expect(createHash('sha256').update(zip.subarray(10, 14)).digest('hex')).toBe(
      createHash('sha256')
        .update(Buffer.from([0, 0, 0x21, 0]))
        .digest('hex'),
    );
  });

  it('uses the papers as they are rendered alone', () =>
    expect(
      asked(fullDossier, EVERYTHING)
        .bytes('02-人民调解权利义务告知书.docx')
        .equals(renderDocument('rights-notice', fullDossier)),
    ).toBe(true));

  it.each([
    [[material(14)], []],
    [[], [{ ...SCAN, item: 0 }]],
    [[material(1), material(1)], []],
  ])('refuses an item that is none, or twice', (materials, attachments) =>
    expect(() => exportDossier(minimalDossier, materials, attachments)).toThrow(RangeError),
  );
});
