/** A meeting of the council and its papers: plain data, checked. */
import type { Selection } from './select.ts';

/** 資料: a part of the edition under a number of its own. */
export type Paper = {
  /** `資料3`, `資料1-2`, `参考資料1`: one of a kind within the meeting. */
  readonly number: string;
  readonly title: string;
  /** What its 差し替え says behind the number, `（修正）`; empty in a paper that replaces none. */
  readonly mark: string;
  /** Marked 「案」. */
  readonly draft: boolean;
  /** With a page on which members write. */
  readonly form: boolean;
  /** Names the edition has, which leave a program at least; names nothing for the whole edition. */
  readonly selection: Selection;
  /** Its place in the file's list, for origins: `originOf(meeting.file, 'papers', index, 'title')`. */
  readonly index: number;
};

export type Meeting = {
  /**
   * The file for origins and file names: below the edition's folder `agendas/2026-11-22.yaml`, elsewhere its whole
   * path; empty where the meeting was typed on the command line.
   */
  readonly file: string;
  /** ISO 8601, `2026-11-22`. */
  readonly date: string;
  /** As it prints, `令和8年11月22日（日）`. */
  readonly dateText: string;
  /** 小金井市子ども・子育て会議; empty where the command line gives none. */
  readonly name: string;
  /** 第3回. */
  readonly number?: string | undefined;
  /** 午前10時から. */
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  /** 次第, in order, without numbers. */
  readonly items: readonly string[];
  /** As a paper's, of the cover sheet and of all papers in one. */
  readonly mark: string;
  /** 「案」 on the cover sheet. What each paper says is in `Paper.draft`. */
  readonly draft: boolean;
  /** One at least, in the order of printing. */
  readonly papers: readonly Paper[];
};
