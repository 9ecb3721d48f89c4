import { parseBodyCode, tierOfDivision, type Tier } from '@mediation/kernel';
import { bodiesOf } from './body-template';
import { placeName } from './place-name';
import { sampleMediators } from './sample-mediators';

const division = (code: string, name: string) => ({
  code,
  name,
  tier: tierOfDivision(code) as Tier,
  parent: code.length === 6 ? undefined : code.slice(0, -3),
});
const district = division('370402', '市中区');
const town = division('370402104', '永安镇');
const village = division('370402104201', '永安村委会');

it.each([
  [
    district,
    [
      '370402-leading-group 市中区社会矛盾调处工作领导小组 < -',
      '370402-center 市中区社会矛盾调处中心 < 370402-leading-group',
      '370402-brigade 市中区社会矛盾处置大队 < 370402-center',
      '370402-justice-bureau 市中区司法局 < -',
      '370402-committee 市中区联合人民调解委员会 < 370402-justice-bureau',
      '370402-medical 市中区医疗纠纷调处办公室 < 370402-justice-bureau',
      '370402-court 市中区人民法院 < -',
      '370402-police 市中区公安分局 < -',
      '370402-petition 市中区信访局 < -',
      '370402-procuratorate 市中区人民检察院 < -',
      '370402-legal-aid-center 市中区法律援助中心 < 370402-justice-bureau',
      '370402-housing-agency 市中区住房和城乡建设局 < -',
      '370402-human-resources-agency 市中区人力资源和社会保障局 < -',
      '370402-health-agency 市中区卫生健康局 < -',
    ],
  ],
  [
    town,
    [
      '370402104-center 永安镇社会矛盾调处中心 < 370402-center',
      '370402104-judicial-office 永安镇司法所 < 370402-justice-bureau',
      '370402104-committee 永安镇人民调解委员会 < 370402104-judicial-office',
      '370402104-pretrial-room 驻永安镇司法所庭前调解室 < 370402-court',
      '370402104-police 永安派出所调解室 < 370402-police',
      '370402104-squad 永安镇社会矛盾处置中队 < 370402-brigade',
    ],
  ],
  [village, ['370402104201-committee 永安村人民调解委员会 < 370402104-judicial-office']],
])('gives %j its bodies', (place, expected) => {
  expect(bodiesOf(place).map(({ code, nameZh, parent }) => `${code} ${nameZh} < ${parent ?? '-'}`)).toEqual(expected);
});

it.each([district, town, village])('spells every code as the kernel reads it, in %j', (place) => {
  for (const { code, kind, tier } of bodiesOf(place)) expect(parseBodyCode(code)).toEqual({ code, kind, tier });
});

it.each([
  ['岳楼村委会', '岳楼村'],
  ['雷村村委会', '雷村'],
  ['郭村委会', '郭村'],
  ['南园村村民委员会', '南园村'],
  ['陈庄农村社区村委会', '陈庄农村社区'],
  ['铁西居委会', '铁西社区'],
  ['公园社区居委会', '公园社区'],
  ['某某厂区', '某某厂区'],
])('takes %s for the place %s', (name, place) => {
  expect(placeName(division('370402104201', name))).toBe(place);
});

it.each([
  ['370402001', '中心街街道', '中心街派出所调解室'],
  ['370402003', '矿区街道', '矿区派出所调解室'],
  ['370402102', '孟庄镇', '孟庄派出所调解室'],
])('names the police room of %s %s', (code, name, expected) => {
  expect(bodiesOf(division(code, name)).find(({ kind }) => kind === 'police')?.nameZh).toBe(expected);
});

it('names the police of a county as a bureau of its own', () => {
  expect(bodiesOf(division('370481', '滕州市')).find(({ kind }) => kind === 'police')?.nameZh).toBe('滕州市公安局');
});

const peopleOf = (place: typeof district, kind: string) =>
  bodiesOf(place)
    .filter((body) => body.kind === kind)
    .flatMap((body) => sampleMediators(body, place))
    .map(({ id, displayName, isChair, fullTime }) => [id, displayName, isChair, fullTime]);

it('lists with the district’s court who mediates for the people above the villages, and a village’s chair', () => {
  const listedOf = (place: typeof district, kind: string) =>
    bodiesOf(place)
      .filter((body) => body.kind === kind)
      .flatMap((body) => sampleMediators(body, place).map(({ courtRosters }) => courtRosters));
  const listed = ['370402-court'];
  expect(listedOf(village, 'committee')).toEqual([listed, [], []]);
  expect(listedOf(town, 'committee')).toEqual([listed, listed, listed]);
  expect(listedOf(town, 'pretrial-room')).toEqual([listed, listed]);
  expect(listedOf(town, 'police')).toEqual([[], []]);
});

it('makes up a chair and two mediators for a committee, the same every time', () => {
  expect(peopleOf(village, 'committee')).toEqual([
    ['370402104201-m1', '示例·永安一', true, false],
    ['370402104201-m2', '示例·永安二', false, false],
    ['370402104201-m3', '示例·永安三', false, false],
  ]);
  expect(peopleOf(town, 'committee')[0]).toEqual(['370402104-m1', '示例·永安一', true, true]);
});

it('makes up two people, none a chair, for a room that mediates, and nobody for a body that coordinates', () => {
  expect(peopleOf(town, 'pretrial-room')).toEqual([
    ['370402104-pretrial-room-m1', '示例·永安庭前一', false, true],
    ['370402104-pretrial-room-m2', '示例·永安庭前二', false, true],
  ]);
  expect(peopleOf(town, 'center')).toEqual([]);
});
