/**
 * Installs veraPDF on demand, apart from the project's own packages: Maven brings the pinned files, whose checksums
 * are looked at before any of them runs; the JDK compiles the small front end.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/verapdf/', import.meta.url));
const FILES = `${CACHE}jars`;
const CLASSES = `${CACHE}classes`;

/** The arguments that start the front end: `java` with these reads orders and answers (see Validate.java). */
export const VALIDATOR = [
  '-Xss16m',
  '-Djava.awt.headless=true',
  '-cp',
  `${CLASSES}${delimiter}${FILES}/*`,
  'Validate',
];

/** Programs of the system, and an argument that each answers without doing anything. */
const PROGRAMS = [
  { command: 'java', ask: '-version', from: 'a JDK, 17 or newer (Debian: default-jdk-headless)' },
  { command: 'javac', ask: '-version', from: 'a JDK, 17 or newer (Debian: default-jdk-headless)' },
  { command: 'mvn', ask: '-version', from: 'Apache Maven (Debian: maven)' },
  { command: 'qpdf', ask: '--version', from: 'qpdf' },
  { command: 'pdftotext', ask: '-v', from: 'Poppler (Debian: poppler-utils)' },
  { command: 'mutool', ask: '-v', from: 'MuPDF (Debian: mupdf-tools)' },
];

/**
 * Makes everything ready that judges.
 *
 * @returns {string | undefined} why it cannot be
 */
export function installJudges() {
  const missing = PROGRAMS.filter(({ command, ask }) => spawnSync(command, [ask]).error !== undefined);
  if (missing.length > 0) {
    return missing.map(({ command, from }) => `“${command}” is missing; it comes with ${from}`).join('\n');
  }
  return bringFiles() ?? compileFrontEnd();
}

function bringFiles() {
  if (wrongFiles().length === 0) return undefined;
  process.stderr.write('installing veraPDF …\n');
  rmSync(FILES, { recursive: true, force: true });
  mkdirSync(FILES, { recursive: true });
  const args = [
    '-q',
    '-B',
    '-f',
    `${HERE}pom.xml`,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${FILES}`,
  ];
  const { status } = spawnSync('mvn', args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) return 'veraPDF could not be installed: see what Maven says above';
  const wrong = wrongFiles();
  return wrong.length === 0 ? undefined : `not the files that jars.sha256 names: ${wrong.join(', ')}`;
}

/** Names of files that are missing, surplus or not what they should be. */
function wrongFiles() {
  const lines = readFileSync(`${HERE}jars.sha256`, 'utf8').trim().split('\n');
  const wanted = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const found = existsSync(FILES) ? readdirSync(FILES) : [];
  const names = new Set([...wanted.keys(), ...found]);
  return [...names].filter(
    (name) => !found.includes(name) || sha256(`${FILES}/${name}`) !== wanted.get(name),
  );
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function compileFrontEnd() {
  rmSync(CLASSES, { recursive: true, force: true });
  const args = ['--release', '17', '-cp', `${FILES}/*`, '-d', CLASSES, `${HERE}Validate.java`];
  const { status } = spawnSync('javac', args, { stdio: ['ignore', 2, 2] });
  return status === 0 ? undefined : 'Validate.java could not be compiled';
}
