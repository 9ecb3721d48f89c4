import { centred, dense, form, label, long, repeated, row, single, value } from '../layout/form';
import { page } from '../layout/page';
import { partyRows, signatures, staff } from '../layout/people';
import { flat, gap, heading, letterhead, mark, numberLine, para, seal, title } from '../layout/text';

const dutyRows = () => [
  row([label('序号', 2), label('履行人', 5), label('履行内容', 8), label('履行期限', 6), label('方式', 3)], {
    isHeader: true,
  }),
  ...repeated('履行义务', [
    [
      centred('{序号}', 2),
      value('{履行人}', 5),
      value('{履行内容}', 8),
      dense('{履行期限}', 6),
      value('{履行方式}', 3),
    ],
  ]),
];

export const agreement = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('人民调解协议书'),
    numberLine('编号：{协议编号}'),
    mark('{#当事人}'),
    flat('{身份}：{基本情况}'),
    mark('{/当事人}'),
    heading('一、纠纷主要事实'),
    flat('{纠纷事实}'),
    heading('二、争议事项'),
    flat('{争议事项}'),
    heading('三、经调解，各方当事人自愿达成如下协议'),
    flat('{协议内容}'),
    heading('四、履行方式和期限'),
    form(dutyRows()),
    heading('五、协议的生效与份数'),
    para(
      '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，具有法律约束力，当事人应当按照约定履行。',
    ),
    para(
      '本协议一式{份数}份，由当事人各执一份，人民调解委员会留存一份。双方当事人认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。',
    ),
    gap(),
    signatures('签名', '调解员签名', '记录人签名'),
    ...seal('{印章}', '{盖章日期}'),
  ]);

export const oralAgreement = (): Promise<Buffer> =>
  page([
    title('人民调解口头协议登记表'),
    numberLine('编号：{协议编号}'),
    form([
      ...partyRows(),
      long('纠纷主要事实', '{纠纷事实}', 1_000),
      long('争议事项', '{争议事项}', 600),
      long('协议内容', '{协议内容}', 1_300),
    ]),
    gap(),
    form(dutyRows()),
    gap(),
    form([
      single('采用口头协议', '当事人认为无需制作调解协议书，采取口头协议方式；协议自各方当事人达成协议之日起生效。'),
      single('达成协议日期', '{协议日期}'),
      staff('人民调解员（签名）', '记录人（签名）'),
    ]),
    ...seal('{印章}', '{日期}'),
  ]);

export const confirmationPapers = (): Promise<Buffer> =>
  page([
    title('司法确认申请书'),
    mark('{#当事人}'),
    flat('申请人：{基本情况}'),
    mark('{/当事人}'),
    heading('申请事项'),
    para('请求确认申请人之间经{机构}主持调解，自{协议生效日}起生效的人民调解协议（编号：{协议编号}）有效。'),
    heading('事实和理由'),
    para('申请人因{纠纷名称}，经{机构}调解，自愿达成如下协议：'),
    flat('{协议内容}'),
    para('现依照{确认依据}，自调解协议生效之日起三十日内，共同向人民法院申请司法确认。'),
    heading('申请人承诺'),
    para(
      '调解协议是各方当事人的真实意思表示，没有恶意串通、规避法律的行为，不损害国家利益、社会公共利益和他人合法权益；所提交的材料真实。',
    ),
    heading('附件'),
    flat('　　1．人民调解协议书；'),
    flat('　　2．人民调解委员会主持调解的证明；'),
    flat('　　3．申请人身份证明、资格证明和联系方式；'),
    flat('　　4．与调解协议相关的财产权利证明等材料。'),
    flat('　　此致'),
    flat('{确认法院}'),
    gap(),
    signatures('申请人签名'),
    gap(),
    flat('申请日期：{确认申请日期}'),
  ]);
