/** What a line of a ticket or e-mail is for. */
export type LineRole = 'neutral' | 'subject' | 'app' | 'sender' | 'header' | 'greeting' | 'signature';

export interface Line {
  readonly text: string;
  /** Offset of the line in the text. */
  readonly start: number;
  readonly role: LineRole;
  /** The words before the colon of a field, in lower case: "affected user". */
  readonly key?: string;
  /** Offset in the text of what stands behind the colon. */
  readonly valueStart: number;
}

const words = (list: string) => new Set(list.split(' '));
/** Fields that hold what somebody wrote. */
const content = words(
  'subject betreff objet asunto assunto oggetto onderwerp temat title titel summary description beschreibung details detail notes note comment comments issue problem question symptom symptoms message error request ask what why reason hi hello update step',
);
/** Fields that name who reports, decides or works on it. */
const sender = words(
  'from von de van od caller opened requester requestor reported reporter submitted raised created logged contact called by to an cc bcc assigned assignee assignment manager approver approved approval agent owner sent sender team resolver author',
);
/** Fields that name the app. */
const app = words(
  'app application apps applications system systems service services target scope ci configuration product tool software saas platform anwendung',
);
/** Fields that name whom it is about. */
const subject = words(
  'affected impacted user users username employee name names for person people account behalf member starter joiner hire leaver colleague upn email mail e-mail address login identity object customer end patient student staff nurse worker concerned concerning betroffen betroffene betroffener mitarbeiter mitarbeiterin benutzer utilisateur usuario usuário utente gebruiker użytkownik contractor teacher id',
);
/** Other fields of a ticket. */
const header = words(
  'priority status urgency impact category subcategory sla case ticket date location site department incident number updated type phone state severity due group queue channel company region environment tags mobile ext office time start ref reference',
);

const field = /^[ \t>*•-]*([\p{L}][\p{L}\p{N} ./()&'-]{0,38}?)[ \t]*[:=](?!\/\/)(?=\s|\p{L}|\p{N}|"|$)/u;
const closing =
  /^\s*(?:--+\s*$|-- |(?:(?:best|kind|kindest|warm|many|with|my)\s+)*(?:regards|wishes|thanks|greetings)\b[^?]{0,40}$|cheers\b[^?]{0,30}$|sincerely|yours\b|thanks?(?: you)?(?: (?:so much|very much|in advance|a lot|again))?[,.!]*\s*$|thx[,.!]*\s*$|br[,.]?\s*$|mit freundlichen|viele gr|mfg|rgds|saludos|cordialement|met vriendelijke|sent from|best[,.!]\s*$|ta[,.!]?\s*$|(?:best|thanks|thank you|many thanks|thx|ta|cheers|regards|br|rgds)[,.!]?(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}\s*$)/iu;
const greeting =
  /^\s*(?:hi|hello|hey|dear|hallo|moin|good (?:morning|afternoon|evening|day)|morning|guten (?:morgen|tag))\b[^.?!:]{0,30}[,.!]?\s*$/i;
const numberAlone = /^\s*(?:[a-z]{2,6}[-\s#]*)?#?\d{3,}\s*(?:\|.{0,60})?$/i;

/** Parts a cleaned text into its lines, each with its role. Linear in the text. */
export function linesOf(source: string): readonly Line[] {
  const texts = source.split('\n');
  const lines: Line[] = [];
  let start = 0;
  let signed = false;
  for (const [index, text] of texts.entries()) {
    if (index > 0 && !signed)
      signed = closing.test(text.slice(0, 80)) && (index >= texts.length - 5 || index * 2 >= texts.length);
    const before = texts[index - 1]?.trim() ?? '';
    const ends = index >= texts.length - 2 && index >= 2 && /(?:^|[.?!])$/.test(before);
    if (!signed && ends && isNameAlone(text) && texts.slice(0, index).some((one) => one.length > 40)) signed = true;
    lines.push(lineOf(text, start, { signed, only: texts.length === 1 }));
    start += text.length + 1;
  }
  return lines;
}

/** "Hope Winter" behind an empty line at the end: somebody signs. */
function isNameAlone(text: string): boolean {
  return (
    /^\s*\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:, \p{Lu}[\p{L} &-]{2,40}| \([^()]{1,40}\))?\s*$/u.test(
      text.slice(0, 120),
    ) || /^\s*\p{Ll}{2,12}\s*$/u.test(text.slice(0, 20))
  );
}

function lineOf(text: string, start: number, { signed, only }: { signed: boolean; only: boolean }): Line {
  const found = field.exec(text.slice(0, 60));
  const key = found?.[1]?.toLowerCase().trim();
  const role = key === undefined ? undefined : roleOf(key);
  if (key !== undefined && role !== undefined) {
    const valueStart = start + (found?.[0].length ?? 0);
    return { text, start, role: role === 'neutral' && signed ? 'signature' : role, key, valueStart };
  }
  const plain = { text, start, valueStart: start };
  if (signed) return { ...plain, role: 'signature' };
  if (only) return { ...plain, role: 'neutral' };
  if (greeting.test(text.slice(0, 60))) return { ...plain, role: 'greeting' };
  if (numberAlone.test(text.slice(0, 90)) || /^-+ ?(?:forwarded|original)/i.test(text.slice(0, 30)))
    return { ...plain, role: 'header' };
  return { ...plain, role: 'neutral' };
}

const isSmall =
  /^(?:of|the|for|by|no|name|number|id|short|full|new|line|opened|affected|impacted|requested|behalf|on|s)$/;

/** The role of a field by the words of its name; undefined where it is no field that tickets have. */
function roleOf(key: string): LineRole | undefined {
  const parts = key.split(/[^\p{L}-]+/u).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 5) return undefined;
  const has = (list: ReadonlySet<string>) => parts.some((part) => list.has(part));
  // "Missing from SAP Ariba:" begins a list, and is no field.
  const known = parts.filter(
    (part) => [content, sender, app, subject, header].some((list) => list.has(part)) || isSmall.test(part),
  );
  if (2 * known.length < parts.length) return undefined;
  if (parts.includes('affected') || parts.includes('impacted') || parts.includes('requested'))
    return parts.includes('by')
      ? 'sender'
      : has(app)
        ? 'app'
        : parts.includes('requested') && !has(subject)
          ? undefined
          : 'subject';
  if (parts.at(-1) === 'for' || parts.includes('behalf')) return 'subject';
  if (has(sender)) return 'sender';
  if (has(content)) return 'neutral';
  if (has(app)) return 'app';
  if (has(subject)) return 'subject';
  return has(header) ? 'header' : undefined;
}

const knownKeys =
  'Caller|Opened by|Requester|Requested by|Requested for|Requested application|Reported by|Reporter|Raised by|Submitted by|Created by|Affected user|Affected person|Affected employee|Affected service|Affected application|Affected app|Affected system|User affected|User name|Username|User|Full name|Name|Employee no\\.?|Employee number|Employee ID|Employee|New starter|New hire|Starter|Joiner|Leaver|Person|Account|Short description|Description|Work notes|Notes|Comments|Assignment group|Assigned to|Priority|Urgency|Impact|Status|Category|Application|App|System|Service|Target|Configuration item|CI|Issue|Problem|Question|Subject|Betreff|From|Von|To|An|Cc|Sent|Date|Manager|Approver|Details|Summary|Location|Site|Department|Contact|Phone|UPN|E-?mail';
const beforeKey = new RegExp(`[ \\t|;]+(?=(?:${knownKeys})[ ]?[:=] )`, 'g');
const beforeClosing =
  /[ \t]+(?=(?:--+ |(?:Best|Kind|Warm|Many|Mit freundlichen|Viele)(?: (?:regards|wishes|thanks|Gr\S+))?,? ?(?:\p{Lu}|$)|Regards,? |Cheers,? \p{Lu}|Thanks,? \p{Lu}|Thank you,? \p{Lu}|Sincerely|Yours ))/gu;
const longestClosing = 90;

/** A ticket or e-mail whose line breaks were lost on the way gets them back, of the same length. */
export function withLineBreaks(source: string): string {
  if (source.length < 40 || source.includes('\n')) return source;
  const first = field.exec(source.slice(0, 60))?.[0].length ?? 0;
  const keys = [...source.matchAll(beforeKey)].filter(({ index }) => index >= first).length + (first > 0 ? 1 : 0);
  const parted =
    keys >= 2
      ? source.replace(beforeKey, (space, at: number) => (at < first ? space : '\n'.padStart(space.length)))
      : source;
  const end = [...parted.matchAll(beforeClosing)].find(
    ({ index }) => index > parted.length * 0.45 && parted.length - index < longestClosing,
  );
  if (!end) return parted;
  return `${parted.slice(0, end.index)}${'\n'.padStart(end[0].length)}${parted.slice(end.index + end[0].length)}`;
}
