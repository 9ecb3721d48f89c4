import { centred, form, label, long, pair, repeated, row, single, value } from '../layout/form';
import { type Block, page } from '../layout/page';
import { addressee, gap, heading, letterhead, numberLine, para, seal, small, title } from '../layout/text';

/** A letter's list of enclosures. */
export const papers = (list: string): Block =>
  form([
    row([label('序号', 4), label('材料名称', 20)], { isHeader: true }),
    ...repeated(list, [[centred('{序号}', 4), value('{材料名称}', 20)]]),
  ]);

export const courtReferral = (): Promise<Buffer> =>
  page([
    letterhead('{法院}'),
    title('{调解方式}调解函'),
    numberLine('{法院案号}'),
    addressee('{机构}：'),
    para('本院收到的{当事人姓名}{案由}一案，适宜调解。根据{委托依据}，经当事人同意，现{调解方式}你单位调解。'),
    gap(),
    form([
      single('当事人', '{当事人姓名}'),
      pair(['案由', '{案由}'], ['审理程序', '{审理程序选项}']),
      pair(['联系人', '{法院联系人}'], ['联系电话', '{法院联系电话}']),
    ]),
    heading('移送材料'),
    papers('移送材料'),
    gap(),
    para(
      '调解期限为{调解期限}，自你单位（调解员）签字接收本院移交材料之日起计算。调解终止的，请书面报告本院并移送有关材料。',
    ),
    ...seal('{法院}', '{委托日期}', '（印章）'),
    heading('回　执'),
    form([
      pair(['签字接收之日', '{签收日期}'], ['期限届满之日', '{调解届满日}']),
      row([label('接收单位（印章）', 6), value('', 6), label('调解员（签名）', 6), value('', 6)], { height: 800 }),
    ]),
    small('回执由接收单位填写后退回人民法院一份。'),
  ]);

export const courtReport = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('{调解方式}调解结果反馈函'),
    numberLine('{卷号}'),
    addressee('{法院}：'),
    para(
      '你院{委托日期}{调解方式}本会调解的{案由}一案（案号：{法院案号}），当事人{当事人姓名}，调解已经结束，现将结果函告你院。',
    ),
    gap(),
    form([single('调解结果', '{反馈选项}', 800), long('说明', '{反馈说明}', 1_600), single('人民调解员', '{调解员}')]),
    heading('随函材料'),
    papers('随函材料'),
    gap(),
    para(
      '除各方当事人共同确认的无争议事实外，当事人为达成调解协议作出妥协而认可的事实，不在本函和随函材料之内（《最高人民法院关于人民法院特邀调解的规定》第二十二条）。',
    ),
    ...seal('{印章}', '{反馈日期}'),
  ]);
