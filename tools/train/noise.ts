import { galleryNames } from '../../src/questions/entities/gallery-names.ts';
import type { LabelledText } from './corpus.ts';
import { pick } from './random.ts';
import type { NameList } from './word-lists.ts';

type Random = () => number;

/** Names that are everyday words too: the reader must not know them by heart. */
const everydayNames: NameList = {
  given:
    'Grace Will May Rose Bill Hope Faith Mark Drew Chase Sandy Art Rob Pat Frank Jack Iris Dawn Joy Summer Sky Robin Angel Guy Grant Miles Penny Ruby Violet Melody Ray Dean Earl Rich Gene Jean Carol Tiger Lin Wei Long Van An Do Ha Min'.split(
      ' ',
    ),
  surnames:
    'Day Long Young Price Park King Fields Woods Rice Little Short Best Good Strong Small Rich Bird Stone Waters Banks Bishop Cook Carpenter Marsh Hill Moss Pope Power Sharp Swift Wise Worth Case Close Cross Church Field Fox Glass Green Hand Head House Lane Law Main May New North Page Pool Reed Rose Wall Ward West White Winter Wood Wren Holiday Teamer Access'.split(
      ' ',
    ),
};

const groupParts = {
  first:
    'Finance HR Sales Marketing Nurses Engineering Radiology Legal Students Teachers Kitchen Reception Warehouse Night Day Field Cloud Data SG-CRM App All Board Security Support Library Dublin Berlin'.split(
      ' ',
    ),
  last: [
    'Team',
    'Users',
    'Group',
    'Staff',
    'Managers',
    'Night Shift',
    'Contractors',
    'Leads',
    'Nurses',
    'Rota',
    'EMEA',
    'Readers',
  ],
};

const inHouse =
  'Clinic Portal|Paper Lantern|HR Feed|Badge System|Osprey tenant sync|Time Tracker|Nordwind CRM|Fleet Manager|Learning Hub|Front|Box|Lattice|Linear|Notion|Ramp|Rippling|Canvas|Loop|Basecamp|Guru|Lever|Greenhouse|Workday to Active Directory|GitHub Enterprise Managed User|SAP S/4HANA|Atlas|Beacon|Team Chat – Slack|Vault|Signal|Monday.com|Sage People|Payroll Plus|Ward Board|Student Records'.split(
    '|',
  );

function person(lists: readonly NameList[], random: Random): string {
  const list = random() < 0.3 ? everydayNames : pick(lists, random);
  const other = random() < 0.1 ? pick(lists, random) : list;
  const given = pick(list.given, random);
  const surname = pick(other.surnames, random);
  const roll = random();
  if (roll < 0.04) return given;
  if (roll < 0.07) return surname;
  if (roll < 0.12) return `${surname}, ${given}`;
  if (roll < 0.16) return `${given} ${surname}-${pick(other.surnames, random)}`;
  if (roll < 0.19) return `${given} ${pick(['van der', 'de', 'von', 'al', 'O', 'da', 'el', 'Mc'], random)} ${surname}`;
  if (roll < 0.22) return `${given.charAt(0)}. ${surname}`;
  if (roll < 0.25) return `${given}.${surname}`.toLowerCase().replace(/\s+/g, '');
  if (roll < 0.27) return `${given}.${surname}@fabrikam.example`.toLowerCase().replace(/\s+/g, '');
  return `${given} ${surname}`;
}

function group(random: Random): string {
  return `${pick(groupParts.first, random)} ${pick(groupParts.last, random)}`;
}

/** The same text with other names in it; undefined where a name cannot be put in the other's place. */
export function withOtherNames(
  one: LabelledText,
  lists: readonly NameList[],
  random: Random,
): LabelledText | undefined {
  let { text } = one;
  const replaced = (names: readonly string[], by: (name: string) => string): string[] | undefined => {
    const others: string[] = [];
    for (const name of names) {
      const at = text.indexOf(name);
      if (at < 0) return undefined;
      const other = by(name);
      text = `${text.slice(0, at)}${other}${text.slice(at + name.length)}`;
      others.push(other);
    }
    return others;
  };
  const people = replaced(one.people, (name) =>
    /\d{3}|@/.test(name) && random() < 0.5
      ? name
      : / (?:team|group|users|staff)\b|\bteam\b/i.test(name) || (/^SG-|[_-]/.test(name) && random() < 0.5)
        ? group(random)
        : cased(name, person(lists, random)),
  );
  const apps = replaced(one.apps, (name) =>
    cased(name, random() < 0.4 ? pick(inHouse, random) : pick(galleryNames, random)),
  );
  if (!people || !apps) return undefined;
  return { ...one, text, people, apps };
}

/** As the name before it was written: small letters stay small. */
function cased(before: string, name: string): string {
  return before === before.toLowerCase()
    ? name.toLowerCase()
    : before === before.toUpperCase() && before.length > 4
      ? name.toUpperCase()
      : name;
}

const courtesies: readonly (readonly [string, string])[] = [
  ['Hi, ', ''],
  ['Hello! ', ' Thanks!'],
  ['Could you please check: ', ''],
  ['Sorry to bother you, ', ', thank you'],
  ['Hey Skipper, ', ''],
  ['', ' please'],
  ['', ' Thanks a lot in advance.'],
  ['Good morning,\n', '\nKind regards,\nTom'],
  ['quick question: ', ''],
  ['', ' thx'],
  ['ok so ', ''],
  ['Hi team,\n\n', '\n\nBest,\nService desk'],
];

const furniture: readonly (readonly [string, string])[] = [
  ['INC0012345\nPriority: 3\nShort description: ', '\nAssignment group: Identity'],
  ['Caller: Service desk\nDescription: ', ''],
  ['From: Pat Moran\nTo: IT\nSubject: ', ''],
  ['Ticket #48213 | ', ''],
  ['Opened by: Joan Field\nDescription: ', '\nUrgency: Medium'],
];

/** What people put around a question, each part by itself; most leave most of it out. */
const parts = {
  greeting:
    'Hi|Hello|Hey|Hi all|Hi team|Good morning|Morning|Dear colleagues|Hi there|hey guys|Hello Skipper|Hallo|Hi folks'.split(
      '|',
    ),
  pleasantry:
    'Hope you are well.|I hope this finds you well.|Sorry to bother you again.|Hope you had a good weekend.|Quick one.|Not urgent, but still.|I have a question.|Long time no see.|Sorry for the short notice.|One more from me today.'.split(
      '|',
    ),
  request:
    'could you please check: |can someone tell me: |I was wondering, |would you mind having a look, |pls help, |just asking, |my question is: |if you have a minute, |can you help me with this: |so, '.split(
      '|',
    ),
  thanks:
    'Thanks!|Thank you so much.|Many thanks in advance|thx|Cheers|Thanks in advance for your help.|ta|Much appreciated.|Thank you and have a nice day|please and thanks|Any help is appreciated.'.split(
      '|',
    ),
  closing: 'Best regards|Kind regards|Best|Regards|BR|Cheers|Greetings|Many thanks|Sincerely'.split('|'),
  signer:
    'Tom|Sandra|Pat Moran|Joan Field, IT|Mirela|K. Osei|Service desk|Yuki|Lena from reception|Frank Huber, HR|Ines|Raj'.split(
      '|',
    ),
} as const;

/** A greeting, a pleasantry, a plea, thanks and a signature, put together anew each time. */
function composed(text: string, random: Random): string {
  const some = (share: number, list: readonly string[], by: (part: string) => string) =>
    random() < share ? by(pick(list, random)) : '';
  const lines = random() < 0.4;
  const [gap, end] = lines ? ['\n', '\n'] : [' ', ' '];
  const greeting = some(0.6, parts.greeting, (one) => `${one}${random() < 0.7 ? ',' : ''}${gap}`);
  const pleasantry = some(0.35, parts.pleasantry, (one) => `${one}${gap}`);
  const request = some(0.35, parts.request, (one) => one);
  const thanks = some(0.5, parts.thanks, (one) => `${end}${one}`);
  const closing = lines ? some(0.5, parts.closing, (one) => `\n${one},\n${pick(parts.signer, random)}`) : '';
  return `${greeting}${pleasantry}${request}${text}${thanks}${closing}`;
}

export function withCourtesy(one: LabelledText, random: Random): LabelledText {
  if (random() < 0.5) return { ...one, text: composed(one.text, random) };
  const [before, after] = pick(random() < 0.6 ? courtesies : furniture, random);
  return { ...one, text: `${before}${one.text}${after}` };
}

/** One slip of the finger in a word that is no name. */
export function withSlip(one: LabelledText, random: Random): LabelledText {
  const words = [...one.text.matchAll(/\p{Ll}{4,}/gu)].filter(({ index }) => !isInName(one, index));
  if (words.length === 0) return one;
  const { index, 0: word } = pick(words, random);
  const at = index + 1 + Math.floor(random() * (word.length - 2));
  const { text } = one;
  const [a = '', b = ''] = [text[at], text[at + 1]];
  const slip = pick([`${b}${a}`, a, `${a}${a}${b}`, b], random);
  return { ...one, text: `${text.slice(0, at)}${slip}${text.slice(at + 2)}` };
}

function isInName({ text, people, apps }: LabelledText, index: number): boolean {
  return [...people, ...apps].some((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (index >= at - 12 && index < at + name.length) return true;
    return false;
  });
}

export function inSmallLetters(one: LabelledText): LabelledText {
  const small = (text: string) => text.toLowerCase();
  return { ...one, text: small(one.text), people: one.people.map(small), apps: one.apps.map(small) };
}

/** Without the marks that a hurried hand leaves out. */
export function withoutMarks(one: LabelledText): LabelledText {
  const text = one.text
    .replace(/[?!.]+(?=\s|$)/g, '')
    .replace(/,(?=\s)/g, (mark, at: number) => (isInName(one, at) ? mark : ''));
  return one.people.concat(one.apps).every((name) => text.includes(name)) ? { ...one, text } : one;
}
