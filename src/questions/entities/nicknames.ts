/** Usual short forms of first names. They only suggest: Bob is never taken for Robert without being asked. */
const shortForms: readonly (readonly [string, readonly string[]])[] = [
  ['abigail', ['abby', 'gail']],
  ['alexander', ['alex', 'sasha', 'xander', 'sandy']],
  ['alexandra', ['alex', 'sandra', 'sasha', 'alexa']],
  ['andrew', ['andy', 'drew']],
  ['anthony', ['tony']],
  ['antonio', ['toni', 'tonio']],
  ['barbara', ['barb', 'babs']],
  ['benjamin', ['ben', 'benny']],
  ['catherine', ['cathy', 'kate', 'cat']],
  ['charles', ['charlie', 'chuck']],
  ['charlotte', ['charlie', 'lottie']],
  ['christina', ['chris', 'tina']],
  ['christine', ['chris', 'tina']],
  ['christopher', ['chris', 'topher']],
  ['daniel', ['dan', 'danny']],
  ['david', ['dave', 'davey']],
  ['deborah', ['deb', 'debbie']],
  ['dmitri', ['dima']],
  ['edward', ['ed', 'eddie', 'ted', 'ned']],
  ['elizabeth', ['liz', 'beth', 'lizzie', 'betty', 'eliza', 'elsie']],
  ['emmanuel', ['manny', 'manu']],
  ['francisco', ['paco', 'pancho', 'fran']],
  ['frederick', ['fred', 'freddie']],
  ['gregory', ['greg']],
  ['henry', ['harry', 'hank']],
  ['isabella', ['bella', 'izzy']],
  ['jacob', ['jake']],
  ['james', ['jim', 'jimmy', 'jamie']],
  ['jennifer', ['jen', 'jenny']],
  ['jessica', ['jess', 'jessie']],
  ['johannes', ['hans', 'hannes']],
  ['john', ['jack', 'johnny', 'jon']],
  ['jonathan', ['jon', 'nathan', 'jonny']],
  ['jose', ['pepe']],
  ['joseph', ['joe', 'joey', 'jo']],
  ['joshua', ['josh']],
  ['katarzyna', ['kasia']],
  ['katherine', ['kate', 'kathy', 'katie', 'kat', 'kitty']],
  ['kenneth', ['ken', 'kenny']],
  ['kimberly', ['kim']],
  ['lawrence', ['larry', 'lars']],
  ['leonard', ['leo', 'len', 'lenny']],
  ['malgorzata', ['gosia']],
  ['margaret', ['maggie', 'meg', 'peggy', 'greta', 'marge']],
  ['matthew', ['matt']],
  ['maximilian', ['max']],
  ['michael', ['mike', 'mick', 'mickey', 'michi']],
  ['natalie', ['nat']],
  ['nicholas', ['nick', 'nico', 'klaus']],
  ['olivia', ['liv', 'livvy']],
  ['pamela', ['pam']],
  ['patricia', ['pat', 'patty', 'tricia', 'trish']],
  ['patrick', ['pat', 'paddy', 'rick']],
  ['peter', ['pete']],
  ['philip', ['phil', 'pip']],
  ['rebecca', ['becky', 'becca']],
  ['richard', ['rick', 'dick', 'rich', 'ricky']],
  ['robert', ['bob', 'rob', 'bobby', 'robbie', 'bert']],
  ['ronald', ['ron', 'ronnie']],
  ['samantha', ['sam']],
  ['samuel', ['sam', 'sammy']],
  ['stephanie', ['steph']],
  ['stephen', ['steve']],
  ['steven', ['steve']],
  ['susan', ['sue', 'susie']],
  ['theodore', ['ted', 'theo']],
  ['theresa', ['terry', 'tess']],
  ['thomas', ['tom', 'tommy']],
  ['timothy', ['tim']],
  ['victoria', ['vicky', 'tori']],
  ['william', ['bill', 'will', 'billy', 'liam', 'willy']],
  ['wojciech', ['wojtek']],
  ['zachary', ['zach', 'zac']],
];

/** Whether one folded first name is a usual short form of the other, or both are short for the same name. */
export function soundsLikeSamePerson(one: string, other: string): boolean {
  if (one === other) return false;
  for (const [full, shorts] of shortForms) {
    const knowsOne = full === one || shorts.includes(one);
    if (knowsOne && (full === other || shorts.includes(other))) return true;
  }
  return false;
}

/** Folded first names of which short forms are known, and those short forms that are no other word as well. */
export const firstNames: ReadonlySet<string> = new Set(
  shortForms
    .flatMap(([full, shorts]) => [full, ...shorts])
    .filter((name) => !/^(?:will|bill|rich|drew|sandy|max|art|pip|cat|jack|ted|may|gail|rob|pat|dick)$/.test(name)),
);
