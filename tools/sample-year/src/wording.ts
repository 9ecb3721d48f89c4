import type { DisputeType } from '@mediation/dispute/domain';

interface Wording {
  readonly facts: readonly string[];
  readonly terms: string;
  /** What is at stake, in yuan; absent where money seldom is. */
  readonly yuan?: readonly [number, number];
}

const words = (facts: readonly string[], terms: string, yuan?: readonly [number, number]): Wording => ({
  facts,
  terms,
  ...(yuan && { yuan }),
});

/** What sample disputes are about. */
export const WORDING: Readonly<Record<DisputeType, Wording>> = {
  'marriage-family': words(
    ['夫妻因家务和子女教育发生争吵', '兄弟因老人赡养费分担意见不一', '姐弟因父母遗留房屋的使用发生争执'],
    '各方按约定分担赡养和家务，相互谅解',
  ),
  neighbourhood: words(
    ['两家因院墙滴水方向发生争执', '楼上渗水致楼下墙面损坏', '因通道堆放杂物影响通行发生争吵', '因夜间噪声多次争吵'],
    '一方清理并修复，双方互不再追究',
    [200, 6_000],
  ),
  'housing-homestead': words(
    ['翻建房屋时双方对宅基地边界意见不一', '因共用山墙的拆除和重建发生争执'],
    '按测量结果确定边界，一方补偿拆改费用',
    [1_000, 30_000],
  ),
  contract: words(
    ['买卖合同货款逾期未付', '房屋租赁合同提前解除，押金退还发生争议', '民间借款到期未还'],
    '欠款分期支付，逾期按约定承担责任',
    [2_000, 120_000],
  ),
  'production-business': words(
    ['农资质量与减产之间的关系双方各执一词', '合伙经营的账目分配发生争议'],
    '按核对后的账目结清，各自承担部分损失',
    [3_000, 80_000],
  ),
  compensation: words(
    ['因琐事推搡致一方轻微受伤', '犬只伤人，医疗费分担发生争议', '施工损坏邻居财物'],
    '赔偿医疗费和误工费，双方互不再追究',
    [500, 40_000],
  ),
  'land-forest': words(
    ['相邻承包地的地界被翻耕移动', '土地流转费支付时间发生争议'],
    '按承包合同附图恢复地界，补交流转费',
    [500, 20_000],
  ),
  'expropriation-demolition': words(
    ['对附属物补偿清单的数量有异议', '过渡安置费发放时间发生争议'],
    '复核清单后补发差额',
    [5_000, 150_000],
  ),
  environment: words(['加工厂夜间粉尘和噪声影响居民', '养殖污水流入相邻菜地'], '限时整改并补偿损失', [1_000, 30_000]),
  labour: words(
    ['工程结束后拖欠务工工资', '工伤待遇支付数额发生争议', '离职后加班费结算发生争议'],
    '工资按核对的工时分期付清',
    [3_000, 90_000],
  ),
  consumer: words(['购买的家电存在质量问题，退换未果', '预付卡停业后余额退还发生争议'], '退还货款或余额', [200, 8_000]),
  medical: words(
    ['患方认为术后并发症告知不充分', '患方对住院期间的护理提出异议', '对诊疗费用与治疗效果发生争议'],
    '医方一次性补偿，双方纠纷终结',
    [8_000, 160_000],
  ),
  'traffic-accident': words(
    ['电动车与行人相撞，医疗费分担发生争议', '路口两车剐蹭，修理费数额不一'],
    '按责任认定赔偿修理费和医疗费',
    [800, 60_000],
  ),
  'property-management': words(
    ['因公共设施维修不及时拒交物业费', '小区停车位收费发生争议'],
    '限期维修，物业费按约定减收后缴清',
    [300, 5_000],
  ),
  'village-affairs': words(['对村集体收益分配方案有异议', '对机动地发包程序有异议'], '方案重新公示后按表决结果执行'),
  other: words(['因公共活动场地的使用时间发生争执', '因丧葬习俗安排发生争执'], '按约定时间轮流使用，相互谅解'),
};
