import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@mediation/kernel';
import { intakeSources } from './sources';

const SAMPLE = join(__dirname, '../../../../tools/directory/data/370402-intake-sources.json');
const system = { id: 'urn:a', name: '示例', kind: 'court', files: ['referral'], areas: ['370402'] };

describe('the registry of intake systems', () => {
  it('of the sample district is right', () => {
    const sources = intakeSources(JSON.parse(readFileSync(SAMPLE, 'utf8')));
    expect(sources.self).toBe('/intake/370402');
    expect(sources.find('urn:mediation:370402:court')).toMatchObject({ kind: 'court', files: ['referral'] });
    expect(sources.find('urn:mediation:370402:hotline-12345')?.speaksFor).toEqual([]);
    expect(sources.find('toString')).toBeUndefined();
  });

  it.each([
    ['no systems', { district: '370402' }, '/systems'],
    ['no district', { district: '3704', systems: [] }, '/district'],
    ['a system twice', { district: '370402', systems: [system, system] }, '来源系统重复'],
    ['an unknown kind', { district: '370402', systems: [{ ...system, kind: 'rumour' }] }, '/systems/0/kind'],
    ['nothing to file', { district: '370402', systems: [{ ...system, files: [] }] }, '/systems/0/files'],
    [
      'a body that is none',
      { district: '370402', systems: [{ ...system, speaksFor: ['x'] }] },
      '/systems/0/speaksFor/0',
    ],
    ['a field we do not know', { district: '370402', systems: [{ ...system, secret: 'x' }] }, '/systems/0'],
    ['no object', null, ''],
  ])('says where it is wrong: %s', (_, json, place) => {
    expect(() => intakeSources(json)).toThrow(StartError);
    expect(() => intakeSources(json)).toThrow(place);
  });
});
