import { form, long, pair, single } from '../layout/form';
import { type Block, page } from '../layout/page';
import { signatures } from '../layout/people';
import { addressee, flat, gap, heading, letterhead, numberLine, para, seal, small, title } from '../layout/text';
import { papers } from './court';

const opening = (name: string, number: string): Block[] => [
  letterhead('{发函机构}'),
  title(name),
  numberLine(number),
  addressee('{收函机构}：'),
];

const contact = () => form([pair(['联系人', '{联系人}'], ['联系电话', '{联系人电话}'])]);

export const transferLetter = (): Promise<Buffer> =>
  page([
    ...opening('移 送 函', '{卷号}'),
    para('{纠纷名称}一案，当事人{当事人姓名}，现移送你单位，移送事由如下：'),
    flat('{发函事由}'),
    para('依据：{发函依据}'),
    heading('随函材料'),
    papers('移送材料'),
    gap(),
    para('请于{答复期限}前告知是否接收；不接收的，请写明理由退回。接收之前，本纠纷仍由本单位负责。'),
    gap(),
    contact(),
    ...seal('{发函机构}', '{发函日期}', '（印章）'),
  ]);

export const returnLetter = (): Promise<Buffer> =>
  page([
    ...opening('退 回 函', '{卷号}'),
    para('你单位移送（委托）的{纠纷名称}一案，当事人{当事人姓名}，现退回你单位，退回理由如下：'),
    flat('{发函事由}'),
    para('依据：{发函依据}'),
    heading('随函退回的材料'),
    papers('移送材料'),
    gap(),
    contact(),
    ...seal('{发函机构}', '{发函日期}', '（印章）'),
  ]);

export const terminationNotice = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('终止调解通知书'),
    numberLine('{卷号}'),
    flat('{当事人姓名}：'),
    para('{纠纷名称}，经本人民调解委员会调解，未能达成调解协议。原因：'),
    flat('{终止原因}'),
    para(
      '根据《中华人民共和国人民调解法》第二十六条，自{终止日期}起终止调解。你（你单位）可以依法通过下列途径维护自己的权利：',
    ),
    para('{仲裁选项} 仲裁：依法向仲裁机构申请仲裁；'),
    para('{行政选项} 行政：依法请求有关行政机关处理；'),
    para('{司法选项} 司法：依法向人民法院提起诉讼。'),
    flat('{途径说明}'),
    para('请注意法律规定的仲裁时效、诉讼时效等期限。'),
    ...seal('{印章}', '{终止日期}'),
    heading('签收'),
    signatures('签收'),
  ]);

export const limitationProof = (): Promise<Buffer> =>
  page([
    letterhead('{机构}'),
    title('提出调解请求证明'),
    numberLine('{卷号}'),
    para(
      '兹证明：{请求人}于{请求日期}以{请求方式}方式，就{纠纷名称}，向本人民调解委员会提出调解请求，要求保护其民事权利。相对人：{相对人}。',
    ),
    heading('请求事项'),
    flat('{请求事项}'),
    gap(),
    form([single('受理情况', '{受理选项}'), single('首次提出之日', '{请求日期}'), long('有关规定', '{时效依据}', 800)]),
    gap(),
    para('本证明只证明提出请求的日期和内容；诉讼时效是否中断，由人民法院或者仲裁机构依法认定。'),
    ...seal('{印章}', '{出具日期}'),
    small('人民调解员：{调解员}'),
  ]);
