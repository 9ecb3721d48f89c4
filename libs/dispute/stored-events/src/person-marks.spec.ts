import { personMarks } from './person-marks';

const NAME = '示例·阿某';
const ID = '37040219000101001x';

describe('the marks of a person', () => {
  it('are the same for ever: views made of them are compared with views made before', () =>
    expect(personMarks({ name: NAME, identityNumber: ID, phone: '13800000001' })).toStrictEqual({
      name: '3e91d34e4fa07836c41a8cbc3ed8540b',
      identityNumber: '9358',
      phone: 'e499',
    }));

  it.each([
    [{ name: NAME }, { name: ' 示例•阿某 ' }],
    [{ name: '示例ABC' }, { name: '示例ａｂｃ' }],
    [
      { name: NAME, identityNumber: ID },
      { name: NAME, identityNumber: ' 370402190001 01001X' },
    ],
    [
      { name: NAME, phone: '13800000001' },
      { name: NAME, phone: '+86 138-0000-0001' },
    ],
  ])('are the same however it is written: %#', (one, other) =>
    expect(personMarks(other)).toStrictEqual(personMarks(one)),
  );

  it('tell names apart, and numbers of one name', () => {
    const marks = (identityNumber: string, name = NAME) => personMarks({ name, identityNumber });
    expect(marks(ID)?.name).not.toBe(marks(ID, '示例·阿甲')?.name);
    expect(marks(ID)?.identityNumber).not.toBe(marks('370402190001010028')?.identityNumber);
    // Of two people one number is marked twice: nobody can look a number up without its name.
    expect(marks(ID)?.identityNumber).not.toBe(marks(ID, '示例·阿甲')?.identityNumber);
  });

  it('hold nothing that was said, and so little of a number that it cannot be told', () => {
    const marks = personMarks({ name: NAME, identityNumber: ID, phone: '13800000001', address: '示例村', text: '说' });
    expect(Object.keys(marks ?? {})).toStrictEqual(['name', 'identityNumber', 'phone']);
    expect([marks?.identityNumber, marks?.phone].map((each) => each?.length)).toStrictEqual([4, 4]);
    expect(personMarks({ text: '说', address: '示例村' })).toBeUndefined();
  });
});
