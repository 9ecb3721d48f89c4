import { centred, dense, form, label, long, pair, repeated, row, single, value } from '../layout/form';
import { page } from '../layout/page';
import { partyRows } from '../layout/people';
import { flat, gap, heading, letterhead, mark, numberLine, para, right, seal, small, title } from '../layout/text';

export const application = (): Promise<Buffer> =>
  page([
    title('人民调解申请书'),
    numberLine('{卷号}'),
    form([...partyRows(), long('纠纷简要\n情况', '{纠纷情况}', 2_800), long('申请事项', '{申请事项}', 1_800)]),
    gap(),
    para(
      '本人自愿申请人民调解，已经知晓《中华人民共和国人民调解法》第二十三条、第二十四条规定的权利和义务，所述情况属实。',
    ),
    flat('　　此致'),
    flat('{机构}'),
    right('申请人（签名、盖章或者按指印）：＿＿＿＿＿＿＿＿', 300),
    right('{申请日期}', 200),
  ]);

export const acceptanceRegister = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('人民调解受理登记表'),
    numberLine('{卷号}'),
    form([
      pair(['登记日期', '{登记日期}'], ['受理日期', '{受理日期}']),
      single('案件来源', '{来源选项}　{案件来源}'),
      pair(['纠纷类型', '{纠纷类型}'], ['人民调解员', '{调解员}']),
      ...partyRows(),
      long('纠纷简要\n情况', '{纠纷情况}', 1_800),
      long('申请事项', '{申请事项}', 900),
      row([label('当事人（签名、盖章或者按指印）', 6), value('', 18)], { height: 800, keepNext: true }),
      row([label('登记人（签名）', 6), value('{登记人}', 18)], { height: 680, keepNext: true }),
    ]),
    ...seal('{印章}', '{日期}'),
  ]);

const RIGHTS = [
  '（一）选择或者接受人民调解员；',
  '（二）接受调解、拒绝调解或者要求终止调解；',
  '（三）要求调解公开进行或者不公开进行；',
  '（四）自主表达意愿、自愿达成调解协议。',
];
const DUTIES = [
  '（一）如实陈述纠纷事实；',
  '（二）遵守调解现场秩序，尊重人民调解员；',
  '（三）尊重对方当事人行使权利。',
];

export const rightsNotice = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('人民调解权利义务告知书'),
    numberLine('{卷号}'),
    flat('{当事人姓名}：'),
    para('{纠纷名称}，由本人民调解委员会调解。现将有关权利、义务告知如下：'),
    heading('一、当事人的权利（《中华人民共和国人民调解法》第二十三条）'),
    para('当事人在人民调解活动中享有下列权利：'),
    ...RIGHTS.map(para),
    heading('二、当事人的义务（《中华人民共和国人民调解法》第二十四条）'),
    para('当事人在人民调解活动中履行下列义务：'),
    ...DUTIES.map(para),
    heading('三、其他事项'),
    para('1．人民调解委员会调解民间纠纷，不收取任何费用（第四条）。当事人一方明确拒绝调解的，不得调解（第十七条）。'),
    para('2．不得因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利（第三条）。'),
    para(
      '3．经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行（第三十一条）。双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认（第三十三条）。',
    ),
    para('4．调解不成的，应当终止调解，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利（第二十六条）。'),
    heading('以上内容已经向我（我单位）告知，我（我单位）已经清楚。'),
    form([
      row([label('身份', 4), label('姓名（名称）', 8), label('签名、盖章或者按指印', 12)], { isHeader: true }),
      ...repeated('当事人', [[centred('{身份}', 4), value('{姓名}', 8), value('', 12)]], { height: 680 }),
      row([label('告知人', 4), value('', 8), label('告知日期', 4), value('{告知日期}', 8)], { height: 680 }),
    ]),
    small('本告知书由当事人签收，人民调解委员会留存一份入卷。'),
  ]);

export const identityPapers = (): Promise<Buffer> =>
  page([
    title('当事人身份证明'),
    numberLine('{卷号}'),
    form([
      row(
        [
          label('身份', 3),
          label('姓名（名称）', 4),
          label('证件种类', 3),
          label('证件号码', 6),
          label('份数', 2),
          label('核对日期', 6),
        ],
        { isHeader: true },
      ),
      ...repeated('身份证明', [
        [
          centred('{身份}', 3),
          value('{姓名}', 4),
          centred('{证件种类}', 3),
          dense('{证件号码}', 6),
          centred('{份数}', 2),
          dense('{核对日期}', 6),
        ],
      ]),
      row([label('核对人', 5), value('{核对人}', 7), label('签名', 5), value('', 7)], { height: 680 }),
      row([label('身份证件复印件粘贴处', 24)]),
      row([value('', 24)], { height: 6_400 }),
    ]),
    small(
      '说明：自然人附身份证件复印件，与原件核对；法人、非法人组织附营业执照等复印件和代表人身份证明；未成年人同时附法定代理人的身份证件和监护关系证明。',
    ),
  ]);

export const authorisation = (): Promise<Buffer> =>
  page([
    mark('{#委托书}'),
    title('授权委托书', { pageBreak: true }),
    numberLine('{卷号}'),
    flat('委 托 人：{委托人}　　证件号码：{委托人证件}'),
    flat('联系电话：{委托人电话}'),
    flat('住　　址：{委托人住址}'),
    flat('受 托 人：{受托人}　　证件号码：{受托人证件}'),
    flat('联系电话：{受托人电话}'),
    flat('与委托人关系：{与委托人关系}'),
    flat('住　　址：{受托人住址}'),
    para('委托人因{纠纷名称}，委托上列受托人作为代理人，参加{机构}的调解。'),
    heading('委托权限：{权限选项}'),
    para('特别授权的，代理人可以办理下列事项：'),
    flat('{特别授权事项}'),
    para('委托期限：自签署之日起至{委托期限}止。'),
    small('代为承认、放弃、变更请求，达成调解协议的，须写明特别授权及具体事项。'),
    flat('　　此致'),
    flat('{机构}'),
    right('委托人（签名、盖章或者按指印）：＿＿＿＿＿＿＿＿', 300),
    right('受托人（签名）：＿＿＿＿＿＿＿＿', 200),
    right('{委托日期}', 200),
    mark('{/委托书}'),
  ]);
