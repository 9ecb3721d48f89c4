import { centred, dense, form, label, long, pair, repeated, row, single, value } from '../layout/form';
import { page } from '../layout/page';
import { staff } from '../layout/people';
import { addressee, end, gap, letterhead, mark, numberLine, para, seal, small, title } from '../layout/text';

const performedRows = () => [
  row(
    [
      label('序号', 2),
      label('履行日期', 6),
      label('履行人', 4),
      label('履行内容', 6),
      label('方式', 3),
      label('接收人', 3),
    ],
    { isHeader: true },
  ),
  ...repeated('履行', [
    [
      centred('{序号}', 2),
      dense('{履行日期}', 6),
      value('{履行人}', 4),
      value('{履行内容}', 6),
      value('{履行方式}', 3),
      value('{接收人}', 3),
    ],
  ]),
];

export const performanceProof = (): Promise<Buffer> =>
  page([
    title('履行凭证'),
    numberLine('调解协议编号：{协议编号}'),
    form([single('纠纷名称', '{纠纷名称}'), single('当事人', '{当事人姓名}'), single('履行情况', '{履行选项}')]),
    gap(),
    form([
      ...performedRows(),
      row([label('已付合计', 6), value('{已付合计}', 18)]),
      staff('履行人（签名）', '接收人（签名）'),
      row([label('收条、转账凭证等粘贴处', 24)]),
      row([value('', 24)], { height: 4_600 }),
    ]),
    end(),
  ]);

export const performanceCertificate = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('人民调解协议履行情况证明'),
    numberLine('{卷号}'),
    addressee('{公安机关}：'),
    para(
      '你单位办理的案件（案号：{公安案号}）中，当事人{当事人姓名}的民间纠纷（{纠纷名称}），经本人民调解委员会主持调解，达成{协议形式}人民调解协议（编号：{协议编号}），该协议自{协议生效日}起生效。',
    ),
    para('经核实，协议履行情况：{履行选项}。全部履行完毕之日：{履行完毕日}。'),
    gap(),
    form(performedRows()),
    gap(),
    para('以上情况属实。本证明供当事人依照{证明依据}书面申请时使用，是否认可由公安机关决定。'),
    ...seal('{印章}', '{证明日期}'),
    small('人民调解员：{调解员}'),
  ]);

export const followUpRecord = (): Promise<Buffer> =>
  page([
    mark('{#回访}'),
    title('人民调解回访记录', { pageBreak: true }),
    numberLine('调解协议编号：{协议编号}　第{次序}次'),
    form([
      single('纠纷名称', '{纠纷名称}'),
      pair(['回访日期', '{回访日期}'], ['回访方式', '{回访方式}']),
      pair(['回访人', '{回访人}'], ['回访对象', '{回访对象}']),
      single('履行情况', '{履行情况}'),
      single('满意程度', '{满意选项}'),
      single('诉讼、仲裁', '{诉讼情况}'),
      single('激化迹象', '{激化选项}'),
      single('采取的措施', '{采取措施}', 800),
      long('回访记录', '{回访记录}', 4_200),
      row([label('回访对象（签名、盖章或者按指印）', 8), value('', 16)], { height: 800 }),
      row([label('回访人（签名）', 8), value('', 16)], { height: 800 }),
    ]),
    end(),
    mark('{/回访}'),
  ]);
