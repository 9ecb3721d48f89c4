import { centred, dense, form, label, pair, repeated, row, single, value } from '../layout/form';
import { page } from '../layout/page';
import { staff } from '../layout/people';
import { end, gap, heading, letterhead, mark, numberLine, para, seal, small, title } from '../layout/text';

export const investigationRecord = (): Promise<Buffer> =>
  page([
    mark('{#调查}'),
    title('人民调解调查记录', { pageBreak: true }),
    numberLine('{卷号}　第{次序}次'),
    form([
      single('纠纷名称', '{纠纷名称}'),
      pair(['调查时间', '{调查日期}'], ['调查地点', '{调查地点}']),
      pair(['调查人', '{调查人}'], ['记录人', '{调查记录人}']),
      single('被调查人', '{被调查人}'),
      single('基本情况', '{被调查人情况}'),
      single('在场人', '{在场人}'),
      single('调查事由', '{调查事由}'),
      row([label('调查记录', 24)]),
      row([{ ...value('{调查记录}', 24), top: true }], { height: 4_800, canSplit: true }),
      row([label('以上记录已经核对，与所述一致。被调查人（签名、盖章或者按指印）', 12), value('', 12)], {
        height: 800,
      }),
      staff('调查人（签名）', '记录人（签名）'),
    ]),
    end(),
    mark('{/调查}'),
  ]);

export const evidence = (): Promise<Buffer> =>
  page([
    title('证据材料清单'),
    numberLine('{卷号}'),
    form([
      row(
        [
          label('序号', 2),
          label('证据名称', 5),
          label('形式', 2),
          label('页数', 2),
          label('提交人', 3),
          label('证明事项', 5),
          label('收到日期', 5),
        ],
        { isHeader: true },
      ),
      ...repeated('证据', [
        [
          centred('{序号}', 2),
          value('{证据名称}', 5),
          dense('{证据形式}', 2),
          centred('{证据页数}', 2),
          value('{提交人}', 3),
          value('{证明事项}', 5),
          dense('{收到日期}', 5),
        ],
      ]),
      staff('提交人（签名）', '接收人（签名）'),
    ]),
    small('说明：证据材料按清单顺序附后；复印件注明与原件核对情况。'),
  ]);

export const appraisalNote = (): Promise<Buffer> =>
  page([
    mark('{#鉴定}'),
    letterhead('{机构}', { pageBreak: true }),
    title('鉴定期间说明'),
    numberLine('{卷号}'),
    para('{纠纷名称}在调解过程中需要鉴定，有关期间说明如下：'),
    gap(),
    form([
      single('鉴定事项', '{鉴定事项}'),
      single('鉴定机构', '{鉴定机构}'),
      pair(['停止计算之日', '{停止日期}'], ['恢复计算之日', '{恢复日期}']),
      pair(['原届满之日', '{原届满日}'], ['顺延届满之日', '{顺延届满日}']),
    ]),
    gap(),
    para('根据{鉴定依据}，鉴定的时间不计入调解期限，本次不计入　{不计入天数}　日。'),
    heading('当事人已经知晓。'),
    form([
      row([label('身份', 4), label('姓名（名称）', 8), label('签名、盖章或者按指印', 12)], { isHeader: true }),
      ...repeated('当事人', [[centred('{身份}', 4), value('{姓名}', 8), value('', 12)]], { height: 680 }),
    ]),
    ...seal('{印章}', '{日期}'),
    mark('{/鉴定}'),
  ]);
