import { checkedTemplate } from './checked-template';
import { entriesOf, zipOf } from './deterministic-zip';
import { documentZh, type DocumentId } from './documents';
import { type DossierData } from './dossier-data';
import { commonFields } from './fields/common';
import { type Fields, type FieldValue } from './fields/field';
import { OWN_FIELDS } from './fields/index';
import { fill } from './template';
import { shippedTemplates, type Templates } from './template-folder';
import { printable } from './wording/text';

const printableValue = (value: FieldValue): FieldValue => {
  if (typeof value === 'string') return printable(value);
  return typeof value === 'boolean' ? value : value.map(printableFields);
};

const printableFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, printableValue(value)]));

/** Everything a document's placeholders are filled with. */
export const fieldsOf = (id: DocumentId, data: DossierData): Fields =>
  printableFields({ ...commonFields(data), ...OWN_FIELDS[id](data) });

const escaped = (text: string): string => text.replace(/[<>&"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** Word keeps in a template who edited it and when; what goes out says what it is instead. */
const properties = (title: string, body: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(body)}</dc:creator></cp:coreProperties>`;

const PROPERTIES = 'docProps/core.xml';

/**
 * A filled .docx. The same data and template give the same bytes.
 * @throws TemplateUnusable when the template has been edited into something that cannot be filled.
 */
export const renderDocument = (id: DocumentId, data: DossierData, templates: Templates = shippedTemplates): Buffer => {
  const filled = fill(checkedTemplate(id, templates), fieldsOf(id, data));
  const core = properties(documentZh(id), printable(data.body.name));
  return zipOf(entriesOf(filled).map((each) => (each.name === PROPERTIES ? { ...each, bytes: core } : each)));
};
