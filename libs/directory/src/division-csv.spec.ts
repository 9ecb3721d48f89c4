import { DivisionCsvInvalid, parseDivisionCsv } from './division-csv';

const HEADER = 'code,name,tier,parent';
const DISTRICT = '370402,市中区,district,';
const TOWN = '370402104,永安镇,township,370402';
const VILLAGE = '370402104201,永安村委会,village,370402104';
const csv = (...lines: string[]) => [HEADER, ...lines].join('\n');

const problems = (text: string) => {
  try {
    parseDivisionCsv(text);
  } catch (error) {
    if (error instanceof DivisionCsvInvalid) return error.problems.map(({ line, column }) => `${line} ${column}`);
    throw error;
  }
  return [];
};

it('reads divisions, parents first, whatever the order, line ends and byte order mark', () => {
  const divisions = [
    { code: '370402', name: '市中区', tier: 'district', parent: undefined },
    { code: '370402104', name: '永安镇', tier: 'township', parent: '370402' },
    { code: '370402104201', name: '永安村委会', tier: 'village', parent: '370402104' },
  ];
  expect(parseDivisionCsv(csv(DISTRICT, TOWN, VILLAGE))).toEqual(divisions);
  expect(parseDivisionCsv(`\uFEFF${[HEADER, VILLAGE, '', TOWN, DISTRICT, ''].join('\r\n')}`)).toEqual(divisions);
});

it.each([
  ['an empty file', '', ['1 code,name,tier,parent']],
  ['another header', 'name,code\n', ['1 code,name,tier,parent']],
  ['no rows', `${HEADER}\n`, ['2 code,name,tier,parent']],
  ['an open quote', csv(DISTRICT, '370402104,"永安镇,township,370402'), ['3 code,name,tier,parent']],
  ['a fifth column', csv(DISTRICT, `${TOWN},x`), ['3 code,name,tier,parent']],
  ['a repeated code', csv(DISTRICT, TOWN, '370402104,永安乡,township,370402'), ['4 code']],
  ['a code that is no code', csv(DISTRICT, '37040210,永安镇,township,370402'), ['3 code']],
  ['a missing name', csv(DISTRICT, '370402104,,township,370402'), ['3 name']],
  ['a control character in a name', csv(DISTRICT, '370402104,永\u0000安,township,370402'), ['3 name']],
  ['an unknown tier', csv(DISTRICT, '370402104,永安镇,toString,370402'), ['3 tier']],
  ['a tier that is not the length', csv(DISTRICT, '370402104,永安镇,village,370402'), ['3 tier']],
  ['a parent that is not in the file', csv(DISTRICT, VILLAGE), ['3 parent']],
  ['a parent that is not its own', csv(DISTRICT, TOWN, '370402105201,永安村委会,village,370402104'), ['4 parent']],
  ['a district with a parent', csv('370402,市中区,district,3704'), ['2 parent']],
  ['a short line', csv(DISTRICT, '370402104,永安镇'), ['3 tier', '3 parent']],
  ['everything at once', csv('x,,y,z', DISTRICT), ['2 code', '2 name', '2 tier']],
])('names line and column of %s', (_, text, expected) => {
  expect(problems(text)).toEqual(expected);
});

it('says what to do, in Chinese and English', () => {
  expect(() => parseDivisionCsv(csv(DISTRICT, VILLAGE))).toThrow(
    '第 3 行 “parent” line 3, column "parent": 表中没有上级 370402104，请补上该行 the parent 370402104 is not in this file; add its row',
  );
});

it('shows the first twenty and counts the rest', () => {
  const bad = Array.from({ length: 25 }, (_, i) => `${i},x,district,`);
  expect(() => parseDivisionCsv(csv(DISTRICT, ...bad))).toThrow(/line 22[^]*…另有 5 处 and 5 more$/);
});
