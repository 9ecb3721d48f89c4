import { centred, form, label, long, pair, repeated, row, single, value } from '../layout/form';
import { page } from '../layout/page';
import { flat, large, letterhead, numberLine, right, seal, signatureLine, small, title } from '../layout/text';
import { staff } from '../layout/people';

const TALL = 800;

export const cover = (): Promise<Buffer> =>
  page(
    [
      large('{机构}', { size: 40, before: 1_000 }),
      large('人民调解卷宗', { size: 72, before: 400 }),
      large('　', { size: 40, before: 400 }),
      form([
        single('卷名', '{纠纷名称}', TALL),
        single('卷号', '{卷号}', TALL),
        single('纠纷类型', '{纠纷类型}', TALL),
        single('当事人', '{当事人姓名}', TALL),
        single('人民调解员', '{调解员}', TALL),
        single('调解日期', '{调解日期}', TALL),
        row([label('立卷人', 4), value('{立卷人}', 8), label('立卷日期', 4), value('{立卷日期}', 8)], { height: TALL }),
        row([label('保管期限', 4), value('{保管选项}', 8), label('卷宗页数', 4), value('{卷宗页数}', 8)], {
          height: TALL,
        }),
        single('备注', '', TALL),
      ]),
    ],
    'plain',
  );

export const index = (): Promise<Buffer> =>
  page([
    title('卷内目录'),
    numberLine('{卷号}'),
    form([
      row([label('序号', 2), label('材料名称', 11), label('页数', 2), label('页次', 3), label('备注', 6)], {
        isHeader: true,
      }),
      ...repeated('目录', [
        [
          centred('{序号}', 2),
          value('{材料名称}', 11),
          centred('{材料页数}', 2),
          centred('{页次}', 3),
          value('{备注}', 6),
        ],
      ]),
    ]),
    small('说明：页次自第一项起连续编写；前面材料的页数尚未清点的，页次留空，由立卷人填写。'),
  ]);

export const fileNote = (): Promise<Buffer> =>
  page([
    title('卷宗情况说明'),
    numberLine('{卷号}'),
    form([
      single('卷名', '{纠纷名称}'),
      long('情况说明', '{卷宗说明}', 5_600),
      long('尚缺材料', '{欠缺材料}'),
      pair(['立卷人', '{立卷人}'], ['检查人', '{检查人}']),
      staff('立卷人（签名）', '检查人（签名）'),
    ]),
    right('{立卷日期}', 200),
  ]);

export const backCover = (): Promise<Buffer> =>
  page(
    [
      large('卷 宗 封 底', { size: 48, before: 5_200 }),
      large('　', { size: 40, before: 400 }),
      flat('卷　　号：{卷号}'),
      flat('本卷宗共　{卷宗页数}　页。'),
      signatureLine('立 卷 人：{立卷人}　　　　　　　（签名）'),
      signatureLine('检 查 人：{检查人}　　　　　　　（签名）'),
      signatureLine('立卷日期：{立卷日期}'),
    ],
    'plain',
  );

export const closingReport = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('人民调解结案报告表'),
    numberLine('{卷号}'),
    form([
      single('纠纷名称', '{纠纷名称}'),
      single('当事人', '{当事人姓名}'),
      pair(['纠纷类型', '{纠纷类型}'], ['案件来源', '{案件来源}']),
      pair(['受理日期', '{受理日期}'], ['结案日期', '{结案日期}']),
      pair(['人民调解员', '{调解员}'], ['结案方式', '{结案方式}']),
      long('纠纷情况', '{纠纷情况}', 2_000),
      long('调解结果', '{协议内容}', 2_000),
      long('结案说明', '{结案说明}', 1_600),
      single('审核人', '{审核人}'),
      staff('承办调解员（签名）', '审核人（签名）'),
    ]),
    ...seal('{印章}', '{日期}'),
  ]);
