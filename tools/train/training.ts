import type { Act } from '../../src/questions/dialogue/follow-up.ts';
import type { ClassifierName } from '../../src/questions/model/weights.ts';
import type { WordClasses } from '../../src/questions/model/word-classes.ts';
import type { LabelledFollowUp, LabelledText } from './corpus.ts';
import { actExample, askingExample, inPassing, nameExamples, type Seen, see, textExample } from './examples.ts';
import { type Example, type FitOptions, fitClassifier, temperatureFor, type Weighed } from './fit.ts';
import { inSmallLetters, withCourtesy, withOtherNames, withoutMarks, withSlip } from './noise.ts';
import { pick, randomFrom, shuffled } from './random.ts';
import type { NameList } from './word-lists.ts';

/** What the reader is trained on. */
export interface Inputs {
  readonly texts: readonly LabelledText[];
  readonly followUps: readonly LabelledFollowUp[];
  readonly classes: WordClasses;
  readonly names: readonly NameList[];
}

/** How a classifier did on texts that it was not trained on. */
export interface Checked {
  readonly name: ClassifierName;
  readonly accuracy: number;
  readonly count: number;
  readonly temperature: number;
  /** Classes that were most often taken for another. */
  readonly lines: readonly string[];
}

interface Task {
  readonly name: ClassifierName;
  readonly items: readonly LabelledText[];
  readonly labelOf: (one: LabelledText) => string | undefined;
  readonly options: Omit<FitOptions, 'random'>;
  /** What the classifier sees of a text, where that is not what is asked in it. */
  readonly exampleOf?: (seen: Seen, one: LabelledText, label: string) => Example;
}

const forTexts = { epochs: 6, rate: 0.3, decay: 2e-6, mostFeatures: 25_000, balance: 0.5, rarity: 0 } as const;

function tasksOf({ texts, followUps }: Inputs): readonly Task[] {
  return [
    { name: 'intent', items: [...texts, ...ownQuestions(followUps)], labelOf: (one) => one.intent, options: forTexts },
    {
      name: 'matter',
      items: texts,
      labelOf: (one) => one.matter,
      options: { ...forTexts, mostFeatures: 4_400, epochs: 10 },
    },
    {
      name: 'topic',
      items: texts,
      labelOf: (one) => one.topic,
      options: { ...forTexts, mostFeatures: 3_300, epochs: 8, rarity: 0.15 },
    },
    {
      name: 'act',
      items: [
        ...followUps.map((one) => ({ ...one, intent: one.before.intent, matter: one.act })),
        ...standingAlone(texts),
      ],
      labelOf: (one) => one.matter,
      options: { ...forTexts, mostFeatures: 10_000, epochs: 10 },
      exampleOf: actExample,
    },
  ];
}

const shortText = 40;
const shortQuestion = 80;

/** What stands by itself behind an answer is a question like any other. */
function ownQuestions(followUps: readonly LabelledFollowUp[]): readonly LabelledText[] {
  return followUps.flatMap(({ act, intent, ...one }) =>
    act === 'own' && intent !== undefined ? [{ ...one, intent }] : [],
  );
}

/** Questions about no one person, as they are asked behind another kind of answer: they are no follow-ups of it. */
function standingAlone(texts: readonly LabelledText[]): readonly LabelledText[] {
  const random = randomFrom(3);
  const whole = texts.filter(
    ({ text, intent, people }) => text.length <= shortQuestion && people.length === 0 && intent !== 'explain',
  );
  const befores = [...new Set(texts.map(({ intent }) => intent))];
  return whole.map((one) => ({
    ...one,
    intent: pick(
      befores.filter((before) => before !== one.intent),
      random,
    ),
    matter: 'own' satisfies Act,
  }));
}

/** A text as it is, and as others would type it. */
function variants(one: LabelledText, names: readonly NameList[], random: () => number): readonly LabelledText[] {
  const all = [one, withCourtesy(one, random), withSlip(one, random), withoutMarks(one)];
  // What is short is typed as it is.
  if (one.text.length < shortText) all.push(one);
  if (random() < 0.5) all.push(inSmallLetters(one));
  if (one.people.length + one.apps.length > 0) {
    const other = withOtherNames(one, names, random);
    if (other) all.push(other, withCourtesy(withSlip(other, random), random));
  }
  return all;
}

function textExamples(
  task: Task,
  items: readonly LabelledText[],
  inputs: Inputs,
  random: () => number,
): readonly Example[] {
  return items.flatMap((one) => {
    const label = task.labelOf(one);
    if (label === undefined) return [];
    if (task.exampleOf) {
      const { exampleOf } = task;
      return variants(one, inputs.names, random).map((variant) =>
        exampleOf(see(variant, inputs.classes, random), one, label),
      );
    }
    const seen = variants(one, inputs.names, random).map((variant) => see(variant, inputs.classes, random));
    const passing =
      one.people.length === 0 && (one.intent === 'notMine' || one.intent === 'about')
        ? seen.flatMap((each) => {
            const people = inPassing(each);
            return people.length > 0 ? [{ ...each, people }] : [];
          })
        : [];
    return [...seen, ...passing].flatMap((each) => [textExample(each, label), askingExample(each, label) ?? []].flat());
  });
}

const forNames = { epochs: 3, rate: 0.2, decay: 1e-6, mostFeatures: 27_000, balance: 0, rarity: 0 } as const;
const nameClasses = ['other', 'person', 'app'];

function namesExamples(
  items: readonly LabelledText[],
  { classes, names }: Inputs,
  random: () => number,
): readonly Example[] {
  return items.flatMap((one) => {
    const all = [one];
    if (random() < 0.4) all.push(inSmallLetters(one));
    if (one.people.length + one.apps.length > 0)
      for (let copy = 0; copy < 2; copy += 1) {
        const other = withOtherNames(one, names, random);
        if (other)
          all.push(random() < 0.3 ? inSmallLetters(other) : random() < 0.3 ? withCourtesy(other, random) : other);
      }
    return all.flatMap((variant) => nameExamples(see(variant, classes, random)));
  });
}

/** Trains a classifier on all but a part and tries that part, for `tried` of the parts. */
export function crossValidate(name: ClassifierName, inputs: Inputs, folds: number, tried: number): Checked {
  return name === 'name' ? checkNames(inputs) : checkTexts(taskOf(name, inputs), inputs, folds, tried);
}

function taskOf(name: ClassifierName, inputs: Inputs): Task {
  const task = tasksOf(inputs).find((one) => one.name === name);
  if (!task) throw new RangeError(`nothing trains ${name}`);
  return task;
}

function checkTexts(task: Task, inputs: Inputs, folds: number, tried: number): Checked {
  const labelled = shuffled(
    task.items.filter((one) => task.labelOf(one) !== undefined),
    randomFrom(17),
  );
  const classes = classesOf(task);
  const seen: { scores: (temperature: number) => Float64Array; label: number }[] = [];
  for (let fold = 0; fold < tried; fold += 1) {
    const random = randomFrom(fold + 1);
    const fitted = fitClassifier(
      textExamples(
        task,
        labelled.filter((_, at) => at % folds !== fold),
        inputs,
        random,
      ),
      classes,
      { ...task.options, random },
    );
    for (const one of labelled.filter((_, at) => at % folds === fold)) {
      const label = task.labelOf(one) ?? '';
      const seenText = see(one, inputs.classes, random);
      const { features } = task.exampleOf?.(seenText, one, label) ?? textExample(seenText, label);
      seen.push({
        scores: (temperature) => fitted.probabilities(features, temperature),
        label: classes.indexOf(label),
      });
    }
  }
  const confusion = new Map<string, number>();
  const total = new Map<string, number>();
  let right = 0;
  for (const { scores, label } of seen) {
    const likeliest = indexOfMost(scores(1));
    const name = classes[label] ?? '';
    total.set(name, (total.get(name) ?? 0) + 1);
    if (likeliest === label) right += 1;
    else confusion.set(`${name} → ${classes[likeliest]}`, (confusion.get(`${name} → ${classes[likeliest]}`) ?? 0) + 1);
  }
  const lines = [...confusion]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([pair, times]) => `${pair}: ${times} of ${total.get(pair.split(' → ')[0] ?? '')}`);
  return {
    name: task.name,
    accuracy: right / seen.length,
    count: seen.length,
    temperature: temperatureFor(seen),
    lines,
  };
}

/** One part is enough to see how names are told: each text holds many words. */
function checkNames(inputs: Inputs): Checked {
  const random = randomFrom(5);
  const texts = shuffled(inputs.texts, random);
  const unseen = texts.slice(0, Math.floor(texts.length / 8));
  const fitted = fitClassifier(namesExamples(texts.slice(unseen.length), inputs, random), nameClasses, {
    ...forNames,
    random,
  });
  const examples = unseen.flatMap((one) => nameExamples(see(one, inputs.classes, random)));
  const seen = examples.map(({ features, label }) => ({
    scores: (temperature: number) => fitted.probabilities(features, temperature),
    label: nameClasses.indexOf(label),
  }));
  const right = seen.filter(({ scores, label }) => indexOfMost(scores(1)) === label).length;
  const lines = nameClasses.map((name, at) => {
    const of = seen.filter(({ label }) => label === at);
    const found = of.filter(({ scores }) => indexOfMost(scores(1)) === at).length;
    const taken = seen.filter(({ scores }) => indexOfMost(scores(1)) === at).length;
    return `${name}: ${found} of ${of.length} found, ${taken} taken for it`;
  });
  return { name: 'name', accuracy: right / seen.length, count: seen.length, temperature: 1, lines };
}

function classesOf(task: Task): readonly string[] {
  return [...new Set(task.items.flatMap((one) => task.labelOf(one) ?? []))].sort();
}

/** Trains a classifier on all texts. */
export function train(name: ClassifierName, inputs: Inputs): Weighed {
  if (name === 'name') {
    const random = randomFrom(5);
    return fitClassifier(namesExamples(inputs.texts, inputs, random), nameClasses, { ...forNames, random });
  }
  const task = taskOf(name, inputs);
  const random = randomFrom(1);
  const examples = textExamples(task, task.items, inputs, random);
  return fitClassifier(examples, classesOf(task), { ...task.options, random });
}

function indexOfMost(values: Float64Array): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? 0) ? at : best), 0);
}
