import { type Table, type TableRow } from 'docx';
import { centred, dense, form, label, repeated, row, value } from './form';

/** Three lines for each party. */
export const partyRows = (): readonly TableRow[] =>
  repeated('当事人', [
    [
      label('{身份}', 4),
      value('{姓名}', 8),
      label('性别', 2),
      centred('{性别}', 2),
      label('民族', 2),
      centred('{民族}', 2),
      label('年龄', 2),
      centred('{年龄}', 2),
    ],
    [label('证件号码', 4), value('{证件号码}', 8), label('联系电话', 4), value('{联系电话}', 8)],
    [label('职业', 4), value('{职业}', 4), label('住址', 2), value('{住址}', 14)],
    [label('代理人等', 4), value('{代理人情况}', 20)],
  ]);

const SIGN_HEIGHT = 680;

const signers = (list: string, isLast: boolean): readonly TableRow[] =>
  repeated(list, [[centred('{身份}', 4), value('{姓名}', 7), centred('{已签}', 7), dense('{签名日期}', 6)]], {
    height: SIGN_HEIGHT,
    keepNext: isLast,
  });

/** A line to sign on for each name of the lists, with the day. The last of several lists stays with the seal below. */
export const signatures = (...lists: readonly string[]): Table =>
  form([
    row([label('身份', 4), label('姓名（名称）', 7), label('签名、盖章或者按指印', 7), label('日期', 6)], {
      isHeader: true,
    }),
    ...lists.flatMap((list, index) => signers(list, index > 0)),
  ]);

/** Two who sign for the body, side by side, and with the seal that follows. */
export const staff = (...roles: readonly [string, string]): TableRow =>
  row([label(roles[0], 6), value('', 6), label(roles[1], 6), value('', 6)], { height: SIGN_HEIGHT, keepNext: true });
