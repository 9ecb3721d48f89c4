import { StoreUnavailable } from '@mediation/event-store/port';
import { StartError } from '@mediation/kernel';
import { EVENT_STORE_SCHEMES, openEventStore } from './open-event-store';

let mockLoads = 0;
jest.mock('@kurrent/kurrentdb-client', () => {
  mockLoads += 1;
  return {};
});

describe('openEventStore', () => {
  it.each(EVENT_STORE_SCHEMES)('opens %s, and loads the client of KurrentDB for that alone', async (scheme) => {
    const before = mockLoads;
    const store = openEventStore(`${scheme}://user:secret@127.0.0.1:1/`);
    const fault: unknown = await store.head().catch((error: unknown) => error);
    await store.close();
    const isPostgres = scheme.startsWith('postgres');
    expect(fault).toBeInstanceOf(isPostgres ? StoreUnavailable : StartError);
    expect(mockLoads > 0).toBe(!isPostgres || before > 0);
  });

  it.each(['', 'mysql://u:secret@h/d', 'postgresql:/h', 'constructor://h', 'KURRENTDB://h', ' esdb://h'])(
    'does not know %p, and says what it knows',
    (url) => {
      const open = () => openEventStore(url);
      expect(open).toThrow(StartError);
      expect(open).toThrow(/事件库的地址.*postgresql:\/\/.*esdb\+discover:\/\/.*URL must begin with/);
      expect(open).not.toThrow(/secret/);
    },
  );
});
