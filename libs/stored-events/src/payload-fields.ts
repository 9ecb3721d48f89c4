import { z } from 'zod';

export const body = z.string().min(1).meta({ description: '机构代码 code of a body, e.g. 370402102001-committee' });
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: '日期,年-月-日 a day, year-month-day, of China' });
export const instant = z.iso.datetime({ offset: true }).meta({ description: '时刻,含时区 an instant with its offset' });
export const n = z.int().min(1).meta({ description: '自 1 起 counted from 1' });
export const fen = z.int().min(0).meta({ description: '金额,人民币分 an amount in fen, 1/100 yuan' });

const part = z.strictObject({
  name: z.string().optional().meta({ description: '姓名 name' }),
  identityNumber: z.string().optional().meta({ description: '证件号码 identity number' }),
  phone: z.string().optional().meta({ description: '电话 telephone' }),
  address: z.string().optional().meta({ description: '住址 address' }),
  health: z.string().optional().meta({ description: '健康状况 health' }),
  text: z.string().optional().meta({ description: '叙述 what was said or written' }),
});
/** The mark is published with the schema: whoever takes events in can tell by it what to protect. */
export const personal = z.record(z.string(), part).meta({
  'x-personal-data': true,
  description:
    '个人信息,按当事人代号;关于案件的叙述在 file 下 personal data by party; text about the dispute is under `file`',
});
