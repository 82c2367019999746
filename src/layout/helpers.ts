/**
 * The three helpers of templates: `json` encodes a value, `list` joins items with commas, `lines` sets a text. With
 * the inclusion of partials they are all that a template can do, so that counting them bounds it.
 */
import type Handlebars from 'handlebars';
import type { Origin } from '../content/edition.ts';
import { diagnose, type Span } from '../ground/diagnostic.ts';
import type { Problem } from '../typeset/types.ts';
import type { Settable } from './block.ts';
import { type Leaf, TEXT_ROLES, type TextRole } from './block.ts';
import { Budget, type Exhausted } from './budget.ts';
import type { Place, SetLeaf, UnknownName } from './set-leaf.ts';
import { BEYOND_BOUNDS, type TemplateLocation, TemplateProblem } from './template-problem.ts';
import { MARK_END, MARK_START } from './text-marks.ts';

/** What could not be set and where, and where the text came from: content, or a template's own words. */
export type TextProblem = { readonly problem: Problem; readonly place: Place } & (
  | { readonly origin: Origin }
  | { readonly span: Span }
);

type SourceLocation = TemplateLocation & { readonly source: string };
type HelperOptions = Handlebars.HelperOptions & { readonly loc: SourceLocation };

/** Finds what is blamed in the templates' files. */
type Places = {
  readonly spanOf: (location: SourceLocation) => Span;
  /** Where a template first includes another. */
  readonly inclusionOf: (name: string, within: string) => Span | undefined;
};

/** Writes blocks one after the other: `start` forgets the last one. */
export class TemplateHelpers {
  /** The texts the block has set, which its JSON points at. */
  leaves: Leaf[] = [];
  problems: TextProblem[] = [];
  /** The mustaches met, while a fault is looked for. */
  marks: TemplateLocation[] = [];

  readonly #set: (value: Settable, place: Place) => SetLeaf | UnknownName;
  readonly #places: Places;
  readonly #budget = new Budget();
  #tracing = false;
  /** The templates that are being written, from the block's own down to the partial at work. */
  #open: string[] = [];

  constructor(set: (value: Settable, place: Place) => SetLeaf | UnknownName, places: Places) {
    this.#set = set;
    this.#places = places;
  }

  /**
   * @param template of the block
   * @param tracing whether to mark in the output what each mustache wrote, of a block that was written before
   */
  start(template: string, tracing: boolean): void {
    this.leaves = [];
    this.problems = [];
    this.marks = [];
    this.#tracing = tracing;
    this.#open = [template];
    if (!tracing) this.#budget.start();
  }

  readonly json = (...args: unknown[]): string => {
    const [value, options] = this.#arguments(args, 1, [], '{{json 値}}');
    return this.#wrote(JSON.stringify(value), options);
  };

  readonly list = (...args: unknown[]): string => {
    const usage = '{{#list 並び}}…{{/list}}';
    const [items, options] = this.#arguments(args, 1, [], usage);
    if (!Array.isArray(items)) throw this.#misuse(usage, options);
    const spanOf = () => this.#places.spanOf(options.loc);
    const before = this.#budget.written;
    let text = '';
    for (let index = 0; index < items.length; index++) {
      this.#allow(this.#budget.step(), spanOf);
      text += (index === 0 ? '' : ',') + options.fn(items[index]);
      this.#allow(this.#budget.finish(before, text.length), spanOf);
    }
    return text;
  };

  /** Writes a partial of a name. */
  readonly include = (name: string, write: () => string): string => {
    const spanOf = () => this.#places.inclusionOf(name, this.#open.at(-1) as string);
    this.#allow(this.#budget.step(), spanOf);
    const before = this.#budget.written;
    this.#open.push(name);
    const text = write();
    this.#open.pop();
    this.#allow(this.#budget.finish(before, text.length), spanOf);
    return text;
  };

  readonly lines = (...args: unknown[]): string => {
    const usage = '{{lines 文字列 "列" style="形"}}';
    const [given, options] = this.#arguments(args, 2, PLACE, usage);
    const value = isStretch(given) ? given.text : given;
    const { style = 'body', span = 1, share = 1, role = 'p' } = options.hash;
    const place = { column: args[1], style, span, share, role };
    if (!isSettable(value) || !isPlace(place)) throw this.#misuse(usage, options);
    const set = this.#set(value, place);
    if ('unknown' in set) throw this.#unknownName(set, place[set.unknown], options);
    for (const problem of set.problems)
      this.problems.push({ problem, place, ...this.#source(set.leaf, options) });
    return this.#wrote(`{"lines":${this.leaves.push(set.leaf) - 1}}`, options);
  };

  /** The first argument and the options; throws on arguments too many or too few, of another name, or without value. */
  #arguments(
    args: unknown[],
    count: number,
    named: readonly string[],
    usage: string,
  ): [unknown, HelperOptions] {
    const options = args.at(-1) as HelperOptions;
    const { hash } = options;
    let isUndefined = args.includes(undefined);
    let isMisuse = args.length !== count + 1;
    for (const name in hash) {
      if (!named.includes(name)) isMisuse = true;
      if (hash[name] === undefined) isUndefined = true;
    }
    if (isMisuse) throw this.#misuse(usage, options);
    if (isUndefined) {
      const span = this.#places.spanOf(options.loc);
      throw new TemplateProblem(diagnose('template-undefined', {}, { span, hints: spaceHints(span) }));
    }
    return [args[0], options];
  }

  #source(leaf: Leaf, { loc }: HelperOptions): { origin: Origin } | { span: Span } {
    const { source } = leaf;
    return typeof source === 'string' ? { span: this.#places.spanOf(loc) } : { origin: source.origin };
  }

  /** What a mustache wrote, marked where marks are wanted. */
  #wrote(text: string, { loc }: HelperOptions): string {
    const spanOf = () => this.#places.spanOf(loc);
    this.#allow(this.#budget.step(), spanOf);
    this.#allow(this.#budget.finish(this.#budget.written, text.length), spanOf);
    return this.#tracing ? `${MARK_START}${this.marks.push(loc) - 1}${MARK_END}${text}` : text;
  }

  /** Stops a template that does too much; what was written once may be written again with marks. */
  #allow(exhausted: Exhausted | undefined, spanOf: () => Span | undefined): void {
    if (!exhausted || this.#tracing) return;
    throw new TemplateProblem(
      diagnose('template-too-large', exhausted, { span: spanOf(), hints: BEYOND_BOUNDS }),
    );
  }

  #misuse(usage: string, { loc }: HelperOptions): TemplateProblem {
    return new TemplateProblem(diagnose('template-arguments', { usage }, { span: this.#places.spanOf(loc) }));
  }

  #unknownName({ unknown, known }: UnknownName, name: string, { loc }: HelperOptions): TemplateProblem {
    const code = unknown === 'column' ? 'template-column-unknown' : 'template-style-unknown';
    const hints = [`使える名前: ${known.join('、')}`];
    return new TemplateProblem(diagnose(code, { name }, { span: this.#places.spanOf(loc), hints }));
  }
}

/** A length that a template asks of the theme. */
function spaceHints({ sourceLine, start, end }: Span): string[] {
  const asked = [...(sourceLine ?? '')].slice(start.column - 1, end.column - 1).join('');
  const name = /\bspace\.([\w-]+)/.exec(asked)?.[1];
  if (name === undefined) return [];
  const nested = `{{#list …}} の中では {{json @root.space.${name}}} と書きます。`;
  return [`theme.yaml の space に「${name}」があるかを確かめてください。${nested}`];
}

/** What `lines` may be told by name. */
const PLACE = ['style', 'span', 'share', 'role'];

function isPlace(place: Record<keyof Place, unknown>): place is Place {
  const { column, style, span, share, role } = place;
  if (typeof column !== 'string' || typeof style !== 'string') return false;
  if (!TEXT_ROLES.includes(role as TextRole)) return false;
  return Number.isInteger(span) && Number(span) >= 1 && typeof share === 'number' && share > 0 && share <= 1;
}

/** A stretch of a narrative has no origin of its own. */
function isStretch(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && !('origin' in value);
}

function isSettable(value: unknown): value is Settable {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && ('text' in value || 'paragraphs' in value);
}
