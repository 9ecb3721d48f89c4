import { answerFaults } from './described-call';

const PARKED = '/api/center/v1/parked';
const item = {
  view: 'disputes',
  stream: 'dispute-1',
  dispute: '1',
  revision: 0,
  position: '1.2.3',
  eventId: 'e',
  type: 't',
  code: 'c',
  parkedAt: '2026-01-05T09:00:00+08:00',
};
const faults = (body: object, status = 200) => answerFaults('GET', PARKED, { status, body: body as never });

describe('an answer', () => {
  it('is as described', () => expect(faults({ items: [item] })).toEqual([]));

  it.each([
    ['another type', { items: [{ ...item, revision: '0' }] }, '/items/0/revision must be integer {"type":"integer"}'],
    ['a field that nobody described', { items: [], next: 'x' }, ' must NOT have additional properties'],
    ['a field missing', {}, " must have required property 'items'"],
    ['a time of nowhere', { items: [{ ...item, parkedAt: '2026-01-05' }] }, '/items/0/parkedAt must match'],
  ])('is found out: %s', (_, body, fault) => expect(faults(body)[0]).toContain(fault));

  it('of a status that nobody described is found out', () => expect(faults({}, 202)).toEqual(['202 is not described']));

  it('is told from that of a template', () =>
    expect(answerFaults('GET', '/api/center/v1/handoffs/matrix', { status: 200, body: [] as never })).not.toEqual([]));
});
