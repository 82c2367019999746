/** What src/pdf/structure-builder.ts and structure-writer.ts are to the printer, but without any structure. */
export class StructureBuilder {
  page() {}

  /** @returns no marks: all that is printed is only there to be seen */
  place() {
    return [];
  }

  finish() {}
}

export class StructureWriter {
  /** @returns no structure tree's root */
  finish() {
    return undefined;
  }
}
