export { bodiesOf } from './body-template';
export { DIRECTORY_ENTITIES, directoryDataSource } from './data-source';
export type { BodyFilter, Directory, DirectoryBody, Division, Mediator } from './directory.port';
export { DivisionCsvInvalid, parseDivisionCsv, type CsvProblem } from './division-csv';
export { importDivisions, type ImportCounts, type ImportOptions, type ImportReport } from './import-divisions';
export { loadDirectory } from './load-directory';
export { bareName, placeName } from './place-name';
export { sampleMediators } from './sample-mediators';
