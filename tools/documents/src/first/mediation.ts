import { dense, form, label, pair, repeated, row, single, value } from '../layout/form';
import { page } from '../layout/page';
import { signatures, staff } from '../layout/people';
import { end, gap, letterhead, mark, numberLine, para, seal, small, title } from '../layout/text';

export const sessionRecord = (): Promise<Buffer> =>
  page([
    mark('{#调解}'),
    title('人民调解记录', { pageBreak: true }),
    numberLine('{卷号}　第{次序}次'),
    form([
      single('纠纷名称', '{纠纷名称}'),
      pair(['调解时间', '{调解日期}'], ['调解地点', '{调解地点}']),
      pair(['人民调解员', '{调解员}'], ['记录人', '{记录人}']),
      single('到场当事人', '{参加当事人}'),
      single('邀请参加人', '{邀请参加人}'),
      single('调解方式', '{公开选项}'),
      single('权利义务', '{权利告知}（《中华人民共和国人民调解法》第二十三条、第二十四条）'),
      row([label('调解记录', 24)]),
      row([{ ...value('{调解经过}', 24), top: true }], { height: 3_600, canSplit: true }),
      single('调解结果', '{结果选项}'),
      row([label('到场人', 8), label('签名、盖章或者按指印', 16)]),
      ...repeated('到场人', [[value('{到场人姓名}', 8), value('', 16)]], { height: 680 }),
      staff('人民调解员（签名）', '记录人（签名）'),
    ]),
    end(),
    mark('{/调解}'),
  ]);

export const undisputedFacts = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('无争议事实记载表'),
    numberLine('{卷号}'),
    form([
      single('纠纷名称', '{纠纷名称}'),
      pair(['人民调解员', '{调解员}'], ['记载日期', '{记载日期}']),
      row([label('各方当事人共同确认的无争议事实', 24)]),
      row([{ ...value('{无争议事实}', 24), top: true }], { height: 3_200, canSplit: true }),
    ]),
    gap(),
    para(
      '各方当事人同意作上述记载，确认以上事实没有争议。除共同确认的无争议事实外，当事人为达成调解协议作出妥协而认可的事实、证据，不写入本表。',
    ),
    gap(),
    signatures('签名'),
    ...seal('{印章}', '{日期}'),
  ]);

const ADVICE = [
  '1．受送达人应当提供准确的送达地址，并确认用于接收本次调解以及后续程序的文书；',
  '2．地址或者联系方式变更的，应当及时书面告知；地址不准确或者变更后没有告知的，可能影响文书送达；',
  '3．同意电子送达的，应当填写能够确认收悉的电子送达地址。',
];

export const serviceAddress = (): Promise<Buffer> =>
  page([
    mark('{#送达}'),
    title('送达地址确认书', { pageBreak: true }),
    numberLine('{卷号}'),
    form([
      single('纠纷名称', '{纠纷名称}'),
      pair(['受送达人', '{受送达人}'], ['身份', '{受送达人身份}']),
      single('送达地址', '{送达地址}', 800),
      pair(['邮政编码', '{邮政编码}'], ['联系电话', '{收件电话}']),
      single('指定代收人', '{代收人}'),
      single('电子送达', '{电子送达选项}'),
      single('电子送达地址', '{电子送达地址}'),
      row([label('告知事项', 4), { ...value(ADVICE.join('\n'), 20), top: true }], { height: 2_000 }),
      row([label('受送达人确认', 4), value('本人已经阅读上述告知事项，确认所填内容准确、有效。', 20)], { height: 800 }),
      row([label('受送达人（签名、盖章或者按指印）', 8), value('', 8), dense('{确认日期}', 8)], { height: 800 }),
      staff('调解员（签名）', '记录人（签名）'),
    ]),
    small('本确认书一式两份，受送达人与{机构}各执一份；案件转入诉讼程序的，随案移送人民法院。'),
    mark('{/送达}'),
  ]);
