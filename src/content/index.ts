/** The door of this room: an edition's folder as checked, plain data. */

export { ERAS, wareki } from './calendar.ts';
export { checkMeetings } from './check-meetings.ts';
export { contentHash } from './content-hash.ts';
export type * from './edition.ts';
export { goalOf, goalsInOrder, originOf } from './edition.ts';
export { findEdition } from './editions.ts';
export { unreadable } from './files.ts';
export { jsonSchemas } from './json-schemas.ts';
export { type LoadedEdition, loadEdition } from './load.ts';
export { type LoadedMeeting, loadMeeting, meetingOf, type PaperRequest } from './load-meeting.ts';
export type { Meeting, Paper } from './meeting.ts';
export { findMeeting, meetingNames, paperTaken } from './meetings.ts';
export { inReadingOrder } from './order.ts';
export { type Selection, selectPrograms } from './select.ts';
export { textFindings } from './texts.ts';
export { compareYears, westernYear, YEAR_FORM } from './years.ts';
