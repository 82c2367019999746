/**
 * What the file says of itself: the document information dictionary, the same as an XMP packet, and the standards the
 * file keeps to (ISO 19005-2 and -3, 6.6; ISO 14289-1, clause 5).
 */
import type { Attachment } from './attachments.ts';
import type { MakeObject, PdfFile, PdfReference } from './file.ts';
import { GREY_CONDITION, greyProfile } from './grey-profile.ts';
import { dateString, Reference, textString } from './values.ts';

export type PrintInfo = {
  readonly title: string;
  readonly author: string;
  /** The document's date, `2025-07-29`: no clock is read. */
  readonly issued: string;
  /** Name and version of this program. */
  readonly creator: string;
  /** What the document was made from, to be carried in the file. */
  readonly attachments?: readonly Attachment[];
};

/** Writes the document information dictionary (ISO 32000-1, 14.3.3). */
export function writeInformation(
  make: MakeObject,
  { title, author, issued, creator }: PrintInfo,
): PdfReference {
  const date = dateString(issued);
  const information = make({
    Title: textString(title),
    Author: textString(author),
    Creator: textString(creator),
    Producer: textString(creator),
    CreationDate: date,
    ModDate: date,
  });
  information.end();
  return information;
}

/** Writes the XMP packet, uncompressed, so that programs that know no PDF can read it too. */
export function writeMetadata(file: PdfFile, info: PrintInfo): Reference {
  const number = file.reserve();
  const packet = Buffer.from(metadataPacket(info), 'utf8');
  file.writePlainStream(number, { Type: 'Metadata', Subtype: 'XML' }, packet);
  return new Reference(number);
}

/** Writes what the file's greys mean. */
export function writeOutputIntent(make: MakeObject): object {
  const profile = make({ N: 1 });
  profile.end(greyProfile());
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: textString(GREY_CONDITION),
    Info: textString(GREY_CONDITION),
    DestOutputProfile: profile,
  };
}

/**
 * The packet is not to be changed in place: no room is left at its end. Files of any kind may be attached to PDF/A-3
 * only (ISO 19005-3, 6.8); in everything else it is PDF/A-2.
 */
export function metadataPacket({ title, author, issued, creator, attachments = [] }: PrintInfo): string {
  const date = `${issued}T00:00:00Z`;
  const part = attachments.length > 0 ? 3 : 2;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escaped(creator)}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>${part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${PDFUA_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** PDF/A wants every property explained that it does not know itself (ISO 19005-2, 6.6.2.3). */
const PDFUA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** Text as it stands in XML. Characters that XML has no place for are none that the typesetter lets through. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
