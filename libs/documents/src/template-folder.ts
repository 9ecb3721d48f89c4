import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentId } from './documents';

/** Where the templates come from: the bytes of a .docx. */
export type Templates = (id: DocumentId) => Buffer;

/** Beside the sources, and beside what is built of them. */
const SHIPPED = join(__dirname, '..', 'templates');

export const templateFile = (id: DocumentId): string => `${id}.docx`;

export const shippedTemplates: Templates = (id) => readFileSync(join(SHIPPED, templateFile(id)));

/** A place's own templates; whichever it has none of is the shipped one. Read each time, so that an edit takes effect at once. */
export const templatesIn =
  (folder: string): Templates =>
  (id) => {
    const own = join(folder, templateFile(id));
    return existsSync(own) ? readFileSync(own) : shippedTemplates(id);
  };
