import { maskedName } from './masked-name';

it.each([
  ['张某某', '张**'],
  ['李某', '李*'],
  ['欧阳某某某', '欧**'],
  ['王', '*'],
  ['', '*'],
  ['𠮷某', '𠮷*'],
])('masks %s as %s', (name, masked) => expect(maskedName(name, 'natural-person')).toBe(masked));

it('masks a group’s, but not an organisation’s', () => {
  expect(maskedName('某某等三人', 'group')).toBe('某**');
  expect(maskedName('示例物业公司', 'legal-person')).toBe('示例物业公司');
});
