import { StartError } from '@mediation/kernel';
import { openEventStore } from './open-event-store';

describe('openEventStore', () => {
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
