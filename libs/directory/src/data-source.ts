import { DataSource } from 'typeorm';
import { BodyEntity } from './body.entity';
import { DivisionEntity } from './division.entity';
import { MediatorEntity } from './mediator.entity';

/** To list in a data source of one's own. */
export const DIRECTORY_ENTITIES = [DivisionEntity, BodyEntity, MediatorEntity] as const;

/** Not yet connected: call `initialize`, and `destroy` when done. */
export const directoryDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...DIRECTORY_ENTITIES],
    synchronize: false,
    logging: false,
    applicationName: 'directory',
    poolSize: 2,
  });

/** Runs the work on a data source that is connected already, or on one opened for it alone. */
export const withDataSource = async <T>(
  source: DataSource | string,
  work: (source: DataSource) => Promise<T>,
): Promise<T> => {
  if (typeof source !== 'string') return work(source);
  const own = await directoryDataSource(source).initialize();
  try {
    return await work(own);
  } finally {
    await own.destroy();
  }
};
